"""The status of a key result that counts: the first rule that holds."""

from __future__ import annotations

from typing import NamedTuple

from goalsite.analysis.days import GoalDay
from goalsite.analysis.key_results import is_checked_in, last_reported
from goalsite.analysis.kpis import KpiDesk
from goalsite.analysis.measuring import Reading, Setting
from goalsite.analysis.rhythm import cadence_days, is_silent
from goalsite.core.config import Config, Pace
from goalsite.core.periods import days_of
from goalsite.core.quantities import EPSILON, at_least
from goalsite.model.records import Binary, CheckIn, KeyResult, Kpi, Maintain, Milestones


class Judge(NamedTuple):
    """Judges one key result on one day; `then` is e(d), `checkins` are those up to F, `kpi` is the one that
    it reads."""

    result: KeyResult
    on: GoalDay
    setting: Setting
    reading: Reading
    then: float
    checkins: tuple[CheckIn, ...]
    cadence: str
    kpi: Kpi | None
    desk: KpiDesk
    config: Config

    def status_if_fresh(self) -> str:
        """The status, whether or not anybody still looks."""
        start = self.setting.window.start
        if self.on.freeze < start:
            return "planned"
        if not self.reading.has_value:
            return "planned" if (self.on.freeze - start).days <= self._first_wait() else "no_data"
        return "achieved" if self._is_achieved() else self._by_measure()

    def status(self, fresh: str) -> str:
        """The status, `fresh` being the one it has if somebody still looks."""
        return "stale" if fresh in ("on_track", "at_risk", "no_data") and self._is_stale() else fresh

    def _first_wait(self) -> int:
        """How many days the first value may take: a cadence; from a KPI its frequency and lag."""
        if self.kpi:
            return sum(days_of(length) or 0 for length in (self.kpi.frequency, self.kpi.lag) if length)
        return cadence_days(self.cadence, self.setting.window)

    def _is_achieved(self) -> bool:
        measure = self.result.measure
        if isinstance(measure, Maintain):
            ended = self.setting.judged >= self.setting.window.end
            return ended and self.reading.misses <= measure.allowed_misses
        return self.reading.raw is not None and at_least(self.reading.raw, 1.0)

    def _by_measure(self) -> str:
        measure = self.result.measure
        if isinstance(measure, Maintain):
            return _by_misses(self.reading.misses, measure.allowed_misses)
        if not isinstance(measure, (Milestones, Binary)):
            elapsed = self.setting.window.elapsed(self.setting.judged)
            return _by_pace(self.reading, self.then, elapsed, self.config.pace)
        late = self.reading.overdue
        if late is not None:
            return "at_risk" if late <= cadence_days(self.cadence, self.setting.window) else "off_track"
        if isinstance(measure, Milestones):
            return "on_track"
        return last_reported(self.checkins) or "no_data"

    def _is_stale(self) -> bool:
        """Nobody looks any more: an active goal inside its window whose values stopped coming."""
        day = self.on.freeze
        if self.on.goal.state != "active" or day not in self.setting.window:
            return False
        if self.kpi is not None:
            return self.desk.on(self.kpi.id, day).health == "stale"
        last = self.checkins[-1].date if self.checkins else None
        return is_checked_in(self.result) and is_silent(last, self.cadence, day, self.config.holidays)


def _by_pace(reading: Reading, then: float, elapsed: float, bounds: Pace) -> str:
    """The status of a value held against the plan of its own day, `elapsed` being u(T)."""
    if then <= EPSILON or not at_least(then, bounds.early):
        return "on_track" if at_least(bounds.early_slack, then - reading.progress) else "at_risk"
    pace = reading.progress / then
    if at_least(pace, bounds.on_track):
        return "on_track"
    if at_least(pace, bounds.at_risk):
        return "at_risk"
    early = not at_least(elapsed, bounds.grace)
    return "at_risk" if early and at_least(reading.raw or 0.0, 0.0) else "off_track"


def _by_misses(misses: int, allowed: int) -> str:
    if misses == 0 or misses < allowed:
        return "on_track"
    return "at_risk" if misses == allowed else "off_track"
