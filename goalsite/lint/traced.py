"""Which goals git is asked about for the rules that look at what changed, and from which day on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from goalsite.analysis.goal_posts import DRAFTS, settled
from goalsite.core.config import Config
from goalsite.core.periods import Period
from goalsite.history.trails import Asked
from goalsite.model.records import Objective

TRACED = ("Q123", "Q124", "Q130")
"""The rules that look at what git knows."""

_REVIEWED = timedelta(days=31)
"""How long after its window a goal is still looked at: the time in which a cycle is reviewed."""


def to_trace(goals: Iterable[tuple[Objective, Period]], config: Config, as_of: date) -> dict[str, Asked]:
    """What is asked of the goals, given with their windows, by path; of none where no rule wants to know it.

    They are those whose window has begun and is not long over, and that are more than a draft.
    """
    shares = [share_of(config, code) for code in TRACED if config.rules.selects(code)]
    if not shares:
        return {}
    return {
        goal.path: Asked(goal.id, goal.cycle, window.start, settled(window, min(shares)), bool(goal.start))
        for goal, window in goals
        if goal.state not in DRAFTS and window.start <= as_of and as_of - window.end <= _REVIEWED
    }


def share_of(config: Config, code: str) -> float:
    """The share of its window in which a goal may still be agreed on, as a rule has it: 0 to 1."""
    return min(1.0, max(0.0, config.rules.threshold(code, "share")))
