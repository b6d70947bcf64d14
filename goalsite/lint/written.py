"""Where things stand in the files of a goal: its front matter, and the table beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from goalsite.core.diagnostics import Mark
from goalsite.model.records import KeyResult
from goalsite.source.nodes import Document, Mapping, Node, Scalar, Sequence, Table

Key = str | int
"""A key of a mapping, or the position of an item of a list, from 0."""


class Place(NamedTuple):
    """A file and a place in it."""

    path: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Written:
    """One goal as it was written; `table` is an objective's check-in log or a KPI's series."""

    document: Document
    table: Table | None = None

    def at(self, *keys: Key) -> Mark:
        """Where the value stands that `keys` lead to from the top; where they lead nowhere, the last on the
        way."""
        return _follow(self.document.front, keys)

    def key(self, name: str) -> Mark:
        """Where the key `name` of the front matter stands; its first line without that key."""
        for key, _ in self.document.front.items if self.document.front else ():
            if key.text == name:
                return key.mark
        return Mark()

    def title(self) -> Mark:
        """Where the goal's title stands: the key, else the first heading, else the first line."""
        if self.key("title") != Mark():
            return self.at("title")
        for number, line in enumerate(self.document.body.split("\n")):
            if line.startswith("# "):
                return Mark(self.document.body_line + number, 3)
        return Mark()

    def of(self, result: KeyResult, *keys: Key) -> Mark:
        """Where the value stands that `keys` lead to within a key result."""
        return _follow(self._result(result), keys) if keys else result.mark

    def checkin(self, result: KeyResult | None, day: date, key: str = "date") -> Place:
        """Where a check-in of that day says `key`; `result` None stands for the objective's own.

        The last row that says it, in the file before the log; else the last row of the day, else the goal.
        """
        node = self.document.front if result is None else self._result(result)
        said = [*_rows(node, "checkins", day), *_rows(node, "reviews", day)]
        for row in reversed(said):
            for name, value in row.items:
                if name.text == key:
                    return Place(self.document.path, value.mark)
        lines = self._log_lines(result, day, key)
        if lines and self.table:
            return Place(self.table.path, Mark(lines[-1]))
        if said:
            return Place(self.document.path, said[-1].mark)
        return Place(self.document.path, result.mark if result else Mark())

    def point(self, day: str) -> Place:
        """Where the point of a KPI stands whose date is written so."""
        if self.table:
            for row in self.table.rows:
                if row.cells.get("date") == day:
                    return Place(self.table.path, Mark(row.line))
        series = _value(self.document.front, "series")
        for item in series.items if isinstance(series, Sequence) else ():
            first = item.items[0] if isinstance(item, Sequence) and item.items else None
            if isinstance(first, Scalar) and first.text == day:
                return Place(self.document.path, first.mark)
        return Place(self.document.path, self.key("series"))

    def _result(self, result: KeyResult) -> Node | None:
        results = _value(self.document.front, "key_results")
        for item in results.items if isinstance(results, Sequence) else ():
            if item.mark == result.mark:
                return item
        return None

    def _log_lines(self, result: KeyResult | None, day: date, key: str) -> list[int]:
        """The lines of the log that speak of that day, of those that say `key` where any does."""
        name = result.id if result else ""
        rows = [row for row in self.table.rows if row.cells.get("kr", "") == name] if self.table else []
        rows = [row for row in rows if row.cells.get("date") == day.isoformat()]
        return [row.line for row in rows if row.cells.get(key)] or [row.line for row in rows]


def _value(node: Node | None, key: str) -> Node | None:
    for name, value in node.items if isinstance(node, Mapping) else ():
        if name.text == key:
            return value
    return None


def _follow(node: Node | None, keys: tuple[Key, ...]) -> Mark:
    mark = node.mark if node is not None else Mark()
    for key in keys:
        if isinstance(key, str):
            node = _value(node, key)
        elif isinstance(node, Sequence) and key < len(node.items):
            node = node.items[key]
        else:
            node = None
        if node is None:
            break
        mark = node.mark
    return mark


def _rows(node: Node | None, key: str, day: date) -> Iterator[Mapping]:
    """The entries of a list of check-ins that are dated that day."""
    rows = _value(node, key)
    for row in rows.items if isinstance(rows, Sequence) else ():
        when = _value(row, "date")
        if isinstance(row, Mapping) and isinstance(when, Scalar) and when.text == day.isoformat():
            yield row
