"""A KPI over time, against targets that change with their dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from goalsite.drawing.bands import Direction, Target, areas, lines
from goalsite.drawing.labels import Box, Candidate, Labels, Note, margin_width
from goalsite.drawing.points import (
    Point,
    course,
    curve,
    marks,
    name_last,
    name_line,
    outline,
    placed,
    sampled,
)
from goalsite.drawing.scale import Plot, date_ticks, extent, nice_ticks, shifted
from goalsite.drawing.svg import FONT, LINE, Formats, image, line_at, num, shorten, text_width

WIDTH, HEIGHT = 480.0, 232.0
_EDGE, _TOP, _AXIS = 6.0, 14.0, 26.0
_WIDEST_MARGIN, _WIDEST_TICK = 130.0, 92.0


class KpiSeries(Struct, frozen=True):
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
    first, last = _days(series)
    targets = [t for t in series.targets if t.start <= last and (t.end is None or t.end >= first)]
    heights = list(_heights(series, targets))
    bounds = extent(heights)
    ticks = _value_ticks(bounds if min(heights) < max(heights) else (heights[0], heights[0]), formats)
    current = [target for target in targets if target.end is None or target.end >= last]
    left, right = _margins([text for _, text in ticks], current)
    plot = Plot((left, _TOP, right, HEIGHT - _AXIS), (first, last), bounds)
    spots = placed(plot, series.points)
    plan = [(plot.x(day), plot.y(value)) for day, value in series.plan]
    labels = Labels(Box(0, 0, WIDTH, HEIGHT))
    parts = [
        *(areas(target, series.direction, plot) for target in targets),
        _grid(ticks, plot, labels),
        _dates(plot, labels, formats),
        *(lines(target, plot) for target in targets),
        curve("gs-plan", plan),
        course(spots, series.gap_days),
        marks(spots, formats),
    ]
    notes = _notes(current, plot)
    labels.margin(plot.right, notes, plot.top - LINE / 2, plot.bottom)
    along, levels = sampled(plan), [note.y for note in notes]
    drawn = outline(spots) + along
    name_last(labels, plot, spots, formats.value(spots[-1].point.value), drawn, levels)
    name_line(labels, along, series.plan_label, drawn, levels)
    return image("gs-chart", WIDTH, HEIGHT, series.title, series.description, [*parts, *labels.parts])


def _days(series: KpiSeries) -> tuple[date, date]:
    first, last = series.points[0].day, series.points[-1].day
    if series.end is not None:
        last = max(last, series.end)
    return (first, last) if first < last else (shifted(first, -15), shifted(last, 15))


def _heights(series: KpiSeries, targets: list[Target]) -> Iterator[float]:
    for point in series.points:
        yield point.value
    for _, value in series.plan:
        yield value
    for target in targets:
        known = (target.target, target.red, target.low, target.high)
        yield from (value for value in known if value is not None)


def _value_ticks(bounds: tuple[float, float], formats: Formats) -> list[tuple[float, str]]:
    """Round values with their texts, those that read the same only once."""
    texts: dict[str, float] = {}
    for value in nice_ticks(*bounds) or bounds[:1]:
        texts.setdefault(formats.value(value), value)
    return [(value, text) for text, value in texts.items()]


def _margins(ticks: list[str], current: list[Target]) -> tuple[float, float]:
    """Where the plot begins and ends, so that the texts beside it have room."""
    left = min(max((text_width(text) for text in ticks), default=0.0), _WIDEST_TICK)
    texts = [text for target in current for text in (target.label, target.red_label)]
    return left + _EDGE + 2, WIDTH - max(margin_width(texts, _WIDEST_MARGIN), FONT)


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
    unit, days = date_ticks(*plot.days, 6)
    ticks = []
    for day in days or plot.days[:1]:
        x = plot.x(day)
        text = formats.tick(day, unit)
        half = text_width(text) / 2
        middle = min(max(x, half), WIDTH - half)
        if labels.place(text, "gs-label", [Candidate(middle, foot + 7 + LINE / 2, "middle")]):
            ticks.append(f"M{num(x)} {num(foot)}v5")
    return (
        f'{line_at(plot.left, foot, plot.right, foot, "gs-axis")}<path class="gs-axis" d="{"".join(ticks)}"/>'
    )


def _notes(current: list[Target], plot: Plot) -> list[Note]:
    """Names for the target and the limit that hold at the end."""
    notes = []
    for target in current:
        heights = [value for value in (target.target, target.high, target.low) if value is not None]
        if heights:
            notes.append(Note(plot.y(heights[0]), target.label, "gs-label gs-label-target"))
        if target.red is not None:
            notes.append(Note(plot.y(target.red), target.red_label, "gs-label"))
    return notes
