"""What is to be checked in now: key results without a check-in in their period, KPIs that lack a point."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from goalsite.analysis.figures import Analysis, KeyResultFigures
from goalsite.analysis.key_results import is_checked_in
from goalsite.core.config import Config
from goalsite.core.periods import calendar_period, days_of, within_any
from goalsite.model.records import Corpus, KeyResult, Kpi, Objective


class DueCheckIn(NamedTuple):
    """A KPI, or a key result of an objective, that is to be checked in; `who` is a handle or empty, `last`
    and `when` what was said last, None where nothing was."""

    goal: Objective | Kpi
    result: KeyResult | None
    who: str
    last: float | str | None
    when: date | None

    @property
    def name(self) -> str:
        """`goal#kr`, or the KPI's id."""
        return f"{self.goal.id}#{self.result.id}" if self.result else self.goal.id


def due_checkins(corpus: Corpus, analysis: Analysis, config: Config) -> Iterator[DueCheckIn]:
    """What is due on the day of the analysis: key results by goal, then KPIs."""
    for goal in corpus.objectives:
        if goal.state != "active":
            continue
        for result, one in zip(goal.key_results, analysis.objectives[goal.id].key_results, strict=True):
            if one.counted and is_checked_in(result) and _is_due(one, analysis.as_of, config):
                who = result.owner or goal.owner or goal.person or ""
                yield DueCheckIn(goal, result, who, one.value, one.value_date)
    for kpi in corpus.kpis:
        points = analysis.kpis[kpi.id].points
        last = points[-1] if points else None
        typed = not (kpi.formula or kpi.rollup)
        if typed and kpi.frequency and _point_is_due(kpi, last.date if last else None, analysis.as_of):
            when = last.date if last else None
            yield DueCheckIn(kpi, None, kpi.owner or "", last.value if last else None, when)


def _is_due(one: KeyResultFigures, day: date, config: Config) -> bool:
    """Whether the running period of its cadence has no check-in; of `end` from its last day on."""
    last = one.checkins[-1].date if one.checkins else None
    if one.status == "achieved":
        return False
    if one.cadence == "end":
        return day >= one.window.end and (last is None or last < one.window.end)
    if day not in one.window:
        return False
    period = calendar_period(one.cadence, day)
    if period is None:
        return (day - (last or one.window.start)).days >= (days_of(one.cadence) or 1)
    return not within_any(period, config.holidays) and (last is None or last < period.start)


def _point_is_due(kpi: Kpi, last: date | None, day: date) -> bool:
    """Whether the next point should be there: a frequency and the usual lag after the last one."""
    length = days_of(kpi.frequency or "")
    if length is None:
        return False
    return last is None or (day - last).days >= length + (days_of(kpi.lag or "") or 0)
