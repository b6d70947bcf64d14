"""On which days the check-ins of a rhythm are due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from goalsite.analysis.key_results import is_checked_in
from goalsite.core.periods import Period, calendar_period, days_of, periods_in, within_any
from goalsite.model.records import Objective
from goalsite.pages.desk import Desk

_AHEAD = 366
_MOST = 60
"""How many check-in days of one rhythm are told ahead."""


def checkins_due(desk: Desk, goal: Objective) -> Iterator[tuple[str, tuple[str, Period]]]:
    """Who checks in on a goal (a handle, or empty), and in which rhythm and window."""
    for result, one in zip(goal.key_results, desk.analysis.objectives[goal.id].key_results, strict=True):
        if one.counted and one.status != "achieved" and is_checked_in(result):
            who = result.owner or goal.owner or goal.person or ""
            yield who, (one.cadence, one.window)


@lru_cache(maxsize=1024)  # the goals of a cycle have few rhythms
def checkin_days(cadence: str, window: Period, as_of: date, holidays: tuple[Period, ...]) -> tuple[date, ...]:
    """The last days of the periods of a window, from `as_of` on for a year; a holiday asks for none."""
    last = min(window.end.toordinal(), as_of.toordinal() + _AHEAD, date.max.toordinal())
    ahead = Period(max(window.start, as_of), date.fromordinal(last))
    if ahead.start > ahead.end:
        return ()
    if cadence == "end":
        return (window.end,) if ahead.end == window.end else ()
    if calendar_period(cadence, as_of) is None:
        return tuple(_counted(days_of(cadence) or ahead.days, window, ahead))[:_MOST]
    ends = []
    for period in periods_in(cadence, ahead):
        if not within_any(period, holidays):
            ends.append(min(period.end, window.end))
        if len(ends) == _MOST:
            break
    return tuple(day for day in ends if day <= ahead.end)


def _counted(length: int, window: Period, ahead: Period) -> Iterator[date]:
    """Every so many days from the start of the window."""
    passed = max(0, (ahead.start - window.start).days)
    days = -(-passed // length) * length or length
    while days <= (ahead.end - window.start).days:
        yield window.start + timedelta(days=days)
        days += length
