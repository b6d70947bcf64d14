"""A KPI's figures -> its chart: its points in front of the bands of its dated targets."""

from __future__ import annotations

from datetime import date
from typing import cast

from goalsite.analysis.curves import straight
from goalsite.analysis.figures import KpiFigures
from goalsite.analysis.kpi_points import running
from goalsite.core.periods import DAY, days_of
from goalsite.drawing.bands import Direction
from goalsite.drawing.bands import Target as Band
from goalsite.drawing.kpi import KpiSeries, kpi_chart
from goalsite.drawing.points import Point
from goalsite.model.records import Kpi, Target
from goalsite.pages.desk import Desk
from goalsite.pages.drawn import TONES, formats
from goalsite.pages.elements import Svg

_GAP = 2.5
"""Points more than so many frequencies apart are not joined."""


def chart_of(desk: Desk, kpi: Kpi, figures: KpiFigures) -> Svg | None:
    """The chart of a KPI; None without points."""
    if not figures.points:
        return None
    period = figures.in_force if figures.in_force and figures.in_force.period else None
    length = days_of(kpi.frequency) if kpi.frequency else None
    totals = _running(kpi, figures, period) if period else ()
    series = KpiSeries(
        title=kpi.title,
        direction=cast(Direction, kpi.direction),
        points=totals
        or tuple(Point(p.date, p.value, p.note, TONES.get(p.color, "")) for p in figures.points),
        targets=() if totals else _bands(desk, kpi),
        plan=_plan(period) if period and totals else (),
        plan_label=desk.language.text("due so far"),
        end=period.period.end if period and period.period and totals else None,
        gap_days=round(length * _GAP) if length else None,
        description=desk.language.text("The total of the period so far, against what is due.")
        if totals
        else "",
    )
    return Svg(kpi_chart(series, formats(desk, kpi.unit)))


def _running(kpi: Kpi, figures: KpiFigures, target: Target) -> tuple[Point, ...]:
    """The period's total after each of its points, as it is held against the target."""
    inside = [point for point in figures.points if target.period and point.date in target.period]
    totals = running(kpi.aggregate, [point.value for point in inside])
    return tuple(
        Point(point.date, so_far, point.note, TONES.get(point.color, ""))
        for point, so_far in zip(inside, totals, strict=True)
    )


def _plan(target: Target) -> tuple[tuple[date, float], ...]:
    return straight(target.period, target.target or 0.0, target.plan).points if target.period else ()


def _bands(desk: Desk, kpi: Kpi) -> tuple[Band, ...]:
    """The level targets, each up to the day before the next."""
    levels = sorted(
        (target for target in kpi.targets if not target.period), key=lambda t: t.start or date.min
    )
    bands = []
    write = formats(desk, kpi.unit).value
    for target, following in zip(levels, [*levels[1:], None], strict=False):
        start = target.start or date.min
        until = following.start if following else None
        if until is not None and until <= start:
            continue
        end = until - DAY if until else None
        values = (target.target, target.high, target.low)
        value = next((one for one in values if one is not None), None)
        bands.append(
            Band(
                start=start,
                end=end,
                label=desk.language.text("target %(value)s", value=write(value)) if value is not None else "",
                red_label=""
                if target.red is None
                else desk.language.text("red %(value)s", value=write(target.red)),
                target=target.target,
                red=target.red,
                low=target.low,
                high=target.high,
                tolerance=target.tolerance,
            )
        )
    return tuple(bands)
