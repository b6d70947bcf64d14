"""How often goals are checked in, and whether somebody still looks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from goalsite.core.periods import DAY, Period, calendar_period, days_of, periods_in, within_any, working_days


def cadence_days(cadence: str, window: Period) -> int:
    """The length of a cadence in days; `end` is as long as the window."""
    return days_of(cadence) or (window.end - window.start).days


def is_silent(checkins: Iterable[date], cadence: str, day: date, holidays: Sequence[Period]) -> bool:
    """Whether there were check-ins once, and none in the current or the previous period of the cadence.

    Calendar periods; of `10d`: none for more than 20 days, holidays left out; `end`: never silent. Periods
    wholly inside holidays do not count.
    """
    last = max((when for when in checkins if when <= day), default=None)
    if last is None or cadence == "end":
        return False
    if calendar_period(cadence, day) is None:
        return working_days(last, day, holidays) > 2 * (days_of(cadence) or 0)
    return last < _previous_period(cadence, day, holidays).start


def _previous_period(cadence: str, day: date, holidays: Sequence[Period]) -> Period:
    """The second last period up to `day` that is no holiday."""
    left = 2
    while True:
        period = calendar_period(cadence, day)
        if period is None or period.start.toordinal() <= 366:
            return Period(date.min, day)
        left -= 0 if within_any(period, holidays) else 1
        if left == 0:
            return period
        day = period.start - DAY


def rhythm(
    checkins: Iterable[date], cadence: str, window: Period, judged: date, holidays: Sequence[Period]
) -> tuple[int, int]:
    """How many periods had a check-in, of how many: whole ones inside the window that ended by `judged`."""
    days = sorted(checkins)
    due = [
        period
        for period in _whole_periods(cadence, window)
        if period.end <= judged and not within_any(period, holidays)
    ]
    return sum(_falls_in(period, days) for period in due), len(due)


def _falls_in(period: Period, days: Sequence[date]) -> bool:
    """Whether one of the sorted `days` lies in `period`."""
    index = bisect_left(days, period.start)
    return index < len(days) and days[index] <= period.end


def _whole_periods(cadence: str, window: Period) -> list[Period]:
    """The periods of a cadence inside the window; those of `10d` count from its start, `end` has none."""
    if cadence == "end":
        return []
    if calendar_period(cadence, window.start) is not None:
        return [period for period in periods_in(cadence, window) if window.covers(period)]
    length = days_of(cadence) or 1
    count = window.days // length
    starts = (window.start + timedelta(days=index * length) for index in range(count))
    return [Period(start, start + timedelta(days=length - 1)) for start in starts]
