"""Check-ins: rows of a file and of its log -> one check-in a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from goalsite.core.quantities import spelt
from goalsite.core.text import did_you_mean
from goalsite.model.cells import cell_mark, cells_of, column_mark
from goalsite.model.records import CheckIn
from goalsite.model.shapes import (
    Amount,
    Reading,
    Shape,
    Values,
    amount,
    choice,
    confidence,
    day,
    handle,
    line,
    shorten,
    span,
)
from goalsite.source.nodes import Row, Table

STATUSES = ("on_track", "at_risk", "off_track", "achieved")
"""What a check-in may report."""

status = choice(*STATUSES)
_FIELDS = {
    "date": day,
    "confidence": confidence,
    "status": status,
    "note": line,
    "blocked": line,
    "next": line,
    "by": handle,
}
ABOUT_GOAL = Shape("a check-in of an objective", _FIELDS, required=("date",))
ABOUT_KEY_RESULT = Shape("a check-in", {**_FIELDS, "value": amount}, required=("date",))
LOG_COLUMNS = ("date", "kr", "value", "confidence", "status", "note", "blocked", "next", "by")


class Written(NamedTuple):
    """One row as it was written, its value not read yet."""

    values: Values
    reading: Reading

    @property
    def amount(self) -> Amount | None:
        """The value's text and place."""
        found: Amount | None = self.values.get("value")
        return found


ValueReader = Callable[[Written], float | str | None]
"""Reads a row's value in the terms of the key result's measure."""


def pooled(rows: Iterable[Written], value_of: ValueReader) -> tuple[CheckIn, ...]:
    """One check-in a date, by date: of each field the last row that gives it; differing values are told."""
    days: dict[date, CheckIn] = {}
    for row in rows:
        values = row.values
        when = values.get("date")
        if when is None:
            continue
        value = value_of(row) if "value" in values else None
        earlier = days.get(when, _NOTHING)
        if value is not None and earlier.value is not None and earlier.value != value:
            both = f"{_shown(earlier.value)} and {_shown(value)}"
            message = f"{when} has the values {both}; the last one counts"
            row.reading.report_at(values, "value", "S024", message, "remove the wrong one")
        days[when] = _after(earlier, values, when, value)
    return tuple([days[when] for when in sorted(days)])


_NOTHING = CheckIn(date.min)
"""What was said of a day before its first row."""


def _after(earlier: CheckIn, values: Values, when: date, value: float | str | None) -> CheckIn:
    """What is said of a day once one more row has said something."""
    said = values.get
    return CheckIn(
        when,
        earlier.value if value is None else value,
        said("confidence", earlier.confidence),
        said("status", earlier.status),
        said("note", earlier.note),
        said("blocked", earlier.blocked),
        said("next", earlier.next),
        said("by", earlier.by),
    )


def _shown(value: float | str) -> str:
    return value if isinstance(value, str) else spelt(value)


def log_rows(table: Table, reading: Reading) -> dict[str, list[Written]]:
    """The rows of a check-in log by key result; under the empty name those about the objective."""
    unknown = [column for column in table.columns if column not in LOG_COLUMNS]
    for column in unknown:
        hint = did_you_mean(column, LOG_COLUMNS) or f"known are {', '.join(LOG_COLUMNS)}"
        message = f'a check-in log has no column "{shorten(column)}"'
        reading.report(column_mark(table, column), "S039", message, hint, span(column))
    if "date" not in table.columns:
        if not unknown:
            message = 'a check-in log needs the column "date"'
            reading.report(column_mark(table), "S039", message, "begin it with date,kr,value")
        return {}
    rows: dict[str, list[Written]] = {}
    for row in takewhile(lambda _: not reading.is_full, table.rows):
        rows.setdefault(row.cells.get("kr", ""), []).append(Written(_row_values(row, reading), reading))
    return rows


def _row_values(row: Row, reading: Reading) -> Values:
    mark = cell_mark(row, 1)
    cells = cells_of(row)
    values = Values(mark, cells)
    for column, cell in cells:
        reader = ABOUT_KEY_RESULT.keys.get(column.text)
        read = reader(cell, reading, column.text) if reader else None
        if read is not None:
            values[column.text] = read
    if not row.cells.get("date"):
        reading.report(mark, "S006", "the row has no date", "write the day it speaks of, as 2026-10-05")
    values.marks.update(dict.fromkeys(values, mark))
    return values
