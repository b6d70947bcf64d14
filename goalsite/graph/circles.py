"""Circles: edges that lead back to where they started."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx


def circles(pairs: Iterable[tuple[str, str]]) -> list[tuple[tuple[str, ...], frozenset[tuple[str, str]]]]:
    """For every knot of circles one of them, as a path that ends where it starts, and all edges of the knot.

    The path starts at the id of the knot that sorts first; circles come in that order.
    """
    graph = nx.DiGraph()
    graph.add_edges_from(sorted(set(pairs)))
    found = []
    for knot in nx.strongly_connected_components(graph):
        if len(knot) < 2:
            continue
        inner = graph.subgraph(knot)
        found.append((_shortest(inner), frozenset(inner.edges)))
    return sorted(found)


def _shortest(knot: nx.DiGraph) -> tuple[str, ...]:
    """A shortest circle through the node that sorts first."""
    first = min(knot)
    back = nx.single_target_shortest_path_length(knot, first)
    lengths = dict(back)
    path = [first]
    node = min(knot.successors(first), key=lambda other: (lengths[other], other))
    while node != first:
        path.append(node)
        node = min(knot.successors(node), key=lambda other: (lengths[other], other))
    return (*path, first)
