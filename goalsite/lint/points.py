"""The points of a KPI that somebody wrote, in the stretches within which they can be compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby

from goalsite.analysis.targets import Schedule
from goalsite.core.periods import calendar_period
from goalsite.lint.near import NearKpi
from goalsite.lint.written import WrittenPoint
from goalsite.model.records import Kpi, Point
from goalsite.model.series import point_day

_YEAR = r"\byear[- ]to[- ]date\b|\bYTD\b|\bcumulative|(?<!up )\bto date\b|累计|累积|年初至今"
_TO_DATE = (
    ("month", re.compile(r"\bmonth[- ]to[- ]date\b|\bMTD\b|本月累计|当月累计", re.IGNORECASE)),
    ("quarter", re.compile(r"\bquarter[- ]to[- ]date\b|\bQTD\b|季度累计", re.IGNORECASE)),
    ("year", re.compile(_YEAR, re.IGNORECASE)),
)


def rows(kpi: Kpi, near: NearKpi) -> Iterator[tuple[Point, ...]]:
    """The total's points and those of each split, by date, up to the day.

    Points of a period that still runs are left out: they are not whole yet.
    """
    for points in (kpi.series, *_by_split(kpi)):
        whole = tuple(point for point in points if point.date <= near.as_of and not _runs(point, kpi, near))
        if whole:
            yield whole


def beginnings(kpi: Kpi, near: NearKpi) -> Callable[[Point], date]:
    """The day on which the count that a point belongs to began: that of its target's period, or of the month,
    quarter or year that the KPI is said to count from."""
    name = f"{kpi.title} {kpi.unit}"
    rhythm = next((rhythm for rhythm, words in _TO_DATE if words.search(name)), "")
    fiscal = near.config.fiscal_year
    schedule = Schedule.of(kpi.targets)

    def begins(point: Point) -> date:
        target = schedule.on(point.date)
        if target and target.period:
            return target.period.start
        period = calendar_period(rhythm, point.date, fiscal)
        return period.start if period else date.min

    return begins


def stretches(points: Iterable[Point], begins: Callable[[Point], date]) -> Iterator[tuple[Point, ...]]:
    """The points cut where a count begins anew."""
    for _, group in groupby(points, begins):
        yield tuple(group)


def where(points: Iterable[Point], kpi: Kpi, near: NearKpi) -> Iterator[tuple[Point, WrittenPoint]]:
    """The points with how and where they are written."""
    wanted = {(point.date, point.period, point.split): point for point in points}
    rows = near.written.points() if wanted else ()
    for row in rows:
        split = tuple(row.cells.get(dimension, "") for dimension in kpi.dimensions)
        day = point_day(row.day, near.config.fiscal_year)
        point = wanted.pop((*day, split if any(split) else ()), None) if day else None
        if point:
            yield point, row


def _by_split(kpi: Kpi) -> Iterator[tuple[Point, ...]]:
    groups: dict[tuple[str, ...], list[Point]] = {}
    for point in kpi.splits:
        groups.setdefault(point.split, []).append(point)
    yield from map(tuple, groups.values())


def _runs(point: Point, kpi: Kpi, near: NearKpi) -> bool:
    """Whether a point is of a period that is not over; a level is whole on any day, a sum is not."""
    period = point.period
    if period is None and kpi.aggregate == "sum" and kpi.frequency:
        period = calendar_period(kpi.frequency, point.date, near.config.fiscal_year)
    return period is not None and period.end >= near.as_of > period.start
