"""Rows with records -> rows whose references are resolved, and who leans on whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from goalsite.core.config import Config
from goalsite.core.diagnostics import Mark
from goalsite.core.values import replace
from goalsite.graph.build import Reader, asks_of, edges_of, formulas_of, measures_of, tangles
from goalsite.graph.edges import Ask, Edge, Graph
from goalsite.graph.references import references
from goalsite.graph.resolve import GOALS, Goal, Resolver
from goalsite.model.asking import Asking
from goalsite.review.reading import Rows
from goalsite.review.rows import Plain, Row, edges, plain_asks, plain_edges, plain_findings


def resolve(
    paths: Iterable[str],
    rows: Rows,
    kinds: Mapping[str, str],
    config: Config,
    asking: Asking,
    known: Mapping[str, Plain],
) -> None:
    """Resolve what files refer to; `kinds` are the files that stand, `known` is as for reading."""
    sites = frozenset(name for name, _ in config.sites)
    goals = _Goals(rows, goal_paths(rows, kinds))
    resolver = Resolver(asking.spaces(), goals, sites, config.goals_dir, unread(rows))
    for path in paths:
        if path not in kinds:
            continue
        row = rows[path]
        asking.begin(known.get(path, row.asked))
        resolver.found = []
        row.resolved = _resolved(row.record, resolver) if kinds[path] in GOALS else ((), (), (), ())
        leads: set[str] = set()
        for text, mark in row.mentions:
            if text not in leads and resolver.mention(text, Mark(*mark), path, row.record.team):
                leads.add(text)
        row.misled = plain_findings(resolver.found)
        row.asked = tuple((dict(row.asked) | asking.said).items())


class _Goals(Mapping[str, Goal]):
    """The goals by id; the record of one is made where it is looked at."""

    def __init__(self, rows: Rows, paths: Mapping[str, str]) -> None:
        self._rows, self._paths = rows, paths

    def __getitem__(self, name: str) -> Goal:
        goal: Goal = self._rows[self._paths[name]].record
        return goal

    def __contains__(self, name: object) -> bool:
        return name in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def goal_paths(rows: Rows, kinds: Mapping[str, str]) -> dict[str, str]:
    """The files of the goals that stand, by id."""
    return {rows[path].place[1]: path for path, kind in kinds.items() if kind in GOALS}


def unread(rows: Rows) -> str:
    """A goal's file that could not be read, the first by id; empty without one."""
    missing = [
        (row.place[1], path)
        for path, row in rows.items()
        if row.place and row.place[0] in GOALS and not row.stands
    ]
    return min(missing)[1] if missing else ""


def _resolved(goal: Any, resolver: Resolver) -> Plain:
    """A goal's edges, measures, formulas and asks, as a row keeps them; `goal` is a KPI or a light record."""
    said = references(goal)
    measures = tuple((result, kpi) for (_, result), kpi in measures_of(goal, said, resolver).items())
    formulas = tuple((text, kpi) for (_, text), kpi in formulas_of(goal, said, resolver).items())
    return (
        plain_edges(edges_of(goal, said, resolver)),
        measures,
        formulas,
        plain_asks(asks_of(goal, said, resolver)),
    )


def graph_of(rows: Rows, kinds: Mapping[str, str], types: Iterable[str] | None = None) -> Graph:
    """The graph that the rows make, with edges of these types alone where they are given; no mentions."""
    wanted = None if types is None else frozenset(types)
    found: list[Edge] = []
    asks: list[Ask] = []
    measures: dict[tuple[str, str], str] = {}
    formulas: dict[tuple[str, str], str] = {}
    for path in goal_paths(rows, kinds).values():
        row = rows[path]
        own, measured, read, asked = row.resolved
        if own:
            found += edges(own if wanted is None else tuple(one for one in own if one[0] in wanted))
        if measured:
            measures |= {(row.record.id, result): kpi for result, kpi in measured}
        if read:
            formulas |= {(row.record.id, text): kpi for text, kpi in read}
        asks += (Ask(*one) for one in asked)
    found.sort(key=lambda edge: (edge.type, edge.source, edge.to))
    return Graph(tuple(found), tuple(asks), measures, formulas)


@dataclass(slots=True)
class Leaning:
    """Who leans on whom: `needs` leads from a goal to those whose whole records its figures or findings are
    made of, `reaches` from one to those whose figures or findings change with it, `on` back from those."""

    needs: dict[str, set[str]] = field(default_factory=dict)
    reaches: dict[str, set[str]] = field(default_factory=dict)
    on: dict[str, set[str]] = field(default_factory=dict)

    def add(self, leans: str, on: str, whole: bool) -> None:
        """Note that the goal `leans` leans on another, on its whole record or on its figures alone."""
        self.reaches.setdefault(on, set()).add(leans)
        self.on.setdefault(leans, set()).add(on)
        if whole:
            self.needs.setdefault(leans, set()).add(on)


def closure(goals: Iterable[str], steps: Mapping[str, set[str]]) -> set[str]:
    """The goals and all that steps lead to from them."""
    reached = set(goals)
    pending = list(reached)
    while pending:
        for other in steps.get(pending.pop(), ()):
            if other not in reached:
                reached.add(other)
                pending.append(other)
    return reached


def leaning(rows: Rows, kinds: Mapping[str, str], before: Rows) -> Leaning:
    """Who leans on whom by the rows, and by those from before."""
    ties = Leaning()
    closed = {rows[path].place[1] for path in kinds if rows[path].is_closed}
    for path in kinds:
        if rows[path] is not before.get(path):
            _lean(ties, rows[path], closed)
    for row in before.values():  # what cannot be read any more leaned on others, too
        _lean(ties, row, closed)
    return ties


def _lean(ties: Leaning, row: Row, closed: set[str]) -> None:
    """A goal leans on what contributes to it, on what it guards, continues, measures by and computes from.

    Of what contributes and what it guards it needs the figures of today; a closed one those of its last day,
    for which the whole record is needed.
    """
    for kind, source, target in row.ties:
        match kind:
            case "contributes":
                ties.add(target, source, target in closed)
            case "guards":
                ties.add(source, target, source in closed)
            case "cascades_from":
                ties.add(target, source, True)
            case "continues" | "reads":
                ties.add(source, target, True)


def tangled(graph: Graph, rows: Rows, kinds: Mapping[str, str]) -> tuple[Graph, list[Plain]]:
    """The graph knowing its circles, and the findings on them."""
    kpis = [Reader.of(rows[path].record) for path, kind in kinds.items() if kind == "kpi"]
    paths = goal_paths(rows, kinds)
    knots, found = tangles(graph.edges, graph.formulas, kpis, paths)
    return replace(graph, tangled=knots), list(plain_findings(found))
