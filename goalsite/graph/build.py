"""Corpus -> Graph: the stage's one function."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, Mark, finding, in_order
from goalsite.core.known import NOTHING, Known
from goalsite.graph.edges import Ask, Edge, Graph
from goalsite.graph.references import References, references
from goalsite.graph.resolve import Goal, Resolver
from goalsite.model.names import Namespace
from goalsite.model.records import Common, Corpus, Kpi, Objective

_NO_CIRCLE = ("contributes", "depends_on", "continues", "replaced_by", "cascades_from")
_MAY_CIRCLE = "supports"  # a mesh may hold one, and no figure follows it


def build_graph(
    corpus: Corpus, names: Mapping[str, Namespace], config: Config, known: Known = NOTHING
) -> tuple[Graph, tuple[Diagnostic, ...]]:
    """Every reference resolved, and what is wrong with them. The edges of a goal are the very ones that are
    `known` of it where they are alike: then whatever is made of them sees at a glance that it stands."""
    goals: dict[str, Objective | Kpi] = {goal.id: goal for goal in corpus.objectives}
    goals.update((kpi.id, kpi) for kpi in corpus.kpis)
    unread = next((one.path for one in corpus.missing if one.kind in ("objective", "kpi")), "")
    sites = frozenset(name for name, _ in config.sites)
    resolver = Resolver(names, goals, sites, config.goals_dir, unread)
    edges: list[Edge] = []
    measures: dict[tuple[str, str], str] = {}
    formulas: dict[tuple[str, str], str] = {}
    asks: list[Ask] = []
    for goal in goals.values():
        said = references(goal)
        edges += known.same("edges", goal.id, tuple(edges_of(goal, said, resolver)))
        measures |= measures_of(goal, said, resolver)
        formulas |= formulas_of(goal, said, resolver)
        asks += asks_of(goal, said, resolver)
    kpis = [Reader.of(kpi) for kpi in corpus.kpis]
    paths = {goal.id: goal.path for goal in goals.values()}
    tangled, found = tangles(edges, formulas, kpis, paths)
    graph = Graph(
        edges=tuple(sorted(edges, key=lambda edge: (edge.type, edge.source, edge.to))),
        asks=tuple(asks),
        measures=measures,
        formulas=formulas,
        mentions=_mentions(corpus, resolver),
        tangled=tangled,
    )
    return graph, in_order((*resolver.found, *found))


def edges_of(goal: Goal, said: References, resolver: Resolver) -> Iterator[Edge]:
    """The edges that a goal's references make, each once; what means nothing is told and left out."""
    made: set[tuple[str, str, str]] = set()
    for one in said.edges:
        aim = resolver.aim(one.ref, one.type, goal)
        if aim and (edge := (one.type, aim.target, aim.key_result)) not in made:
            made.add(edge)
            yield Edge(
                type=one.type,
                source=goal.id,
                target=aim.target,
                key_result=aim.key_result,
                weight=one.weight,
                confirmed=one.confirmed,
                note=one.note,
                outside=aim.outside,
                mark=one.ref.mark,
            )


def measures_of(goal: Goal, said: References, resolver: Resolver) -> dict[tuple[str, str], str]:
    """The KPIs that a goal's key results read, as `Graph.measures`."""
    aims = ((result, resolver.aim(ref, "kpi", goal)) for result, ref in said.measures)
    return {(goal.id, result): aim.target for result, aim in aims if aim}


def formulas_of(goal: Goal, said: References, resolver: Resolver) -> dict[tuple[str, str], str]:
    """The KPIs that a KPI's formula reads, as `Graph.formulas`."""
    aims = ((ref.text, resolver.aim(ref, "formula", goal)) for ref in said.formulas)
    return {(goal.id, written): aim.target for written, aim in aims if aim}


def asks_of(goal: Goal, said: References, resolver: Resolver) -> Iterator[Ask]:
    """What a goal asks of units."""
    for one in said.asks:
        team = resolver.unit(one.team, goal)
        if team is not None:
            yield Ask(goal.id, team, one.ask, one.size, one.note, one.confirmed)


def _mentions(corpus: Corpus, resolver: Resolver) -> dict[tuple[str, str], str]:
    mentions = {}
    everything: tuple[Common, ...] = (
        *corpus.objectives,
        *corpus.kpis,
        *corpus.teams,
        *corpus.people,
        *corpus.pages,
    )
    for record in everything:
        for mention in record.mentions:
            if mention.kind == "goal" and (record.path, mention.text) not in mentions:
                target = resolver.mention(mention.text, mention.mark, record.path, record.team)
                if target:
                    mentions[record.path, mention.text] = target
    return mentions


class Reader(NamedTuple):
    """What following the values of a KPI needs to know of it."""

    id: str
    rolls_up: bool
    formula: Mark

    @classmethod
    def of(cls, kpi: Kpi) -> Reader:
        """What a record says of that."""
        return cls(kpi.id, kpi.rollup is not None, kpi.marks.get("formula", Mark()))


def tangles(
    edges: Collection[Edge],
    formulas: Mapping[tuple[str, str], str],
    kpis: Iterable[Reader],
    paths: Mapping[str, str],
) -> tuple[frozenset[tuple[str, str, str]], list[Diagnostic]]:
    """The edges on circles that figures must not follow, and one finding for each knot of them; `paths` has
    each goal's file."""
    from goalsite.graph.circles import circles

    places = {(edge.type, edge.source, edge.target): edge.mark for edge in reversed(tuple(edges))}
    marks: dict[str, Mark] = {}
    rolled: set[str] = set()
    for kpi in kpis:
        marks[kpi.id] = kpi.formula
        rolled.update((kpi.id,) if kpi.rolls_up else ())
    pairs: dict[str, list[tuple[str, str]]] = {kind: [] for kind in (*_NO_CIRCLE, _MAY_CIRCLE)}
    for edge in edges:
        if edge.type in pairs and not edge.outside:
            pairs[edge.type].append((edge.source, edge.target))
    reads = [(kpi, target) for (kpi, _), target in formulas.items()]
    reads += [(parent, child) for child, parent in pairs["cascades_from"] if parent in rolled]
    tangled: set[tuple[str, str, str]] = set()
    found = []
    told: set[str] = set()
    for kind, links in (*pairs.items(), ("reads", reads)):
        for path, knot in circles(links) if links else ():
            if kind != _MAY_CIRCLE:
                tangled.update((kind, source, target) for source, target in knot)
            if kind == "reads" and told.issuperset(path):
                continue
            told.update(path if kind == "cascades_from" else ())
            mark = places.get((kind, path[0], path[1])) or marks.get(path[0], Mark())
            what = "the formulas read each other" if kind == "reads" else f"{kind} leads"
            message = f"{what} in a circle: {' → '.join(path)}"
            code = "Q134" if kind == _MAY_CIRCLE else "S007"
            hint = "take one of these edges away"
            if kind == "reads":
                hint = "write one of them without the others"
            found.append(finding(paths[path[0]], mark, code, message, hint))
    return frozenset(tangled), found
