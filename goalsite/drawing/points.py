"""Dated values as a line with marks: thinned where they are too many, broken where some are missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple, TypeVar

from goalsite.drawing.labels import Candidate, Labels
from goalsite.drawing.scale import Plot
from goalsite.drawing.svg import (
    FONT,
    LINE,
    Anchor,
    Formats,
    Tone,
    mark_at,
    num,
    path_through,
    shorten,
    text_width,
)

T = TypeVar("T")
Spots = Sequence[tuple[float, float]]

_MOST_DRAWN = 240
_MOST_MARKS = 64
_SAMPLE = 16.0
_WIDEST_NAME = 180.0
_BESIDE_RISING: tuple[tuple[int, Anchor], ...] = ((-1, "end"), (1, "start"))
_BESIDE_FALLING: tuple[tuple[int, Anchor], ...] = ((-1, "start"), (1, "end"))


class Point(NamedTuple):
    """A value and its day. `note` is told with it on hovering; `tone` colours and shapes its mark."""

    day: date
    value: float
    note: str = ""
    tone: Tone = ""


class Placed(NamedTuple):
    """A point and where it lies."""

    x: float
    y: float
    point: Point


def placed(plot: Plot, points: Sequence[Point]) -> list[Placed]:
    """Each point with its place."""
    return [Placed(plot.x(point.day), plot.y(point.value), point) for point in points]


def thinned(items: Sequence[T], height: Callable[[T], float], most: int = _MOST_DRAWN) -> list[T]:
    """At most about so many of the items: the ends, and the lowest and highest of stretches in between."""
    if len(items) <= most:
        return list(items)
    stretches = most // 2 - 1
    inner = items[1:-1]
    kept = [items[0]]
    for i in range(stretches):
        stretch = inner[i * len(inner) // stretches : (i + 1) * len(inner) // stretches]
        heights = [height(item) for item in stretch]
        kept += [stretch[at] for at in sorted({heights.index(min(heights)), heights.index(max(heights))})]
    return [*kept, items[-1]]


def course(spots: Sequence[Placed], gap_days: int | None = None) -> str:
    """The line through the points; where the next one is more than `gap_days` away it is dotted."""
    drawn = thinned(spots, lambda spot: spot.y)
    runs: list[list[tuple[float, float]]] = [[]]
    gaps: list[tuple[tuple[float, float], tuple[float, float]]] = []
    for before, spot in zip([None, *drawn], drawn, strict=False):
        at = spot.x, spot.y
        if before and gap_days is not None and (spot.point.day - before.point.day).days > gap_days:
            gaps.append(((before.x, before.y), at))
            runs.append([])
        runs[-1].append(at)
    return _path("gs-line", [run for run in runs if len(run) > 1]) + _path("gs-line-gap", gaps)


def curve(classes: str, spots: Spots) -> str:
    """A line through the spots; nothing where there is only one."""
    return _path(classes, [spots] if len(spots) > 1 else [])


def _path(classes: str, runs: Sequence[Spots]) -> str:
    return f'<path class="{classes}" d="{"".join(map(path_through, runs))}"/>' if runs else ""


def marks(spots: Sequence[Placed], formats: Formats) -> str:
    """A mark for each point, told on hovering; of more than 64 only the last and those judged not good."""
    if len(spots) > _MOST_MARKS:
        judged = [spot for spot in spots[:-1] if spot.point.tone in ("warn", "bad")]
        spots = [*judged[-_MOST_MARKS:], spots[-1]]
    return "".join([mark_at(x, y, point.tone, _told(point, formats)) for x, y, point in spots])


def _told(point: Point, formats: Formats) -> str:
    said = f"{formats.day(point.day)} · {formats.value(point.value)}"
    return f"{said} · {point.note}" if point.note else said


def name_last(
    labels: Labels, plot: Plot, spots: Sequence[Placed], text: str, drawn: Spots, heights: Sequence[float]
) -> None:
    """Put the value of the last point, as `text`, beside it."""
    x, y, _ = spots[-1]
    text = shorten(text, _WIDEST_NAME)
    reach = text_width(text) + LINE
    left, right = x - reach, x + reach
    near = [spot for spot in drawn if left < spot[0] < right]
    labels.place(text, "gs-value", _around(plot, x, y, text), near, heights)


def name_line(labels: Labels, spots: Spots, text: str, drawn: Spots, heights: Sequence[float]) -> None:
    """Put the name of a sampled line beside it."""
    text = shorten(text, _WIDEST_NAME)
    if text and len(spots) > 1:
        labels.place(text, "gs-label", _along(spots), drawn, heights)


def _around(plot: Plot, x: float, y: float, text: str) -> Iterator[Candidate]:
    half = text_width(text) / 2
    middle = min(max(x, half + 1), plot.right - half) if plot.right > 2 * half else x
    away = FONT * 0.55
    yield Candidate(x + away, y)
    yield Candidate(middle, y - LINE * 0.85, "middle")
    yield Candidate(middle, y + LINE * 0.85, "middle")
    yield Candidate(x - away, y, "end")
    for side in (-0.8, 0.8):
        yield Candidate(x - away, y + LINE * side, "end")
        yield Candidate(x + away, y + LINE * side)
    for step in (1.7, -1.7, 2.6, -2.6, 3.5, -3.5, 4.4, -4.4, 6, -6, 8, -8):
        yield Candidate(middle, y + LINE * step, "middle")


def _along(spots: Spots) -> Iterator[Candidate]:
    sides = _BESIDE_RISING if spots[-1][1] < spots[0][1] else _BESIDE_FALLING
    for share in (0.7, 0.5, 0.85, 0.3, 0.15):
        x, y = spots[int(len(spots) * share)]
        for side, anchor in sides:
            yield Candidate(x + side * FONT * 0.5, y + side * LINE * 0.8, anchor)


def outline(spots: Sequence[Placed]) -> list[tuple[float, float]]:
    """Places along the line through the points."""
    return sampled([spot[:2] for spot in thinned(spots, lambda spot: spot.y)])


def sampled(spots: Spots) -> list[tuple[float, float]]:
    """Places along the line through the spots, near enough to each other to tell what a label would cover."""
    dense: list[tuple[float, float]] = []
    for (x1, y1), (x2, y2) in pairwise(spots):
        across, down = x2 - x1, y2 - y1
        steps = int(max(abs(across), abs(down)) / _SAMPLE) + 1
        dense += [(x1 + across * i / steps, y1 + down * i / steps) for i in range(steps)]
    dense += spots[-1:]
    return dense


def rectangle(classes: str, left: float, top: float, right: float, bottom: float, inside: str = "") -> str:
    """A rectangle with what stands inside its element; nothing where it has no room."""
    if right - left < 0.05 or bottom - top < 0.05:
        return ""
    place = f'x="{num(left)}" y="{num(top)}" width="{num(right - left)}" height="{num(bottom - top)}"'
    return (
        f'<rect class="{classes}" {place}>{inside}</rect>' if inside else f'<rect class="{classes}" {place}/>'
    )
