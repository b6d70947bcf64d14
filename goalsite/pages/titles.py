"""Titles as they are written -> as they are shown: in plain text, without the marks around code.

Only what is shown is changed: `goals.json` has every title as its file says it.
"""

from __future__ import annotations

import re
from typing import TypeVar

from goalsite.core.values import replace
from goalsite.model.records import Corpus, Kpi, Objective, Page, Team

R = TypeVar("R", Objective, Kpi, Team, Page)

_CODE = re.compile(r"(?<!`)(`+)([^`]+)\1(?!`)")


def shown_title(title: str) -> str:
    """The title with the code in it as plain text; a backtick without another stays."""
    return _CODE.sub(r"\2", title)


def titled_as_shown(corpus: Corpus) -> Corpus:
    """The same corpus with the titles of goals, key results, units and pages as they are shown."""
    return replace(
        corpus,
        objectives=tuple(_with_results(_titled(goal)) for goal in corpus.objectives),
        kpis=tuple(map(_titled, corpus.kpis)),
        teams=tuple(map(_titled, corpus.teams)),
        pages=tuple(map(_titled, corpus.pages)),
    )


def _titled(record: R) -> R:
    return replace(record, title=shown_title(record.title)) if "`" in record.title else record


def _with_results(goal: Objective) -> Objective:
    if not any("`" in result.title for result in goal.key_results):
        return goal
    results = (replace(result, title=shown_title(result.title)) for result in goal.key_results)
    return replace(goal, key_results=tuple(results))
