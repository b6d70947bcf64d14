"""Where each goal of a map lies: tidy trees from strategy to work, side by side like the columns of a poster.

Depth runs along x, leaves stand one below the other, a parent stands beside the middle of its children. Trees
fill one column of the poster after the other; of a tree that is longer than a column, the goals that hold too
much come first, and what hangs below them follows piece by piece. Linear in goals; of any two, one is at
least a `ROW` below the other or a `COLUMN` further in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt

from msgspec import Struct

COLUMN, ROW, EDGE = 270.0, 22.0, 12.0
"""How far a goal is from its parent, how far from the next leaf, and how wide the rim is, in pixels."""

LEAF_ROOM = 470.0
"""How much room a goal has with none below it."""

_ROWS_IN_ONE = 90
_ASPECT = 1.6
_BETWEEN_TREES = 0.5


class Spot(Struct, frozen=True):
    """The middle of a goal's mark."""

    x: float
    y: float


def lay_out(order: Sequence[str], parents: Mapping[str, str]) -> dict[str, Spot]:
    """The spot of each goal, those above before those below; siblings and trees keep the given order.

    `parents` gives a goal the one above it, in no circle; a parent that is not in `order` is none.
    """
    below: dict[str, list[str]] = {name: [] for name in order}
    roots: list[str] = []
    for name in order:
        siblings = below.get(parents.get(name, ""))
        (roots if siblings is None else siblings).append(name)
    rows = _rows(roots, below)
    total = sum(rows[root] for root in roots)
    if total <= _ROWS_IN_ONE:
        return _filled(roots, below, rows, _ROWS_IN_ONE)
    # How wide columns become is known once they are filled, so the second filling has the wanted form.
    most = round(sqrt(total * (4 * COLUMN + LEAF_ROOM) / ROW / _ASPECT))
    first = _filled(roots, below, rows, most).values()
    wide, tall = max(spot.x for spot in first) + LEAF_ROOM, max(spot.y for spot in first)
    better = round(most * sqrt(wide / tall / _ASPECT))
    return _filled(roots, below, rows, max(_ROWS_IN_ONE // 2, better))


def _filled(
    roots: Sequence[str], below: Mapping[str, Sequence[str]], rows: Mapping[str, int], most: int
) -> dict[str, Spot]:
    """The spots of all goals in columns of at most so many rows, but where one piece is longer."""
    spots: dict[str, Spot] = {}
    left, used, wide, last = EDGE, 0.0, 0.0, 0
    for piece in _pieces(roots, below, rows, most):
        tall = sum(1 for children in piece.values() if not children)
        used += _BETWEEN_TREES if used and max(tall, last) > 1 else 0.0
        if used and used + tall > most:
            left, used, wide = left + wide, 0.0, 0.0
        deepest = _place(piece, left, used, spots)
        used, wide, last = used + tall, max(wide, deepest * COLUMN + LEAF_ROOM), tall
    return spots


def _downwards(top: str, below: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A goal and all below it, each after the one above."""
    waiting = [top]
    while waiting:
        name = waiting.pop()
        yield name
        waiting.extend(reversed(below[name]))


def _rows(roots: Sequence[str], below: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """How many leaves each goal holds."""
    rows: dict[str, int] = {}
    for name in reversed([name for root in roots for name in _downwards(root, below)]):
        rows[name] = sum(rows[child] for child in below[name]) or 1
    return rows


def _pieces(
    roots: Sequence[str], below: Mapping[str, Sequence[str]], rows: Mapping[str, int], most: int
) -> Iterator[dict[str, list[str]]]:
    """What is laid out in one: each goal in it, from its top down, with the children that are, too."""
    waiting = list(reversed(roots))
    while waiting:
        top = waiting.pop()
        too_long = rows[top] > most
        piece: dict[str, list[str]] = {}
        inside = [top]
        apart: list[str] = []
        while inside:
            name = inside.pop()
            stay = [child for child in below[name] if rows[child] > most] if too_long else below[name]
            piece[name] = list(stay)
            inside.extend(reversed(stay))
            if too_long:
                apart += [child for child in below[name] if rows[child] <= most]
        waiting.extend(reversed(apart))
        yield piece


def _place(piece: Mapping[str, Sequence[str]], left: float, row: float, spots: dict[str, Spot]) -> int:
    """Adds the spots of a piece whose first leaf stands in `row`; how deep it is."""
    depth: dict[str, int] = {}
    heights: dict[str, float] = {}
    for name, children in piece.items():
        level = depth.setdefault(name, 0) + 1
        depth.update(dict.fromkeys(children, level))
        if not children:
            heights[name] = (row + 0.6) * ROW
            row += 1
    for name, children in reversed(tuple(piece.items())):
        if children:
            heights[name] = (heights[children[0]] + heights[children[-1]]) / 2
    spots.update({name: Spot(left + depth[name] * COLUMN, heights[name]) for name in piece})
    return max(depth.values())
