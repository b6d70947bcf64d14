"""A forest of goals -> the drawing of the map, and samples of its lines."""

from __future__ import annotations

from collections.abc import Sequence

from goalsite.drawing.nodes import Edge, Node, edge_classes
from goalsite.drawing.tree import tree_map
from goalsite.graph.edges import EDGE_TYPES
from goalsite.pages.desk import Desk
from goalsite.pages.drawn import TONES
from goalsite.pages.edges import standing
from goalsite.pages.elements import Svg
from goalsite.pages.forest import UPWARDS, Forest
from goalsite.pages.links import goal_link

_UP = "../"


def draw_map(desk: Desk, forest: Forest, names: Sequence[str]) -> tuple[Svg | None, tuple[str, ...]]:
    """The drawing of these goals as it stands on the map's first page, and the kinds of edges in it."""
    shown = set(names)
    edges = [
        Edge(name, forest.parents[name].target, forest.parents[name].type)
        for name in names
        if name in forest.parents
    ]
    for name in names:
        edges += [
            Edge(edge.source, edge.target, edge.type)
            for edge in desk.edges_from.get(name, ())
            if edge.type in UPWARDS and not edge.outside and edge.target in shown
        ]
    text = desk.language.text
    drawing = tree_map([_node(desk, name) for name in names], edges, text("Goals and what they serve"))
    used = {edge.kind for edge in edges}
    return (Svg(drawing) if drawing else None), tuple(kind for kind in EDGE_TYPES if kind in used)


def _node(desk: Desk, name: str) -> Node:
    link, status = goal_link(desk, name), standing(desk, name)
    return Node(
        id=name,
        title=link.text,
        href=_UP + link.href,
        status=status.word if status else "",
        tone=TONES.get(status.key, "") if status else "",
        kind="kpi" if name in desk.kpis else "objective",
    )


def edge_sample(kind: str) -> Svg:
    """A short piece of the line that this kind of edge is drawn with."""
    line = f'<path class="{edge_classes(kind)}" d="M1 6H39"/>'
    return Svg(
        f'<svg class="gs-spark" width="40" height="12" viewBox="0 0 40 12" aria-hidden="true">{line}</svg>'
    )
