"""The objectives of the dashboard: those of the current cycle by unit, then the other cycles that run.

Of a unit with many it shows those that are worst off, in their usual order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goalsite.analysis.figures import WORST_FIRST
from goalsite.model.records import Cycle, Objective
from goalsite.pages.choices import Filters
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Link
from goalsite.pages.filters import filters, partly
from goalsite.pages.links import cycle_link, unit_link
from goalsite.pages.objective_rows import objective_row
from goalsite.pages.sections import ObjectiveGroup
from goalsite.pages.sentences import summary

KEYS = ("unit", "owner", "status", "commitment", "tag")
"""What objectives are filtered by, in the order of the controls."""

_MOST_OF_A_UNIT = 8
_MOST = 120
_SHOWN = ("active", "closed", "paused", "proposed")


def objective_groups(desk: Desk, cycle: Cycle | None) -> tuple[ObjectiveGroup, ...]:
    """The objectives of the cycle by unit, then those of the other cycles that run."""
    if cycle is None:
        return ()
    groups: list[ObjectiveGroup] = []
    room = _MOST
    units = [team.id for team in desk.corpus.teams if (team.id, cycle.id) in desk.reviewed]
    for at, unit in enumerate(units):
        if room <= 0:
            rest = Link(
                desk.language.plural("%(n)s more unit", "%(n)s more units", len(units) - at), "teams/"
            )
            groups.append(ObjectiveGroup(Link(desk.language.text("All units"), "teams/"), (), rest=rest))
            break
        goals = [goal for goal in desk.goals_of[unit, cycle.id] if goal.state in _SHOWN]
        if goals:
            groups.append(_group(desk, unit_link(desk, unit), goals, min(room, _MOST_OF_A_UNIT)))
            room -= min(len(goals), _MOST_OF_A_UNIT)
    return (*groups, *_others(desk, cycle))


def _group(desk: Desk, title: Link, goals: list[Objective], most: int) -> ObjectiveGroup:
    rest, shown = len(goals) - most, goals
    if rest > 0:
        worst = sorted(goals, key=lambda goal: _rank(desk, goal))[:most]
        kept = {goal.id for goal in worst}
        shown = [goal for goal in goals if goal.id in kept]
    more = desk.language.plural("%(n)s more objective", "%(n)s more objectives", rest) if rest > 0 else ""
    return ObjectiveGroup(
        title=title,
        rows=tuple(objective_row(desk, goal) for goal in shown),
        summary=summary(desk, goals),
        rest=Link(more, title.href) if more else None,
    )


def _rank(desk: Desk, goal: Objective) -> int:
    """Where its status stands from worst to best; closed and proposed ones last."""
    status = desk.analysis.objectives[goal.id].status
    if goal.state != "active" or status not in WORST_FIRST:
        return len(WORST_FIRST)
    return WORST_FIRST.index(status)


def _others(desk: Desk, current: Cycle) -> Iterator[ObjectiveGroup]:
    """The other cycles that run today, the longest first: what the current one is part of."""
    running = [cycle for cycle in desk.corpus.cycles if desk.as_of in cycle.period and cycle.id != current.id]
    for cycle in sorted(running, key=lambda cycle: (-cycle.period.days, cycle.id)):
        goals = [goal for goal in desk.sides[cycle.id].goals if goal.state in _SHOWN]
        if goals:
            yield _group(desk, cycle_link(desk, cycle.id), goals, _MOST_OF_A_UNIT)


def objective_filters(desk: Desk, groups: Sequence[ObjectiveGroup], cycle: Cycle | None) -> Filters | None:
    """The filters of these groups; where they hold only some objectives, they lead to the cycle's page."""
    found = filters(desk, (row.keys for group in groups for row in group.rows), KEYS)
    if cycle is None or not any(group.rest for group in groups):
        return found
    part = desk.language.text("Not every objective stands on this page.")
    return partly(
        found, part, Link(desk.language.text("Filter all of the cycle"), cycle_link(desk, cycle.id).href)
    )
