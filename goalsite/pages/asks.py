"""What units ask of each other: the graph's asks and dependencies that cross from one unit to another."""

from __future__ import annotations

from collections.abc import Iterable

from goalsite.graph.edges import Ask, Edge
from goalsite.model.records import Objective
from goalsite.pages.desk import Desk
from goalsite.pages.lasting import live_goals
from goalsite.pages.links import goal_link, unit_link
from goalsite.pages.rows import AskRow
from goalsite.pages.say import confirmed_badge

MOST = 100
"""How many asks a page tells."""


def asks_of_unit(desk: Desk, unit: str) -> tuple[AskRow, ...]:
    """What goals of other units wait for here: asked of the unit, or due from one of its objectives."""
    rows = [_asked_here(desk, ask) for ask in desk.asks_of.get(unit, ()) if _waits(desk, ask.source, unit)]
    for goal in live_goals(desk, unit):
        rows += [
            _needed_here(desk, edge) for edge in _needs_of(desk, goal.id) if _waits(desk, edge.source, unit)
        ]
    return tuple(sorted(rows, key=_order)[:MOST])


def asks_of_others(desk: Desk, unit: str) -> tuple[AskRow, ...]:
    """What the unit's live objectives wait for elsewhere."""
    rows: list[AskRow] = []
    for goal in live_goals(desk, unit):
        if goal.state == "active":
            rows += [_asked_there(desk, ask) for ask in desk.asks_from.get(goal.id, ()) if ask.team != unit]
            rows += [
                _needed_there(desk, edge)
                for edge in desk.edges_from.get(goal.id, ())
                if edge.type == "depends_on" and _home(desk, edge.target) not in (None, unit)
            ]
    return tuple(sorted(rows, key=_order)[:MOST])


def needs_of_goals(desk: Desk, goals: Iterable[Objective]) -> tuple[AskRow, ...]:
    """What active goals of others wait for from these goals."""
    edges = [
        edge
        for goal in goals
        for edge in _needs_of(desk, goal.id)
        if desk.objectives[edge.source].state == "active"
    ]
    return tuple(_needed_here(desk, edge) for edge in edges[:MOST])


def _needs_of(desk: Desk, name: str) -> Iterable[Edge]:
    return (edge for edge in desk.edges_to.get(name, ()) if edge.type == "depends_on")


def _waits(desk: Desk, source: str, unit: str) -> bool:
    goal = desk.objectives[source]
    return goal.state == "active" and goal.team != unit


def _home(desk: Desk, name: str) -> str | None:
    goal = desk.objectives.get(name)
    return goal.team if goal else None


def _order(row: AskRow) -> tuple[bool, bool, str, str]:
    """What is refused or open first, then by unit and goal."""
    key = row.confirmed.key if row.confirmed else "open"
    return key == "yes", key == "open", row.unit.text, row.goal.text


def _asked_here(desk: Desk, ask: Ask) -> AskRow:
    return _ask_row(desk, ask, desk.objectives[ask.source].team)


def _asked_there(desk: Desk, ask: Ask) -> AskRow:
    return _ask_row(desk, ask, ask.team)


def _ask_row(desk: Desk, ask: Ask, unit: str) -> AskRow:
    return AskRow(
        unit=unit_link(desk, unit),
        goal=goal_link(desk, ask.source),
        what=ask.ask,
        size=desk.language.text("size: %(size)s", size=ask.size) if ask.size else "",
        confirmed=confirmed_badge(desk, ask.confirmed),
        note=ask.note,
    )


def _needed_here(desk: Desk, edge: Edge) -> AskRow:
    return _need_row(desk, edge, desk.objectives[edge.source].team)


def _needed_there(desk: Desk, edge: Edge) -> AskRow:
    return _need_row(desk, edge, desk.objectives[edge.target].team)


def _need_row(desk: Desk, edge: Edge, unit: str) -> AskRow:
    what = desk.objectives[edge.target].title
    return AskRow(
        unit=unit_link(desk, unit),
        goal=goal_link(desk, edge.source),
        what=what,
        confirmed=confirmed_badge(desk, edge.confirmed),
        note=edge.note,
    )
