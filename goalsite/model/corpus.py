"""Documents -> Corpus: the stage's one function, file by file; a broken file never stops the others."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, Mark, in_order
from goalsite.core.names import nfc
from goalsite.core.periods import Period, known_period
from goalsite.core.text import did_you_mean
from goalsite.model import kpis, objectives, units
from goalsite.model.checkins import Written, log_rows
from goalsite.model.cycles import cycles_of
from goalsite.model.names import Ambiguous, Namespace, namespaces
from goalsite.model.outline import Entry, outline
from goalsite.model.people import everybody
from goalsite.model.records import (
    Corpus,
    Kpi,
    Missing,
    Objective,
    Page,
    Person,
    Team,
)
from goalsite.model.shapes import Reading, Ref, Shape, Values
from goalsite.source.nodes import Documents, Table

_SHAPES: dict[str, Shape] = {
    "objective": objectives.SHAPE,
    "kpi": kpis.SHAPE,
    "team": units.TEAM,
    "person": units.PERSON,
    "page": units.PAGE,
}


_ALWAYS = "", Period(date.min, date.max)


@dataclass(slots=True)
class _Desk:
    """What reading one file needs of the others."""

    config: Config
    names: dict[str, Namespace]
    measured_in: dict[str, str]
    units_of_people: dict[str, str]
    tables: dict[str, Table]
    found: list[Diagnostic] = field(default_factory=list)
    used: set[str] = field(default_factory=set)


def read_corpus(
    documents: Documents, config: Config
) -> tuple[Corpus, dict[str, Namespace], tuple[Diagnostic, ...]]:
    """Everything the files say, the names by which they refer to each other, and what is wrong with them."""
    entries, found = outline(documents.documents, config.goals_dir)
    names = namespaces(entries, {})
    desk = _Desk(
        config=config,
        names=names,
        measured_in={entry.id: entry.unit_of_measure for entry in entries if entry.kind == "kpi"},
        units_of_people={},
        tables={table.path: table for table in documents.tables},
        found=list(found),
    )
    read: dict[str, list[Any]] = {
        kind: [] for kind in ("objective", "kpi", "team", "person", "page", "missing")
    }
    order = {"team": 0, "person": 1, "kpi": 2, "objective": 3, "page": 4}
    taken: set[tuple[str, str]] = set()
    for entry in sorted(entries, key=lambda entry: order[entry.kind]):
        record = _read(entry, desk)
        kind = "missing" if isinstance(record, Missing) else entry.kind
        name = ("goal" if kind in ("kpi", "objective") else kind, record.id)
        if name not in taken:  # of two equal ids the first by path stands; the other was reported
            taken.add(name)
            read[kind].append(record)
    _orphans(desk)
    teams = _with_root(read["team"], config)
    by_unit = {record.path: record.team for record in (*read["kpi"], *read["objective"])}
    corpus = Corpus(
        objectives=_sorted(read["objective"]),
        kpis=_sorted(read["kpi"]),
        teams=_sorted(teams),
        people=everybody(read["person"], teams, read["objective"], read["kpi"]),
        pages=_sorted(read["page"]),
        cycles=cycles_of(read["objective"], config),
        missing=_sorted(read["missing"]),
        assets=documents.assets,
    )
    return corpus, namespaces(entries, by_unit), in_order(desk.found)


def _sorted(records: list[Any]) -> tuple[Any, ...]:
    return tuple(sorted(records, key=lambda record: record.id))


def _read(entry: Entry, desk: _Desk) -> Objective | Kpi | Team | Person | Page | Missing:
    document = entry.document
    if document.broken:
        if entry.kind == "team":  # the unit is there, whatever its file says
            return units.read_team(
                units.EMPTY, _common(entry, units.EMPTY, desk, Reading("")), _parent(entry, desk)
            )
        return Missing(entry.kind, entry.id, document.path)
    reading = Reading(document.path)
    values = units.read_front(_SHAPES[entry.kind], document, reading)
    common = _common(entry, values, desk, reading)
    record: Objective | Kpi | Team | Person | Page | Missing
    match entry.kind:
        case "team":
            record = units.read_team(values, common, _parent(entry, desk))
        case "person":
            desk.units_of_people[entry.id] = common["team"]
            record = units.read_person(values, common, entry.id)
        case "kpi":
            record = _kpi(entry, values, common, desk, reading)
        case "objective":
            record = _objective(entry, values, common, desk, reading)
        case _:
            record = units.read_page(values, common)
    desk.found += reading.found
    return record


def _common(entry: Entry, values: Values, desk: _Desk, reading: Reading) -> dict[str, Any]:
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
        "marks": values.marks,
    }


def _unit(entry: Entry, values: Values, desk: _Desk, reading: Reading) -> str:
    """The unit a goal belongs to: the one it names, else its person's, else the nearest above."""
    written = values.get("team")
    if written is not None:
        named = desk.names["units"].resolve(written, ("team",))
        if isinstance(named, Ambiguous):
            message = f'team "{written}" may be {" or ".join(named.ids)}'
            reading.report(values.at("team"), "S004", message, "write the whole path")
        elif named is None:
            hint = desk.names["units"].suggestion(written, ("team",)) or "name the folder of a team.md"
            reading.report(values.at("team"), "S003", f'no unit is called "{written}"', hint, len(written))
        else:
            return named.id
    if entry.person is not None and entry.kind in ("objective", "kpi"):
        return desk.units_of_people.get(entry.person, "")
    return entry.unit if entry.kind != "person" else ""


def _parent(entry: Entry, desk: _Desk) -> str | None:
    """The unit above a unit; None for the root."""
    above, found = entry.id, ""
    while above and not found:
        above = above.rpartition("/")[0]
        found = above if above in desk.names["units"] else ""
    return found if entry.id else None


def _kpi(entry: Entry, values: Values, common: dict[str, Any], desk: _Desk, reading: Reading) -> Kpi:
    path = entry.document.path.removesuffix(".md") + ".csv"
    table = desk.tables.get(path)
    beside = None
    if table is not None:
        desk.used.add(path)
        beside = table, Reading(path)
    fiscal = desk.config.fiscal_year
    record = kpis.read_kpi(values, common, reading, beside, lambda name: _period(name, desk.config), fiscal)
    if beside:
        desk.found += beside[1].found
    return record


def _objective(
    entry: Entry, values: Values, common: dict[str, Any], desk: _Desk, reading: Reading
) -> Objective | Missing:
    cycle = _cycle(entry, values, desk.config, reading)
    log_reading = Reading(entry.document.path.removesuffix(".md") + ".checkins.csv")
    log = _log(log_reading, desk)

    def unit_of(ref: Ref) -> str | None:
        named = desk.names["goals"].resolve(ref.text, ("kpi",), entry.folder, common["team"])
        return desk.measured_in.get(named.id, "") if named and not isinstance(named, Ambiguous) else None

    # Without a cycle nothing can be figured, but the rest of the file is checked all the same.
    record = objectives.read_objective(values, common, cycle or _ALWAYS, reading, log, unit_of)
    desk.found += log_reading.found
    return record if cycle else Missing("objective", entry.id, entry.document.path)


def _log(reading: Reading, desk: _Desk) -> dict[str, list[Written]]:
    table = desk.tables.get(reading.path)
    if table is None:
        return {}
    desk.used.add(reading.path)
    return {} if table.broken else log_rows(table, reading)


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
            reading.report(values.at("cycle"), "S013", f'there is no cycle "{written}"', hint, len(written))
            return None
        return nfc(written), period
    for folder in reversed(entry.folder.split("/")):
        period = _period(folder, config) if folder else None
        if period:
            return nfc(folder), period
    if "cycle" not in values.marks or not reading.found:
        message = "the objective has no cycle"
        reading.report(
            Mark(), "S013", message, "write cycle: 2026-Q4, or put the file in a folder of that name"
        )
    return None


def _orphans(desk: _Desk) -> None:
    for path in desk.tables:
        if path not in desk.used:
            mark, code, message, hint = kpis.orphan(desk.tables[path])
            desk.found.append(Diagnostic(path, mark.line, mark.column, code, message, hint))


def _with_root(teams: list[Team], config: Config) -> list[Team]:
    """The units with the root among them, which is titled by the site where no file is."""
    if any(team.id == "" for team in teams):
        return teams
    return [Team(id="", path="", title=config.site_name), *teams]
