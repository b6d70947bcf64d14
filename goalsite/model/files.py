"""One file of the outline -> its record, with what reading it needs of the others."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.core.names import nfc
from goalsite.core.periods import Period, known_period
from goalsite.core.text import Suggestions, did_you_mean
from goalsite.model import kpis, objectives, shapes, units
from goalsite.model.cells import place_cells
from goalsite.model.checkins import log_rows
from goalsite.model.names import Ambiguous, Namespace, namespaces
from goalsite.model.outline import KINDS, Entry
from goalsite.model.records import Kpi, Missing, Objective, Page, Person, Team
from goalsite.model.shapes import Reading, Ref, Shape, Values, shorten, span
from goalsite.source.nodes import Document, Table

SHAPES: dict[str, Shape] = {
    "objective": objectives.SHAPE,
    "kpi": kpis.SHAPE,
    "team": units.TEAM,
    "person": units.PERSON,
    "page": units.PAGE,
}
"""What each kind of file says in its front matter."""

_ALWAYS = Period(date.min, date.max)
_NAME_OR_EXCLUDE = "name it as its goal is named, or name it under exclude: in config.yaml"


@dataclass(slots=True)
class Desk:
    """What reading one file needs of the others; `found` collects the findings.

    `measured_in` gives the unit of a KPI by its id, `renamed` the handle that a person's alias means.
    """

    config: Config
    names: dict[str, Namespace]
    measured_in: dict[str, str]
    tables: dict[str, Table]
    renamed: dict[str, str]
    units_of_people: dict[str, str] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)

    @classmethod
    def of(cls, entries: Iterable[Entry], tables: Iterable[Table], config: Config) -> Desk:
        """The desk for the files of an outline and the tables beside them."""
        entries = tuple(entries)
        readable = [entry for entry in entries if entry.kind == "kpi" and not entry.document.broken]
        people = [entry for entry in entries if entry.kind == "person"]
        return cls(
            config=config,
            names=namespaces(entries, {}),
            measured_in={entry.id: entry.unit_of_measure for entry in readable},
            tables={table.path: table for table in tables},
            renamed={alias: entry.id for entry in people for alias, _ in entry.aliases},
        )

    def reading(self, path: str) -> Reading:
        """The reading of one file, whose findings join the others."""
        return Reading(path, self.found, self.renamed)


def read_file(entry: Entry, desk: Desk) -> Objective | Kpi | Team | Person | Page | Missing:
    """What a file says; Missing, which was told, where that cannot be known."""
    document = entry.document
    reading = desk.reading(document.path)
    values = units.EMPTY
    if not document.broken and _says_its_kind(document, reading):
        values = units.read_front(SHAPES[entry.kind], document, reading)
    elif entry.kind != "team":  # a unit is there, whatever its file says
        return Missing(entry.kind, entry.id, document.path)
    common = _common(entry, values, desk, reading)
    match entry.kind:
        case "team":
            return units.read_team(values, common, _parent(entry, desk))
        case "person":
            desk.units_of_people[entry.id] = common["team"]
            return units.read_person(values, common, _handle(entry))
        case "kpi":
            return _kpi(values, common, desk, reading)
        case "objective":
            return _objective(entry, values, common, desk, reading)
        case _:
            _check_begin(document, reading)
            return units.read_page(common)


def _check_begin(document: Document, reading: Reading) -> None:
    """A page whose first line is a key of a goal, and that has a --- further down, was meant to be one."""
    first, *rest = document.body.split("\n")
    key, colon, _ = first.partition(":")
    if document.front is None and colon and key in objectives.SHAPE.keys and "---" in rest:
        message = f'the page begins with "{shorten(first)}" like a goal, and its first --- is missing'
        reading.report(Mark(), "S051", message, "write --- into a line of its own above it", span(first))


def _says_its_kind(document: Document, reading: Reading) -> bool:
    """Whether `kind:` is one of them or absent; by another no other key of the file could be judged."""
    items = document.front.items if document.front else ()
    said = [value for key, value in items if key.text == "kind"]
    return not said or shapes.is_null(said[0]) or shapes.choice(*KINDS)(said[0], reading, "kind") is not None


def _common(entry: Entry, values: Values, desk: Desk, reading: Reading) -> dict[str, Any]:
    """The fields that every record has."""
    document = entry.document
    title = units.title_of(values, document)
    if entry.kind == "team" and "title" not in values and not units.first_heading(document.body):
        title = entry.folder.rpartition("/")[2] or desk.config.site_name
    return {
        "id": entry.id,
        "path": document.path,
        "title": title,
        "body": document.body,
        "body_line": document.body_line,
        "aliases": tuple(alias for alias, _ in entry.aliases),
        "team": _unit(entry, values, desk, reading),
        "person": entry.person if entry.kind in ("objective", "kpi") else None,
        "owner": values.get("owner"),
        "tags": values.get("tags", ()),
        "links": values.get("links", ()),
        "lint": values.get("lint", ()),
        "supports": values.get("supports", ()),
        "mentions": document.mentions,
        "marks": values.meant,
    }


def _unit(entry: Entry, values: Values, desk: Desk, reading: Reading) -> str:
    """The unit a goal belongs to: the one it names, else its person's, else the nearest above."""
    written = values.get("team")
    if written is not None:
        named = desk.names["units"].resolve(written, ("team",))
        if isinstance(named, Ambiguous):
            message = f'team "{shorten(written)}" may be {" or ".join(named.ids)}'
            reading.report(values.at("team"), "S004", message, "write the whole path", span(written))
        elif named is None:
            hint = desk.names["units"].suggestion(written, ("team",)) or "name the folder of a team.md"
            message = f'no unit is called "{shorten(written)}"'
            reading.report(values.at("team"), "S003", message, hint, span(written))
        else:
            return named.id
    if entry.person is not None and entry.kind in ("objective", "kpi"):
        return desk.units_of_people.get(entry.person, "")
    return entry.unit if entry.kind != "person" else ""


def _parent(entry: Entry, desk: Desk) -> str | None:
    """The unit above a unit; None for the root."""
    above, found = entry.id, ""
    while above and not found:
        above = above.rpartition("/")[0]
        found = above if above in desk.names["units"] else ""
    return found if entry.id else None


def _handle(entry: Entry) -> str:
    """A person's handle as the file's name spells it, where an id may hold that."""
    stem = nfc(entry.document.path.rpartition("/")[2].removesuffix(".md")).removeprefix("@")
    return stem if stem.casefold() == entry.id else entry.id


def _beside(entry: Entry, suffix: str) -> str:
    """The path of the table that belongs to a file."""
    return entry.document.path.removesuffix(".md") + suffix


def _kpi(values: Values, common: dict[str, Any], desk: Desk, reading: Reading) -> Kpi:
    path = reading.path.removesuffix(".md") + ".csv"
    table = desk.tables.get(path)
    beside = (table, desk.reading(path)) if table is not None else None
    fiscal, told = desk.config.fiscal_year, len(desk.found)
    kpi = kpis.read_kpi(values, common, reading, beside, lambda name: _period(name, desk.config), fiscal)
    if table is not None:
        place_cells(desk.found, told, table)
    return kpi


def _objective(
    entry: Entry, values: Values, common: dict[str, Any], desk: Desk, reading: Reading
) -> Objective | Missing:
    def unit_of(ref: Ref) -> str | None:
        named = desk.names["goals"].resolve(ref.text, ("kpi",), entry.folder, common["team"])
        return desk.measured_in.get(named.id) if named and not isinstance(named, Ambiguous) else None

    cycle = _cycle(entry, values, desk.config, reading)
    told, table = len(desk.found), desk.tables.get(_beside(entry, ".checkins.csv"))
    log = log_rows(table, desk.reading(table.path)) if table is not None and not table.broken else {}
    record = objectives.read_objective(values, common, cycle or ("", _ALWAYS), reading, log, unit_of)
    if table is not None:
        place_cells(desk.found, told, table)
    return record if cycle else Missing("objective", entry.id, entry.document.path)


def _period(name: str, config: Config) -> Period | None:
    declared = {cycle.id: cycle.period for cycle in config.cycles}
    return declared.get(nfc(name)) or known_period(name, config.fiscal_year)


def _cycle(entry: Entry, values: Values, config: Config, reading: Reading) -> tuple[str, Period] | None:
    """The cycle an objective names, else that of the nearest folder that is one; None, having said so."""
    written = values.get("cycle")
    if written is not None:
        period = _period(written, config)
        if period is None:
            hint = did_you_mean(written, [cycle.id for cycle in config.cycles])
            hint = hint or "name it as 2026-Q4, or declare it under cycles: in config.yaml"
            message = f'there is no cycle "{shorten(written)}"'
            reading.report(values.at("cycle"), "S013", message, hint, span(written))
            return None
        return nfc(written), period
    if values.unreadable("cycle") or values.misspells("cycle"):
        return None
    for folder in reversed(entry.folder.split("/")):
        period = _period(folder, config) if folder else None
        if period:
            return nfc(folder), period
    message = "the objective has no cycle"
    hint = "write cycle: 2026-Q4, or put the file in a folder of that name"
    reading.report(values.empty.get("cycle", Mark()), "S013", message, hint)
    return None


def homes(table: str) -> tuple[str, str]:
    """The Markdown files whose table a CSV file may be by its name: as a KPI's series, as a check-in log."""
    stem = table.removesuffix(".csv")
    return (f"{stem}.md", f"{stem.removesuffix('.checkins')}.md")


def home_of(path: str, files: Container[str]) -> str:
    """The file with which stands what concerns `path`: of a table the goal beside it, where that is among the
    files; of any other file itself."""
    if not path.endswith(".csv"):
        return path
    return next((goal for goal in homes(path) if goal in files), path)


def orphans(goals: Mapping[str, tuple[str, bool]], tables: Iterable[str]) -> list[Diagnostic]:
    """A finding for each table of no goal; `goals` has their kind and brokenness by path without .md."""
    found = []
    suggestions = Suggestions()
    names: dict[tuple[str, str], list[str]] = {}
    for path in tables:
        stem = path.removesuffix(".csv")
        kind, is_broken = goals.get(stem.removesuffix(".checkins"), ("", False))
        is_log = stem.endswith(".checkins")
        if kind and (is_broken or (kind == "objective") == is_log):
            continue
        name = stem.removesuffix(".checkins").rpartition("/")[2]
        message = f"no goal is called {name}.md beside this file"
        names = names or _names_by_place(goals)
        place = path.rpartition("/")[0], "objective" if is_log else "kpi"
        hint = suggestions.did_you_mean(name, names.get(place, ())) or _NAME_OR_EXCLUDE
        if kind:
            message = f"{name}.md is {'a KPI' if is_log else 'an objective'}, which has no such file"
            hint = f"name it {name}.csv" if is_log else f"name it {name}.checkins.csv"
        found.append(finding(path, Mark(), "S044", message, hint))
    return found


def _names_by_place(goals: Mapping[str, tuple[str, bool]]) -> dict[tuple[str, str], list[str]]:
    """The names of goals' files without .md, by folder and kind."""
    names: dict[tuple[str, str], list[str]] = {}
    for stem, (kind, _) in goals.items():
        folder, _, name = stem.rpartition("/")
        names.setdefault((folder, kind), []).append(name)
    return names
