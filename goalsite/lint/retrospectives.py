"""Whether an objective says what its end taught."""

from __future__ import annotations

import re

from goalsite.model.records import Objective

# As a page shows one; a heading that says more (Retrospective of the quarter) is meant so, too.
_HEADING = re.compile(
    r"^ {0,3}#{1,6}[ \t][^\n]*?(?:\bretro(?:spective)?\b|post-?mortem|复盘|回顾)", re.I | re.M
)


def has_retrospective(goal: Objective) -> bool:
    """Whether the goal has a `retro:` that says something, or a section for it in its text."""
    retro = goal.retro
    if retro and (retro.root_cause or retro.learned or retro.decision):
        return True
    return _HEADING.search(goal.body) is not None
