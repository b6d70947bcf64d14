"""What a goal says, field by field, so that two states can be held against each other.

Beside the facts of its file: its place, its check-ins and values, and references as the ids they mean, so
that a reference that was only written anew is none that changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec.structs import asdict

from goalsite.analysis.key_results import type_of
from goalsite.analysis.meanings import Meanings
from goalsite.core.diagnostics import Mark
from goalsite.history.parts import Facts, plain
from goalsite.history.records import Fact, Part
from goalsite.model.records import (
    CheckIn,
    Common,
    Dependency,
    KeyResult,
    Kpi,
    Maintain,
    Metric,
    Milestones,
    Objective,
    Person,
    Point,
    Team,
)

_ELSEWHERE = ("id", "kind", "cycle", "team", "series")
"""Facts of a file that its record knows better: what follows from its place, its name."""


def stated(record: Common, facts: Facts, meanings: Meanings) -> Facts:
    """All that a record says; `facts` are those of its file."""
    known = {(part, name): said for (part, name), said in facts.items() if part or name not in _ELSEWHERE}
    known |= {((), "aliases"): plain(record.aliases), ((), "lint"): _pairs(record.lint)}
    known |= {((), "links"): _pairs(record.links)}
    if isinstance(record, (Objective, Kpi)):
        known |= {((), "kind"): record.kind, ((), "team"): meanings.names.unit(record.team)}
        known[(), "person"] = record.person
    if isinstance(record, Objective):
        known |= dict(_of_objective(record, meanings))
    elif isinstance(record, Kpi):
        known |= dict(_of_kpi(record, meanings))
    elif isinstance(record, Person):
        known[(), "team"] = meanings.names.unit(record.team)
    elif isinstance(record, Team) and record.parent is not None:
        known[(), "parent"] = meanings.names.unit(record.parent)
    return {key: said for key, said in known.items() if not key[1] or said not in (None, "", ())}


_Said = Iterator[tuple[tuple[Part, str], Fact]]


def _of_objective(goal: Objective, meanings: Meanings) -> _Said:
    yield ((), "cycle"), goal.cycle
    edges = meanings.edges(goal.id)
    for kind in ("supports", "improves", "guards", "same_as", "continues"):
        if refs := getattr(goal, kind):
            yield ((), kind), tuple(sorted(edges.get((kind, ref.mark), ref.text) for ref in refs))
    if heir := goal.replaced_by:
        yield ((), "replaced_by"), edges.get(("replaced_by", heir.mark), heir.text)
    if goal.contributes:
        named = (
            (edges.get(("contributes", one.to.mark), one.to.text), one.weight) for one in goal.contributes
        )
        yield ((), "contributes"), tuple(sorted(named))
    if goal.depends_on:
        needs = (_need(goal.id, need, edges, meanings) for need in goal.depends_on)
        yield ((), "depends_on"), tuple(sorted(needs, key=repr))
    if goal.retro:
        for name in ("root_cause", "decision", "learned"):
            yield ((), name), getattr(goal.retro, name)
    for number, (day, by) in _numbered((review.date, review.by) for review in goal.reviews):
        review = goal.reviews[number]
        part = ("review", day.isoformat(), by)
        yield (part, ""), (review.by, review.score, review.text)
        yield (part, "score"), review.score
        yield (part, "text"), review.text
    yield from _checkins("", goal.checkins)
    for work in goal.initiatives:
        yield (("initiative", work.title), "title"), work.title
        yield (("initiative", work.title), "link"), work.link
    for result in goal.key_results:
        yield from _of_result(goal, result, meanings)


def _numbered(keys: Iterable[tuple[date, str]]) -> Iterator[tuple[int, tuple[date, str]]]:
    """The keys with their numbers, each key once: of two reviews by one person on one day the first."""
    seen = set[tuple[date, str]]()
    for number, key in enumerate(keys):
        if key not in seen:
            seen.add(key)
            yield number, key


def _need(
    goal: str, need: Dependency, edges: Mapping[tuple[str, Mark], str], meanings: Meanings
) -> tuple[Fact, ...]:
    name = ""
    if need.goal:
        name = edges.get(("depends_on", need.goal.mark), need.goal.text)
    elif need.team:
        name = meanings.team(goal, need, need.team)
    return (name, need.confirmed, need.ask, need.size, need.note)


def _of_result(goal: Objective, result: KeyResult, meanings: Meanings) -> _Said:
    part = ("key_result", result.id)
    measure = result.measure
    yield (part, "id"), result.id if result.named else None
    yield (part, "measure"), type_of(result)
    yield (part, "description"), result.description
    yield (part, "cadence"), result.cadence
    yield (part, "plan"), _plan(result.plan)
    if isinstance(measure, (Metric, Maintain)) and measure.kpi:
        yield (part, "kpi"), meanings.measure(goal.id, result, measure.kpi)
    if result.replaced_by:
        heir = result.replaced_by.text
        yield (part, "replaced_by"), meanings.names.results.get((goal.id, heir), heir)
    if isinstance(measure, Milestones):
        for step in measure.steps:
            yield (("milestone", result.id, step.title), "title"), step.title
    yield from _checkins(result.id, result.checkins)


def _checkins(result: str, checkins: Iterable[CheckIn]) -> _Said:
    seen: dict[date, int] = {}
    for one in checkins:
        number = seen[one.date] = seen.get(one.date, 0) + 1
        day = one.date.isoformat()
        part = ("checkin", result, day) if number == 1 else ("checkin", result, day, str(number))
        known = asdict(one)
        del known["date"]
        yield (part, ""), tuple((name, said) for name, said in known.items() if said not in (None, ""))
        for name, said in known.items():
            yield (part, name), said


def _of_kpi(kpi: Kpi, meanings: Meanings) -> _Said:
    edges = meanings.edges(kpi.id)
    if kpi.supports:
        yield (
            ((), "supports"),
            tuple(sorted(edges.get(("supports", ref.mark), ref.text) for ref in kpi.supports)),
        )
    if parent := kpi.cascades_from:
        yield ((), "cascades_from"), edges.get(("cascades_from", parent.kpi.mark), parent.kpi.text)
        yield ((), "share"), parent.share
    if kpi.formula:
        yield ((), "formula"), meanings.formula(kpi)
    yield ((), "source"), kpi.source
    for target in kpi.targets:
        name = target.period_name or (target.start.isoformat() if target.start else "")
        yield (("target", name), "plan"), _plan(target.plan)
    for point in (*kpi.series, *kpi.splits):
        yield from _point(point)


def _point(point: Point) -> _Said:
    part = ("point", point.date.isoformat(), *point.split)
    yield (part, ""), point.value
    yield (part, "value"), point.value
    yield (part, "note"), point.note


def _plan(points: Iterable[tuple[date, float]]) -> Fact:
    return tuple((day.isoformat(), value) for day, value in points)


def _pairs(pairs: Iterable[tuple[str, str]]) -> Fact:
    return tuple(sorted(pairs))
