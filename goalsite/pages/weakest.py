"""What gives an objective a status that asks for somebody: a key result, what contributes, a red KPI."""

from __future__ import annotations

from goalsite.analysis.figures import ObjectiveFigures
from goalsite.model.records import Objective
from goalsite.pages.desk import Desk
from goalsite.pages.links import goal_link
from goalsite.pages.say import and_more

ASKS_FOR_SOMEBODY = ("off_track", "stale", "at_risk")
"""The statuses that do, worst first."""

_MOST = 3
"""How many goals are told by name."""


def weakest(desk: Desk, goal: Objective, figures: ObjectiveFigures) -> str:
    """Which of several key results gives a goal its status, or what else; empty where that is plain."""
    if figures.status not in ASKS_FOR_SOMEBODY:
        return ""
    text = desk.language.text
    own = _own(goal, figures)
    if own:
        return text("weakest: %(title)s", title=own[0]) if len(goal.key_results) > 1 else ""
    contributing = weak_contributions(desk, goal, figures)
    if contributing:
        return text("held back by what contributes to it: %(goals)s", goals=contributing)
    broken = red_guards(desk, figures)
    return text("held back by a KPI that must not break: %(kpis)s", kpis=broken) if broken else ""


def _own(goal: Objective, figures: ObjectiveFigures) -> list[str]:
    """The titles of the key results that have its status."""
    pairs = zip(goal.key_results, figures.key_results, strict=True)
    return [result.title for result, one in pairs if one.counted and one.status == figures.status]


def weak_contributions(desk: Desk, goal: Objective, figures: ObjectiveFigures) -> str:
    """The active goals that contribute to an objective and give it its status, listed by title.

    Empty where a key result of its own has that status, too.
    """
    if _own(goal, figures):
        return ""
    edges = (edge for edge in desk.edges_to.get(goal.id, ()) if edge.type == "contributes")
    names = [edge.source for edge in edges if _is_as_weak(desk, edge.source, figures.status)]
    titles = tuple(goal_link(desk, name).text for name in names[:_MOST])
    return desk.language.listed(and_more(desk, titles, len(names) - _MOST))


def _is_as_weak(desk: Desk, name: str, status: str) -> bool:
    return desk.objectives[name].state == "active" and desk.analysis.objectives[name].status == status


def red_guards(desk: Desk, figures: ObjectiveFigures) -> str:
    """The red KPIs that put an objective at risk, listed by title; empty where none does."""
    if figures.status != "at_risk":
        return ""
    return desk.language.listed(tuple(goal_link(desk, kpi).text for kpi in figures.red_guards))
