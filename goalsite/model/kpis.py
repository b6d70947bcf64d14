"""One KPI's front matter and the series beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from goalsite.core.periods import FiscalYear, Period
from goalsite.core.quantities import spelt
from goalsite.model import shapes
from goalsite.model.amounts import PLAN_POINT, Unit, plan
from goalsite.model.formulas import read_formula
from goalsite.model.objectives import COMMON
from goalsite.model.records import Cascade, Kpi, Point, Target
from goalsite.model.rhythms import frequency, lag
from goalsite.model.series import inline_point, inline_series, table_series
from goalsite.model.shapes import Reading, Shape, Values
from goalsite.source.nodes import Table

PeriodOf = Callable[[str], Period | None]
"""The period that a cycle's name means."""

_TARGET = Shape(
    "a target",
    {
        "from": shapes.day,
        "period": shapes.line,
        "target": shapes.amount,
        "red": shapes.amount,
        "min": shapes.amount,
        "max": shapes.amount,
        "tolerance": shapes.amount,
        "plan": shapes.many(PLAN_POINT.read),
        "text": shapes.line,
    },
)
_CASCADE = Shape("cascades_from", {"kpi": shapes.ref, "share": shapes.share}, required=("kpi",))

SHAPE = Shape(
    "a KPI",
    {
        **COMMON,
        "id": shapes.line,
        "team": shapes.line,
        "definition": shapes.text,
        "unit": shapes.word,
        "direction": shapes.choice("higher", "lower", "range"),
        "owner": shapes.handle,
        "frequency": frequency,
        "lag": lag,
        "aggregate": shapes.choice("sum", "mean", "last", "min", "max"),
        "targets": shapes.many(_TARGET.read),
        "tier": shapes.choice("input", "output", "outcome", "impact"),
        "leading": shapes.flag,
        "perspective": shapes.choice("financial", "customer", "process", "growth"),
        "north_star": shapes.flag,
        "supports": shapes.many(shapes.ref),
        "cascades_from": _CASCADE.read,
        "rollup": shapes.choice("sum", "mean", "weighted", "min", "max"),
        "formula": read_formula,
        "dimensions": shapes.many(shapes.line),
        "series": shapes.many(inline_point),
        "source": shapes.text,
    },
)


def read_kpi(
    values: Values,
    common: dict[str, Any],
    reading: Reading,
    beside: tuple[Table, Reading] | None,
    period_of: PeriodOf,
    fiscal: FiscalYear,
) -> Kpi:
    """The KPI that `values` say; `beside` is the CSV of the same name with the findings of its own."""
    unit = Unit(values.get("unit", ""), reading, known=not values.unreadable("unit"))
    direction = values.get("direction", "higher")
    written = () if values.unreadable("direction") else values.get("targets", ())
    targets = [_target(target, direction, unit, period_of) for target in written]
    series, splits = _points(values, unit, beside, fiscal)
    cascade = values.get("cascades_from")
    return Kpi(
        **common,
        definition=values.get("definition", ""),
        unit=values.get("unit", ""),
        direction=direction,
        frequency=values.get("frequency"),
        lag=values.get("lag"),
        aggregate=values.get("aggregate", "last"),
        targets=tuple(target for target in targets if target is not None),
        tier=values.get("tier"),
        leading=values.get("leading", False),
        perspective=values.get("perspective"),
        north_star=values.get("north_star", False),
        cascades_from=Cascade(cascade.get("kpi"), cascade.get("share"))
        if cascade and "kpi" in cascade
        else None,
        rollup=values.get("rollup"),
        formula=values.get("formula"),
        dimensions=values.get("dimensions", ()),
        series=series,
        splits=splits,
        source=values.get("source", ""),
    )


def _points(
    values: Values, unit: Unit, beside: tuple[Table, Reading] | None, fiscal: FiscalYear
) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    if beside is None:
        return inline_series(values.get("series", ()), unit, fiscal), ()
    table, table_reading = beside
    if "series" in values.marks:
        message = f"series stands beside the file {table.path.rpartition('/')[2]}"
        unit.reading.report_at(values, "series", "S018", message, "keep one of them")
        return inline_series(values.get("series", ()), unit, fiscal), ()
    if table.broken or values.unreadable("dimensions"):
        return (), ()
    beside_unit = Unit(unit.name, table_reading, unit.known)
    return table_series(table, values.get("dimensions", ()), beside_unit, fiscal)


def _target(said: Values, direction: str, unit: Unit, period_of: PeriodOf) -> Target | None:
    reading = unit.reading
    names = ("target", "red", "min", "max", "tolerance")
    number = {key: unit.number(said.get(key), key) for key in names}
    period = _period(said, reading, period_of)
    if "period" in said.marks and (period is None or "from" in said.marks):
        if period is not None:
            message = "the target has from and period, must have one of them"
            hint = "keep period: for a total, or from: for a level that holds from that day on"
            reading.report_at(said, "from", "S017", message, hint)
        return None
    if direction == "range":
        fits = _check_range(said, number, reading)
    else:
        fits = _check_level(said, number, direction, reading)
    if not fits:
        return None
    return Target(
        start=said.get("from"),
        period=period,
        period_name=said.get("period", ""),
        target=number["target"],
        red=number["red"],
        low=number["min"],
        high=number["max"],
        tolerance=number["tolerance"] or 0.0,
        plan=plan(said.get("plan", ()), unit.number),
        text=said.get("text", ""),
    )


def _period(said: Values, reading: Reading, period_of: PeriodOf) -> Period | None:
    name = said.get("period")
    if name is None:
        return None
    period = period_of(name)
    if period is None:
        message = f'there is no period "{shapes.shorten(name)}"'
        hint = "name it as 2026, 2026-Q4 or 2026-10, or as a declared cycle"
        reading.report_at(said, "period", "S013", message, hint)
    return period


def _check_range(said: Values, number: dict[str, float | None], reading: Reading) -> bool:
    """A range has bounds in order, no level and no period."""
    if "period" in said.marks:
        message = "a range is held by each point, and this target is a total for a period"
        reading.report_at(said, "period", "S021", message, "use from: with min and max")
        return False
    stray = next((key for key in ("target", "red") if key in said.marks), None)
    if stray:
        message = f"{stray} does not belong to a range"
        hint = "use min, max and tolerance, or another direction:"
        reading.report_at(said, stray, "S021", message, hint)
        return False
    low, high = number["min"], number["max"]
    if not {"min", "max"} & said.marks.keys() and not said.misspells("min", "max"):
        reading.report(said.mark, "S006", "the target of a range has no bound", "add min: and max:")
        return False
    if low is not None and high is not None and low > high:
        message = f"min is {spelt(low)}, above max {spelt(high)}"
        reading.report_at(said, "min", "S021", message, "swap the two, or mend one")
        return False
    tolerance = number["tolerance"] or 0.0
    if tolerance < 0:
        message = f"tolerance is {spelt(tolerance)}, must be 0 or more"
        hint = "say how far outside the range is still amber"
        reading.report_at(said, "tolerance", "S021", message, hint)
        return False
    return low is not None or high is not None


def _check_level(said: Values, number: dict[str, float | None], direction: str, reading: Reading) -> bool:
    """A level has a target, and its red bound on the bad side of it."""
    for key in ("min", "max", "tolerance"):
        if key in said.marks:
            message = f'{key} belongs to a range, and the direction is "{direction}"'
            hint = "write direction: range, or target: and red:"
            reading.report_at(said, key, "S021", message, hint)
            return False
    target, red = number["target"], number["red"]
    if "target" not in said.marks and not said.misspells("target"):
        reading.report(said.mark, "S006", 'the target has no "target"', "add target: …")
    if red is not None and target is not None and (red > target if direction == "higher" else red < target):
        side = "below" if direction == "higher" else "above"
        message = f"red is {spelt(red)}, on the good side of the target {spelt(target)}"
        reading.report_at(said, "red", "S021", message, f"put it {side} the target")
        return False
    return target is not None
