"""What a goal serves in the end, and what serves it: along the edges that say why a goal exists."""

from __future__ import annotations

import networkx as nx

from goalsite.graph.edges import Graph

SERVING = ("supports", "contributes", "improves", "cascades_from")
"""The edges that lead from a goal to what it is there for."""


def ancestors(graph: Graph, name: str) -> frozenset[str]:
    """Every goal that `name` serves, directly or through others; not itself, even on a circle."""
    return _reached(graph, name, upwards=True)


def descendants(graph: Graph, name: str) -> frozenset[str]:
    """Every goal that serves `name`, directly or through others; not itself, even on a circle."""
    return _reached(graph, name, upwards=False)


def _reached(graph: Graph, name: str, *, upwards: bool) -> frozenset[str]:
    serving = nx.DiGraph()
    serving.add_node(name)
    serving.add_edges_from((e.source, e.target) for e in graph.edges if e.type in SERVING and not e.outside)
    found = nx.descendants(serving, name) if upwards else nx.ancestors(serving, name)
    return frozenset(found) - {name}
