"""Where things stand in the files of a goal: its front matter, and the table beside it."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from goalsite.core.diagnostics import Mark
from goalsite.model.records import KeyResult
from goalsite.source.nodes import Document, Mapping, Node, Row, Scalar, Sequence, Table

Key = str | int
"""A key of a mapping, or the position of an item of a list, from 0."""


_BESIDE_CURRENT = {"date": "checked", "value": "current", "status": "reported"}
"""How a key result that has `current` calls what a check-in says, where it calls it otherwise."""


_ByDay = dict[str, list[Mapping]]


class Place(NamedTuple):
    """A file and a place in it."""

    path: str
    mark: Mark


class WrittenPoint(NamedTuple):
    """A point of a KPI as it is written: its date, its cells by column, where its date and its value stand.

    `width` is how many characters its value takes; of a table's row, which has one place, all of it.
    """

    day: str
    cells: MappingOf[str, str]
    date: Place
    value: Place
    width: int


@dataclass(frozen=True, slots=True)
class Written:
    """One goal as it was written; `table` is an objective's check-in log or a KPI's series.

    What is looked for again and again is looked up: a table may have a finding for each of its days.
    """

    document: Document
    table: Table | None = None
    _results: dict[Mark, Node] = field(default_factory=dict, init=False, repr=False, compare=False)
    _days: dict[tuple[Mark, str], _ByDay] = field(default_factory=dict, init=False, repr=False, compare=False)
    _log: dict[tuple[str, str], list[Row]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def is_table_broken(self) -> bool:
        """Whether there is a table whose rows could not be read."""
        return self.table is not None and (self.table.broken or "date" not in self.table.columns)

    def at(self, *keys: Key) -> Mark:
        """Where the value stands that `keys` lead to from the top; where they lead nowhere, the last on the
        way."""
        return _follow(self.document.front, keys)

    def text(self, *keys: Key) -> str:
        """What the value says that `keys` lead to; empty where they lead to none, or to a list or mapping."""
        node = _node(self.document.front, keys)
        return node.text if isinstance(node, Scalar) else ""

    def entries(self, *keys: Key) -> tuple[Mapping, ...]:
        """The mappings of the list that `keys` lead to, in the order of the file."""
        node = _node(self.document.front, keys)
        items = node.items if isinstance(node, Sequence) else ()
        return tuple(item for item in items if isinstance(item, Mapping))

    def key(self, name: str) -> Mark:
        """Where the key `name` of the front matter stands; its first line without that key."""
        for key, _ in self.document.front.items if self.document.front else ():
            if key.text == name:
                return key.mark
        return Mark()

    def title(self, result: KeyResult | None = None) -> Mark:
        """Where a title's first character stands, behind its quote: a key result's, or the goal's own.

        The goal's is the key, else the first heading, else the first line; without a title a key result's is
        its first key.
        """
        if result is not None:
            said = _value(self._result(result), "title")
            return _first_character(said) if said is not None else result.mark
        said = _value(self.document.front, "title")
        if said is not None:
            return _first_character(said)
        for number, line in enumerate(self.document.body.split("\n")):
            if line.startswith("# "):
                return Mark(self.document.body_line + number, 3)
        return Mark()

    def says(self, result: KeyResult, *keys: str) -> bool:
        """Whether something stands where `keys` lead to within a key result."""
        node = self._result(result)
        for key in keys:
            node = _value(node, key)
        return node is not None and not (isinstance(node, Scalar) and node.is_null)

    def of(self, result: KeyResult, *keys: Key) -> Mark:
        """Where the value stands that `keys` lead to within a key result."""
        return _follow(self._result(result), keys) if keys else result.mark

    def checkin(self, result: KeyResult | None, day: date, key: str = "date") -> Place:
        """Where a check-in of that day says `key`; `result` None stands for the objective's own.

        The last row that says it, in the file before the log; else `current` and what stands beside it, else
        the last row of the day, else the goal.
        """
        node = self.document.front if result is None else self._result(result)
        said = [*self._rows(node, "checkins", day), *self._rows(node, "reviews", day)]
        for row in reversed(said):
            for name, value in row.items:
                if name.text == key:
                    return Place(self.document.path, value.mark)
        lines = self._log_lines(result, day, key)
        if lines and self.table:
            return Place(self.table.path, Mark(lines[-1]))
        if result and result.current:
            beside = _BESIDE_CURRENT.get(key, key)
            return Place(
                self.document.path, self.of(result, beside if self.says(result, beside) else "current")
            )
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

    def points(self) -> Iterator[WrittenPoint]:
        """Every point of a KPI, of its CSV or of its `series:`, in the order of the file."""
        if self.table:
            for row in self.table.rows:
                place = Place(self.table.path, Mark(row.line))
                width = sum(map(len, row.cells.values())) + len(row.cells) - 1
                yield WrittenPoint(row.cells.get("date", ""), row.cells, place, place, width)
            return
        series = _value(self.document.front, "series")
        for item in series.items if isinstance(series, Sequence) else ():
            cells = item.items if isinstance(item, Sequence) else ()
            if len(cells) > 1 and isinstance(cells[0], Scalar):
                when, value = (Place(self.document.path, cell.mark) for cell in cells[:2])
                width = len(cells[1].text) if isinstance(cells[1], Scalar) else 1
                yield WrittenPoint(cells[0].text, {}, when, value, width)

    def _result(self, result: KeyResult) -> Node | None:
        if not self._results:
            results = _value(self.document.front, "key_results")
            self._results.update(
                (item.mark, item) for item in (results.items if isinstance(results, Sequence) else ())
            )
        return self._results.get(result.mark)

    def _rows(self, node: Node | None, key: str, day: date) -> list[Mapping]:
        """The entries of a list of check-ins that are dated that day."""
        place = (node.mark if node else Mark(), key)
        if place not in self._days:
            self._days[place] = _by_day(_value(node, key))
        return self._days[place].get(day.isoformat(), [])

    def _log_lines(self, result: KeyResult | None, day: date, key: str) -> list[int]:
        """The lines of the log that speak of that day, of those that say `key` where any does."""
        if not self._log:
            for row in self.table.rows if self.table else ():
                self._log.setdefault((row.cells.get("kr", ""), row.cells.get("date", "")), []).append(row)
        rows = self._log.get((result.id if result else "", day.isoformat()), [])
        return [row.line for row in rows if row.cells.get(key)] or [row.line for row in rows]


def _value(node: Node | None, key: str) -> Node | None:
    for name, value in node.items if isinstance(node, Mapping) else ():
        if name.text == key:
            return value
    return None


def _first_character(node: Node) -> Mark:
    quote = 1 if isinstance(node, Scalar) and not node.plain else 0
    return Mark(node.mark.line, node.mark.column + quote)


def _follow(node: Node | None, keys: tuple[Key, ...]) -> Mark:
    mark = node.mark if node is not None else Mark()
    for key in keys:
        node = _node(node, (key,))
        if node is None:
            break
        mark = node.mark
    return mark


def _node(node: Node | None, keys: tuple[Key, ...]) -> Node | None:
    for key in keys:
        if isinstance(key, str):
            node = _value(node, key)
        elif isinstance(node, Sequence) and key < len(node.items):
            node = node.items[key]
        else:
            return None
    return node


def _by_day(rows: Node | None) -> _ByDay:
    """The entries of a list by the dates they give."""
    found: _ByDay = {}
    for row in rows.items if isinstance(rows, Sequence) else ():
        when = _value(row, "date")
        if isinstance(row, Mapping) and isinstance(when, Scalar):
            found.setdefault(when.text, []).append(row)
    return found
