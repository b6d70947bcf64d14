"""A forest of goals -> the drawing of the map, and samples of its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from goalsite.drawing.nodes import (
    EDGE_FORMS,
    Node,
    Way,
    bridge_at,
    edge_classes,
    exposed_ring,
    head_at,
    status_mark,
)
from goalsite.drawing.tree import tree_map
from goalsite.graph import edges as graph
from goalsite.pages.desk import Desk
from goalsite.pages.drawn import TONES
from goalsite.pages.edges import standing
from goalsite.pages.elements import Svg
from goalsite.pages.forest import Forest
from goalsite.pages.links import goal_link
from goalsite.pages.ways import drawn_edge

_UP = "../"
_MOST_WHOLE = 1500
_MOST_NEAREST = 80


def drawn_first(forest: Forest) -> tuple[str, ...]:
    """The goals that the map's page draws: all of them, or the strategy level of more than 1,500."""
    tied = len(forest.parents) + len(forest.roots)
    return forest.nearest(tied if tied <= _MOST_WHOLE else _MOST_NEAREST)


def draw_map(
    desk: Desk, names: Sequence[str], hung: Iterable[graph.Edge]
) -> tuple[Svg | None, tuple[str, ...]]:
    """The drawing of these goals, which hang by these edges, as it stands on the map's first page, and the
    kinds of edges in it."""
    shown = set(names)
    further = (edge for edge in told_edges(desk, names) if edge.target in shown)
    drawn = [drawn_edge(desk, edge) for edge in chain(hung, further)]
    drawing = tree_map(
        [_node(desk, name) for name in names],
        drawn,
        desk.language.text("Goals and what they serve"),
        mirrored=desk.language.direction() == "rtl",
    )
    used = {edge.kind for edge in drawn}
    return (Svg(drawing) if drawing else None), tuple(kind for kind in graph.EDGE_TYPES if kind in used)


def told_edges(desk: Desk, names: Sequence[str]) -> Iterator[graph.Edge]:
    """The edges from these goals to others of this site, each once; contributing implies supporting."""
    for name in names:
        own = [edge for edge in desk.edges_from.get(name, ()) if not edge.outside and edge.target != name]
        counted = {edge.target for edge in own if edge.type == "contributes"}
        said: set[tuple[str, str]] = set()
        for edge in own:
            key = edge.type, edge.target
            if key in said or (edge.type == "supports" and edge.target in counted):
                continue
            said.add(key)
            yield edge


def is_exposed(desk: Desk, name: str) -> bool:
    """Whether a goal is an objective that something it depends on puts at risk."""
    figures = desk.analysis.objectives.get(name)
    return figures is not None and figures.exposed


def _node(desk: Desk, name: str) -> Node:
    link, status = goal_link(desk, name), standing(desk, name)
    return Node(
        id=name,
        title=link.text,
        href=_UP + link.href,
        status=status.word if status else "",
        tone=TONES.get(status.key, "") if status else "",
        kind="kpi" if name in desk.kpis else "objective",
        exposed=desk.language.word("status", "exposed").word if is_exposed(desk, name) else "",
    )


def edge_sample(kind: str) -> Svg:
    """A short piece of the line that this kind of edge is drawn with, and its head."""
    form = EDGE_FORMS[kind]
    classes = edge_classes(kind)
    return _sample(f'<path class="{classes}" d="M8 8H46"/>{head_at(6, 8, form.head, "left", classes)}')


def way_sample(way: Way, *, across: bool = False) -> Svg:
    """A short piece of a line in the look of its way, from the upper goal on the left to the lower one."""
    classes = edge_classes("supports", way, across=across)
    heads = head_at(6, 8, "open", "left", classes) if way != "down" else ""
    if way in ("down", "both"):
        heads += head_at(46, 8, "open", "right", classes)
    return _sample(f'<path class="{classes}" d="M6 8H46"/>{heads}{bridge_at(26, 8) if across else ""}')


def exposed_sample() -> Svg:
    """The mark of a goal that is exposed."""
    return _sample(exposed_ring(26, 8) + status_mark(26, 8, "ok"))


def _sample(parts: str) -> Svg:
    return Svg(
        f'<svg class="gs-spark" width="52" height="16" viewBox="0 0 52 16" aria-hidden="true">{parts}</svg>'
    )
