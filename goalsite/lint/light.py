"""Records and figures as rules about the site see them: plain tuples, small enough to keep for each goal.

Left out are texts, check-ins, points and what is drawn from them. A tuple is read where it is asked: ten
thousand of them are loaded in the time that a hundred records take to be made. Their attributes are those of
`model.records` and `analysis.figures`, in whose place they stand. Days are ordinals, places are pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import Any

from goalsite.analysis.figures import KeyResultFigures, ObjectiveFigures
from goalsite.core.diagnostics import Mark
from goalsite.core.periods import Period
from goalsite.model.records import (
    Binary,
    Contribution,
    Dependency,
    KeyResult,
    Levels,
    Maintain,
    Manual,
    Measure,
    Metric,
    Milestone,
    Milestones,
    Objective,
    Retro,
    Zones,
)
from goalsite.model.shapes import Ref

Plain = tuple[Any, ...]
"""A record as marshal takes it."""

_MARKS = ("title", "owner", "origin", "commitment", "status", "score", "cycle", "due")
_RESULT_MARKS = ("title", "owner", "weight", "metric")


def _field(place: int, read: Callable[[Any], Any] | None = None) -> Any:
    """An attribute that is the item at `place`, as `read` makes it."""
    if read is None:
        return property(itemgetter(place))
    return property(lambda plain: read(plain[place]))


def _ref(ref: Ref | None) -> Plain | None:
    return None if ref is None else (ref.text, tuple(ref.mark))


def _as_ref(plain: Plain | None) -> Ref | None:
    return None if plain is None else Ref(plain[0], Mark(*plain[1]))


def _refs(refs: Iterable[Ref]) -> Plain:
    return tuple((ref.text, tuple(ref.mark)) for ref in refs)


def _as_refs(plain: Plain) -> tuple[Ref, ...]:
    return tuple(Ref(text, Mark(*mark)) for text, mark in plain) if plain else ()


def _marks(marks: Mapping[str, Mark], keys: Iterable[str]) -> dict[str, Plain]:
    return {key: tuple(marks[key]) for key in keys if key in marks}


def _as_mark(plain: Plain) -> Mark:
    return Mark(*plain)


def _as_marks(plain: dict[str, Plain]) -> dict[str, Mark]:
    return {key: Mark(*mark) for key, mark in plain.items()}


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _as_day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


def _period(period: Period) -> Plain:
    return (period.start.toordinal(), period.end.toordinal())


@lru_cache(maxsize=1 << 12)  # nearly all windows are those of a few cycles
def _as_period(plain: Plain) -> Period:
    return Period(date.fromordinal(plain[0]), date.fromordinal(plain[1]))


def _done(step: Milestone | Binary) -> int | bool | None:
    return _ordinal(step.done) if isinstance(step.done, date) else step.done


def _as_done(done: int | bool | None) -> date | bool | None:
    return done if done is None or isinstance(done, bool) else date.fromordinal(done)


def _as_step(plain: Plain) -> Milestone:
    title, weight, due, done = plain
    return Milestone(title, weight, _as_day(due), _as_done(done))


def _measure(measure: Measure) -> Plain:
    match measure:
        case Metric():
            levels = measure.levels
            steps = None if levels is None else (levels.commit, levels.target, levels.stretch)
            ends = (measure.unit, measure.baseline, measure.target)
            return ("metric", *ends, steps, _ref(measure.kpi), measure.over_window)
        case Maintain():
            bounds = (measure.unit, measure.low, measure.high, measure.every, measure.allowed_misses)
            return ("maintain", *bounds, _ref(measure.kpi))
        case Milestones():
            return ("milestones", *((s.title, s.weight, _ordinal(s.due), _done(s)) for s in measure.steps))
        case Binary():
            return ("binary", _done(measure))
        case Zones():
            return ("zones", measure.commit, measure.target, measure.stretch)
        case Manual():
            return ("manual",)


@lru_cache(maxsize=1 << 16)  # several rules ask each key result for it
def _as_measure(plain: Plain) -> Measure:
    kind, *rest = plain
    match kind:
        case "metric":
            unit, baseline, target, levels, kpi, over = rest
            return Metric(unit, baseline, target, levels and Levels(*levels), _as_ref(kpi), over)
        case "maintain":
            unit, low, high, every, misses, kpi = rest
            return Maintain(unit, low, high, every, misses, _as_ref(kpi))
        case "milestones":
            return Milestones(tuple(map(_as_step, rest)))
        case "binary":
            return Binary(_as_done(rest[0]))
        case "zones":
            return Zones(*rest)
    return Manual()


def _need(need: Dependency) -> Plain:
    where = tuple(need.mark)
    return (_ref(need.goal), _ref(need.team), need.confirmed, need.ask, need.size, need.note, where)


def _as_need(plain: Plain) -> Dependency:
    goal, team, confirmed, ask, size, note, mark = plain
    return Dependency(_as_ref(goal), _as_ref(team), confirmed, ask, size, note, Mark(*mark))


def _as_needs(plain: Plain) -> tuple[Dependency, ...]:
    return tuple(map(_as_need, plain)) if plain else ()


def _as_contributions(plain: Plain) -> tuple[Contribution, ...]:
    return tuple(Contribution(Ref(to[0], Mark(*to[1])), weight) for to, weight in plain) if plain else ()


def _as_retro(plain: Plain | None) -> Retro | None:
    return None if plain is None else Retro(*plain)


class LightKeyResult(tuple[Any, ...]):
    """A key result."""

    __slots__ = ()

    id = _field(0)
    title = _field(1)
    measure = _field(2, _as_measure)
    named = _field(3)
    owner = _field(4)
    weight = _field(5)
    start = _field(6, _as_day)
    due = _field(7, _as_day)
    score = _field(8)
    dropped = _field(9)
    replaced_by = _field(10, _as_ref)
    on = _field(11, _as_day)
    mark = _field(12, _as_mark)
    marks = _field(13, _as_marks)


def _result(result: KeyResult) -> Plain:
    return (
        result.id,
        result.title,
        _measure(result.measure),
        result.named,
        result.owner,
        result.weight,
        _ordinal(result.start),
        _ordinal(result.due),
        result.score,
        result.dropped,
        _ref(result.replaced_by),
        _ordinal(result.on),
        tuple(result.mark),
        _marks(result.marks, _RESULT_MARKS),
    )


def _as_results(plain: Plain) -> tuple[LightKeyResult, ...]:
    return tuple(map(LightKeyResult, plain))


class LightObjective(tuple[Any, ...]):
    """An objective."""

    __slots__ = ()

    id = _field(0)
    path = _field(1)
    title = _field(2)
    aliases = _field(3)
    team = _field(4)
    person = _field(5)
    owner = _field(6)
    supports = _field(7, _as_refs)
    marks = _field(8, _as_marks)
    cycle = _field(9)
    contributors = _field(10)
    commitment = _field(11)
    origin = _field(12)
    state = _field(13)
    closed = _field(14, _as_day)
    outcome = _field(15)
    replaced_by = _field(16, _as_ref)
    order = _field(17)
    weight = _field(18)
    cadence = _field(19)
    start = _field(20, _as_day)
    due = _field(21, _as_day)
    contributes = _field(22, _as_contributions)
    improves = _field(23, _as_refs)
    guards = _field(24, _as_refs)
    depends_on = _field(25, _as_needs)
    same_as = _field(26, _as_refs)
    continues = _field(27, _as_refs)
    score = _field(28)
    retro = _field(29, _as_retro)
    key_results = _field(30, _as_results)

    @property
    def kind(self) -> str:
        """What a reference to it names."""
        return "objective"

    @property
    def result_ids(self) -> tuple[str, ...]:
        """The ids of all its key results."""
        return tuple(result[0] for result in self[30])

    @property
    def named_result_ids(self) -> tuple[str, ...]:
        """The ids of key results that edges may name."""
        return tuple(result[0] for result in self[30] if result[3])


def plain_objective(goal: Objective) -> Plain:
    """An objective as a plain tuple."""
    return (
        goal.id,
        goal.path,
        goal.title,
        goal.aliases,
        goal.team,
        goal.person,
        goal.owner,
        _refs(goal.supports),
        _marks(goal.marks, _MARKS),
        goal.cycle,
        goal.contributors,
        goal.commitment,
        goal.origin,
        goal.state,
        _ordinal(goal.closed),
        goal.outcome,
        _ref(goal.replaced_by),
        goal.order,
        goal.weight,
        goal.cadence,
        _ordinal(goal.start),
        _ordinal(goal.due),
        tuple((_ref(one.to), one.weight) for one in goal.contributes),
        _refs(goal.improves),
        _refs(goal.guards),
        tuple(map(_need, goal.depends_on)),
        _refs(goal.same_as),
        _refs(goal.continues),
        goal.score,
        None if goal.retro is None else (goal.retro.root_cause, goal.retro.decision, goal.retro.learned),
        tuple(map(_result, goal.key_results)),
    )


class LightResultFigures(tuple[Any, ...]):
    """A key result's figures."""

    __slots__ = ()

    id = _field(0)
    type = _field(1)
    window = _field(2, _as_period)
    counted = _field(3)
    status = _field(4)
    status_if_fresh = _field(5)
    kpi = _field(6)
    baseline = _field(7)
    target = _field(8)
    value = _field(9)
    progress = _field(10)
    score = _field(11)


def plain_results(figures: Iterable[KeyResultFigures]) -> Plain:
    """The figures of key results as plain tuples."""
    return tuple(
        (
            one.id,
            one.type,
            _period(one.window),
            one.counted,
            one.status,
            one.status_if_fresh,
            one.kpi,
            one.baseline,
            one.target,
            one.value,
            one.progress,
            one.score,
        )
        for one in figures
    )


def results_of(plain: Plain) -> tuple[Any, ...]:
    """The figures of plain tuples, as `LightResultFigures`."""
    return tuple(map(LightResultFigures, plain))


class LightFigures(tuple[Any, ...]):
    """An objective's figures."""

    __slots__ = ()

    window = _field(0, _as_period)
    status = _field(1)
    score = _field(2)
    counts = _field(3)
    key_results = _field(4, results_of)


def plain_figures(figures: ObjectiveFigures) -> Plain:
    """An objective's figures as a plain tuple."""
    window, results = _period(figures.window), plain_results(figures.key_results)
    return (window, figures.status, figures.score, figures.counts, results)
