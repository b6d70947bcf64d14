"""A KPI's points against its dated targets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from heapq import heappop, heappush
from typing import NamedTuple

from goalsite.analysis.curves import straight
from goalsite.analysis.kpi_points import Dots, running
from goalsite.core.config import Pace
from goalsite.core.periods import DAY, Period
from goalsite.core.quantities import at_least
from goalsite.model.records import Kpi, Target


class Judged(NamedTuple):
    """What a day's target says of a point: its colour and, for a period, the total and what is due."""

    color: str
    target: Target | None = None
    total: float | None = None
    due: float | None = None


def in_force(kpi: Kpi, day: date) -> Target | None:
    """The target for `day`: of the shortest period around it, else the level with the latest `from`."""
    return Schedule.of(kpi.targets).on(day)


class Schedule(NamedTuple):
    """Which target is in force from each of some days on; however many there are, asking is quick."""

    days: tuple[date, ...]
    targets: tuple[Target | None, ...]

    @classmethod
    def of(cls, targets: Iterable[Target]) -> Schedule:
        """The schedule that a KPI's targets make."""
        written = [(target.period, number, target) for number, target in enumerate(targets)]
        levels = {target.start or date.min: target for period, _, target in written if not period}
        periods = sorted((period, number, target) for period, number, target in written if period)
        changes = {date.min, *levels, *(period.start for period, _, _ in periods)}
        changes |= {period.end + DAY for period, _, _ in periods if period.end < date.max}
        around: list[tuple[int, int, date, Target]] = []  # the periods that have begun, the shortest first
        level, following, found = None, 0, []
        for day in sorted(changes):
            level = levels.get(day, level)
            while following < len(periods) and periods[following][0].start <= day:
                period, number, target = periods[following]
                heappush(around, (period.days, number, period.end, target))
                following += 1
            while around and around[0][2] < day:
                heappop(around)
            found.append((day, around[0][3] if around else level))
        return cls(tuple(day for day, _ in found), tuple(target for _, target in found))

    def on(self, day: date) -> Target | None:
        """The target for `day`."""
        return self.targets[bisect_right(self.days, day) - 1]


def judged(kpi: Kpi, dots: Dots, pace: Pace) -> list[Judged]:
    """Each of a KPI's points held against the target of its day."""
    totals: dict[Period, dict[date, float]] = {}
    schedule = Schedule.of(kpi.targets)
    found = []
    for day, value, _ in dots:
        target = schedule.on(day)
        if target is None:
            found.append(Judged("no_target"))
        elif target.period:
            if target.period not in totals:
                totals[target.period] = dict(totals_so_far(kpi, dots, target.period))
            found.append(_total(kpi, target, target.period, day, totals[target.period][day], pace))
        else:
            found.append(Judged(_level(kpi.direction, target, value), target))
    return found


def totals_so_far(kpi: Kpi, dots: Dots, period: Period) -> list[tuple[date, float]]:
    """What a KPI's points in a period make together by the day of each of them."""
    first = bisect_left(dots, period.start, key=lambda dot: dot[0])
    last = bisect_right(dots, period.end, key=lambda dot: dot[0])
    inside = dots[first:last]
    sums = running(kpi.aggregate, [value for _, value, _ in inside])
    return [(day, so_far) for (day, _, _), so_far in zip(inside, sums, strict=True)]


def _level(direction: str, target: Target, value: float) -> str:
    if direction == "range":
        return _ranged(value, target.low, target.high, target.tolerance)
    goal, red = target.target or 0.0, target.red
    sign = 1 if direction == "higher" else -1
    if at_least(sign * value, sign * goal):
        return "green"
    return "amber" if red is not None and at_least(sign * value, sign * red) else "red"


def _ranged(value: float, low: float | None, high: float | None, tolerance: float) -> str:
    for slack, color in ((0.0, "green"), (tolerance, "amber")):
        above = low is None or at_least(value, low - slack)
        below = high is None or at_least(high + slack, value)
        if above and below:
            return color
    return "red"


def _total(kpi: Kpi, target: Target, period: Period, day: date, so_far: float, pace: Pace) -> Judged:
    """A period's total by a day against what is due of it by then."""
    due = straight(period, target.target or 0.0, target.plan).at(day)
    return Judged(_pace_color(kpi.direction, so_far, due, pace), target, so_far, due)


def _pace_color(direction: str, total: float, due: float, pace: Pace) -> str:
    if due <= 0 or (direction == "lower" and total <= 0):
        return "green"
    quotient = due / total if direction == "lower" else total / due
    if at_least(quotient, pace.on_track):
        return "green"
    return "amber" if at_least(quotient, pace.at_risk) else "red"


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the two in the middle."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def trend(values: Sequence[float]) -> str | None:
    """`up`, `down` or `flat` by the Theil-Sen slope of the last 6 points by index; None under two points.

    Flat where slope × (points − 1) is under 2 % of their median's size.
    """
    last = values[-6:]
    if len(last) < 2:
        return None
    slopes = [(last[j] - last[i]) / (j - i) for i in range(len(last)) for j in range(i + 1, len(last))]
    slope = median(slopes)
    if slope == 0 or abs(slope) * (len(last) - 1) < 0.02 * abs(median(last)):
        return "flat"
    return "up" if slope > 0 else "down"
