"""Edges -> a forest: every goal below the first one it serves, circles opened."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec import Struct

from goalsite.graph.edges import Edge
from goalsite.pages.desk import Desk
from goalsite.pages.lasting import lasts

UPWARDS = ("supports", "contributes", "cascades_from", "improves")
"""The edges that lead up to what a goal serves, the first of a goal's making its place."""


class Forest(Struct, frozen=True):
    """`parents` gives the edge by which a goal hangs below another, `children` the goals below one, by id;
    `roots` stand at the top and have something below them, `alone` have neither.
    """

    parents: dict[str, Edge]
    children: dict[str, tuple[str, ...]]
    roots: tuple[str, ...]
    alone: tuple[str, ...]

    def nearest(self, most: int) -> tuple[str, ...]:
        """Up to `most` goals level by level from the roots down.

        Where the two highest levels alone are more, the trees that hold most, of each its equal part, or a
        quarter of `most` where there are more than four.
        """
        second = sum(len(self.children[root]) for root in self.roots)
        if len(self.roots) + second <= most:
            return self._levels(self.roots, most)
        sizes = self._sizes()
        each = max(1, most // min(4, len(self.roots)))
        found: list[str] = []
        for root in sorted(self.roots, key=lambda root: (-sizes[root], root)):
            found += self._levels((root,), min(each, most - len(found)))
            if len(found) == most:
                break
        return tuple(found)

    def _levels(self, roots: tuple[str, ...], most: int) -> tuple[str, ...]:
        found: list[str] = []
        level: Iterable[str] = roots
        while level and len(found) < most:
            found += level
            level = [child for name in level for child in self.children.get(name, ())]
        return tuple(found[:most])

    def _sizes(self) -> dict[str, int]:
        """How many goals each tree holds, its top included."""
        order = self._levels(self.roots, len(self.parents) + len(self.roots))
        sizes = dict.fromkeys(order, 1)
        for name in reversed(order):
            if name in self.parents:
                sizes[self.parents[name].target] += sizes[name]
        return sizes


def plant_lasting(desk: Desk) -> Forest:
    """The forest of the KPIs and the objectives of cycles that run or are to come."""
    return plant(desk, {*(goal.id for goal in desk.corpus.objectives if lasts(desk, goal.cycle)), *desk.kpis})


def plant(desk: Desk, names: Collection[str]) -> Forest:
    """The forest of these goals, sorted by unit and id at its top."""
    known = sorted(names)
    parents = _open_circles(known, {name: edge for name in known if (edge := _first_edge(desk, name, names))})
    below: dict[str, list[str]] = {}
    for name in known:
        if name in parents:
            below.setdefault(parents[name].target, []).append(name)
    top = sorted(
        (name for name in known if name not in parents), key=lambda name: (desk.ties.homes[name], name)
    )
    return Forest(
        parents=parents,
        children={name: tuple(children) for name, children in below.items()},
        roots=tuple(name for name in top if name in below),
        alone=tuple(name for name in top if name not in below),
    )


def _first_edge(desk: Desk, name: str, names: Collection[str]) -> Edge | None:
    edges = [
        edge
        for edge in desk.edges_from.get(name, ())
        if edge.type in UPWARDS and not edge.outside and edge.target in names and edge.target != name
    ]
    return min(edges, key=lambda edge: UPWARDS.index(edge.type), default=None)


def _open_circles(known: Iterable[str], parents: dict[str, Edge]) -> dict[str, Edge]:
    """The parents, but for one edge of each circle: that of its smallest id, which becomes a root."""
    settled: set[str] = set()
    for start in known:
        trail: dict[str, None] = {}
        name = start
        while name in parents and name not in settled and name not in trail:
            trail[name] = None
            name = parents[name].target
        if name in trail:
            steps = list(trail)
            del parents[min(steps[steps.index(name) :])]
        settled.update(trail)
    return parents
