"""Corpus -> Graph: the stage's one function."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, Mark, finding, in_order
from goalsite.graph.edges import Ask, Edge, Graph
from goalsite.graph.resolve import Resolver
from goalsite.model.names import Namespace
from goalsite.model.objectives import goal_refs
from goalsite.model.records import Common, Corpus, Kpi, Maintain, Metric, Objective
from goalsite.model.shapes import Ref

_NO_CIRCLE = ("contributes", "depends_on", "continues", "replaced_by", "cascades_from")
_MAY_CIRCLE = "supports"  # a mesh may hold one, and no figure follows it


def build_graph(
    corpus: Corpus, names: Mapping[str, Namespace], config: Config
) -> tuple[Graph, tuple[Diagnostic, ...]]:
    """Every reference resolved, and what is wrong with them."""
    goals: dict[str, Objective | Kpi] = {goal.id: goal for goal in corpus.objectives}
    goals.update((kpi.id, kpi) for kpi in corpus.kpis)
    unread = next((one.path for one in corpus.missing if one.kind in ("objective", "kpi")), "")
    sites = frozenset(name for name, _ in config.sites)
    resolver = Resolver(names, goals, sites, config.goals_dir, unread)
    edges: dict[tuple[str, str, str], Edge] = {}
    places: dict[tuple[str, str, str], Mark] = {}
    for edge, mark in _edges(corpus, resolver):
        edges.setdefault((edge.type, edge.source, edge.to), edge)
        places.setdefault((edge.type, edge.source, edge.target), mark)
    measures = _measures(corpus.objectives, resolver)
    formulas = _formulas(corpus.kpis, resolver)
    tangled, found = _tangles(corpus, tuple(edges.values()), places, formulas)
    graph = Graph(
        edges=tuple(sorted(edges.values(), key=lambda edge: (edge.type, edge.source, edge.to))),
        asks=tuple(_asks(corpus.objectives, resolver)),
        measures=measures,
        formulas=formulas,
        mentions=_mentions(corpus, resolver),
        tangled=tangled,
    )
    return graph, in_order((*resolver.found, *found))


def _edges(corpus: Corpus, resolver: Resolver) -> Iterable[tuple[Edge, Mark]]:
    for goal in corpus.objectives:
        weights = {part.to: part.weight for part in goal.contributes}
        needs = {need.goal: need for need in goal.depends_on if need.goal}
        for kind, ref in goal_refs(goal):
            aim = resolver.aim(ref, kind, goal)
            if aim is None:
                continue
            need = needs.get(ref) if kind == "depends_on" else None
            edge = Edge(
                type=kind,
                source=goal.id,
                target=aim.target,
                key_result=aim.key_result,
                weight=weights.get(ref, 1.0) if kind == "contributes" else 1.0,
                confirmed=need.confirmed if need else None,
                note=need.note or need.ask if need else "",
                outside=aim.outside,
                mark=ref.mark,
            )
            yield edge, ref.mark
    for kpi in corpus.kpis:
        refs: list[tuple[str, Ref, float]] = [("supports", ref, 1.0) for ref in kpi.supports]
        if kpi.cascades_from:
            share = kpi.cascades_from.share
            refs.append(("cascades_from", kpi.cascades_from.kpi, 1.0 if share is None else share))
        for kind, ref, weight in refs:
            aim = resolver.aim(ref, kind, kpi)
            if aim:
                edge = Edge(
                    kind, kpi.id, aim.target, aim.key_result, weight, outside=aim.outside, mark=ref.mark
                )
                yield edge, ref.mark


def _measures(objectives: Iterable[Objective], resolver: Resolver) -> dict[tuple[str, str], str]:
    measures = {}
    for goal in objectives:
        for result in goal.key_results:
            if isinstance(result.measure, (Metric, Maintain)) and result.measure.kpi:
                aim = resolver.aim(result.measure.kpi, "kpi", goal)
                if aim:
                    measures[goal.id, result.id] = aim.target
    return measures


def _formulas(kpis: Iterable[Kpi], resolver: Resolver) -> dict[tuple[str, str], str]:
    formulas = {}
    for kpi in kpis:
        first = {ref.text: ref for ref in reversed(kpi.formula.refs if kpi.formula else ())}
        for ref in reversed(first.values()):
            aim = resolver.aim(ref, "formula", kpi)
            if aim:
                formulas[kpi.id, ref.text] = aim.target
    return formulas


def _asks(objectives: Iterable[Objective], resolver: Resolver) -> list[Ask]:
    asks = []
    for goal in objectives:
        for need in goal.depends_on:
            team = resolver.unit(need.team, goal) if need.team else None
            if team is not None:
                asks.append(Ask(goal.id, team, need.ask, need.size, need.note, need.confirmed))
    return asks


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


def _tangles(
    corpus: Corpus,
    edges: tuple[Edge, ...],
    places: Mapping[tuple[str, str, str], Mark],
    formulas: Mapping[tuple[str, str], str],
) -> tuple[frozenset[tuple[str, str, str]], list[Diagnostic]]:
    """The edges on circles that figures must not follow, and one finding for each knot of them."""
    from goalsite.graph.circles import circles

    paths = {goal.id: goal.path for goal in (*corpus.objectives, *corpus.kpis)}
    marks = {kpi.id: kpi.marks.get("formula", Mark()) for kpi in corpus.kpis}
    pairs = {
        kind: [(e.source, e.target) for e in edges if e.type == kind and not e.outside]
        for kind in (*_NO_CIRCLE, _MAY_CIRCLE)
    }
    rolled = {kpi.id for kpi in corpus.kpis if kpi.rollup}
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
            found.append(finding(paths[path[0]], mark, code, message, "take one of these edges away"))
    return frozenset(tangled), found
