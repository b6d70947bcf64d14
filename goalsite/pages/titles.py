"""Titles as they are written -> as they are shown: in plain text, without the marks around code.

Only what is shown is changed: `goals.json` has every title as its file says it.
"""

from __future__ import annotations

import re
from typing import TypeVar

from goalsite.core.values import replace
from goalsite.model.records import Corpus, Kpi, Objective, Page, Team

R = TypeVar("R", bound=Objective | Kpi | Team | Page)

_CODE = re.compile(r"(?<!`)(`+)([^`]+)\1(?!`)")


def shown_title(title: str) -> str:
    """The title with the code in it as plain text; a backtick without another stays."""
    return _CODE.sub(r"\2", title)


def titled_as_shown(corpus: Corpus) -> Corpus:
    """The same corpus with the titles of goals, key results, units and pages as they are shown."""
    return replace(
        corpus,
        objectives=tuple(map(as_shown, corpus.objectives)),
        kpis=tuple(map(as_shown, corpus.kpis)),
        teams=tuple(map(as_shown, corpus.teams)),
        pages=tuple(map(as_shown, corpus.pages)),
    )


def as_shown(record: R) -> R:
    """The same record with its title, and those of its key results, as they are shown."""
    changes: dict[str, object] = {}
    if "`" in record.title:
        changes["title"] = shown_title(record.title)
    if isinstance(record, Objective) and any("`" in result.title for result in record.key_results):
        results = (replace(result, title=shown_title(result.title)) for result in record.key_results)
        changes["key_results"] = tuple(results)
    return replace(record, **changes) if changes else record
