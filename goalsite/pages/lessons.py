"""What cycles teach: root causes, retrospectives, and which objectives go on in another cycle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goalsite.model.records import Objective
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Bar, Figure
from goalsite.pages.links import cycle_link, goal_link
from goalsite.pages.retrospectives import retro_facts
from goalsite.pages.rows import CountRow
from goalsite.pages.say import badge
from goalsite.pages.sections import CarriedRow, RetroRow

MOST = 100
"""How many lessons or causes one page tells."""


def named_causes(goals: Iterable[Objective]) -> dict[str, list[str]]:
    """The root causes that retrospectives name, in one case: each as it is written, once for every naming."""
    found: dict[str, list[str]] = {}
    for goal in goals:
        cause = goal.retro.root_cause.strip() if goal.retro else ""
        if cause:
            found.setdefault(cause.casefold(), []).append(cause)
    return found


def root_causes(desk: Desk, goals: Iterable[Objective]) -> tuple[CountRow, ...]:
    """Which root causes retrospectives name, the most frequent first; the same in any case is one."""
    named = [(spellings[0], len(spellings)) for spellings in named_causes(goals).values()]
    return count_rows(desk, sorted(named, key=lambda pair: (-pair[1], pair[0]))[:MOST])


def count_rows(desk: Desk, counts: Iterable[tuple[str, int]]) -> tuple[CountRow, ...]:
    """Counts as bars of shares of their total."""
    counts = list(counts)
    total = sum(count for _, count in counts)
    return tuple(
        CountRow(
            text,
            Figure(desk.language.number(count), raw=str(count)),
            Bar(
                count / total if total else 0.0,
                None,
                "active",
                desk.language.percent(count / total if total else 0.0),
            ),
        )
        for text, count in counts
    )


def lessons(desk: Desk, goals: Iterable[Objective]) -> tuple[RetroRow, ...]:
    """What closed objectives taught."""
    rows: list[RetroRow] = []
    for goal in goals:
        if goal.retro is None or len(rows) == MOST:
            continue
        outcome = badge(desk, "outcome", goal.outcome) if goal.outcome else None
        rows.append(RetroRow(goal_link(desk, goal.id), outcome, retro_facts(desk, goal)))
    return tuple(rows)


def carried_in(desk: Desk, goals: Iterable[Objective]) -> tuple[CarriedRow, ...]:
    """The objectives that go on with one of an earlier cycle; `cycle` is that one."""
    return tuple(_carried(desk, goals, outgoing=True))


def carried_over(desk: Desk, goals: Iterable[Objective]) -> tuple[CarriedRow, ...]:
    """The objectives that go on in a later cycle; `cycle` is that one."""
    return tuple(_carried(desk, goals, outgoing=False))


def _carried(desk: Desk, goals: Iterable[Objective], *, outgoing: bool) -> Iterator[CarriedRow]:
    edges = desk.edges_from if outgoing else desk.edges_to
    left = MOST
    for goal in goals:
        for edge in edges.get(goal.id, ()):
            other = edge.target if outgoing else edge.source
            if edge.type != "continues" or other not in desk.objectives or left == 0:
                continue
            left -= 1
            cycle = desk.objectives[other].cycle
            yield CarriedRow(
                goal_link(desk, edge.target), goal_link(desk, edge.source), cycle_link(desk, cycle)
            )
