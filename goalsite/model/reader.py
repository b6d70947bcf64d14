"""Files of the outline -> records, of which those are taken over that would say the same again."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from functools import partial
from typing import Any

from goalsite.core.config import Config, judged
from goalsite.core.diagnostics import Diagnostic
from goalsite.core.known import NOTHING, Known
from goalsite.core.values import replace
from goalsite.model.asking import Asking
from goalsite.model.files import Desk, read_file
from goalsite.model.names import Namespace
from goalsite.model.outline import Entry, outline
from goalsite.model.records import Kpi, Missing, Objective, Page, Person, Team
from goalsite.source.nodes import Document, Table

Record = Objective | Kpi | Team | Person | Page | Missing


class Reader:
    """Reads one file after another at a desk; `known` are those of the round before."""

    def __init__(self, desk: Desk, known: Known) -> None:
        self._desk, self._known = desk, known
        self._names = dict(desk.names)
        self._asking = Asking(self._names.__getitem__)
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
        self._names.update(names)
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


class _UnheardError(LookupError):
    """A file asks of names what it did not ask before."""


def read_again(
    told: Any, document: Document, tables: MappingOf[str, Table], config: Config
) -> tuple[Record, Record] | None:
    """What a file said, and what it says now as `document`, with the `tables` beside it by path; `told` is
    what is known of its record. None where that cannot be told by itself: it is another kind of file, has
    another name or another folder, asks of names what it did not ask before, or something in it is wrong."""
    (entry, beside, home, _, _, measured_in, renamed), ((record, _), asked) = told
    now, wrong = outline((document,), config.goals_dir)
    if wrong or _place_of(now[0]) != _place_of(entry):
        return None
    paths = dict(zip(_tables_of(document.path), beside, strict=True))
    if not tables.keys() <= {path for path, table in paths.items() if table}:
        return None
    asking = Asking(_nobody)
    asking.begin(asked)
    homes = {} if entry.person is None or home is None else {entry.person: home}
    known_tables = {path: table for path, table in (paths | dict(tables)).items() if table}
    desk = Desk(config, asking.spaces(), measured_in, known_tables, renamed, homes)
    try:
        said = read_file(replace(now[0], unit=entry.unit), desk)
    except _UnheardError:
        return None
    return None if desk.found or type(said) is not type(record) else (record, said)


def _place_of(entry: Entry) -> tuple[Any, ...]:
    """What others know of a file without reading it, but its unit, which hangs on them."""
    names = tuple(alias for alias, _ in entry.aliases)
    return entry.kind, entry.id, entry.folder, entry.person, names, entry.unit_of_measure


def _nobody(space: str) -> Namespace:
    raise _UnheardError(space)


def _tables_of(path: str) -> tuple[str, str]:
    """The tables that a goal may have beside it."""
    stem = path.removesuffix(".md")
    return (f"{stem}.csv", f"{stem}.checkins.csv")
