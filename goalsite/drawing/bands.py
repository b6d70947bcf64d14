"""What a KPI is held against, as areas and lines that change where its targets do."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from goalsite.drawing.points import rectangle
from goalsite.drawing.scale import Plot, shifted
from goalsite.drawing.svg import line_at

Direction = Literal["higher", "lower", "range"]
Band = tuple[str, float | None, float | None]


class Target(Struct, frozen=True):
    """What a KPI is held against from `start` to `end`, both inclusive; without an `end` to the chart's.

    `higher` and `lower` know a `target` and may know `red`; `range` knows `low` and `high`, open where None,
    and how far outside them is `tolerance`. `label` names the target at the line's end.
    """

    start: date
    end: date | None
    label: str = ""
    red_label: str = ""
    target: float | None = None
    red: float | None = None
    low: float | None = None
    high: float | None = None
    tolerance: float = 0.0


def _bands(target: Target, direction: Direction) -> list[Band]:
    """Colour, lower and upper bound of each band from the top down; None is without bound."""
    if direction == "range":
        low, high, more = target.low, target.high, target.tolerance
        amber_high = None if high is None else high + more
        amber_low = None if low is None else low - more
        bands: list[Band] = [("green", low, high)]
        if high is not None:
            bands += [("amber", high, amber_high), ("red", amber_high, None)]
        if low is not None:
            bands += [("amber", amber_low, low), ("red", None, amber_low)]
        return bands
    if target.target is None:
        return []
    red = target.target if target.red is None else target.red
    if direction == "higher":
        return [("green", target.target, None), ("amber", red, target.target), ("red", None, red)]
    return [("red", red, None), ("amber", target.target, red), ("green", None, target.target)]


def areas(target: Target, direction: Direction, plot: Plot) -> str:
    """The areas in which values are green, amber and red while the target holds."""
    left, right = _span(target, plot)
    parts = []
    for colour, low, high in _bands(target, direction):
        top = plot.top if high is None else plot.y(high)
        bottom = plot.bottom if low is None else plot.y(low)
        parts.append(rectangle(f"gs-band-{colour}", left, top, right, bottom))
    return "".join(parts)


def _span(target: Target, plot: Plot) -> tuple[float, float]:
    """From its first day to the day after its last one, so that neighbours touch."""
    left = plot.x(target.start)
    return left, plot.right if target.end is None else plot.x(shifted(target.end, 1))


def lines(target: Target, plot: Plot) -> str:
    """The lines of the target and of its limit while it holds."""
    left, right = _span(target, plot)
    if right - left < 0.05:
        return ""
    heights = [plot.y(value) for value in (target.target, target.low, target.high) if value is not None]
    parts = [line_at(left, y, right, y, "gs-guide gs-target") for y in heights]
    if target.red is not None:
        parts.append(line_at(left, plot.y(target.red), right, plot.y(target.red), "gs-guide gs-limit"))
    return "".join(parts)
