"""A KPI's points against its dated targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goalsite.analysis.curves import straight
from goalsite.analysis.kpi_points import AGGREGATES, Dots
from goalsite.core.config import Pace
from goalsite.core.quantities import at_least
from goalsite.model.records import Kpi, Target


@dataclass(frozen=True, slots=True)
class Judged:
    """What a day's target says of a point: its colour and, for a period's, the total so far and the share due."""

    color: str
    target: Target | None = None
    total: float | None = None
    due: float | None = None


def in_force(kpi: Kpi, day: date) -> Target | None:
    """The target for `day`: that of the shortest period around it, else the level with the latest `from` up to it."""
    periods = [target for target in kpi.targets if target.period and day in target.period]
    if periods:
        return min(periods, key=lambda target: target.period.days if target.period else 0)
    levels = [target for target in kpi.targets if not target.period and (not target.start or target.start <= day)]
    best: Target | None = None
    for target in levels:
        if best is None or (target.start or date.min) >= (best.start or date.min):
            best = target
    return best


def judge(kpi: Kpi, dots: Dots, index: int, pace: Pace) -> Judged:
    """The point at `index` of a KPI's points held against the target of its day."""
    day, value, _ = dots[index]
    target = in_force(kpi, day)
    if target is None:
        return Judged("no_target")
    if target.period:
        return _total(kpi, target, dots[: index + 1], pace)
    return Judged(_level(kpi.direction, target, value), target)


def _level(direction: str, target: Target, value: float) -> str:
    if direction == "range":
        low, high = target.low, target.high
        return _ranged(value, low, high, target.tolerance)
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


def _total(kpi: Kpi, target: Target, dots: Dots, pace: Pace) -> Judged:
    """A period's total so far against what is due of it by the last of `dots`."""
    period = target.period
    if period is None:
        return Judged("no_target")
    values = [value for day, value, _ in dots if day in period]
    total = AGGREGATES[kpi.aggregate](values)
    due = straight(period, target.target or 0.0, target.plan).at(dots[-1][0])
    return Judged(_pace_color(kpi.direction, total, due, pace), target, total, due)


def _pace_color(direction: str, total: float, due: float, pace: Pace) -> str:
    if due <= 0:
        return "green"
    if direction == "lower":
        quotient = due / total if total > 0 else float("inf")
    else:
        quotient = total / due
    if at_least(quotient, pace.on_track):
        return "green"
    return "amber" if at_least(quotient, pace.at_risk) else "red"


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the two in the middle."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def trend(values: Sequence[float]) -> str | None:
    """`up`, `down` or `flat` by the Theil–Sen slope of the last 6 points by index; None under two points.

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
