"""Labels that stand beside what they name and never on each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from goalsite.drawing.svg import LINE, Anchor, line_at, shorten, text_at, text_width

_GAP = 7.0
_APART = 4.0
_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
_RANK = 0.35
"""How much a label's place is worse than the one before it, in obstacles covered."""


class Box(NamedTuple):
    """The room that something takes."""

    left: float
    top: float
    right: float
    bottom: float


class Candidate(NamedTuple):
    """A place where a label could stand: the point it is anchored at; `y` is the middle of its line."""

    x: float
    y: float
    anchor: Anchor = "start"


class Note(NamedTuple):
    """A label of the margin: the height it belongs to, its text and classes."""

    y: float
    text: str
    classes: str


@dataclass(slots=True)
class Labels:
    """The labels of one drawing while it is being made: `bounds` is the drawing, `taken` what is occupied."""

    bounds: Box
    taken: list[Box] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    def place(
        self,
        text: str,
        classes: str,
        candidates: Iterable[Candidate],
        obstacles: Sequence[tuple[float, float]] = (),
        heights: Sequence[float] = (),
    ) -> bool:
        """Put the text where it covers no other label, and the fewest obstacles; False if nowhere.

        The candidates come with the best first: a later one has to cover less. Obstacles are places along
        drawn lines; `heights` those of lines across the whole plot.
        """
        if not text:
            return False
        width = text_width(text)
        x1, y1, x2, y2 = self.bounds
        best: tuple[float, Candidate, Box] | None = None
        # Written out, since a chart tries a dozen places against a hundred obstacles.
        for rank, candidate in enumerate(candidates):
            far = rank * _RANK
            if best is not None and best[0] <= far:
                break
            box = box_of(candidate, width)
            left, top, right, bottom = box
            if left < x1 or top < y1 or right > x2 or bottom > y2:
                continue
            if [1 for a, b, c, d in self.taken if left < c and a < right and top < d and b < bottom]:
                continue
            covered = [1 for x, y in obstacles if left < x < right and top < y < bottom]
            crossed = [1 for y in heights if top < y < bottom]
            cost = far + len(covered) + 3 * len(crossed)
            best = (cost, candidate, box) if best is None or cost < best[0] else best
        if best is None:
            return False
        _, chosen, box = best
        self.taken.append(Box(box.left - _APART, box.top, box.right + _APART, box.bottom))
        self.parts.append(text_at(chosen.x, chosen.y, text, classes, chosen.anchor))
        return True

    def margin(self, x: float, notes: Sequence[Note], top: float, bottom: float) -> None:
        """Stack the notes to the right of `x`, each as near its height as the others let it.

        They come with the most important first: those for which there is no room are left out. A short line
        leads to one that had to move.
        """
        room = self.bounds.right - x - _GAP
        fitting = max(int((bottom - top) // LINE), 1)
        chosen = sorted([note for note in notes if note.text][:fitting], key=lambda note: note.y)
        heights = spread([note.y for note in chosen], LINE, top + LINE / 2, bottom - LINE / 2)
        for note, y in zip(chosen, heights, strict=True):
            text = shorten(note.text, room)
            if abs(y - note.y) > 5:
                self.parts.append(line_at(x, note.y, x + _GAP - 2, y, "gs-leader"))
            self.taken.append(box_of(Candidate(x + _GAP, y), text_width(text)))
            self.parts.append(text_at(x + _GAP, y, text, note.classes, full=note.text))


def box_of(candidate: Candidate, width: float) -> Box:
    """The room that a line of text of this width takes at a place."""
    x, y, anchor = candidate
    left = x - width * _BEFORE[anchor]
    return Box(left, y - LINE / 2, left + width, y + LINE / 2)


def margin_width(texts: Sequence[str], most: float) -> float:
    """How much room the notes of the margin need, at most `most`."""
    widest = max((text_width(text) for text in texts), default=0.0)
    return min(widest + _GAP + 1, most) if widest else 0.0


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Heights at least `gap` apart, in the order of the sorted wanted ones and as near to them as can be.

    Least squares by pooling neighbours that collide; held within the bounds where these have room for all.
    """
    blocks: list[tuple[float, int]] = []
    for i, y in enumerate(wanted):
        mean, count = y - i * gap, 1
        while blocks and blocks[-1][0] > mean:
            before, size = blocks.pop()
            mean = (before * size + mean * count) / (size + count)
            count += size
        blocks.append((mean, count))
    top = max(high - (len(wanted) - 1) * gap, low)
    shifted = [min(max(mean, low), top) for mean, count in blocks for _ in range(count)]
    return [y + i * gap for i, y in enumerate(shifted)]
