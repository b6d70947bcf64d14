"""A goal's record -> what it refers to, unresolved."""

from __future__ import annotations

from typing import NamedTuple

from goalsite.model.objectives import goal_refs
from goalsite.model.records import Kpi, Maintain, Metric, Objective
from goalsite.model.shapes import Ref


class Towards(NamedTuple):
    """One edge to be: its type, what it names, and what the edge will carry."""

    type: str
    ref: Ref
    weight: float = 1.0
    confirmed: bool | None = None
    note: str = ""


class Asked(NamedTuple):
    """One ask to be: the unit it names, and what the ask will carry."""

    team: Ref
    ask: str = ""
    size: str = ""
    note: str = ""
    confirmed: bool | None = None


class References(NamedTuple):
    """All that one goal refers to: edges, asks, the KPIs that its key results read (by key result), and those
    that its formula reads, each name once."""

    edges: tuple[Towards, ...] = ()
    asks: tuple[Asked, ...] = ()
    measures: tuple[tuple[str, Ref], ...] = ()
    formulas: tuple[Ref, ...] = ()


def references(goal: Objective | Kpi) -> References:
    """What a goal refers to, in the order of its record."""
    return _of_kpi(goal) if isinstance(goal, Kpi) else _of_objective(goal)


def _of_objective(goal: Objective) -> References:
    weights = {part.to: part.weight for part in goal.contributes}
    needs = {need.goal: need for need in goal.depends_on if need.goal}
    edges = []
    for kind, ref in goal_refs(goal):
        need = needs.get(ref) if kind == "depends_on" else None
        weight = weights.get(ref, 1.0) if kind == "contributes" else 1.0
        note = need.note or need.ask if need else ""
        edges.append(Towards(kind, ref, weight, need.confirmed if need else None, note))
    asks = (
        Asked(need.team, need.ask, need.size, need.note, need.confirmed)
        for need in goal.depends_on
        if need.team
    )
    measures = (
        (result.id, result.measure.kpi)
        for result in goal.key_results
        if isinstance(result.measure, (Metric, Maintain)) and result.measure.kpi
    )
    return References(tuple(edges), tuple(asks), tuple(measures))


def _of_kpi(kpi: Kpi) -> References:
    edges = [Towards("supports", ref) for ref in kpi.supports]
    if kpi.cascades_from:
        share = kpi.cascades_from.share
        edges.append(Towards("cascades_from", kpi.cascades_from.kpi, 1.0 if share is None else share))
    first = {ref.text: ref for ref in reversed(kpi.formula.refs if kpi.formula else ())}
    return References(edges=tuple(edges), formulas=tuple(reversed(first.values())))
