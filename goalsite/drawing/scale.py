"""Where dates and values lie in a drawing, and which of them its axes name.

Values are any finite floats: differences are taken by halves, because those of huge floats overflow.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

_HUGE = sys.float_info.max
_TINY = 1e-290
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10000)


class Plot:
    """Where dates run to the right and values upwards; what lies outside is held at the edge.

    `area` is the left, top, right and bottom edge in the drawing, `days` the first and last day, `bounds` the
    lowest and highest value, which differ.
    """

    __slots__ = (
        "_day_width",
        "_first",
        "_half_height",
        "_half_low",
        "bottom",
        "days",
        "left",
        "right",
        "top",
    )

    def __init__(
        self,
        area: tuple[float, float, float, float],
        days: tuple[date, date],
        bounds: tuple[float, float],
    ) -> None:
        self.left, self.top, self.right, self.bottom = area
        self.days = days
        self._first = days[0].toordinal()
        count = days[1].toordinal() - self._first
        self._day_width = (self.right - self.left) / count if count > 0 else 0.0
        self._half_low = bounds[0] / 2
        self._half_height = (self.bottom - self.top) / (bounds[1] / 2 - self._half_low)

    def x(self, day: date) -> float:
        """Where a day lies; the middle if there is only one."""
        if not self._day_width:
            return (self.left + self.right) / 2
        x = self.left + (day.toordinal() - self._first) * self._day_width
        return self.left if x < self.left else self.right if x > self.right else x

    def y(self, value: float) -> float:
        """The height of a value."""
        y = self.bottom - (value / 2 - self._half_low) * self._half_height
        return self.top if y < self.top else self.bottom if y > self.bottom else y

    def shows(self, day: date) -> bool:
        """Whether a day lies between the first and the last one."""
        return self.days[0] <= day <= self.days[1]


def extent(values: Iterable[float], pad: float = 0.08) -> tuple[float, float]:
    """Bounds with some room around the values, never equal; values that are all one lie in the middle."""
    known = list(values) or [0.0]
    low, high = min(known), max(known)
    size = max(abs(low), abs(high))
    half = high / 2 - low / 2
    if size < _TINY:
        return -1.0, 1.0
    room = size * 0.1 if half <= size * 1e-9 else half * (2 * pad)
    return max(low - room, -_HUGE), min(high + room, _HUGE)


def nice_ticks(low: float, high: float, most: int = 5) -> tuple[float, ...]:
    """At most so many round values within the bounds, 1, 2 or 5 times a power of ten apart.

    None where the range is too small or too large for floats.
    """
    raw = (high / 2 - low / 2) * (2 / most)
    if not _TINY < raw < 1e300:
        return ()
    power = 10.0 ** math.floor(math.log10(raw))
    for factor in (1, 2, 5, 10, 20):
        step = factor * power
        first, last = math.ceil(low / step), math.floor(high / step)
        if last - first < most:
            ticks = tuple(float(f"{i * step:.12g}") for i in range(first, last + 1))
            return ticks if len(set(ticks)) == len(ticks) else ()  # too close to be told apart when written
    return ()


def date_ticks(first: date, last: date, most: int) -> tuple[str, tuple[date, ...]]:
    """The unit (`day`, `month`, `year`) of an axis, and at most so many of its first days in between."""
    days = (last - first).days
    for step in _DAY_STEPS:
        if days // step + 1 <= most:
            return "day", _every_days(first, last, step)
    months = (last.year - first.year) * 12 + last.month - first.month
    for step in _MONTH_STEPS:
        if months // step + 1 <= most:
            return "month", _every_months(first, last, step)
    for step in _YEAR_STEPS:
        if months // 12 // step + 1 <= most:
            return "year", _every_months(first, last, 12 * step)
    return "year", ()


def _every_days(first: date, last: date, step: int) -> tuple[date, ...]:
    start = first.toordinal()
    if step >= 7:
        start += -first.weekday() % 7
    return tuple(date.fromordinal(day) for day in range(start, last.toordinal() + 1, step))


def _every_months(first: date, last: date, step: int) -> tuple[date, ...]:
    from_month = first.year * 12 + first.month - 1 + (first.day > 1)
    to_month = last.year * 12 + last.month - 1
    months = range(from_month + -from_month % step, to_month + 1, step)
    return tuple(date(month // 12, month % 12 + 1, 1) for month in months if month >= 12)


def shifted(day: date, days: int) -> date:
    """The day so many days later, held within what a calendar can hold."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


@lru_cache(maxsize=256)  # the charts of a cycle have its window
def month_starts(first: date, last: date) -> tuple[date, ...]:
    """The first days of the months in between; none where there are more than 40."""
    if (last - first) > timedelta(days=1240):
        return ()
    return _every_months(first, last, 1)
