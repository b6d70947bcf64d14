"""Files -> rows with records: what each file says, and what reading it asked of the others.

Every step needs what the step before found out about all files: of those that are not read now the rows say
it, and what other processes read comes over the link.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic
from goalsite.core.values import replace
from goalsite.lint.light import LightObjective, plain_objective
from goalsite.model.asking import Asking
from goalsite.model.files import Desk, home_of, read_file
from goalsite.model.names import Named, Namespace
from goalsite.model.outline import Entry, namespace_of, outline
from goalsite.model.records import Common, Kpi, Missing, Objective, Person
from goalsite.review.links import Link
from goalsite.review.rows import Plain, Row, aside_of, outline_of, plain_findings, stub
from goalsite.source.nodes import Document, Table
from goalsite.source.part import Part
from goalsite.source.read import read_documents
from goalsite.source.tree import Entry as File
from goalsite.source.tree import Tree

Rows = dict[str, Row]
"""What is known of each file, by path."""


@dataclass(slots=True)
class Share:
    """What one process reads now: documents and tables, places, and records with all they say.

    `records` also holds those that others read and that figures of this share are made of.
    """

    documents: dict[str, Document] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    records: dict[str, Common] = field(default_factory=dict)


def read_share(tree: Tree, files: Iterable[File], config: Config, rows: Rows) -> Share:
    """The share of some files, read; their rows begin anew, with what reading them as text found."""
    read, found = read_documents(Part(tree, tuple(files)), config.goals_dir, config.left_alone)
    share = Share(
        documents={document.path: document for document in read.documents},
        tables={table.path: table for table in read.tables},
    )
    for path, document in share.documents.items():
        row = rows[path] = Row(digest=rows[path].digest if path in rows else b"")
        row.outline, row.aside = outline_of(document), aside_of(document)
        goals = (one for one in document.mentions if one.kind == "goal")
        row.mentions = tuple((one.text, tuple(one.mark)) for one in goals)
    for path in share.tables:
        if home_of(path, rows) == path:  # a table that belongs to no goal
            rows[path] = Row(digest=rows[path].digest if path in rows else b"")
    add_told(found, rows)
    return share


def add_told(found: Iterable[Diagnostic], rows: Rows) -> None:
    """Add findings to the rows of the files they are on; those on a table to the row of its goal."""
    for path, its in by_home(found, rows).items():
        if path in rows:
            rows[path].told += plain_findings(its)


def by_home(found: Iterable[Diagnostic], rows: Mapping[str, object]) -> dict[str, list[Diagnostic]]:
    """Findings by the file in whose row they stand."""
    grouped: dict[str, list[Diagnostic]] = {}
    for one in found:
        grouped.setdefault(home_of(one.path, rows), []).append(one)
    return grouped


def place_all(share: Share, rows: Rows, config: Config, link: Link) -> list[Diagnostic]:
    """Give every row its place, and the share its entries; the findings on ids and aliases."""
    mine = {path: (rows[path].outline, rows[path].aside, rows[path].mentions) for path in share.documents}
    for others in link.all(mine):
        for path, (its_outline, aside, mentions) in others.items():
            row = rows.setdefault(path, Row())
            row.outline, row.aside, row.mentions = its_outline, aside, mentions
    documents = [
        share.documents.get(path) or stub(path, row.outline) for path, row in rows.items() if row.outline
    ]
    entries, found = outline(documents, config.goals_dir)
    for entry in entries:
        path = entry.document.path
        rows[path].place = _place(entry)
        if path in share.documents:
            share.entries[path] = entry
    return list(found)


def _place(entry: Entry) -> Plain:
    """A file's place as a row keeps it."""
    aliases = tuple(alias for alias, _ in entry.aliases)
    measure = None if entry.document.broken else entry.unit_of_measure
    return (entry.kind, entry.id, entry.folder, entry.unit, entry.person, aliases, measure)


def namespace(rows: Rows, space: str) -> Namespace:
    """One of the namespaces that the rows make."""
    entries = []
    for path in sorted(rows):
        row = rows[path]
        if row.place and namespace_of(row.place[0]) == space:
            kind, name, folder, unit, _, aliases, _ = row.place
            entries.append((Named(name, kind, folder, row.team if row.stands else unit), aliases))
    return Namespace(entries)


def standing(rows: Rows) -> dict[str, str]:
    """The kinds of the files that stand, by path: of two with equal ids the first does."""
    taken = set()
    kinds = {}
    for path in sorted(rows):
        row = rows[path]
        if not row.place:
            continue
        kind, name = row.place[:2]
        if (namespace_of(kind), name) not in taken and row.stands:
            kinds[path] = kind
        taken.add((namespace_of(kind), name))
    return kinds


def read_records(share: Share, rows: Rows, config: Config, known: Mapping[str, Plain], link: Link) -> Asking:
    """Read what the files of the share say; of teams, people and KPIs all processes get to know everything.

    `known` are questions and answers by path that still hold. What is asked of names is answered by places,
    and by the units of KPIs; the answer to an objective's question hangs on nothing else.
    """
    asking = Asking(lambda space: namespace(rows, space))
    desk = _desk(share, rows, config, asking)
    for kinds in (("team",), ("person",), ("kpi",), ("objective", "page")):
        mine: dict[str, Common] = {}
        asking.renew()
        for path, entry in share.entries.items():
            if entry.kind in kinds:
                asking.begin(known.get(path, ()))
                record = read_file(entry, desk)
                rows[path].asked = tuple(asking.said.items())
                if not isinstance(record, Missing):
                    mine[path] = record
        share.records |= mine
        if "objective" in kinds:
            _learn_light(link.all({path: light(record) for path, record in mine.items()}), rows)
            continue
        for others in link.all(mine):
            share.records |= others
            _learn_light([{path: light(record) for path, record in others.items()}], rows)
            people = (record for record in others.values() if isinstance(record, Person))
            desk.units_of_people.update((person.id, person.team) for person in people)
    add_told(desk.found, rows)
    asking.renew()
    return asking


def _desk(share: Share, rows: Rows, config: Config, asking: Asking) -> Desk:
    """What reading one file needs of the others, as far as the rows know it."""
    places = [rows[path].place for path in sorted(rows) if rows[path].place]
    people = [row.record for row in rows.values() if row.place[:1] == ("person",) and row.stands]
    return Desk(
        config=config,
        names=asking.spaces(),
        measured_in={place[1]: place[6] for place in places if place[0] == "kpi" and place[6] is not None},
        tables=share.tables,
        renamed=renamed(rows),
        units_of_people={person.id: person.team for person in people},
    )


def renamed(rows: Rows) -> dict[str, str]:
    """The handles that people's aliases mean."""
    places = [rows[path].place for path in sorted(rows) if rows[path].place]
    return {alias: place[1] for place in places if place[0] == "person" for alias in place[5]}


def _learn_light(brought: Iterable[Mapping[str, Any]], rows: Rows) -> None:
    for others in brought:
        for path, record in others.items():
            rows[path].record = record


def light(record: Common) -> Any:
    """A record without texts and points: an objective as rules about the site see it."""
    if isinstance(record, Objective):
        return LightObjective(plain_objective(record))
    if isinstance(record, Kpi):
        return replace(record, body="", mentions=(), series=record.series[:1], splits=())
    return replace(record, body="", mentions=())
