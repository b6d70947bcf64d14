"""The map of all goals: a tidy tree along the first parent of each, further parents as faint curves.

Depth runs to the right, leaves stand one below the other, a parent stands beside the middle of its children.
Linear in nodes and edges; the same goals give the same bytes, in whatever order they come.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from goalsite.drawing.nodes import Edge, Node, edge_classes, linked, status_mark
from goalsite.drawing.svg import FONT, esc, num, shorten, text_at, text_width

_COLUMN, _ROW, _EDGE = 270.0, 22.0, 12.0
_SCALE = 13.0 / FONT
"""A map is read at its own size, its text at 13 pixels on every screen."""
_NAME = _COLUMN - 60.0
_LEAF_NAME = 2 * _NAME  # nothing stands to the right of a leaf


@dataclass(frozen=True, slots=True)
class _Place:
    x: float
    y: float
    name: str
    end: float


def tree_map(nodes: Iterable[Node], edges: Iterable[Edge], title: str, description: str = "") -> str:
    """The map as a drawing of fixed size, for up to some 1,500 nodes; empty without nodes.

    An edge leads from a goal to one that it serves. The first edge of a goal whose ends are both known makes
    its parent; where parents go in a circle, the one with the smallest id becomes a root.
    """
    known = {node.id: node for node in sorted(nodes, key=lambda node: node.id)}
    if not known:
        return ""
    used = list(
        dict.fromkeys(e for e in edges if e.source in known and e.target in known and e.source != e.target)
    )
    parents = _parents(known, used)
    places = _places(known, {child: edge.target for child, edge in parents.items()})
    parts = [
        _branch(places[edge.target], places[child], edge.kind) for child, edge in sorted(parents.items())
    ]
    primary = set(parents.values())
    parts += sorted(_extra(places[e.target], places[e.source], e.kind) for e in used if e not in primary)
    parts += [_node(known[key], place) for key, place in places.items()]
    width = max(place.end for place in places.values()) + _EDGE
    height = max(place.y for place in places.values()) + _ROW
    return _drawing(width, height, title, description, parts)


def _drawing(width: float, height: float, title: str, description: str, parts: list[str]) -> str:
    told = f"<desc>{esc(description)}</desc>" if description else ""
    size = f'width="{num(width)}" height="{num(height)}" viewBox="0 0 {num(width)} {num(height)}"'
    name = f'role="group" aria-label="{esc(title)}"'
    return f'<svg class="gs-tree" {size} {name}>{told}{"".join(parts)}</svg>'


def _parents(known: dict[str, Node], edges: list[Edge]) -> dict[str, Edge]:
    """The edge to the parent of each node that has one, circles opened."""
    first: dict[str, Edge] = {}
    for edge in edges:
        first.setdefault(edge.source, edge)
    settled: set[str] = set()
    for start in known:
        trail: list[str] = []
        on_trail: set[str] = set()
        node = start
        while node in first and node not in settled and node not in on_trail:
            trail.append(node)
            on_trail.add(node)
            node = first[node].target
        if node in on_trail:
            del first[min(trail[trail.index(node) :])]
        settled.update(trail)
    return first


def _places(known: dict[str, Node], parent: dict[str, str]) -> dict[str, _Place]:
    """Where each node lies, parents before their children, siblings by id."""
    children: dict[str, list[str]] = {}
    for key in known:
        children.setdefault(parent.get(key, ""), []).append(key)
    depth = {"": -1}
    order: list[str] = []
    waiting = [key for key in reversed(known) if key not in parent]
    heights: dict[str, float] = {}
    row = 0.6
    while waiting:
        key = waiting.pop()
        order.append(key)
        depth[key] = depth[parent.get(key, "")] + 1
        below = children.get(key, [])
        waiting.extend(reversed(below))
        if not below:
            heights[key] = row * _ROW
            row += 1
            if waiting and waiting[-1] not in parent:
                row += 0.5
    for key in reversed(order):
        if key not in heights:
            below = children[key]
            heights[key] = (heights[below[0]] + heights[below[-1]]) / 2
    return {key: _place(known[key], depth[key], heights[key], key not in children) for key in order}


def _place(node: Node, depth: int, y: float, is_leaf: bool) -> _Place:
    x = _EDGE + depth * _COLUMN
    name = shorten(node.title, (_LEAF_NAME if is_leaf else _NAME) / _SCALE)
    return _Place(x, y, name, x + 10 + text_width(name) * _SCALE)


def _node(node: Node, place: _Place) -> str:
    y = num(place.y - _ROW / 2)
    wide = num(place.end - place.x + 8)
    room = f'<rect class="gs-hit" x="{num(place.x - 6)}" y="{y}" width="{wide}" height="{num(_ROW)}"/>'
    name = text_at(place.x + 10, place.y, place.name, "gs-name")
    return linked(node, "gs-leaf", room + status_mark(place.x, place.y, node.tone) + name)


def _branch(parent: _Place, child: _Place, kind: str) -> str:
    start, end = parent.end + 4, child.x - 8
    bend = (max(start, parent.x + _COLUMN * 0.75) + end) / 2
    return f'<path class="{edge_classes(kind)}" d="{_curve(start, parent.y, bend, end, child.y)}"/>'


def _extra(parent: _Place, child: _Place, kind: str) -> str:
    """From the end of the parent's name; round the left of both where the parent is not further left."""
    start, end = parent.end + 4, child.x - 8
    bend = (start + end) / 2
    if parent.x >= child.x:
        start = parent.x - 8
        bend = max(min(start, end) - 40, 2)
    return f'<path class="{edge_classes(kind)} gs-extra" d="{_curve(start, parent.y, bend, end, child.y)}"/>'


def _curve(x1: float, y1: float, bend: float, x2: float, y2: float) -> str:
    return f"M{num(x1)} {num(y1)}C{num(bend)} {num(y1)} {num(bend)} {num(y2)} {num(x2)} {num(y2)}"
