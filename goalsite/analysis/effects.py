"""What changed figures are: the same day's, of two states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from goalsite.analysis.figures import KeyResultFigures, KpiFigures, ObjectiveFigures, Portfolio
from goalsite.analysis.matching import Pairs
from goalsite.analysis.state import State
from goalsite.core.quantities import EPSILON
from goalsite.core.values import fields_of

Value = float | str | bool | None

OF_GOAL = (
    "status",
    "progress",
    "progress_with_contributions",
    "pace",
    "days_behind",
    "confidence",
    "score",
    "exposed",
)
OF_RESULT = ("status", "value", "progress", "pace", "days_behind", "confidence", "score")
OF_KPI = ("health", "value", "attainment", "coverage")
OF_UNIT = fields_of(Portfolio)
"""The figures that are compared, in the order in which they are told."""


class Effect(NamedTuple):
    """That a figure of a goal, of its key result `result`, of a KPI or of a unit in a cycle is another."""

    result: str
    figure: str
    before: Value
    after: Value


class UnitEffects(NamedTuple):
    """What changed of a unit's figures in a cycle; None where a side has none of it."""

    unit: str
    cycle: str
    effects: tuple[Effect, ...]


def on_goal(before: ObjectiveFigures, after: ObjectiveFigures, results: Pairs) -> tuple[Effect, ...]:
    """The effects on an objective and on those of its key results that are on both sides."""
    if before == after:
        return ()
    return (*_compared(OF_GOAL, before, after), *_on_results(before, after, results))


def _on_results(before: ObjectiveFigures, after: ObjectiveFigures, results: Pairs) -> Iterator[Effect]:
    known = {one.id: one for one in before.key_results}
    named = {name: known[old] for old, name in results.items() if old in known}
    for one in after.key_results:
        earlier = named.get(one.id)
        if earlier is not None and earlier != one:
            yield from _of_result(earlier, one)


def _of_result(before: KeyResultFigures, after: KeyResultFigures) -> Iterator[Effect]:
    reads = before.kpi is not None and after.kpi is not None  # else its file says what its value is
    names = (name for name in OF_RESULT if reads or name != "value")
    return _compared(names, before, after, after.id)


def on_kpi(before: KpiFigures, after: KpiFigures) -> tuple[Effect, ...]:
    """The effects on a KPI."""
    return () if before == after else tuple(_compared(OF_KPI, before, after))


def on_units(before: State, after: State, units: Mapping[str, str]) -> tuple[UnitEffects, ...]:
    """The effects on the figures of units that are on both sides."""
    here = set(units.values())
    earlier = {
        (units[unit], cycle): figures
        for (unit, cycle), figures in before.analysis.portfolios.items()
        if unit in units
    }
    found = []
    for unit, cycle in sorted({*earlier, *after.analysis.portfolios}):
        if unit in here:
            was = earlier.get((unit, cycle), Portfolio())
            now = after.analysis.portfolios.get((unit, cycle), Portfolio())
            if effects := tuple(_compared(OF_UNIT, was, now)):
                found.append(UnitEffects(unit, cycle, effects))
    return tuple(found)


def _compared(names: Iterable[str], before: Any, after: Any, result: str = "") -> Iterator[Effect]:
    for name in names:
        was, now = getattr(before, name), getattr(after, name)
        if not is_same(was, now):
            yield Effect(result, name, was, now)


def is_same(one: object, other: object) -> bool:
    """Whether two figures are one."""
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) <= EPSILON * max(1.0, abs(one), abs(other))
    return one == other
