"""A key result's values against its measure: raw, progress and the curve it is held against."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from typing import NamedTuple

from goalsite.analysis.arithmetic import shares, total
from goalsite.analysis.curves import Curve, Stairs, day_after, due_days, straight
from goalsite.analysis.days import Dated
from goalsite.analysis.kpi_points import AGGREGATES, Dots
from goalsite.analysis.scale import Scale, within
from goalsite.core.periods import Period, clipped, periods_in
from goalsite.core.quantities import at_least
from goalsite.model.records import ZONES, Binary, KeyResult, Maintain, Metric, Milestones, Zones


class Setting(NamedTuple):
    """What a key result is measured in.

    Its window, F and T, the closing day of a closed goal, what is expected at the end, and the points of its
    KPI with how they are joined.
    """

    window: Period
    freeze: date
    judged: date
    closing: date | None
    top: float
    dots: Dots | None = None
    aggregate: str = "last"

    def held_day(self, when: date) -> date:
        """d for a value of the day `when`: not before the start, not after T."""
        return min(max(when, self.window.start), self.judged)


class Reading(NamedTuple):
    """A measure read on a day.

    `raw` is None without a value (then progress is 0); `held_day` is d, the day whose plan the value is held
    against; `overdue` is how many days the oldest overdue step is late, None where none is.
    """

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
    """The measure of `result`, whatever kind it is; `dated` are its check-ins up to F."""
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


def _numbers(dated: Dated, setting: Setting) -> list[tuple[date, float]]:
    """The values that count, typed (up to F) or of the KPI (up to T), by day."""
    if setting.dots is not None:
        return [(when, value) for when, value, _ in setting.dots if when <= setting.judged]
    return [(one.date, one.value) for one in dated.checkins if isinstance(one.value, float)]


def _metric(result: KeyResult, measure: Metric, dated: Dated, setting: Setting) -> Reading:
    values = _numbers(dated, setting)
    latest = _over_window(values, setting) if measure.over_window else values[-1] if values else None
    baseline = measure.baseline if measure.baseline is not None else _inferred(values, setting.window)
    scale = Scale(baseline, measure.target, measure.levels)
    plan = tuple([(day, scale.progress(value)) for day, value in result.plan])
    curve = straight(setting.window, setting.top, plan)
    if latest is None:
        return Reading(curve, setting.judged, False, baseline=baseline, target=measure.target)
    when, value = latest
    raw = scale.raw(value)
    return Reading(
        curve=curve,
        held_day=setting.held_day(when),
        has_value=True,
        raw=raw,
        progress=within(raw) if measure.levels is None else scale.progress(value),
        value=value,
        value_date=when,
        baseline=baseline,
        target=measure.target,
    )


def _over_window(values: list[tuple[date, float]], setting: Setting) -> tuple[date, float] | None:
    """The KPI's aggregate over the window so far, dated by its last point; None without a point."""
    inside = [(when, value) for when, value in values if when >= setting.window.start]
    if not inside:
        return None
    return inside[-1][0], AGGREGATES[setting.aggregate]([value for _, value in inside])


def _inferred(values: list[tuple[date, float]], window: Period) -> float | None:
    """The first value at or after the start, else the last before it."""
    later = [value for when, value in values if when >= window.start]
    return later[0] if later else values[-1][1] if values else None


def _judged(result: KeyResult, dated: Dated, setting: Setting) -> Reading:
    """Zones and what is judged by hand."""
    values = [(one.date, one.value) for one in dated.checkins if one.value is not None]
    plan = tuple([(day, within(value)) for day, value in result.plan])
    curve = straight(setting.window, setting.top, plan)
    if not values:
        return Reading(curve, setting.judged, False)
    when, value = values[-1]
    progress = ZONES[value] if isinstance(value, str) else within(value)
    raw = progress / ZONES["target"] if isinstance(result.measure, Zones) else float(value)
    return Reading(curve, setting.held_day(when), True, raw, progress, value, when)


def _milestones(measure: Milestones, dated: Dated, setting: Setting) -> Reading:
    """Σ weight done ÷ Σ weight; T is F."""
    steps = measure.steps
    dues = [step.due or day for step, day in zip(steps, due_days(len(steps), setting.window), strict=True)]
    done = [_by(day, setting.freeze) for day in dated.done]
    parts = shares([step.weight for step in steps])
    raw = total(part for part, day in zip(parts, done, strict=True) if day)
    late = [(setting.judged - due).days for due, day in zip(dues, done, strict=True) if not day]
    expected = sorted((day_after(due), part) for due, part in zip(dues, parts, strict=True))
    return Reading(
        curve=Stairs(setting.window, tuple(expected)),
        held_day=setting.judged,
        has_value=True,
        raw=raw,
        progress=within(raw),
        overdue=max((days for days in late if days > 0), default=None),
        steps=tuple(
            (step.title, step.weight, due, day) for step, due, day in zip(steps, dues, done, strict=True)
        ),
    )


def _by(day: date | None, freeze: date) -> date | None:
    """A day of completion, unless it lies in the future."""
    return day if day and day <= freeze else None


def _binary(dated: Dated, setting: Setting) -> Reading:
    due = setting.window.end
    day = _by(dated.done[0], setting.freeze)
    late = (setting.judged - due).days if day is None and due < setting.judged else None
    reported = any(one.status for one in dated.checkins)
    raw = 1.0 if day else 0.0
    return Reading(
        curve=Stairs(setting.window, ((day_after(due), 1.0),)),
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
    periods = _periods(measure, values, setting)
    met = sum(state is True for _, state in periods)
    misses = sum(state is False for _, state in periods)
    raw = met / len(periods) if periods else 0.0
    value_date, value = values[-1] if values else (None, None)
    return Reading(
        curve=Stairs(setting.window, tuple((period.end, 1 / len(periods)) for period, _ in periods)),
        held_day=setting.judged,
        has_value=met + misses > 0,
        raw=raw,
        progress=raw,
        value=value,
        value_date=value_date,
        met=met,
        misses=misses,
        periods=tuple(periods),
    )


def _periods(
    measure: Maintain, values: list[tuple[date, float]], setting: Setting
) -> list[tuple[Period, bool | None]]:
    """The periods up to the closing of the goal, True where met, False where missed, None where neither."""
    closing = setting.closing
    over = setting.freeze > setting.window.end or (closing is not None and setting.freeze >= closing)
    periods: list[tuple[Period, bool | None]] = []
    for whole in periods_in(measure.every, setting.window):
        period = clipped(whole, setting.window)
        if closing is not None and period.start > closing:
            break
        inside = [value for _, value in values[_first(values, period.start) : _after(values, period.end)]]
        periods.append((period, _is_met(measure, inside, setting) if inside else False if over else None))
    return periods


def _first(values: list[tuple[date, float]], day: date) -> int:
    """The position of the first of the values, which stand by day, that is not before `day`."""
    return bisect_left(values, day, key=lambda value: value[0])


def _after(values: list[tuple[date, float]], day: date) -> int:
    """The position of the first of the values that is after `day`."""
    return bisect_right(values, day, key=lambda value: value[0])


def _is_met(measure: Maintain, values: list[float], setting: Setting) -> bool:
    """Whether a period was met by its last typed value, or by the KPI's aggregate; bounds inclusive."""
    value = values[-1] if setting.dots is None else AGGREGATES[setting.aggregate](values)
    above = measure.low is None or at_least(value, measure.low)
    below = measure.high is None or at_least(measure.high, value)
    return above and below
