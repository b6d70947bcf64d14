"""How often goals are checked in, and whether somebody still looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from goalsite.core.periods import DAY, Period, calendar_period, clipped, days_of, merged, working_days


def cadence_days(cadence: str, window: Period) -> int:
    """The length of a cadence in days; `end` is as long as the window."""
    return days_of(cadence) or (window.end - window.start).days


def is_silent(last: date | None, cadence: str, day: date, holidays: Sequence[Period]) -> bool:
    """Whether there were check-ins once, and none in the current or the previous one of the cadence; `last`
    is the day of the last one up to `day`.

    Calendar periods; of `10d`: none for more than 20 days, holidays left out; `end`: never silent. Periods
    wholly inside holidays do not count.
    """
    if last is None or cadence == "end":
        return False
    if calendar_period(cadence, day) is None:
        return working_days(last, day, holidays) > 2 * (days_of(cadence) or 0)
    return last < _previous_period(cadence, day, tuple(holidays)).start


@lru_cache(maxsize=256)  # on the day of the figures every goal asks for the same one
def _previous_period(cadence: str, day: date, holidays: tuple[Period, ...]) -> Period:
    """The second last period up to `day` that is no holiday."""
    stretches = merged(holidays)
    left = 2
    while True:
        period = calendar_period(cadence, day)
        if period is None or period.start.toordinal() <= 366:
            return Period(date.min, day)
        off = next((stretch for stretch in stretches if stretch.covers(period)), None)
        if off is None:
            left -= 1
            if left == 0:
                return period
        first = off.start if off else period.start
        if first == date.min:
            return Period(date.min, day)
        day = first - DAY


def rhythm(
    checkins: Iterable[date], cadence: str, window: Period, judged: date, holidays: Sequence[Period]
) -> tuple[int, int]:
    """How many periods had a check-in, of how many: whole ones inside the window that ended by `judged`.

    Periods are counted, not listed, so that a cycle of a thousand years takes no longer than a week.
    """
    if cadence == "end" or judged < window.start:
        return 0, 0
    ended, off, due = _due(cadence, window, judged, tuple(holidays))
    start, end = ended
    places = {_place(cadence, window.start, day) for day in checkins if start <= day <= end}
    met = [one for one in places if one.lies_in(ended) and not any(map(one.lies_in, off))]
    return len(met), due


@lru_cache(maxsize=1024)  # the goals of a cycle have few rhythms
def _due(
    cadence: str, window: Period, judged: date, holidays: tuple[Period, ...]
) -> tuple[Period, tuple[Period, ...], int]:
    """What ended of a window by `judged`, the holidays in it, and how many periods were due."""
    ended = clipped(window, Period(window.start, judged))
    off = tuple(clipped(stretch, ended) for stretch in merged(holidays))
    due = _whole_in(cadence, window.start, ended)
    return ended, off, due - sum(_whole_in(cadence, window.start, stretch) for stretch in off)


class _Place(NamedTuple):
    """A period of a cadence: its number, its first and last day as ordinals (the last may be beyond 9999)."""

    number: int
    first: int
    last: int

    def lies_in(self, around: Period) -> bool:
        """Whether all of it lies in `around`."""
        return around.start.toordinal() <= self.first and self.last <= around.end.toordinal()


@lru_cache(maxsize=4096)
def _place(cadence: str, start: date, day: date) -> _Place:
    """The period of a cadence that `day` falls in; they are numbered without a gap, `10d` from `start`."""
    period = calendar_period(cadence, day)
    if period is None:
        length = days_of(cadence) or 1
        number = (day - start).days // length
        first = start.toordinal() + number * length
        return _Place(number, first, first + length - 1)
    return _Place(_number(cadence, day), period.start.toordinal(), period.end.toordinal())


@lru_cache(maxsize=1024)
def _whole_in(cadence: str, start: date, around: Period) -> int:
    """How many periods lie in `around` with all of their days."""
    first, last = _place(cadence, start, around.start), _place(cadence, start, around.end)
    before = first.number + (first.first < around.start.toordinal())
    after = last.number - (last.last > around.end.toordinal())
    return max(0, after - before + 1)


def _number(cadence: str, day: date) -> int:
    """The number of the calendar period that `day` falls in; the next one's is one more."""
    months = day.year * 12 + day.month - 1
    match cadence:
        case "day":
            return day.toordinal()
        case "week":
            return (day.toordinal() - 1) // 7  # the first day of the year 1 is a Monday
        case "xun":
            return months * 3 + min(2, (day.day - 1) // 10)
        case "month":
            return months
        case "quarter":
            return months // 3
    return day.year
