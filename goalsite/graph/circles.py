"""Circles: edges that lead back to where they started."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx


def circles(pairs: Iterable[tuple[str, str]]) -> list[tuple[tuple[str, ...], frozenset[tuple[str, str]]]]:
    """For every knot of circles one of them, as a path that ends where it starts, and all edges of the knot.

    The path starts at the id of the knot that sorts first; circles come in that order.
    """
    inner_pairs = _inner(pairs)
    if not inner_pairs:
        return []
    import networkx as nx

    graph = nx.DiGraph()
    graph.add_edges_from(sorted(inner_pairs))
    found = []
    for knot in nx.strongly_connected_components(graph):
        if len(knot) < 2:
            continue
        inner = graph.subgraph(knot)
        found.append((_shortest(inner), frozenset(inner.edges)))
    return sorted(found)


def _inner(pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """The pairs without those that lead, in the end, only to nodes from which nothing leads on.

    Without a circle none is left, and the library for graphs is not loaded.
    """
    sources: dict[str, list[str]] = {}
    left = set(pairs)
    onward = Counter(source for source, _ in left)
    for source, target in left:
        sources.setdefault(target, []).append(source)
    ends = [target for target in sources if target not in onward]
    while ends:
        end = ends.pop()
        for source in sources.get(end, ()):
            left.discard((source, end))
            onward[source] -= 1
            if not onward[source]:
                ends.append(source)
    return left


def _shortest(knot: nx.DiGraph) -> tuple[str, ...]:
    """A shortest circle through the node that sorts first."""
    import networkx as nx

    first = min(knot)
    back = nx.single_target_shortest_path_length(knot, first)
    lengths = dict(back)
    path = [first]
    node = min(knot.successors(first), key=lambda other: (lengths[other], other))
    while node != first:
        path.append(node)
        node = min(knot.successors(node), key=lambda other: (lengths[other], other))
    return (*path, first)
