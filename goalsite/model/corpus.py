"""Documents -> Corpus: the stage's one function, file by file; a broken file never stops the others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, in_order
from goalsite.core.known import NOTHING, Known
from goalsite.model.cycles import cycles_of
from goalsite.model.files import Desk, orphans
from goalsite.model.names import Namespace, namespaces
from goalsite.model.outline import KINDS, Entry, namespace_of, outline
from goalsite.model.people import everybody
from goalsite.model.reader import Reader
from goalsite.model.records import Corpus, Missing, Team
from goalsite.source.nodes import Documents

_ORDER = ("team", "person", "kpi", "objective", "page")  # each needs those before it
_REFERRED = ("kpi", "page")  # after which names are asked for: by objectives, and by who comes after all


def read_corpus(
    documents: Documents, config: Config, known: Known = NOTHING
) -> tuple[Corpus, dict[str, Namespace], tuple[Diagnostic, ...]]:
    """Everything the files say, the names by which they refer to each other, and what is wrong with them.

    What is `known` of a file is not read again from it.
    """
    entries, found = outline(documents.documents, config.goals_dir)
    desk = Desk.of(entries, documents.tables, config)
    reader = Reader(desk, known)
    first = {(namespace_of(entry.kind), entry.id): entry for entry in reversed(entries)}
    read: dict[str, list[Any]] = {kind: [] for kind in (*KINDS, "missing")}
    units: dict[str, str] = {}
    for kind in _ORDER:
        for entry in (entry for entry in entries if entry.kind == kind):
            record = reader.read(entry)
            if isinstance(record, Missing):
                read["missing"].append(record)
                continue
            units[entry.document.path] = record.team
            if first[namespace_of(kind), entry.id] is entry:  # of two equal ids the first stands
                read[kind].append(record)
        if kind in _REFERRED:
            reader.name(namespaces(entries, units))
    teams = _with_root(read["team"], config)
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
    return corpus, reader.names, in_order((*found, *desk.found, *orphans(_goals(entries), desk.tables)))


def _goals(entries: Iterable[Entry]) -> dict[str, tuple[str, bool]]:
    """The kind of each objective and KPI, and whether it is broken, by path without .md."""
    return {
        entry.document.path.removesuffix(".md"): (entry.kind, entry.document.broken)
        for entry in entries
        if namespace_of(entry.kind) == "goals"
    }


def _sorted(records: list[Any]) -> tuple[Any, ...]:
    return tuple(sorted(records, key=lambda record: (record.id, record.path)))


def _with_root(teams: list[Team], config: Config) -> list[Team]:
    """The units with the root among them, which is titled by the site where no file is."""
    if any(team.id == "" for team in teams):
        return teams
    return [Team(id="", path="", title=config.site_name), *teams]


def names_by_path(corpus: Corpus) -> dict[str, str]:
    """The ids of objectives and KPIs by the paths of their files; of units, people and pages the path."""
    goals = (*corpus.objectives, *corpus.kpis)
    others = (*corpus.teams, *corpus.people, *corpus.pages)
    return {one.path: one.path for one in others if one.path} | {goal.path: goal.id for goal in goals}
