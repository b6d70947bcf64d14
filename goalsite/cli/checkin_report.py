"""What became of a check-in, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goalsite.analysis.figures import Analysis, KeyResultFigures
from goalsite.core.quantities import spelt
from goalsite.model.records import KeyResult, Kpi, Objective


def outcome(goal: Objective | Kpi, result: KeyResult | None, before: Analysis, after: Analysis) -> str:
    """The value, the progress before and after, and the status."""
    if isinstance(goal, Kpi):
        return _of_kpi(goal, before, after)
    if result is None:
        now = after.objectives[goal.id]
        progress = "" if now.progress is None else f"progress {_percent(now.progress)}, "
        return f"{goal.id}: {progress}{now.status}"
    then, now_ = _figures(goal, result, before), _figures(goal, result, after)
    value = f"{_shown(now_.value, now_.unit)}, " if now_.value is not None else ""
    change = f"progress {_percent(then.progress)} -> {_percent(now_.progress)}"
    return f"{goal.id}#{result.id}: {value}{change}, {now_.status}"


def reservations(
    goal: Objective | Kpi, result: KeyResult | None, day: date, after: Analysis
) -> Iterator[str]:
    """Why a check-in of that day may not count as somebody thinks."""
    if isinstance(goal, Kpi):
        return
    figures = after.objectives[goal.id]
    window = _figures(goal, result, after).window if result else figures.window
    if day not in window:
        yield f"note: {day} lies outside its window, {window.start} to {window.end}"
    if goal.closed and day > goal.closed:
        yield f"note: the goal was closed on {goal.closed}; what is later does not count"
    if result and (result.dropped or result.replaced_by):
        yield f"note: {result.id} was {'replaced' if result.replaced_by else 'dropped'}; it does not count"


def _figures(goal: Objective, result: KeyResult, analysis: Analysis) -> KeyResultFigures:
    return next(one for one in analysis.objectives[goal.id].key_results if one.id == result.id)


def _of_kpi(kpi: Kpi, before: Analysis, after: Analysis) -> str:
    then, now = before.kpis[kpi.id], after.kpis[kpi.id]
    value = _shown(now.value, kpi.unit) if now.value is not None else "no value"
    was = f" (was {then.health})" if then.health != now.health else ""
    return f"{kpi.id}: {value}, {now.health}{was}"


def _shown(value: float | str | None, unit: str) -> str:
    return value if isinstance(value, str) else f"{spelt(value or 0.0)} {unit}".rstrip()


def _percent(share: float) -> str:
    return f"{spelt(round(share * 100, 1))}%"
