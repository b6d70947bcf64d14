"""A KPI over time, against targets that change with their dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from goalsite.render.charts.labels import Box, Candidate, Labels, Note, margin_width
from goalsite.render.charts.points import (
    Point,
    course,
    curve,
    marks,
    name_last,
    name_line,
    placed,
    rectangle,
    sampled,
    thinned,
)
from goalsite.render.charts.scale import Plot, date_ticks, extent, nice_ticks
from goalsite.render.charts.svg import FONT, LINE, Formats, image, line_at, num, shorten, text_width

WIDTH, HEIGHT = 480.0, 232.0
_EDGE, _TOP, _AXIS = 6.0, 14.0, 26.0
_WIDEST_MARGIN, _WIDEST_TICK = 130.0, 92.0

Direction = Literal["higher", "lower", "range"]
Band = tuple[str, float | None, float | None]


@dataclass(frozen=True, slots=True)
class Target:
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


@dataclass(frozen=True, slots=True)
class KpiSeries:
    """A KPI to draw: points and targets sorted by date; `plan` is what is due by each day of a period.

    The chart ends at `end` if that is later than the last point; points more than `gap_days` apart are not
    joined.
    """

    title: str
    direction: Direction
    points: tuple[Point, ...]
    targets: tuple[Target, ...] = ()
    plan: tuple[tuple[date, float], ...] = ()
    plan_label: str = ""
    end: date | None = None
    gap_days: int | None = None
    description: str = ""


def kpi_chart(series: KpiSeries, formats: Formats) -> str:
    """The KPI as a drawing: bands of its dated targets, its values. Empty without points."""
    if not series.points:
        return ""
    heights = list(_heights(series))
    bounds = extent(heights)
    ticks = _value_ticks(bounds if min(heights) < max(heights) else (heights[0], heights[0]), formats)
    plot = _plot(series, bounds, [text for _, text in ticks])
    spots = placed(plot, series.points)
    plan = [(plot.x(day), plot.y(value)) for day, value in series.plan]
    labels = Labels(Box(0, 0, WIDTH, HEIGHT))
    parts = [
        *(_areas(target, series.direction, plot) for target in series.targets),
        _grid(ticks, plot, labels),
        _dates(plot, labels, formats),
        *(_lines(target, plot) for target in series.targets),
        curve("gs-plan", plan),
        course(spots, series.gap_days),
        marks(spots, formats),
    ]
    notes = _notes(series, plot)
    labels.margin(plot.right, notes, plot.top - LINE / 2, plot.bottom)
    along, levels = sampled(plan), [note.y for note in notes]
    drawn = sampled([spot[:2] for spot in thinned(spots, lambda spot: spot.y)]) + along
    name_last(labels, plot, spots, formats.value(spots[-1].point.value), drawn, levels)
    name_line(labels, along, series.plan_label, drawn, levels)
    return image("gs-chart", WIDTH, HEIGHT, series.title, series.description, [*parts, *labels.parts])


def _heights(series: KpiSeries) -> Iterator[float]:
    for point in series.points:
        yield point.value
    for _, value in series.plan:
        yield value
    for target in series.targets:
        known = (target.target, target.red, target.low, target.high)
        yield from (value for value in known if value is not None)


def _value_ticks(bounds: tuple[float, float], formats: Formats) -> list[tuple[float, str]]:
    """Round values with their texts, those that read the same only once."""
    texts: dict[str, float] = {}
    for value in nice_ticks(*bounds) or bounds[:1]:
        texts.setdefault(formats.value(value), value)
    return [(value, text) for text, value in texts.items()]


def _plot(series: KpiSeries, bounds: tuple[float, float], ticks: list[str]) -> Plot:
    first, last = series.points[0].day, series.points[-1].day
    if series.end is not None:
        last = max(last, series.end)
    if first == last:
        first, last = _shifted(first, -15), _shifted(last, 15)
    left = min(max((text_width(text) for text in ticks), default=0.0), _WIDEST_TICK)
    margin = margin_width(_margin_texts(series, last), _WIDEST_MARGIN)
    return Plot(left + _EDGE + 2, _TOP, WIDTH - max(margin, FONT), HEIGHT - _AXIS, first, last, *bounds)


def _shifted(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _margin_texts(series: KpiSeries, last: date) -> list[str]:
    return [text for target in _current(series, last) for text in (target.label, target.red_label)]


def _current(series: KpiSeries, last: date) -> list[Target]:
    return [target for target in series.targets if target.end is None or target.end >= last]


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


def _areas(target: Target, direction: Direction, plot: Plot) -> str:
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
    return left, plot.right if target.end is None else plot.x(_shifted(target.end, 1))


def _lines(target: Target, plot: Plot) -> str:
    left, right = _span(target, plot)
    if right - left < 0.05:
        return ""
    heights = [plot.y(value) for value in (target.target, target.low, target.high) if value is not None]
    parts = [line_at(left, y, right, y, "gs-guide gs-target") for y in heights]
    if target.red is not None:
        parts.append(line_at(left, plot.y(target.red), right, plot.y(target.red), "gs-guide gs-limit"))
    return "".join(parts)


def _grid(ticks: list[tuple[float, str]], plot: Plot, labels: Labels) -> str:
    parts = []
    for value, text in ticks:
        y = plot.y(value)
        parts.append(line_at(plot.left, y, plot.right, y, "gs-grid"))
        shown = shorten(text, _WIDEST_TICK)
        labels.place(shown, "gs-label", [Candidate(plot.left - _EDGE, y, "end")])
    return "".join(parts)


def _dates(plot: Plot, labels: Labels, formats: Formats) -> str:
    foot = plot.bottom
    unit, days = date_ticks(plot.first, plot.last, 6)
    ticks = []
    for day in days or (plot.first,):
        x = plot.x(day)
        text = formats.tick(day, unit)
        half = text_width(text) / 2
        middle = min(max(x, half), WIDTH - half)
        if labels.place(text, "gs-label", [Candidate(middle, foot + 7 + LINE / 2, "middle")]):
            ticks.append(f"M{num(x)} {num(foot)}v5")
    return (
        f'{line_at(plot.left, foot, plot.right, foot, "gs-axis")}<path class="gs-axis" d="{"".join(ticks)}"/>'
    )


def _notes(series: KpiSeries, plot: Plot) -> list[Note]:
    """Names for the target and the limit that hold at the end."""
    notes = []
    for target in _current(series, plot.last):
        heights = [value for value in (target.target, target.high, target.low) if value is not None]
        if heights:
            notes.append(Note(plot.y(heights[0]), target.label, "gs-label gs-label-target"))
        if target.red is not None:
            notes.append(Note(plot.y(target.red), target.red_label, "gs-label"))
    return notes
