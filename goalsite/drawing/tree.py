"""The map of all goals: tidy trees along the first parent of each, further edges as faint curves.

Linear in nodes and edges; the same goals give the same bytes, in whatever order they come.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from goalsite.drawing.layout import COLUMN, EDGE, ROW, Spot, lay_out
from goalsite.drawing.nodes import (
    EDGE_FORMS,
    OTHER_FORM,
    Edge,
    Node,
    Side,
    bridge_at,
    edge_classes,
    exposed_ring,
    head_at,
    linked,
    status_mark,
)
from goalsite.drawing.svg import FONT, esc, num, shorten, text_at, text_width

_SCALE = 13.0 / FONT
"""A map is read at its own size, its text at 13 pixels on every screen."""
_NAME = COLUMN - 60.0
_LEAF_NAME = 2 * _NAME  # nothing stands to the right of a leaf
_GAP = 20.0
_SIDES: dict[int, tuple[Side, Side]] = {1: ("right", "left"), -1: ("left", "right")}
"""Where depth runs to, and from, by the sign of its direction."""


class _Place(Struct, frozen=True):
    """The middle of a node's mark, its name as it is shown, and where that ends; `turn` is -1 mirrored."""

    x: float
    y: float
    name: str
    end: float
    turn: int = 1

    def shifted(self, by: float) -> float:
        return self.x + by * self.turn


def tree_map(
    nodes: Iterable[Node], edges: Iterable[Edge], title: str, description: str = "", *, mirrored: bool = False
) -> str:
    """The map as a drawing of fixed size, for up to some 1,500 nodes; empty without nodes.

    An edge leads from a goal to the one it names. The first edge up of a goal whose ends are both known makes
    its parent; where parents go in a circle, the one with the smallest id becomes a root. `mirrored` has
    depth run to the left.
    """
    known = {node.id: node for node in sorted(nodes, key=lambda node: node.id)}
    if not known:
        return ""
    used = list(
        dict.fromkeys(e for e in edges if e.source in known and e.target in known and e.source != e.target)
    )
    parents = _parents(known, used)
    spots = lay_out(tuple(known), {child: edge.target for child, edge in parents.items()})
    leaves = known.keys() - {edge.target for edge in parents.values()}
    places = {key: _place(known[key], spot, key in leaves) for key, spot in spots.items()}
    width = max(place.end for place in places.values()) + EDGE
    if mirrored:
        places = {key: _mirrored(place, width) for key, place in places.items()}
    primary = set(parents.values())
    parts = [_tie(places, edge, "") for _, edge in sorted(parents.items())]
    parts += sorted(_tie(places, edge, " gs-extra") for edge in used if edge not in primary)
    parts += [_node(known[key], place) for key, place in places.items()]
    height = max(place.y for place in places.values()) + ROW
    return _drawing(width, height, title, description, parts)


def _drawing(width: float, height: float, title: str, description: str, parts: list[str]) -> str:
    told = f"<desc>{esc(description)}</desc>" if description else ""
    size = f'width="{num(width)}" height="{num(height)}" viewBox="0 0 {num(width)} {num(height)}"'
    name = f'role="group" aria-label="{esc(title)}"'
    return f'<svg class="gs-tree" {size} {name}>{told}{"".join(parts)}</svg>'


def _parents(known: Mapping[str, Node], edges: list[Edge]) -> dict[str, Edge]:
    """The edge to the parent of each node that has one, circles opened."""
    first: dict[str, Edge] = {}
    for edge in edges:
        if EDGE_FORMS.get(edge.kind, OTHER_FORM).outgoing == "up" or edge.kind == "improves":
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


def _place(node: Node, spot: Spot, is_leaf: bool) -> _Place:
    name = shorten(_said(node), (_LEAF_NAME if is_leaf else _NAME) / _SCALE)
    return _Place(spot.x, spot.y, name, spot.x + 10 + text_width(name) * _SCALE)


def _said(node: Node) -> str:
    return f"KPI · {node.title}" if node.kind == "kpi" else node.title


def _mirrored(place: _Place, width: float) -> _Place:
    return _Place(width - place.x, place.y, place.name, width - place.end, -1)


def _node(node: Node, place: _Place) -> str:
    y = num(place.y - ROW / 2)
    near, far = sorted((place.shifted(-6), place.end + 2 * place.turn))
    room = f'<rect class="gs-hit" x="{num(near)}" y="{y}" width="{num(far - near)}" height="{num(ROW)}"/>'
    ring = exposed_ring(place.x, place.y) if node.exposed else ""
    name = text_at(place.shifted(10), place.y, place.name, "gs-name")
    return linked(node, "gs-leaf", room + ring + status_mark(place.x, place.y, node.tone) + name)


def _tie(places: Mapping[str, _Place], edge: Edge, more: str) -> str:
    """Between the end of the left one's name and the mark of the right one; else round the left of both."""
    lower, upper = places[edge.source], places[edge.target]
    turn = lower.turn
    start, end = upper.end + 4 * turn, lower.shifted(-8)
    ahead, back = _SIDES[turn]
    into, out = back, ahead
    if (end - start) * turn > 0:
        bend = (max(start * turn, upper.shifted(COLUMN * 0.75) * turn) * turn + end) / 2
    else:
        start, into = upper.shifted(-8), ahead
        if (start - lower.end) * turn > _GAP:
            end, out = lower.end + 4 * turn, back
            bend = (start + end) / 2
        else:
            room = 16 + min(36.0, abs(upper.y - lower.y) / 6)
            bend = (min(start * turn, end * turn) - room) * turn
    classes = edge_classes(edge.kind, edge.way, across=edge.across) + more
    line = f"M{num(start)} {num(upper.y)}C{num(bend)} {num(upper.y)} {num(bend)} {num(lower.y)} "
    drawn = [f'<path class="{classes}" d="{line}{num(end)} {num(lower.y)}"/>']
    form = EDGE_FORMS.get(edge.kind, OTHER_FORM)
    if edge.way != "down":
        drawn.append(head_at(start, upper.y, form.head, into, classes))
    if edge.way in ("down", "both"):
        drawn.append(head_at(end, lower.y, form.head, out, classes))
    if edge.across:
        drawn.append(bridge_at((start + 6 * bend + end) / 8, (upper.y + lower.y) / 2))
    return "".join(drawn)
