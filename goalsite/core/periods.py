"""Periods of days: known cycle names, calendar periods of a cadence, lengths.

Every period is inclusive at both ends.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

DAY = timedelta(days=1)


class Period(NamedTuple):
    """From `start` to `end`, both included."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day <= self.end

    def covers(self, other: Period) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def elapsed(self, day: date) -> float:
        """The elapsed share u(day): 0 at the start, 1 at the end; of one day 0 before it and 1 from it on."""
        span = (self.end - self.start).days
        if span <= 0:
            return 0.0 if day < self.start else 1.0
        return min(1.0, max(0.0, (day - self.start).days / span))


class FiscalYear(Struct, frozen=True):
    """When a year starts (month 1…12), and whether the calendar year of its `start` or `end` names it."""

    start_month: int = 1
    named_by: str = "start"

    def months(self, year: int, first: int, count: int) -> Period:
        """The period of `count` months that begins `first` months into the fiscal year called `year`."""
        if self.named_by == "end" and self.start_month > 1:
            year -= 1
        return months_from(year, self.start_month + first, count)

    def containing(self, day: date, count: int) -> Period:
        """The stretch of `count` months (3, 6, 12), counted from the year's first, that `day` falls in."""
        index = day.year * 12 + day.month - self.start_month
        index -= index % count
        return months_from(index // 12, index % 12 + self.start_month, count)


def months_from(year: int, month: int, count: int) -> Period:
    """`count` whole months from `month` (may exceed 12) of `year`, cut off where the years 1 to 9999 end.

    Raises ValueError where those hold none of it.
    """
    first = year * 12 + month - 1
    last = min(first + count - 1, date.max.year * 12 + 11)
    first = max(first, date.min.year * 12)
    end = calendar.monthrange(last // 12, last % 12 + 1)[1]
    return Period(date(first // 12, first % 12 + 1, 1), date(last // 12, last % 12 + 1, end))


# letter: (months in one, how many a year has, whether the fiscal year shifts it)
_PARTS = {"H": (6, 2, True), "T": (4, 3, True), "Q": (3, 4, True), "B": (2, 6, False)}
_NAME = re.compile(r"(\d{4})(?:-(?:([HTQB])(\d)|W(\d\d)|(\d\d)))?", re.ASCII)


@lru_cache(maxsize=1024)
def known_period(name: str, fiscal: FiscalYear) -> Period | None:
    """The period that a known name (`2026`, `2026-H1`, `-Q4`, `-10`, `-T2`, `-B5`, `-W41`) means, or None."""
    match = _NAME.fullmatch(name)
    if not match:
        return None
    year, letter, number, week, month = match.groups()
    try:
        if week:
            monday = date.fromisocalendar(int(year), int(week), 1)
            return Period(monday, monday + 6 * DAY)
        if month:
            return months_from(int(year), int(month), 1) if 1 <= int(month) <= 12 else None
        if letter:
            months, most, shifted = _PARTS[letter]
            if not 1 <= int(number) <= most:
                return None
            first = (int(number) - 1) * months
            years = fiscal if shifted else FiscalYear()
            return years.months(int(year), first, months)
        return fiscal.months(int(year), 0, 12)
    except (ValueError, OverflowError):  # week 53 of a year without one, year 0
        return None


_DURATION = re.compile(r"([1-9]\d{0,4})([dmy])", re.ASCII)
_LENGTHS = {"day": 1, "week": 7, "xun": 10, "month": 30, "quarter": 91, "year": 365}
_UNIT_DAYS = {"d": 1, "m": 30, "y": 365}


def days_of(rhythm: str) -> int | None:
    """The length of a cadence, frequency or lag in days (`week` 7, `10d` 10, `6m` 180), else None."""
    if rhythm in _LENGTHS:
        return _LENGTHS[rhythm]
    match = _DURATION.fullmatch(rhythm)
    return int(match[1]) * _UNIT_DAYS[match[2]] if match else None


@lru_cache(maxsize=4096)  # the days of one site lie in few periods, and each is asked for very often
def calendar_period(rhythm: str, day: date, fiscal: FiscalYear | None = None) -> Period | None:
    """The calendar period of `rhythm` that `day` falls in; weeks are ISO's, quarters and years `fiscal`'s.

    None for a rhythm that the calendar does not have (`10d`, `end`, `irregular`). A period that would leave
    the years 1 to 9999 ends with them.
    """
    match rhythm:
        case "day":
            return Period(day, day)
        case "week":
            monday = day - timedelta(days=day.weekday())
            return Period(monday, monday + min(6 * DAY, date.max - monday))
        case "xun":
            if day.day > 20:
                return Period(day.replace(day=21), months_from(day.year, day.month, 1).end)
            first = 1 if day.day <= 10 else 11
            return Period(day.replace(day=first), day.replace(day=first + 9))
        case "month":
            return months_from(day.year, day.month, 1)
        case "quarter":
            return (fiscal or FiscalYear()).containing(day, 3)
        case "year":
            return (fiscal or FiscalYear()).containing(day, 12)
    return None


def periods_in(rhythm: str, window: Period) -> Iterator[Period]:
    """The calendar periods of `rhythm` that touch `window`, in order, not clipped."""
    day = window.start
    while day <= window.end:
        period = calendar_period(rhythm, day)
        if period is None:
            return
        yield period
        if period.end == date.max:
            return
        day = period.end + DAY


def clipped(period: Period, window: Period) -> Period:
    """What of `period` lies inside `window`."""
    return Period(max(period.start, window.start), min(period.end, window.end))


def within_any(period: Period, holidays: Sequence[Period]) -> bool:
    """Whether each day of `period` is a holiday, of one or of several that adjoin."""
    day = period.start
    for holiday in sorted(holidays):
        if holiday.start <= day <= holiday.end:
            if holiday.end >= period.end:
                return True
            day = holiday.end + DAY
    return False


def merged(holidays: Iterable[Period]) -> tuple[Period, ...]:
    """The holidays in order, those that overlap or adjoin as one."""
    stretches: list[Period] = []
    for holiday in sorted(holidays):
        last = stretches[-1] if stretches else None
        if last and holiday.start - last.end <= DAY:
            stretches[-1] = Period(last.start, max(last.end, holiday.end))
        else:
            stretches.append(holiday)
    return tuple(stretches)


def working_days(after: date, until: date, holidays: Sequence[Period]) -> int:
    """How many days lie in `after` (excluded) … `until` (included) that are no holiday."""
    total = max(0, (until - after).days)
    for holiday in merged(holidays):
        first = max(holiday.start.toordinal(), after.toordinal() + 1)  # no date: the last day has no next
        total -= max(0, min(holiday.end, until).toordinal() - first + 1)
    return total


def a_year_before(day: date) -> date:
    """The same day a year earlier; 28 February for the 29th, and no day before the year 1."""
    if day.year == date.min.year:
        return date.min
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year - 1, day=28 if leap else day.day)
