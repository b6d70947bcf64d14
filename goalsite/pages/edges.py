"""A goal's edges -> sentences: why it exists, who carries it, what it depends on and what waits for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from goalsite.graph.edges import Ask, Edge
from goalsite.model.records import Objective
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Badge, Link
from goalsite.pages.links import goal_link, unit_link
from goalsite.pages.rows import EdgeRow
from goalsite.pages.say import confirmed_badge
from goalsite.pages.standing import result_badge, standing_badge

_UPWARDS = ("supports", "contributes", "improves", "cascades_from")
_ORDER = ("up", "down", "across")
_MOST = 100
"""How many edges of one kind and direction a page tells; of how many more there are, the last row says."""


def edge_rows(desk: Desk, name: str) -> tuple[EdgeRow, ...]:
    """The edges from and to a goal, and what it asks of units: up, then down, then across."""
    rows: list[EdgeRow] = []
    for outgoing, edges in ((True, desk.edges_from.get(name, ())), (False, desk.edges_to.get(name, ()))):
        for _, group in groupby(_told(edges, outgoing=outgoing), lambda edge: edge.type):
            same = tuple(group)
            rows += [_row(desk, name, edge, outgoing=outgoing) for edge in same[:_MOST]]
            if len(same) > _MOST:
                rows.append(_more(desk, same[0].type, len(same) - _MOST, outgoing=outgoing))
    rows += [_asked(desk, ask) for ask in desk.asks_from.get(name, ())[:_MOST]]
    return tuple(sorted(rows, key=lambda row: _ORDER.index(row.direction)))


def _told(edges: Iterable[Edge], *, outgoing: bool) -> Iterator[Edge]:
    """The edges without those that say less than another one to the same goal: what counts, supports, too."""
    ends = [(edge.to if outgoing else edge.source, edge) for edge in edges]
    counted = {end for end, edge in ends if edge.type == "contributes"}
    for end, edge in ends:
        if edge.type != "supports" or end not in counted or edge.note:
            yield edge


def _more(desk: Desk, kind: str, count: int, *, outgoing: bool) -> EdgeRow:
    before, after = desk.language.edge(kind, outgoing)
    link = Link(desk.language.plural("%(n)s more goal", "%(n)s more goals", count), "map/")
    return EdgeRow(direction_of(kind, outgoing), kind, link, before, after)


def direction_of(kind: str, outgoing: bool) -> str:
    """On which side an edge of this kind is told: `up`, `down` or `across`."""
    if kind not in _UPWARDS:
        return "across"
    return "up" if outgoing else "down"


def _row(desk: Desk, name: str, edge: Edge, *, outgoing: bool) -> EdgeRow:
    before, after = desk.language.edge(edge.type, outgoing)
    other = edge.to if outgoing else edge.source
    return EdgeRow(
        direction=direction_of(edge.type, outgoing),
        kind=edge.type,
        link=goal_link(desk, other),
        before=before,
        after=after,
        unit=_other_unit(desk, name, other),
        status=standing(desk, other),
        confirmed=confirmed_badge(desk, edge.confirmed) if edge.type == "depends_on" else None,
        counts=_counts(desk, edge),
        note=edge.note,
    )


def _asked(desk: Desk, ask: Ask) -> EdgeRow:
    before, after = desk.language.edge("depends_on", True)
    parts = tuple(part for part in (ask.ask, ask.note) if part)
    note = desk.language.text("; ").join(parts)
    if ask.size:
        size = desk.language.text("size: %(size)s", size=ask.size)
        note = f"{note} ({size})" if note else size
    return EdgeRow(
        direction="across",
        kind="depends_on",
        link=unit_link(desk, ask.team),
        before=before,
        after=after,
        confirmed=confirmed_badge(desk, ask.confirmed),
        note=note,
    )


def standing(desk: Desk, name: str) -> Badge | None:
    """Where a goal or a key result (`goal#kr`) stands; None of what lies outside."""
    goal_id, _, result_id = name.partition("#")
    goal = desk.objectives.get(goal_id) or desk.kpis.get(goal_id)
    if goal is None:
        return None
    results = desk.analysis.objectives[goal_id].key_results if isinstance(goal, Objective) else ()
    figures = next((one for one in results if one.id == result_id), None)
    if isinstance(goal, Objective) and figures is not None:
        return result_badge(desk, goal, figures)
    return standing_badge(desk, goal)


def _other_unit(desk: Desk, name: str, other: str) -> Link | None:
    """The unit of the goal at the other end, where that is another one."""
    homes = desk.ties.homes
    own, theirs = homes.get(name), homes.get(other.partition("#")[0])
    return unit_link(desk, theirs) if theirs is not None and theirs != own else None


def _counts(desk: Desk, edge: Edge) -> str:
    if edge.type == "contributes":
        return desk.language.text("counts with weight %(weight)s", weight=desk.language.number(edge.weight))
    if edge.type == "cascades_from" and edge.weight != 1.0:
        return desk.language.text("share %(share)s", share=desk.language.percent(edge.weight))
    return ""
