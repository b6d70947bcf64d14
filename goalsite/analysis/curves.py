"""What a plan expects, day by day: e(t)."""

from __future__ import annotations

import math
from bisect import bisect_right
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from goalsite.core.periods import DAY, Period
from goalsite.core.quantities import EPSILON, same


class Line(NamedTuple):
    """A curve that is straight between its points (day, progress), in order; 0 before the window."""

    window: Period
    points: tuple[tuple[date, float], ...]

    def at(self, day: date) -> float:
        """e(day)."""
        if day < self.window.start:
            return 0.0
        index = bisect_right(self.points, (day, math.inf))
        if index == 0:
            return self.points[0][1]
        if index == len(self.points):
            return self.points[-1][1]
        (left, low), (right, high) = self.points[index - 1], self.points[index]
        share = (day - left).days / (right - left).days
        return low * (1 - share) + high * share

    def days_behind(self, progress: float, day: date) -> float:
        """How many days `progress` lies behind the plan on `day`; negative: ahead."""
        expected = self.at(day)
        if same(expected, progress):
            return 0.0
        behind = expected > progress
        return -(self._last_before(progress, day) if behind else self._first_after(progress, day))

    def _segments(self, day: date) -> list[tuple[int, float, int, float]]:
        """The straight stretches, their ends as days from `day`."""
        return [
            ((left - day).days, low, (right - day).days, high)
            for (left, low), (right, high) in pairwise(self.points)
        ]

    def _last_before(self, progress: float, day: date) -> float:
        """The last moment up to `day` at which no more than `progress` was expected, as days from `day`."""
        for left, low, right, high in reversed(self._segments(day)):
            if left < 0 and low <= progress + EPSILON:
                return left + (right - left) * max(0.0, progress - low) / (high - low)
        return (self.window.start - day).days

    def _first_after(self, progress: float, day: date) -> float:
        """The first moment from `day` on, at most the end, that expects `progress`, as days from `day`."""
        end = (self.window.end - day).days
        for left, low, right, high in self._segments(day):
            if right > 0 and high >= progress - EPSILON:
                return min(end, left + (right - left) * min(1.0, (progress - low) / (high - low)))
        return end


class Stairs(NamedTuple):
    """A curve that rises in steps: (first day on which it is expected, share), in order of days."""

    window: Period
    steps: tuple[tuple[date, float], ...]

    def at(self, day: date) -> float:
        """e(day)."""
        return math.fsum(share for first, share in self.steps if first <= day)

    def days_behind(self, progress: float, day: date) -> float:
        """How many days `progress` lies behind the plan on `day`; negative: ahead."""
        expected = self.at(day)
        if same(expected, progress):
            return 0.0
        total = 0.0
        for first, share in self.steps:
            total += share
            if expected > progress and total > progress + EPSILON:
                return (day - max(self.window.start, first - DAY)).days
            if expected < progress and total >= progress - EPSILON:
                return (day - min(self.window.end, first)).days
        return (day - self.window.end).days


Curve = Line | Stairs


def straight(window: Period, top: float, plan: tuple[tuple[date, float], ...] = ()) -> Line:
    """The line from (start, 0) to (end, top), or through the points of a `plan`, which both ends complete."""
    return _through(window, top, plan) if plan else _unplanned(window, top)


@lru_cache(maxsize=1024)  # the goals of a cycle have few windows
def _unplanned(window: Period, top: float) -> Line:
    return _through(window, top, ())


def _through(window: Period, top: float, plan: tuple[tuple[date, float], ...]) -> Line:
    points = list(plan)
    if not points or points[0][0] > window.start:
        points.insert(0, (window.start, 0.0))
    if points[-1][0] < window.end:
        points.append((window.end, top))
    if window.end <= window.start and not plan:
        points = [(window.start, top)]
    return Line(window, tuple(points))


def day_after(day: date) -> date:
    """The next day; the last one that a calendar knows has none and stays."""
    return day if day == date.max else day + DAY


def due_days(count: int, window: Period) -> list[date]:
    """When milestones without a day are due: the k-th of `count` at start + ⌊k/n · (end − start)⌋."""
    span = (window.end - window.start).days
    return [window.start + timedelta(days=(index + 1) * span // count) for index in range(count)]
