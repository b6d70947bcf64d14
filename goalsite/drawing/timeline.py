"""Stretches of time on an axis that many rows share: each row a drawing as wide as its place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from goalsite.drawing.scale import date_ticks
from goalsite.drawing.svg import Formats, Tone, esc, mark_at, num

_ROW, _AXIS, _THICK = 36.0, 36.0, 12.0
_MOST_TICKS = 6
_LEAST = 0.6
"""Per cent of the width that a stretch has at least, so that a day is seen."""

_EDGE = 86.0
"""Per cent from which on a label stands before its place, not behind it."""


class Span(Struct, frozen=True):
    """A stretch from `start` to `end`, both included; `done` is the share of it that is filled, `label` what
    hovering tells."""

    start: date
    end: date
    label: str
    tone: Tone = ""
    done: float | None = None


class Axis(Struct, frozen=True):
    """The first and last day of all rows, and today where it lies between them."""

    first: date
    last: date
    today: date

    def at(self, day: date) -> float:
        """Where a day begins, in per cent of the width; what lies outside is held at the edge."""
        length = (self.last - self.first).days + 1
        return min(100.0, max(0.0, 100.0 * (day - self.first).days / length))

    def after(self, day: date) -> float:
        """Where a day ends, likewise."""
        length = (self.last - self.first).days + 1
        return min(100.0, max(0.0, 100.0 * ((day - self.first).days + 1) / length))

    @property
    def ticks(self) -> tuple[str, tuple[date, ...]]:
        """The unit of the axis and the days it names."""
        return date_ticks(self.first, self.last, _MOST_TICKS)

    @property
    def shows_today(self) -> bool:
        """Whether today lies on it."""
        return self.first <= self.today <= self.last


def timeline_axis(axis: Axis, today_label: str, formats: Formats) -> str:
    """The head of the column: the days by name, and today."""
    unit, ticks = axis.ticks
    parts = []
    for day in ticks:
        at = axis.at(day)
        parts.append(_upright(at, 18, "gs-grid"))
        parts.append(_text(at, 9, formats.tick(day, unit)))
    if axis.shows_today:
        at = axis.at(axis.today)
        parts.append(_upright(at, 20, "gs-today"))
        parts.append(_text(at, 27, today_label))
    return _drawing("gs-timeline gs-timeline-axis", _AXIS, parts)


def timeline_row(spans: Sequence[Span], axis: Axis) -> str:
    """The stretches of one row in their order, joined where one goes on in the next.

    A mark tells the tone by its shape. The row is hidden from screen readers: its words stand beside it.
    """
    parts = [_upright(axis.at(day), 0, "gs-grid") for day in axis.ticks[1]]
    if axis.shows_today:
        parts.append(_upright(axis.at(axis.today), 0, "gs-today"))
    middle = _ROW / 2
    for one, following in pairwise(spans):
        x1, x2 = axis.after(one.end), axis.at(following.start)
        parts.append(
            f'<line class="gs-joint" x1="{_pc(x1)}" y1="{num(middle)}" x2="{_pc(x2)}" y2="{num(middle)}"/>'
        )
    parts += [_span(span, axis, middle) for span in spans]
    return _drawing("gs-timeline", _ROW, parts)


def _span(span: Span, axis: Axis, middle: float) -> str:
    left = min(axis.at(span.start), 100 - _LEAST)
    width = max(axis.after(span.end) - left, _LEAST)
    top = num(middle - _THICK / 2)
    tone = f" gs-{span.tone}" if span.tone else ""
    parts = [f"<g><title>{esc(span.label)}</title>", _bar("gs-stretch" + tone, left, width, top)]
    if span.done is not None and span.done > 0:
        parts.append(_bar("gs-stretch-done" + tone, left, width * min(span.done, 1.0), top))
    mark = mark_at(8, middle, span.tone, span.label)
    parts.append(f'<svg x="{_pc(left)}" overflow="visible">{mark}</svg></g>')
    return "".join(parts)


def _bar(classes: str, left: float, width: float, top: str) -> str:
    place = f'x="{_pc(left)}" y="{top}" width="{_pc(width)}" height="{num(_THICK)}"'
    return f'<rect class="{classes}" {place} rx="3"/>'


def _upright(at: float, top: float, classes: str) -> str:
    """A line down to the bottom, however high the page makes the drawing."""
    return f'<line class="{classes}" x1="{_pc(at)}" x2="{_pc(at)}" y1="{num(top)}" y2="100%"/>'


def _text(at: float, y: float, text: str) -> str:
    anchor, shift = (' text-anchor="end"', -4) if at > _EDGE else ("", 4)
    return f'<text class="gs-label" x="{_pc(at)}" dx="{shift}" y="{num(y)}"{anchor}>{esc(text)}</text>'


def _pc(share: float) -> str:
    return f"{share:.2f}".rstrip("0").rstrip(".") + "%"


def _drawing(classes: str, height: float, parts: Sequence[str]) -> str:
    size = f'width="100%" height="{num(height)}"'
    return f'<svg class="{classes}" {size} aria-hidden="true">{"".join(parts)}</svg>'
