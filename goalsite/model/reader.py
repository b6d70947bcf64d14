"""Files of the outline -> records, of which those are taken over that would say the same again."""

from __future__ import annotations

from functools import partial
from typing import Any

from goalsite.core.config import judged
from goalsite.core.diagnostics import Diagnostic
from goalsite.core.known import NOTHING, Known
from goalsite.model.asking import Asking
from goalsite.model.files import Desk, read_file
from goalsite.model.names import Namespace
from goalsite.model.outline import Entry
from goalsite.model.records import Kpi, Missing, Objective, Page, Person, Team

Record = Objective | Kpi | Team | Person | Page | Missing


class Reader:
    """Reads one file after another at a desk; `known` are those of the round before."""

    def __init__(self, desk: Desk, known: Known) -> None:
        self._desk, self._known = desk, known
        self._names = desk.names
        self._asking = Asking(lambda space: self._names[space])
        self._shared: tuple[Any, ...] = (
            judged(desk.config),
            known.same("names", "measured in", desk.measured_in),
            known.same("names", "renamed", desk.renamed),
        )

    @property
    def names(self) -> dict[str, Namespace]:
        """The names by which files refer to each other, as they are known by now."""
        return self._names

    def name(self, names: dict[str, Namespace]) -> None:
        """Let these be the names from now on."""
        self._names = names
        self._asking.renew()

    def read(self, entry: Entry) -> Record:
        """What a file says, as `files.read_file` has it, whose findings join those of the desk."""
        desk = self._desk
        if self._known is NOTHING:
            desk.names = self._names
            return read_file(entry, desk)
        path = entry.document.path
        tables = tuple(desk.tables.get(table) for table in _tables_of(path))
        home = desk.units_of_people.get(entry.person) if entry.person is not None else None
        site = "" if entry.folder else desk.config.site_name  # titles the root, where no file does
        parts = (entry, tables, home, site, *self._shared)
        record, found = self._known.told("record", path, parts, partial(self._read, entry), self._asking.ask)
        desk.found += found
        if isinstance(record, Person):
            desk.units_of_people[record.id] = record.team
        return record

    def _read(self, entry: Entry) -> tuple[tuple[Record, tuple[Diagnostic, ...]], tuple[Any, ...]]:
        """What a file says and what is wrong with it; and what was asked of names, with the answers."""
        desk, asking = self._desk, self._asking
        desk.names, told = asking.spaces(), len(desk.found)
        asking.begin()
        record = read_file(entry, desk)
        found = tuple(desk.found[told:])
        del desk.found[told:]
        return (record, found), tuple(asking.said.items())


def _tables_of(path: str) -> tuple[str, str]:
    """The tables that a goal may have beside it."""
    stem = path.removesuffix(".md")
    return (f"{stem}.csv", f"{stem}.checkins.csv")
