"""How an alignment came about: who started it, and whether it crosses the organisation."""

from __future__ import annotations

from goalsite.drawing.nodes import Edge as Drawn
from goalsite.drawing.nodes import Way
from goalsite.graph.edges import Edge
from goalsite.pages.desk import Desk
from goalsite.pages.forest import UPWARDS

_WAYS: dict[str, Way] = {"bottom-up": "up", "top-down": "down", "negotiated": "both"}


def drawn_edge(desk: Desk, edge: Edge) -> Drawn:
    """An edge as it is drawn on the map."""
    return Drawn(edge.source, edge.target, edge.type, way_of(desk, edge), is_across(desk, edge))


def way_of(desk: Desk, edge: Edge) -> Way:
    """Who started it, by the `origin` of the objective that says so; empty of edges that lead nowhere up."""
    goal = desk.objectives.get(edge.source)
    if goal is None or goal.origin is None or edge.type not in UPWARDS:
        return ""
    return _WAYS[goal.origin]


def is_across(desk: Desk, edge: Edge) -> bool:
    """Whether it leads to a unit that is neither its own nor above or below it."""
    homes = desk.ties.homes
    own, other = homes.get(edge.source), homes.get(edge.target)
    if own is None or other is None or own == other:
        return False
    return other not in desk.units_above[own] and own not in desk.units_above[other]
