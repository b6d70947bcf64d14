"""The alignment of one goal: what it serves above, who carries it below, what it is tied to beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from goalsite.drawing.labels import spread
from goalsite.drawing.neighbours import Group, grouped, split
from goalsite.drawing.nodes import (
    Edge,
    Node,
    Side,
    edge_classes,
    head_at,
    linked,
    status_mark,
)
from goalsite.drawing.svg import LINE, esc, num, shorten, text_at, wrap

WIDTH = 480.0
_COLUMN, _GAP, _LEFT = 141.0, 20.0, 14.0
_CENTRE = _LEFT + _COLUMN + _GAP
_PAD, _BETWEEN, _BAND, _RIM = 8.0, 10.0, 40.0, 2.0
_LINES = 3


class NetworkWords(Struct, frozen=True):
    """The words of the graph: its title, an edge's name as its source and as its target says it, `3 more`."""

    title: str
    outgoing: Callable[[str], str]
    incoming: Callable[[str], str]
    more: Callable[[int], str]
    description: str = ""


class _Placed(Struct, frozen=True):
    """A group in its place: the box of each node by (top, height), the height of its words, and its end."""

    group: Group
    left: float
    boxes: tuple[tuple[Node, float, float], ...]
    words_at: float
    bottom: float


def network(centre: Node, nodes: Iterable[Node], edges: Iterable[Edge], words: NetworkWords) -> str:
    """The graph one step around `centre`, in at most 37 boxes; empty if no edge leads from or to it."""
    sides = grouped(centre, nodes, edges)
    if not any(sides.values()):
        return ""
    above = _stacks(_columns(sides["up"]), _RIM, words_above=False)
    top = max((placed.bottom + _BAND for placed in above), default=_RIM)
    left, right = _flank(sides["left"], _LEFT, top), _flank(sides["right"], _LEFT + 2 * (_COLUMN + _GAP), top)
    tall = _height(centre)
    ends = [placed.bottom for placed in (*left, *right)]
    middle = max([*ends, top + tall]) - top
    centre_top = top + (middle - tall) / 2
    below = _stacks(_columns(sides["down"]), top + middle + _BAND, words_above=True)
    height = max([placed.bottom for placed in below] + [top + middle]) + _RIM
    parts = [_ties(above, centre_top, top, up=True), _ties(below, centre_top + tall, top + middle, up=False)]
    parts += [
        _ties_across(left, _CENTRE, centre_top, tall),
        _ties_across(right, _CENTRE + _COLUMN, centre_top, tall),
    ]
    for placed in (*above, *left, *right, *below):
        parts.append(_drawn(placed, words))
    parts.append(_box(centre, _CENTRE, centre_top, tall, "gs-node gs-centre"))
    return _group_image(words, height, parts)


def _group_image(words: NetworkWords, height: float, parts: Sequence[str]) -> str:
    """An `img` would hide its links from a screen reader, so it is a named group of them."""
    told = f"<desc>{esc(words.description)}</desc>" if words.description else ""
    box = f"0 0 {num(WIDTH)} {num(height)}"
    name = f'role="group" aria-label="{esc(words.title)}"'
    return f'<svg class="gs-network" viewBox="{box}" {name}>{told}{"".join(parts)}</svg>'


def _columns(groups: list[Group]) -> list[tuple[float, Group]]:
    """Up to three columns and their left edges, around the middle; a large group takes the free ones."""
    columns = list(groups[:3])
    while 0 < len(columns) < 3:
        longest = max(range(len(columns)), key=lambda i: len(columns[i].nodes))
        if len(columns[longest].nodes) < 3:
            break
        columns[longest : longest + 1] = split(columns[longest], 3 - len(columns) + 1)
    step = _COLUMN + _GAP
    first = _LEFT + (3 - len(columns)) * step / 2
    return [(first + i * step, group) for i, group in enumerate(columns)]


def _height(node: Node) -> float:
    lines = len(wrap(node.title, _COLUMN - 2 * _PAD, _LINES)) + bool(node.status)
    return lines * LINE + 2 * _PAD


def _stacks(columns: list[tuple[float, Group]], top: float, *, words_above: bool) -> list[_Placed]:
    """The columns below `top`, or, with the words under them, all ending at the same height."""
    placed = [_stack(group, left, top, words_above=words_above) for left, group in columns]
    if words_above:
        return placed
    end = max((one.bottom for one in placed), default=0.0)
    return [_stack(one.group, one.left, top + end - one.bottom, words_above=False) for one in placed]


def _stack(group: Group, left: float, top: float, *, words_above: bool) -> _Placed:
    y = top + (LINE + 2 if words_above else 0)
    boxes = []
    for node in group.nodes:
        tall = _height(node)
        boxes.append((node, y, tall))
        y += tall + _BETWEEN
    y -= _BETWEEN
    if group.left_out:
        y += LINE + 2
    words_at = top + LINE / 2 if words_above else y + LINE / 2 + 2
    return _Placed(group, left, tuple(boxes), words_at, y if words_above else y + LINE + 2)


def _flank(groups: list[Group], left: float, top: float) -> list[_Placed]:
    placed = []
    for group in groups:
        placed.append(_stack(group, left, top, words_above=True))
        top = placed[-1].bottom + 1.5 * _BETWEEN
    return placed


def _drawn(placed: _Placed, words: NetworkWords) -> str:
    group = placed.group
    name = (words.outgoing if group.outgoing else words.incoming)(group.kind)
    middle = placed.left + _COLUMN / 2
    parts = [_box(node, placed.left, y, tall, "gs-node") for node, y, tall in placed.boxes]
    parts.append(text_at(middle, placed.words_at, shorten(name, _COLUMN), "gs-label", "middle", full=name))
    if group.left_out:
        _, y, tall = placed.boxes[-1]
        parts.append(
            text_at(middle, y + tall + LINE / 2 + 2, words.more(group.left_out), "gs-more", "middle")
        )
    return "".join(parts)


def _box(node: Node, left: float, top: float, tall: float, classes: str) -> str:
    parts = [f'<rect x="{num(left)}" y="{num(top)}" width="{num(_COLUMN)}" height="{num(tall)}" rx="4"/>']
    y = top + _PAD + LINE / 2
    for line in wrap(node.title, _COLUMN - 2 * _PAD, _LINES):
        parts.append(text_at(left + _PAD, y, line, "gs-name"))
        y += LINE
    if node.status:
        parts.append(status_mark(left + _PAD + 4, y, node.tone))
        parts.append(text_at(left + _PAD + 13, y, shorten(node.status, _COLUMN - 2 * _PAD - 13), "gs-label"))
    return linked(node, classes, "".join(parts))


def _ties(stacks: list[_Placed], centre_y: float, band_y: float, *, up: bool) -> str:
    """The ties of the columns above or below, apart from each other along the centre's edge."""
    left, right = _CENTRE + 16, _CENTRE + _COLUMN - 16
    wanted = [min(max(placed.left, left), right) for placed in stacks]
    starts = spread(wanted, 16.0, left, right)
    return "".join(_tie(one, x, centre_y, band_y, up=up) for one, x in zip(stacks, starts, strict=True))


def _tie(placed: _Placed, from_x: float, centre_y: float, band_y: float, *, up: bool) -> str:
    """From the centre out of its band to the trunk left of a column, from there into each of its boxes."""
    group, classes = placed.group, edge_classes(placed.group.kind)
    trunk = placed.left - _GAP / 2 + 1
    ends = [y + tall / 2 for _, y, tall in placed.boxes]
    turn = placed.bottom if up else placed.words_at - LINE / 2
    bend = num((turn + band_y) / 2)
    line = f"M{num(from_x)} {num(centre_y)}V{num(band_y)}"
    line += f"C{num(from_x)} {bend} {num(trunk)} {bend} {num(trunk)} {num(turn)}"
    line += f"V{num(ends[0] if up else ends[-1])}"
    line += "".join(f"M{num(trunk)} {num(y)}H{num(placed.left)}" for y in ends)
    parts = [f'<path class="{classes}" d="{line}"/>']
    if group.outgoing:
        parts += [head_at(placed.left, y, group.form.head, "right", classes) for y in ends]
    else:
        parts.append(head_at(from_x, centre_y, group.form.head, "down" if up else "up", classes))
    return "".join(parts)


def _ties_across(stacks: list[_Placed], centre_x: float, centre_top: float, tall: float) -> str:
    """From the boxes of each group to a trunk in the gap, and from there into the centre's side."""
    parts = []
    for i, placed in enumerate(stacks):
        group, classes = placed.group, edge_classes(placed.group.kind)
        on_left = placed.left < centre_x
        edge = placed.left + _COLUMN if on_left else placed.left
        trunk = edge + (centre_x - edge) * (i + 1) / (len(stacks) + 1)
        into = centre_top + tall * (i + 1) / (len(stacks) + 1)
        ends = [y + high / 2 for _, y, high in placed.boxes]
        line = f"M{num(centre_x)} {num(into)}H{num(trunk)}V{num(ends[0])}"
        line += f"M{num(trunk)} {num(into)}V{num(ends[-1])}"
        line += "".join(f"M{num(trunk)} {num(y)}H{num(edge)}" for y in ends)
        parts.append(f'<path class="{classes}" d="{line}"/>')
        if group.outgoing:
            to: Side = "left" if on_left else "right"
            parts += [head_at(edge, y, group.form.head, to, classes) for y in ends]
        else:
            parts.append(head_at(centre_x, into, group.form.head, "right" if on_left else "left", classes))
    return "".join(parts)
