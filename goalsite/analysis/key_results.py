"""The figures and the status of a key result on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goalsite.analysis.curves import Line, Stairs
from goalsite.analysis.days import Dated, result_window
from goalsite.analysis.figures import KeyResultFigures
from goalsite.analysis.kpis import KpiDesk
from goalsite.analysis.measuring import Reading, Setting, read
from goalsite.analysis.rhythm import cadence_days, is_silent
from goalsite.core.config import Config, Pace
from goalsite.core.periods import Period, days_of
from goalsite.core.quantities import at_least, round_half_up
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


@dataclass(frozen=True, slots=True)
class GoalDay:
    """A goal as it is looked at on `day`: its window, F, its cadence."""

    goal: Objective
    day: date
    window: Period
    freeze: date
    cadence: str

    @property
    def closed(self) -> bool:
        """Whether the file says that the goal is closed."""
        return self.goal.state == "closed"


def type_of(result: KeyResult) -> str:
    """The key result's measure as `goals.json` names it."""
    match result.measure:
        case Metric():
            return "metric"
        case Maintain():
            return "maintain"
        case Milestones():
            return "milestones"
        case Binary():
            return "binary"
        case Zones():
            return "zones"
    return "manual"


def is_checked_in(result: KeyResult) -> bool:
    """Whether people write its values: metric, maintain, zones and by hand, not read from a KPI."""
    measure = result.measure
    if isinstance(measure, (Metric, Maintain)):
        return measure.kpi is None
    return not isinstance(measure, (Milestones, Binary))


def has_left(result: KeyResult, day: date) -> str:
    """`dropped` or `replaced` from its `on` day on; empty before and otherwise."""
    if not (result.dropped or result.replaced_by) or (result.on and result.on > day):
        return ""
    return "replaced" if result.replaced_by else "dropped"


def figure_key_result(
    result: KeyResult, on: GoalDay, dated: Dated, kpi: Kpi | None, desk: KpiDesk, config: Config
) -> KeyResultFigures:
    """All figures of one key result of a goal on a day."""
    window = result_window(result, on.window)
    kind = type_of(result)
    judged = on.freeze if kind in ("milestones", "binary") else min(on.freeze, window.end)
    setting = Setting(
        window=window,
        freeze=on.freeze,
        judged=judged,
        closing=(on.goal.closed or on.freeze) if on.closed else None,
        top=_top(result, on.goal, config.pace),
        dots=_dots(result, kpi, desk, on.day),
        aggregate=kpi.aggregate if kpi else "last",
    )
    reading = read(result, dated, setting)
    then = reading.curve.at(reading.held_day)
    checkins = tuple(one for one in dated.checkins if one.date <= on.freeze)
    cadence = result.cadence or on.cadence
    left = has_left(result, on.freeze)
    judge = _Judge(result, on, setting, reading, then, cadence, config)
    measure = result.measure
    suggested = _suggested(reading, measure)
    return KeyResultFigures(
        id=result.id,
        type=kind,
        window=window,
        counted=not left,
        status=left or judge.status(checkins, kpi, desk),
        kpi=kpi.id if kpi else None,
        unit=(measure.unit or (kpi.unit if kpi else "")) if isinstance(measure, (Metric, Maintain)) else "",
        baseline=reading.baseline,
        target=reading.target,
        value=reading.value,
        value_date=reading.value_date,
        raw=reading.raw,
        progress=reading.progress,
        expected=reading.curve.at(judged),
        expected_then=then,
        pace=reading.progress / then if then > 0 else None,
        days_behind=_days_behind(reading, on, window, kind),
        confidence=last_confidence(checkins),
        reported=last_reported(checkins),
        held=reading.met / (reading.met + reading.misses) if reading.met + reading.misses else None,
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


def _values(setting: Setting, checkins: tuple[CheckIn, ...]) -> tuple[tuple[date, float | str, float | None], ...]:
    """The values it has: those of its check-ins, or of its KPI up to T."""
    if setting.dots is not None:
        return tuple((day, value, None) for day, value, _ in setting.dots if day <= setting.judged)
    return tuple((one.date, one.value, one.confidence) for one in checkins if one.value is not None)


def _top(result: KeyResult, goal: Objective, pace: Pace) -> float:
    measure = result.measure
    if isinstance(measure, Zones) or (isinstance(measure, Metric) and measure.levels):
        return pace.top
    return pace.top if goal.commitment == "aspirational" else 1.0


def _dots(result: KeyResult, kpi: Kpi | None, desk: KpiDesk, day: date) -> tuple[tuple[date, float, str], ...] | None:
    """The points of the KPI it reads; none where that KPI could not be found; None where values are typed."""
    measure = result.measure
    if isinstance(measure, (Metric, Maintain)) and measure.kpi is not None:
        return desk.points.on(kpi.id, day) if kpi else ()
    return None


def last_confidence(checkins: tuple[CheckIn, ...]) -> float | None:
    """The latest confidence that check-ins give."""
    return next((one.confidence for one in reversed(checkins) if one.confidence is not None), None)


def last_reported(checkins: tuple[CheckIn, ...]) -> str | None:
    """The latest status that check-ins report."""
    return next((one.status for one in reversed(checkins) if one.status is not None), None)


def _drawn(curve: Line | Stairs) -> tuple[tuple[date, float], ...]:
    """A straight curve's points; of stairs the height after each step."""
    if isinstance(curve, Line):
        return curve.points
    height, points = 0.0, [(curve.window.start, 0.0)]
    for day, share in curve.steps:
        height += share
        points.append((day, height))
    return tuple(points)


def _suggested(reading: Reading, measure: object) -> float:
    """The score its progress suggests, to one decimal."""
    if isinstance(measure, Maintain) and reading.misses <= measure.allowed_misses:
        return 1.0
    return round_half_up(reading.progress)


def _days_behind(reading: Reading, on: GoalDay, window: Period, kind: str) -> float | None:
    if kind in ("maintain", "binary") or not reading.has_value or on.closed or on.freeze not in window:
        return None
    return reading.curve.days_behind(reading.progress, reading.held_day)


@dataclass(frozen=True, slots=True)
class _Judge:
    """Finds the status of a key result that counts: the first rule that holds."""

    result: KeyResult
    on: GoalDay
    setting: Setting
    reading: Reading
    then: float
    cadence: str
    config: Config

    def status(self, checkins: tuple[CheckIn, ...], kpi: Kpi | None, desk: KpiDesk) -> str:
        """The status on the day of the judgement."""
        day, window = self.on.freeze, self.setting.window
        if day < window.start:
            return "planned"
        if not self.reading.has_value:
            waited = (day - window.start).days
            status = "planned" if waited <= self._first_wait(kpi) else "no_data"
        elif self._is_achieved():
            return "achieved"
        else:
            status = self._by_measure(last_reported(checkins))
        if status in ("on_track", "at_risk", "no_data") and self._is_stale(checkins, kpi, desk):
            return "stale"
        return status

    def _first_wait(self, kpi: Kpi | None) -> int:
        """How many days the first value may take: a cadence; from a KPI its frequency and lag."""
        if kpi:
            return sum(days_of(length) or 0 for length in (kpi.frequency, kpi.lag) if length)
        return cadence_days(self.cadence, self.setting.window)

    def _is_achieved(self) -> bool:
        measure = self.result.measure
        if isinstance(measure, Maintain):
            ended = self.setting.judged >= self.setting.window.end
            return ended and self.reading.misses <= measure.allowed_misses
        return self.reading.raw is not None and at_least(self.reading.raw, 1.0)

    def _by_measure(self, reported: str | None) -> str:
        measure = self.result.measure
        if isinstance(measure, Maintain):
            return _by_misses(self.reading.misses, measure.allowed_misses)
        if isinstance(measure, (Milestones, Binary)):
            late = self.reading.overdue
            if late is not None:
                return "at_risk" if late <= cadence_days(self.cadence, self.setting.window) else "off_track"
            return (reported or "no_data") if isinstance(measure, Binary) else "on_track"
        return self._by_pace()

    def _by_pace(self) -> str:
        bounds, progress = self.config.pace, self.reading.progress
        if self.then < bounds.early - 1e-9:
            return "on_track" if at_least(bounds.early_slack, self.then - progress) else "at_risk"
        pace = progress / self.then
        if at_least(pace, bounds.on_track):
            return "on_track"
        if at_least(pace, bounds.at_risk):
            return "at_risk"
        early = self.setting.window.elapsed(self.setting.judged) < bounds.grace - 1e-9
        return "at_risk" if early and (self.reading.raw or 0.0) >= 0 else "off_track"

    def _is_stale(self, checkins: tuple[CheckIn, ...], kpi: Kpi | None, desk: KpiDesk) -> bool:
        """Nobody looks any more: an active goal inside its window whose values stopped coming."""
        day = self.on.freeze
        if self.on.goal.state != "active" or day not in self.setting.window:
            return False
        if kpi is not None:
            return desk.on(kpi.id, day).health == "stale"
        return is_checked_in(self.result) and is_silent(
            (one.date for one in checkins), self.cadence, day, self.config.holidays
        )


def _by_misses(misses: int, allowed: int) -> str:
    if misses == 0 or misses < allowed:
        return "on_track"
    return "at_risk" if misses == allowed else "off_track"


