"""The neighbours of a goal by side, kind of edge and direction, no more than a drawing can hold."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

from goalsite.drawing.nodes import EDGE_FORMS, OTHER_FORM, Edge, EdgeForm, Node, Side

_MOST: dict[Side, int] = {"up": 9, "down": 15, "left": 6, "right": 6}


class Group(Struct, frozen=True):
    """Neighbours tied by the same kind of edge in the same direction; `left_out` of them are not shown."""

    kind: str
    outgoing: bool
    form: EdgeForm
    nodes: tuple[Node, ...]
    left_out: int = 0


def grouped(centre: Node, nodes: Iterable[Node], edges: Iterable[Edge]) -> dict[Side, list[Group]]:
    """The neighbours by side, kind and direction, in this order, each group's by id."""
    known = {node.id: node for node in nodes}
    met: dict[tuple[str, bool], dict[str, Node]] = {}
    for edge in edges:
        outgoing = edge.source == centre.id
        other = edge.target if outgoing else edge.source
        if other in known and other != centre.id and (outgoing or edge.target == centre.id):
            met.setdefault((edge.kind, outgoing), {})[other] = known[other]
    order = {kind: at for at, kind in enumerate(EDGE_FORMS)}
    sides: dict[Side, list[Group]] = {"up": [], "down": [], "left": [], "right": []}
    for kind, outgoing in sorted(met, key=lambda key: (order.get(key[0], len(order)), key)):
        form = EDGE_FORMS.get(kind, OTHER_FORM)
        found = met[kind, outgoing]
        side = form.outgoing if outgoing else form.incoming
        sides[side].append(Group(kind, outgoing, form, tuple(found[key] for key in sorted(found))))
    return {side: _capped(groups, _MOST[side]) for side, groups in sides.items()}


def _capped(groups: list[Group], most: int) -> list[Group]:
    """The groups with at most so many nodes in all: the largest give way first, each keeps one at least."""
    sizes = [len(group.nodes) for group in groups]
    while sum(sizes) > max(most, len(sizes)):
        sizes[sizes.index(max(sizes))] -= 1
    return [
        Group(group.kind, group.outgoing, group.form, group.nodes[:size], len(group.nodes) - size)
        for group, size in zip(groups, sizes, strict=True)
    ]


def split(group: Group, parts: int) -> list[Group]:
    """The group cut into so many, as even as can be; the last one tells what is left out."""
    count = len(group.nodes)
    cuts = [count * i // parts for i in range(parts + 1)]
    return [
        Group(group.kind, group.outgoing, group.form, group.nodes[a:b], group.left_out if b == count else 0)
        for a, b in pairwise(cuts)
    ]
