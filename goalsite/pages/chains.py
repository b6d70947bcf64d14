"""Objectives that go on in another cycle -> chains: one row of time for what is one pursuit."""

from __future__ import annotations

from goalsite.model.records import Objective
from goalsite.pages.desk import Desk

Chain = tuple[Objective, ...]
"""Objectives of which each continues the one before, the latest last."""


def chains(desk: Desk) -> tuple[Chain, ...]:
    """Every objective of a unit in exactly one chain; of two that continue the same one, one begins anew.

    A circle is opened at its smallest id.
    """
    own = {goal.id: goal for goal in desk.corpus.objectives if goal.person is None}
    before = _before(desk, own)
    continued = set(before.values())
    ends = [name for name in own if name not in continued]
    seen: set[str] = set()
    everybody = (*ends, *own)  # the second time for those in circles, which have no end
    return tuple(_back_from(name, before, own, seen) for name in everybody if name not in seen)


def _before(desk: Desk, own: dict[str, Objective]) -> dict[str, str]:
    """What each objective continues, where nothing else does."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in own:
        for edge in desk.edges_from.get(name, ()):
            if (
                edge.type == "continues"
                and edge.target in own
                and edge.target not in taken
                and name not in found
            ):
                found[name] = edge.target
                taken.add(edge.target)
    return found


def _back_from(name: str, before: dict[str, str], own: dict[str, Objective], seen: set[str]) -> Chain:
    steps: list[Objective] = []
    at: str | None = name
    while at is not None and at not in seen:
        seen.add(at)
        steps.append(own[at])
        at = before.get(at)
    return tuple(reversed(steps))
