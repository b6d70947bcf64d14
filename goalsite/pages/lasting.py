"""Which cycles and goals are still worth looking at, and which are the past."""

from __future__ import annotations

from goalsite.model.records import Objective
from goalsite.pages.desk import Desk
from goalsite.pages.expecting import is_lasting


def lasts(desk: Desk, cycle: str) -> bool:
    """Whether a cycle is the current one, or runs, or is to come."""
    return is_lasting(desk.cycles[cycle], desk.analysis)


def is_live(desk: Desk, goal: Objective) -> bool:
    """Whether a goal is still worked on or waits to be: not closed, and in a cycle that lasts."""
    return goal.state != "closed" and lasts(desk, goal.cycle)


def live_goals(desk: Desk, unit: str) -> tuple[Objective, ...]:
    """The unit's objectives that are still worked on, cycle by cycle."""
    return tuple(
        goal
        for cycle in desk.corpus.cycles
        if lasts(desk, cycle.id)
        for goal in desk.goals_of.get((unit, cycle.id), ())
        if goal.state != "closed"
    )
