"""The milestones of a key result: when each is due, and when it was done."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from goalsite.drawing.labels import Box, Candidate, Labels
from goalsite.drawing.scale import Plot
from goalsite.drawing.svg import (
    LINE,
    Formats,
    Tone,
    esc,
    image,
    line_at,
    num,
    shorten,
    text_at,
    text_width,
)

WIDTH = 480.0
_NAMES, _ROW, _TOP, _AXIS, _MARGIN = 222.0, 27.0, 24.0, 26.0, 10.0
_MOST_ROWS = 30


class Milestone(Struct, frozen=True):
    """A step: the day it is due, and the day it was done. `label` tells both in words, `tone` judges it."""

    title: str
    due: date
    done: date | None
    label: str
    tone: Tone = ""


class MilestoneSeries(Struct, frozen=True):
    """The steps of a key result, as the file has them; `more_label` tells how many of them are not drawn."""

    title: str
    start: date
    end: date
    milestones: tuple[Milestone, ...]
    today: date | None = None
    today_label: str = ""
    more_label: str = ""
    description: str = ""


def milestones_chart(series: MilestoneSeries, formats: Formats) -> str:
    """One row for each of the first 30 milestones: a ring where it is due, a disc where it was done."""
    shown = series.milestones[:_MOST_ROWS]
    rows = len(shown) + (len(shown) < len(series.milestones))
    height = _TOP + _ROW * rows + _AXIS
    plot = _plot(series, shown, height)
    labels = Labels(Box(0, 0, WIDTH, height))
    parts = [_axis(series, plot, labels, formats)]
    for row, milestone in enumerate(shown):
        parts.append(_row(milestone, plot, _TOP + _ROW * (row + 0.5)))
    if rows > len(shown):
        parts.append(text_at(0, height - _AXIS - _ROW / 2, series.more_label, "gs-label"))
    return image("gs-chart", WIDTH, height, series.title, series.description, [*parts, *labels.parts])


def _plot(series: MilestoneSeries, shown: tuple[Milestone, ...], height: float) -> Plot:
    days = [series.start, series.end]
    for milestone in shown:
        days += [milestone.due, milestone.done or milestone.due]
    return Plot((_NAMES, _TOP, WIDTH - _MARGIN, height - _AXIS), (min(days), max(days)), (0.0, 1.0))


def _axis(series: MilestoneSeries, plot: Plot, labels: Labels, formats: Formats) -> str:
    parts = [line_at(plot.left, plot.bottom, plot.right, plot.bottom, "gs-axis")]
    for day in (series.end, series.start):
        x = plot.x(day)
        parts.append(line_at(x, plot.bottom, x, plot.bottom + 4, "gs-axis"))
        labels.place(formats.day(day), "gs-label", [_under(x, plot.bottom + 7 + LINE / 2, formats.day(day))])
    if series.today is not None and plot.shows(series.today):
        x = plot.x(series.today)
        labels.place(series.today_label, "gs-label", [_under(x, _TOP / 2, series.today_label)])
        parts.append(line_at(x, _TOP - 4, x, plot.bottom, "gs-today"))
    return "".join(parts)


def _under(x: float, y: float, text: str) -> Candidate:
    half = text_width(text) / 2
    return Candidate(max(min(x, WIDTH - half), half), y, "middle")


def _row(milestone: Milestone, plot: Plot, y: float) -> str:
    due = plot.x(milestone.due)
    classes = f"gs-{milestone.tone}" if milestone.tone else "gs-plain"
    parts = [
        text_at(0, y, shorten(milestone.title, _NAMES - 14), "gs-name", full=milestone.title),
        line_at(plot.left, y, plot.right, y, "gs-grid"),
        f"<g><title>{esc(milestone.label)}</title>",
    ]
    if milestone.done is not None:
        done = plot.x(milestone.done)
        parts.append(line_at(due, y, done, y, f"gs-span {classes}"))
        parts.append(f'<circle class="gs-due {classes}" cx="{num(due)}" cy="{num(y)}" r="4.5"/>')
        parts.append(f'<circle class="gs-done {classes}" cx="{num(done)}" cy="{num(y)}" r="4.5"/>')
    elif milestone.tone == "bad":
        parts.append(f'<path class="gs-due {classes}" d="M{num(due)} {num(y - 6)}l6 6-6 6-6-6z"/>')
    else:
        parts.append(f'<circle class="gs-due {classes}" cx="{num(due)}" cy="{num(y)}" r="4.5"/>')
    return "".join(parts) + "</g>"
