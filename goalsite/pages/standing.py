"""A goal -> the one word for where it stands: how it ended, what its file says, or what is figured."""

from __future__ import annotations

from goalsite.analysis.figures import KeyResultFigures
from goalsite.model.records import Kpi, Objective
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Badge
from goalsite.pages.say import badge

_FAMILIES = {
    "status": (
        "off_track",
        "stale",
        "at_risk",
        "no_data",
        "on_track",
        "achieved",
        "planned",
        "unscored",
        "dropped",
        "replaced",
    ),
    "outcome": ("partly", "missed"),
    "state": ("draft", "proposed", "paused", "closed"),
    "health": ("red", "amber", "green", "no_target"),
}
_ENDED = ("achieved", "dropped", "replaced")
"""What a key result stays when its objective is closed."""

_OUT_OF_DATE = "out_of_date"
"""A KPI's `stale`, for which there is another word than for an objective's."""


def standings(desk: Desk) -> tuple[tuple[str, Badge], ...]:
    """Every standing there can be, worst first within its kind, by a key of its own."""
    named = [(key, badge(desk, family, key)) for family, keys in _FAMILIES.items() for key in keys]
    return (*named, (_OUT_OF_DATE, badge(desk, "health", "stale")))


def standing(desk: Desk, goal: Objective | Kpi) -> str:
    """The key of a goal's standing among `standings`."""
    if isinstance(goal, Kpi):
        health = desk.analysis.kpis[goal.id].health
        return _OUT_OF_DATE if health == "stale" else health
    if goal.outcome:
        return goal.outcome
    return goal.state if goal.state != "active" else desk.analysis.objectives[goal.id].status


def result_standing(goal: Objective, figures: KeyResultFigures) -> str:
    """The key of a key result's standing; what a closed objective left open is no longer on or off track."""
    is_over = goal.state == "closed" and figures.status not in _ENDED
    return "closed" if is_over else figures.status


def standing_badge(desk: Desk, goal: Objective | Kpi) -> Badge:
    """A goal's standing as an icon and a word."""
    if isinstance(goal, Kpi):
        return badge(desk, "health", desk.analysis.kpis[goal.id].health)
    return _badge(desk, standing(desk, goal))


def result_badge(desk: Desk, goal: Objective, figures: KeyResultFigures) -> Badge:
    """A key result's standing as an icon and a word."""
    return _badge(desk, result_standing(goal, figures))


def _badge(desk: Desk, key: str) -> Badge:
    """The standing of an objective or key result by its key."""
    return badge(desk, next(family for family, keys in _FAMILIES.items() if key in keys), key)
