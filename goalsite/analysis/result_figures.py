"""The figures of one key result on a day."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date

from goalsite.analysis.curves import Curve, Line
from goalsite.analysis.days import Dated, GoalDay, result_window, until
from goalsite.analysis.figures import KeyResultFigures
from goalsite.analysis.judging import Judge
from goalsite.analysis.key_results import has_left, last_confidence, last_reported, type_of
from goalsite.analysis.kpi_points import Dots
from goalsite.analysis.kpis import KpiDesk
from goalsite.analysis.measuring import Reading, Setting, read
from goalsite.core.config import Config, Pace
from goalsite.core.periods import Period
from goalsite.core.quantities import EPSILON, round_half_up
from goalsite.model.records import (
    Binary,
    CheckIn,
    KeyResult,
    Kpi,
    Maintain,
    Metric,
    Milestones,
    Objective,
    Zones,
)


def figure_key_result(
    result: KeyResult, on: GoalDay, dated: Dated, kpi: Kpi | None, desk: KpiDesk, config: Config
) -> KeyResultFigures:
    """All figures of one key result of a goal on a day."""
    setting = _setting(result, on, kpi, desk, config.pace)
    checkins = until(dated.checkins, on.freeze)
    reading = read(result, Dated(checkins, dated.done), setting)
    then = reading.curve.at(reading.held_day)
    cadence = result.cadence or on.cadence
    left = has_left(result, on.freeze)
    judge = Judge(result, on, setting, reading, then, checkins, cadence, kpi, desk, config)
    fresh = left or judge.status_if_fresh()
    suggested = _suggested(reading, result)
    judged_periods = reading.met + reading.misses
    return KeyResultFigures(
        id=result.id,
        type=type_of(result),
        window=setting.window,
        counted=not left,
        status=judge.status(fresh),
        status_if_fresh=fresh,
        kpi=kpi.id if kpi else None,
        unit=_unit(result, kpi),
        baseline=reading.baseline,
        target=reading.target,
        value=reading.value,
        value_date=reading.value_date,
        raw=reading.raw,
        progress=reading.progress,
        expected=then if reading.held_day == setting.judged else reading.curve.at(setting.judged),
        expected_then=then,
        pace=reading.progress / then if then > EPSILON else None,
        days_behind=_days_behind(reading, on, setting, result),
        confidence=last_confidence(checkins),
        reported=last_reported(checkins),
        held=reading.met / judged_periods if judged_periods else None,
        met=reading.met,
        misses=reading.misses,
        score=result.score if result.score is not None else (suggested if on.closed else None),
        suggested=suggested,
        cadence=cadence,
        checkins=checkins,
        values=_values(setting, checkins),
        curve=_drawn(reading.curve),
        periods=reading.periods,
        steps=reading.steps,
    )


def _setting(result: KeyResult, on: GoalDay, kpi: Kpi | None, desk: KpiDesk, pace: Pace) -> Setting:
    window = result_window(result, on.window)
    by_steps = isinstance(result.measure, (Milestones, Binary))
    judged = on.freeze if by_steps else min(on.freeze, window.end)
    return Setting(
        window=window,
        freeze=on.freeze,
        judged=judged,
        closing=(on.goal.closed or on.freeze) if on.closed else None,
        top=_top(result, on.goal, pace),
        dots=_dots(result, kpi, desk, on.day, Period(window.start, judged)),
        aggregate=kpi.aggregate if kpi else "last",
    )


def _top(result: KeyResult, goal: Objective, pace: Pace) -> float:
    measure = result.measure
    if isinstance(measure, Zones) or (isinstance(measure, Metric) and measure.levels):
        return pace.top
    return pace.top if goal.commitment == "aspirational" else 1.0


def _dots(result: KeyResult, kpi: Kpi | None, desk: KpiDesk, day: date, during: Period) -> Dots | None:
    """The points of the KPI it reads, from the last one before `during` on.

    None at all where the KPI could not be found; None where values are typed.
    """
    measure = result.measure
    if not isinstance(measure, (Metric, Maintain)) or measure.kpi is None:
        return None
    dots = desk.points.on(kpi.id, day) if kpi else ()
    end = bisect_right(dots, during.end, key=lambda dot: dot[0])
    first = bisect_left(dots, during.start, hi=end, key=lambda dot: dot[0])
    return dots[max(0, first - 1) : end]


def _unit(result: KeyResult, kpi: Kpi | None) -> str:
    measure = result.measure
    own = measure.unit if isinstance(measure, (Metric, Maintain)) else ""
    return own or (kpi.unit if kpi else "")


def _values(
    setting: Setting, checkins: tuple[CheckIn, ...]
) -> tuple[tuple[date, float | str, float | None], ...]:
    """The values it has: those of its check-ins, or of its KPI up to T."""
    if setting.dots is not None:
        return tuple((day, value, None) for day, value, _ in setting.dots if day <= setting.judged)
    return tuple([(one.date, one.value, one.confidence) for one in checkins if one.value is not None])


def _drawn(curve: Curve) -> tuple[tuple[date, float], ...]:
    """A straight curve's points; of stairs the height after each step."""
    if isinstance(curve, Line):
        return curve.points
    height, points = 0.0, [(curve.window.start, 0.0)]
    for day, share in curve.steps:
        height += share
        points.append((day, height))
    return tuple(points)


def _suggested(reading: Reading, result: KeyResult) -> float:
    """The score its progress suggests, to one decimal."""
    measure = result.measure
    if isinstance(measure, Maintain) and reading.misses <= measure.allowed_misses:
        return 1.0
    return round_half_up(reading.progress)


def _days_behind(reading: Reading, on: GoalDay, setting: Setting, result: KeyResult) -> float | None:
    if isinstance(result.measure, (Maintain, Binary)) or not reading.has_value:
        return None
    if on.closed or on.freeze not in setting.window:
        return None
    return reading.curve.days_behind(reading.progress, reading.held_day)
