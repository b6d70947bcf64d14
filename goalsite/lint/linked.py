"""Which objectives say that they belong together."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from goalsite.graph.edges import Edge


class Linked(Struct, frozen=True):
    """Pairs of goals with an edge in either direction, and by goal one that all who share its result have."""

    pairs: frozenset[tuple[str, str]]
    shared: dict[str, str]

    @classmethod
    def by(cls, edges: Iterable[Edge]) -> Linked:
        """The links that `edges` make; those of `same_as` reach as far as they lead."""
        pairs = set()
        shared: dict[str, str] = {}
        for edge in edges:
            pairs |= {(edge.source, edge.target), (edge.target, edge.source)}
            if edge.type == "same_as" and not edge.outside:
                shared[_first(edge.source, shared)] = _first(edge.target, shared)
        return cls(frozenset(pairs), {goal: _first(goal, shared) for goal in shared})

    def between(self, one: str, other: str) -> bool:
        """Whether two goals are linked."""
        return (one, other) in self.pairs or self.shared.get(one, one) == self.shared.get(other, other)


def _first(goal: str, shared: dict[str, str]) -> str:
    while shared.get(goal, goal) != goal:
        goal = shared[goal]
    return goal
