"""A key result's values against its measure: raw, progress and the curve it is held against."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from goalsite.analysis.curves import Curve, Stairs, due_days, straight
from goalsite.analysis.days import Dated
from goalsite.analysis.kpi_points import AGGREGATES, Dots
from goalsite.core.periods import DAY, Period, clipped, periods_in
from goalsite.core.quantities import EPSILON
from goalsite.model.records import Binary, KeyResult, Levels, Maintain, Metric, Milestones, Zones

ZONES = {"fail": 0.0, "commit": 0.3, "target": 0.7, "stretch": 1.0}


@dataclass(frozen=True, slots=True)
class Setting:
    """What a key result is measured in: its window, the days it counts to (F, T), the closing day of a closed goal,
    the points of its KPI."""

    window: Period
    freeze: date
    judged: date
    closing: date | None
    top: float
    dots: Dots | None = None
    aggregate: str = "last"


@dataclass(frozen=True, slots=True)
class Reading:
    """A measure read on a day. `raw` is None without a value (then progress is 0); `held_day` is d, the day whose plan
    the value is held against; `overdue` how many days the oldest overdue step is late, None where none is."""

    curve: Curve
    held_day: date
    has_value: bool
    raw: float | None = None
    progress: float = 0.0
    value: float | str | None = None
    value_date: date | None = None
    baseline: float | None = None
    target: float | None = None
    met: int = 0
    misses: int = 0
    overdue: int | None = None
    periods: tuple[tuple[Period, bool | None], ...] = ()
    steps: tuple[tuple[str, float, date, date | None], ...] = ()


def read(result: KeyResult, dated: Dated, setting: Setting) -> Reading:
    """The measure of `result`, whatever kind it is."""
    measure = result.measure
    match measure:
        case Metric():
            return _metric(result, measure, dated, setting)
        case Maintain():
            return _maintain(measure, dated, setting)
        case Milestones():
            return _milestones(measure, dated, setting)
        case Binary():
            return _binary(dated, setting)
    return _judged(result, dated, setting)


def within(value: float) -> float:
    """`value` within 0…1."""
    return min(1.0, max(0.0, value))


def _held_day(when: date | None, setting: Setting) -> date:
    """d: the day of the value, not before the start, not after T; T without a value."""
    if when is None:
        return setting.judged
    return min(max(when, setting.window.start), setting.judged) if setting.judged >= setting.window.start else setting.judged


def typed_values(dated: Dated, day: date) -> list[tuple[date, float | str]]:
    """The check-ins up to `day` that give a value."""
    return [(one.date, one.value) for one in dated.checkins if one.value is not None and one.date <= day]


def _numbers(dated: Dated, setting: Setting) -> list[tuple[date, float]]:
    """The values that count, typed (up to F) or of the KPI (up to T), by day."""
    if setting.dots is not None:
        return [(when, value) for when, value, _ in setting.dots if when <= setting.judged]
    return [(when, value) for when, value in typed_values(dated, setting.freeze) if isinstance(value, float)]


def _metric(result: KeyResult, measure: Metric, dated: Dated, setting: Setting) -> Reading:
    values = _numbers(dated, setting)
    window = setting.window
    if measure.over_window:
        inside = [(when, value) for when, value in values if when >= window.start]
        latest = (inside[-1][0], AGGREGATES[setting.aggregate]([v for _, v in inside])) if inside else None
    else:
        latest = values[-1] if values else None
    baseline = measure.baseline if measure.baseline is not None else _inferred(values, window)
    scale = Scale(baseline, measure.target, measure.levels)
    plan = tuple((day, scale.progress(value)) for day, value in result.plan)
    curve = straight(window, setting.top, plan)
    if latest is None:
        return Reading(curve, setting.judged, False, baseline=baseline, target=measure.target)
    raw = scale.raw(latest[1])
    return Reading(
        curve=curve,
        held_day=_held_day(latest[0], setting),
        has_value=True,
        raw=raw,
        progress=scale.progress(latest[1]),
        value=latest[1],
        value_date=latest[0],
        baseline=baseline,
        target=measure.target,
    )


def _inferred(values: list[tuple[date, float]], window: Period) -> float | None:
    """The first value at or after the start, else the last before it."""
    later = [value for when, value in values if when >= window.start]
    return later[0] if later else values[-1][1] if values else None


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to raw and progress; serves falling metrics as rising ones."""

    baseline: float | None
    target: float | None
    levels: Levels | None = None

    def raw(self, value: float) -> float:
        """(value − baseline) ÷ (target − baseline); without a distance 1 where the target is met, else 0."""
        if self.baseline is None or self.target is None:
            return 0.0
        distance = self.target - self.baseline
        if distance == 0:
            return 1.0 if value == self.target else 0.0
        return (value - self.baseline) / distance

    def progress(self, value: float) -> float:
        """Raw within 0…1; with levels linear through (baseline, 0), (commit, .3), (target, .7), (stretch, 1)."""
        if self.levels is None:
            return within(self.raw(value))
        sign = 1.0 if self.levels.stretch >= self.levels.commit else -1.0
        corners = [(sign * self.levels.commit, 0.3), (sign * self.levels.target, 0.7), (sign * self.levels.stretch, 1.0)]
        if self.baseline is not None:  # an inferred one may lie beyond the first levels
            corners = [(sign * self.baseline, 0.0), *(c for c in corners if c[0] > sign * self.baseline)]
        x = sign * value
        if x <= corners[0][0]:
            return corners[0][1] if x == corners[0][0] else 0.0
        for (left, low), (right, high) in pairwise(corners):
            if x <= right:
                return low + (high - low) * (x - left) / (right - left)
        return corners[-1][1]


def _judged(result: KeyResult, dated: Dated, setting: Setting) -> Reading:
    """Zones and what is judged by hand."""
    values = typed_values(dated, setting.freeze)
    plan = tuple((day, within(value)) for day, value in result.plan)
    curve = straight(setting.window, setting.top, plan)
    if not values:
        return Reading(curve, setting.judged, False)
    when, value = values[-1]
    zoned = isinstance(result.measure, Zones)
    progress = ZONES[value] if isinstance(value, str) else within(value)
    raw = progress / ZONES["target"] if zoned or isinstance(value, str) else value
    return Reading(curve, _held_day(when, setting), True, raw, progress, value, when)


def _milestones(measure: Milestones, dated: Dated, setting: Setting) -> Reading:
    """Σ weight done ÷ Σ weight; T is F."""
    default = due_days(len(measure.steps), setting.window)
    dues = [step.due or day for step, day in zip(measure.steps, default, strict=True)]
    done = [day if day and day <= setting.freeze else None for day in dated.done]
    total = math.fsum(step.weight for step in measure.steps)
    shares = [step.weight / total if total > 0 else 0.0 for step in measure.steps]
    raw = math.fsum(share for share, day in zip(shares, done, strict=True) if day)
    late = [(setting.judged - due).days for due, day in zip(dues, done, strict=True) if not day and due < setting.judged]
    return Reading(
        curve=Stairs(setting.window, tuple(sorted((due + DAY, share) for due, share in zip(dues, shares, strict=True)))),
        held_day=setting.judged,
        has_value=True,
        raw=raw,
        progress=within(raw),
        overdue=max(late, default=None),
        steps=tuple((s.title, s.weight, due, day) for s, due, day in zip(measure.steps, dues, done, strict=True)),
    )


def _binary(dated: Dated, setting: Setting) -> Reading:
    due = setting.window.end
    day = dated.done[0]
    day = day if day and day <= setting.freeze else None
    late = (setting.judged - due).days if day is None and due < setting.judged else None
    reported = any(one.status for one in dated.checkins if one.date <= setting.freeze)
    raw = 1.0 if day else 0.0
    return Reading(
        curve=Stairs(setting.window, ((due + DAY, 1.0),)),
        held_day=setting.judged,
        has_value=day is not None or late is not None or reported,
        raw=raw,
        progress=raw,
        overdue=late,
        steps=(("", 1.0, due, day),),
    )


def _maintain(measure: Maintain, dated: Dated, setting: Setting) -> Reading:
    """Calendar periods clipped to the window, each met, missed or neither."""
    values = _numbers(dated, setting)
    closing = setting.closing
    over = (closing is not None and setting.freeze >= closing) or setting.freeze > setting.window.end
    periods = []
    for whole in periods_in(measure.every, setting.window):
        period = clipped(whole, setting.window)
        if closing is not None and period.start > closing:
            break
        periods.append((period, _met(measure, [v for when, v in values if when in period], setting, over)))
    met = sum(state is True for _, state in periods)
    misses = sum(state is False for _, state in periods)
    share = 1 / len(periods) if periods else 0.0
    latest = values[-1] if values else None
    raw = met / len(periods) if periods else 0.0
    return Reading(
        curve=Stairs(setting.window, tuple((period.end, share) for period, _ in periods)),
        held_day=setting.judged,
        has_value=met + misses > 0,
        raw=raw,
        progress=raw,
        value=latest[1] if latest else None,
        value_date=latest[0] if latest else None,
        met=met,
        misses=misses,
        periods=tuple(periods),
    )


def _met(measure: Maintain, values: list[float], setting: Setting, over: bool) -> bool | None:
    """Whether a period was met by its last typed value, or by the KPI's aggregate; None while it has none."""
    if not values:
        return False if over else None
    value = values[-1] if setting.dots is None else AGGREGATES[setting.aggregate](values)
    above = measure.low is None or value >= measure.low - EPSILON
    below = measure.high is None or value <= measure.high + EPSILON
    return above and below
