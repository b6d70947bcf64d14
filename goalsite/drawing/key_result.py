"""The values of a key result over its window, against its plan, its target and its bounds."""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.drawing.labels import Box, Candidate, Labels, Note, margin_width
from goalsite.drawing.points import (
    course,
    curve,
    marks,
    name_last,
    name_line,
    outline,
    placed,
    rectangle,
    sampled,
)
from goalsite.drawing.scale import Plot, extent, month_starts
from goalsite.drawing.svg import (
    LINE,
    Formats,
    esc,
    image,
    line_at,
    num,
    path_through,
    text_width,
)
from goalsite.drawing.values import Guide, ValueSeries

WIDTH, HEIGHT = 480.0, 208.0
_EDGE, _TOP, _AXIS, _STRIP = 6.0, 24.0, 24.0, 16.0
_WIDEST_MARGIN = 165.0
_MOST_PERIODS = 120
_GUIDE_ORDER = {"target": 0, "bound": 1, "baseline": 2, "level": 3}


def key_result_chart(series: ValueSeries, formats: Formats) -> str:
    """The key result as a drawing whose lines carry their names; without points it shows what is planned."""
    plot = _plot(series)
    spots = placed(plot, series.points)
    plan = [(plot.x(day), plot.y(value)) for day, value in series.plan]
    labels = Labels(Box(0, 0, WIDTH, HEIGHT))
    parts = [
        _bounds(series, plot),
        _axis(series, plot, labels, formats),
        *(_guide(guide, plot) for guide in series.guides),
        _forecast(series, plot),
        _today(series, plot, labels),
        curve("gs-plan", plan),
        _periods(series, plot),
        course(spots),
        marks(spots, formats),
    ]
    _name_guides(series, plot, labels)
    along = sampled(plan)
    drawn = [*outline(spots), *along, *_drawn_besides(series, plot)]
    levels = [plot.y(guide.value) for guide in series.guides]
    if spots:
        name_last(labels, plot, spots, formats.value(spots[-1].point.value), drawn, levels)
    name_line(labels, along, series.plan_label, drawn, levels)
    return image("gs-chart", WIDTH, HEIGHT, series.title, series.description, [*parts, *labels.parts])


def _plot(series: ValueSeries) -> Plot:
    days = [series.start, series.end, *(point.day for point in series.points[:1] + series.points[-1:])]
    texts = [guide.label for guide in series.guides]
    right = WIDTH - max(margin_width(texts, _WIDEST_MARGIN), _EDGE)
    bottom = HEIGHT - _AXIS - (_STRIP if series.periods else 0)
    return Plot((_EDGE, _TOP, right, bottom), (min(days), max(days)), extent(_heights(series)))


def _heights(series: ValueSeries) -> Iterator[float]:
    for point in series.points:
        yield point.value
    for _, value in series.plan:
        yield value
    for guide in series.guides:
        yield guide.value
    for bound in series.bounds:
        if bound is not None:
            yield bound
    for ahead in series.forecast:
        yield from (ahead.low, ahead.high)


def _bounds(series: ValueSeries, plot: Plot) -> str:
    low, high = series.bounds
    if low is None and high is None:
        return ""
    top = plot.top if high is None else plot.y(high)
    bottom = plot.bottom if low is None else plot.y(low)
    return rectangle("gs-band-green", plot.left, top, plot.right, max(bottom, top + 1))


def _axis(series: ValueSeries, plot: Plot, labels: Labels, formats: Formats) -> str:
    """The window: a line with a tick for each month and its two ends named below."""
    foot = HEIGHT - _AXIS + 2
    parts = [line_at(plot.left, foot, plot.right, foot, "gs-axis")]
    months = "".join(f"M{num(plot.x(day))} {num(foot)}v3" for day in month_starts(*plot.days))
    if months:
        parts.append(f'<path class="gs-axis" d="{months}"/>')
    y = foot + 4 + LINE / 2
    for day in (series.end, series.start):
        text, x = formats.day(day), plot.x(day)
        parts.append(line_at(x, foot, x, foot + 6, "gs-axis"))
        labels.place(text, "gs-label", _below(x, y, text))
    return "".join(parts)


def _below(x: float, y: float, text: str) -> list[Candidate]:
    """Centred at `x` if the drawing has the room, else flush with its nearer side."""
    half = text_width(text) / 2
    if x < half:
        return [Candidate(_EDGE, y), Candidate(0, y)]
    if x > WIDTH - half:
        return [Candidate(WIDTH - 1, y, "end")]
    return [Candidate(x, y, "middle")]


def _guide(guide: Guide, plot: Plot) -> str:
    y = plot.y(guide.value)
    return line_at(plot.left, y, plot.right, y, f"gs-guide gs-{guide.kind}")


def _forecast(series: ValueSeries, plot: Plot) -> str:
    if not series.forecast:
        return ""
    upper = [(plot.x(at.day), plot.y(at.high)) for at in series.forecast]
    lower = [(plot.x(at.day), plot.y(at.low)) for at in reversed(series.forecast)]
    middle = [(plot.x(at.day), plot.y(at.middle)) for at in series.forecast]
    if series.points:
        last = plot.x(series.points[-1].day), plot.y(series.points[-1].value)
        upper, middle = [last, *upper], [last, *middle]
    fan = f'<path class="gs-fan" d="{path_through(upper + lower)}z"/>'
    return fan + f'<path class="gs-forecast" d="{path_through(middle)}"/>'


def _today(series: ValueSeries, plot: Plot, labels: Labels) -> str:
    if series.today is None or not plot.shows(series.today):
        return ""
    x = plot.x(series.today)
    labels.place(series.today_label, "gs-label", _below(x, _TOP / 2 - 1, series.today_label))
    return line_at(x, _TOP - 4, x, HEIGHT - _AXIS + 2, "gs-today")


def _periods(series: ValueSeries, plot: Plot) -> str:
    """One mark for each period below the values: full when met, crossed when missed, empty while open."""
    if len(series.periods) > _MOST_PERIODS:
        return ""
    top = HEIGHT - _AXIS - 10
    parts = []
    for period in series.periods:
        left, right = plot.x(period.start), plot.x(period.end)
        right = max(right - 0.5, left + 1.0)
        title = f"<title>{esc(period.label)}</title>"
        kind = {True: "met", False: "missed", None: "open"}[period.met]
        parts.append(rectangle(f"gs-period gs-{kind}", left + 0.5, top, right + 0.5, top + 7, title))
        if period.met is False:
            x = (left + right) / 2 + 0.5
            parts.append(f'<path class="gs-cross" d="M{num(x - 2.5)} {num(top + 1)}l5 5m0-5l-5 5"/>')
    return "".join(parts)


def _name_guides(series: ValueSeries, plot: Plot, labels: Labels) -> None:
    guides = sorted(series.guides, key=lambda guide: _GUIDE_ORDER[guide.kind])
    notes = [Note(plot.y(g.value), g.label, f"gs-label gs-label-{g.kind}") for g in guides]
    labels.margin(plot.right, notes, plot.top - 4, plot.bottom + 6)


def _drawn_besides(series: ValueSeries, plot: Plot) -> list[tuple[float, float]]:
    """Places along the forecast and the line of today."""
    ahead = sampled([(plot.x(at.day), plot.y(at.middle)) for at in series.forecast])
    if series.today is None or not plot.shows(series.today):
        return ahead
    x = plot.x(series.today)
    return ahead + sampled([(x, plot.top), (x, plot.bottom)])
