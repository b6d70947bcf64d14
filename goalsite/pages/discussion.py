"""Comments by giscus, where the configuration names a repository for them: nothing is asked for before a
reader asks."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from goalsite.core.config import Comments
from goalsite.model.records import Kpi, Objective
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Link
from goalsite.pages.frame import Discussion

_HOST = "https://giscus.app"
_LANGUAGES = {"zh": "zh-CN", "zh-Hant": "zh-TW"}


def discussion(desk: Desk, goal: Objective | Kpi) -> Discussion | None:
    """The comments on a goal, which are found again by its id; None where the configuration has none."""
    comments = desk.config.comments
    if comments is None:
        return None
    kept = f"https://github.com/{comments.repo}/discussions?{urlencode({'discussions_q': goal.id})}"
    return Discussion(_HOST, _url(desk, comments, goal), Link("GitHub", kept))


def _url(desk: Desk, comments: Comments, goal: Objective | Kpi) -> str:
    asked = {
        "repo": comments.repo,
        "repoId": comments.repo_id,
        "category": comments.category,
        "categoryId": comments.category_id,
        "term": goal.id,
        "strict": "1",
        "reactionsEnabled": "1",
        "emitMetadata": "0",
        "inputPosition": "bottom",
    }
    language = quote(_LANGUAGES.get(desk.language.tag, desk.language.tag), safe="")
    return f"{_HOST}/{language}/widget?{urlencode(asked)}"
