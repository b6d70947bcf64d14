"""A goal as a line of a list in which it is looked for: what it is, whose, where it stands."""

from __future__ import annotations

from goalsite.model.records import Kpi, Objective
from goalsite.pages.desk import Desk
from goalsite.pages.finding_views import FoundRow
from goalsite.pages.links import cycle_link, goal_link, person_link, unit_link
from goalsite.pages.standing import standing_badge


def found_row(desk: Desk, goal: Objective | Kpi, kind: str = "") -> FoundRow:
    """The line of an objective or KPI, with the word for its `kind`."""
    return FoundRow(
        link=goal_link(desk, goal.id),
        kind=kind,
        status=standing_badge(desk, goal),
        unit=unit_link(desk, goal.team),
        cycle=None if isinstance(goal, Kpi) else cycle_link(desk, goal.cycle),
        owner=person_link(desk, goal.owner) if goal.owner else None,
    )
