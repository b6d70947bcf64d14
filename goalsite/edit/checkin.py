"""A check-in -> patches of a goal's file and log.

It goes into `current` where the author keeps that, else into the log, which git merges by union; what is said
of the day already is corrected and completed where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from goalsite.core.days import read_day
from goalsite.core.names import nfc
from goalsite.edit.cells import with_cells, with_row
from goalsite.edit.changes import Change, Delete, Path
from goalsite.edit.document import patched
from goalsite.edit.done import done_change
from goalsite.edit.entries import FIELDS, Entry, check_fields, check_value, tidied
from goalsite.edit.nodes import appended, front_of, items_at, node_at, path_of_item, put, says
from goalsite.edit.patch import FilePatch, RefusedError
from goalsite.model.checkins import LOG_COLUMNS
from goalsite.model.records import Binary, KeyResult, Milestones, Objective
from goalsite.model.shapes import shorten
from goalsite.source.nodes import Table
from goalsite.source.read import read_table
from goalsite.source.tree import Tree

_IN_CURRENT = {"value": "current", "confidence": "confidence", "status": "reported", "note": "note"}
"""Under which keys a key result with `current` says what a check-in says."""


class OccupiedError(RefusedError):
    """The day has another value already, which somebody may want to replace."""


class Row(NamedTuple):
    """A check-in of the day that is there: what it says, and its path in the file or its line in the log."""

    said: Mapping[str, str]
    path: Path = ()
    line: int = 0


def check_in(
    tree: Tree, goal: Objective, result: KeyResult | None, entry: Entry, *, replace: bool = False
) -> tuple[FilePatch, ...]:
    """The patches by which a key result, or with None the goal as a whole, is checked in.

    Raises RefusedError where that cannot be, and OccupiedError where it takes `replace`.
    """
    entry = tidied(entry)
    check_fields(entry)
    kpi = getattr(result.measure, "kpi", None) if result else None
    if kpi and entry.value:
        hint = f"check in there: goalsite checkin {kpi.text} {entry.value}"
        raise RefusedError(f"its values are read from the KPI {kpi.text}", hint)
    if result and entry.value:
        check_value(result, entry.value)
    sheet = _Sheet(tree, goal, result)
    if result and entry.value and isinstance(result.measure, Milestones | Binary):
        change = done_change(sheet.front, sheet.base, result, entry.value, entry.step, entry.day)
        sheet.changes += change
        entry = entry.without_value()
    if entry.said:
        sheet.write(entry, replace=replace)
    return sheet.patches()


def log_path(goal: Objective) -> str:
    """The path of a goal's check-in log."""
    return goal.path.removesuffix(".md") + ".checkins.csv"


class _Sheet:
    """The file and the log of a goal while one check-in is written into them."""

    def __init__(self, tree: Tree, goal: Objective, result: KeyResult | None) -> None:
        self.path, self.log_path, self.result = goal.path, log_path(goal), result
        self.data = tree.read(goal.path)
        self.front = front_of(self.data, goal.path)
        self.base: Path = path_of_item(self.front, ("key_results",), result.mark) if result else ()
        self.log = tree.read(self.log_path) if tree.exists(self.log_path) else None
        self.table: Table | None = None
        if self.log is not None and self.log.strip():
            self.table, _ = read_table(self.log, self.log_path)
        self.changes: list[Change] = []
        self.new_log = self.log

    def patches(self) -> tuple[FilePatch, ...]:
        """What becomes of both."""
        patches = []
        if self.changes:
            patches.append(patched(self.data, self.path, self.changes))
        if self.new_log is not None and self.new_log != self.log:
            is_new = self.log is None
            patches.append(FilePatch(self.log_path, self.log or b"", self.new_log, is_new=is_new))
        return tuple(patches)

    def write(self, entry: Entry, *, replace: bool) -> None:
        """Write a check-in where it belongs."""
        name = self.result.id if self.result else ""
        rows = [*self._rows_in_file(entry.day), *self._rows_in_log(name, entry.day)]
        if self.result and "current" in self.result.marks:
            self._write_current(entry)
        elif rows:
            self._rewrite(rows, entry, replace=replace)
        elif self.result and not self.result.named:  # of which no row of a log can speak
            said = {"date": entry.day.isoformat(), **entry.said}
            self.changes.append(appended(self.front, (*self.base, "checkins"), said))
        else:
            cells = {"date": entry.day.isoformat(), "kr": name, **entry.said}
            self.new_log = with_row(self.log, self.log_path, cells, LOG_COLUMNS)

    def _rows_in_file(self, day: date) -> Iterable[Row]:
        at = (*self.base, "checkins")
        for number, item in enumerate(items_at(self.front, at)):
            if read_day(says(item, "date")) == day:
                yield Row({field: says(item, field) for field in FIELDS}, path=(*at, number))

    def _rows_in_log(self, name: str, day: date) -> Iterable[Row]:
        if self.table is None or (self.result and not self.result.named):
            return
        if self.table.broken:
            raise RefusedError(f"{self.log_path} cannot be read at present", "goalsite check tells why")
        for row in self.table.rows:
            if nfc(row.cells.get("kr", "")) == name and read_day(row.cells.get("date", "")) == day:
                yield Row({field: row.cells.get(field, "") for field in FIELDS}, line=row.line)

    def _rewrite(self, rows: list[Row], entry: Entry, *, replace: bool) -> None:
        """Say it in the row of the day: each field in the last row that has it."""
        cells: dict[tuple[int, int], str] = {}
        for field, said in entry.said.items():
            row = next((one for one in reversed(rows) if one.said[field]), rows[-1])
            if row.said[field] == said:
                continue
            if row.said[field] and not replace:
                message = f"{entry.day} has the {field} {shorten(row.said[field])} already"
                raise OccupiedError(message, f"replace it by {shorten(said)} with --replace")
            if row.path:
                self.changes.append(put(self.front, (*row.path, field), said))
            else:
                cells[row.line, self._column(field)] = said
        if cells and self.log is not None:
            after = with_cells(self.log, self.log_path, cells)
            if after is None:
                raise RefusedError(f"{self.log_path} is written in a way that cannot be edited")
            self.new_log = after

    def _column(self, field: str) -> int:
        columns = self.table.columns if self.table else ()
        if field not in columns:
            hint = f"write ,{field} at the end of its first line and a comma at the end of every other"
            raise RefusedError(f'{self.log_path} has no column "{field}"', hint)
        return columns.index(field)

    def _write_current(self, entry: Entry) -> None:
        """Say it as the present state, whose note goes with the value that it spoke of."""
        for field, said in entry.said.items():
            if field not in _IN_CURRENT:
                hint = "say it in the note, or keep check-ins in place of current"
                raise RefusedError(f"a key result with current takes no {field}", hint)
            self.changes.append(put(self.front, (*self.base, _IN_CURRENT[field]), said, "current"))
        checked = says(self.front, *self.base, "checked")
        before = read_day(checked)
        if before and before > entry.day:
            message = f"its current value is of {before}, later than {entry.day}"
            raise RefusedError(message, "name a later day by --date, or edit the file")
        if (checked or entry.dated) and before != entry.day:
            self.changes.append(put(self.front, (*self.base, "checked"), entry.day.isoformat(), "current"))
        if entry.value and "note" not in entry.said and self._has("note"):
            self.changes.append(Delete((*self.base, "note")))

    def _has(self, key: str) -> bool:
        return node_at(self.front, (*self.base, key)) is not None
