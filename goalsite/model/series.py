"""The points of a KPI: in its file or in the CSV beside it."""

from __future__ import annotations

from datetime import date
from itertools import takewhile

from goalsite.core.days import read_day
from goalsite.core.diagnostics import Mark
from goalsite.core.periods import FiscalYear, Period, known_period
from goalsite.core.text import did_you_mean
from goalsite.model.amounts import Unit
from goalsite.model.cells import cell_mark, column_mark
from goalsite.model.records import Point
from goalsite.model.shapes import Amount, Reading, bad_date, shorten, span, wrong
from goalsite.source.nodes import Node, Scalar, Sequence, Table

Spotted = tuple[Point, Amount]
"""A point, and its date as it is written."""


def point_day(written: str, fiscal: FiscalYear) -> tuple[date, Period | None] | None:
    """The day of a point (`2026-10-05`); of a period (`2026-10`, `2026-Q3`) its last day, and the period."""
    day = read_day(written)
    if day is not None:
        return day, None
    period = known_period(written, fiscal)
    return (period.end, period) if period else None


def inline_point(node: Node, reading: Reading, name: str) -> tuple[Scalar, Scalar, str] | None:
    """The date, value and note of one `[date, value]` or `[date, value, note]`."""
    if isinstance(node, Sequence) and len(node.items) in (2, 3):
        cells = [item for item in node.items if isinstance(item, Scalar)]
        if len(cells) == len(node.items):
            return cells[0], cells[1], cells[2].text if len(cells) == 3 else ""
    wrong(node, reading, f"a point of {name}", "[date, value]", "write [2026-10-05, 99.97]")
    return None


def inline_series(
    said: tuple[tuple[Scalar, Scalar, str], ...], unit: Unit, fiscal: FiscalYear
) -> tuple[Point, ...]:
    """The points of `series:`, by date."""
    points: list[Spotted] = []
    for when, value, note in said:
        point = _point(when.text, when.mark, Amount(value.text, value.mark), note, (), unit, fiscal)
        if point:
            points.append((point, Amount(when.text, when.mark)))
    return _in_order(points, unit.reading)


def table_series(
    table: Table, dimensions: tuple[str, ...], unit: Unit, fiscal: FiscalYear
) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """The total's points and the splits' points of a KPI's CSV, each by date."""
    reading = unit.reading
    if not _columns_fit(table, dimensions, reading):
        return (), ()
    points: list[Spotted] = []
    date_at, value_at = (table.columns.index(column) + 1 for column in ("date", "value"))
    for row in takewhile(lambda _: not reading.is_full, table.rows):
        mark, cells = cell_mark(row, date_at), row.cells
        if not cells.get("value") and cells.get("date"):
            continue
        split = tuple(cells.get(dimension, "") for dimension in dimensions)
        value = Amount(cells.get("value", ""), cell_mark(row, value_at))
        split = split if any(split) else ()
        when = cells.get("date", "")
        point = _point(when, mark, value, cells.get("note", ""), split, unit, fiscal)
        if point:
            points.append((point, Amount(when, mark)))
    every = _in_order(points, reading)
    return tuple(p for p in every if not p.split), tuple(p for p in every if p.split)


def _columns_fit(table: Table, dimensions: tuple[str, ...], reading: Reading) -> bool:
    known = ("date", "value", "note", *dimensions)
    fit = True
    for column in table.columns:
        if column not in known:
            hint = did_you_mean(column, known) or "name it under dimensions: in the KPI's file, or remove it"
            message = f'the series has no column "{shorten(column)}"'
            reading.report(column_mark(table, column), "S039", message, hint, span(column))
            fit = False
    for column in ("date", "value", *dimensions):
        if column not in table.columns and fit:
            hint = f"begin it with {','.join(('date', 'value', *dimensions))}"
            message = f'the series needs the column "{shorten(column)}"'
            reading.report(column_mark(table), "S039", message, hint)
            fit = False
    return fit


def _point(
    when: str, mark: Mark, value: Amount, note: str, split: tuple[str, ...], unit: Unit, fiscal: FiscalYear
) -> Point | None:
    day = point_day(when, fiscal)
    if day is None:
        bad_date(when, mark, unit.reading, "date", "write it as 2026-10-05, 2026-10, 2026-Q3 or 2026")
        return None
    number = unit.number(value, "value")
    return None if number is None else Point(day[0], number, note, day[1], split)


def _in_order(points: list[Spotted], reading: Reading) -> tuple[Point, ...]:
    """The points by date; two for one day are an error, a period beside a day is not."""
    seen: dict[tuple[object, ...], Spotted] = {}
    for point, written in points:
        key = (point.date, point.split, point.period is None)
        first, when = seen.setdefault(key, (point, written))
        if when is not written:
            several = first.period != point.period
            what = "the values of two periods that end that day" if several else "two values"
            message = f"{point.date} has {what}, the first in line {when.mark.line}"
            reading.report(written.mark, "S023", message, "keep one of them", span(written.text))
    kept = (point for point, _ in seen.values())
    return tuple(sorted(kept, key=lambda p: (p.date, p.period is not None, p.split)))
