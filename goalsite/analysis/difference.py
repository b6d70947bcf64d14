"""Two states of a project -> what differs between them: goals, what they say, what that does to figures.

Both are figured for one day, so that nothing differs but what was written. Looking from the other side gives
the same with before and after changed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from goalsite.analysis.bodies import changed_lines
from goalsite.analysis.change import Altered, Difference, changes_between
from goalsite.analysis.effects import Effect, on_goal, on_kpi, on_units
from goalsite.analysis.findings_changed import findings_changed
from goalsite.analysis.matching import Pairs, matched
from goalsite.analysis.meanings import Meanings, Names
from goalsite.analysis.parts_matched import Named, in_names_of, matched_parts
from goalsite.analysis.settings_changed import settings_changed
from goalsite.analysis.state import State, files_of, goals_of
from goalsite.analysis.stated import stated
from goalsite.model.records import Common, Kpi, Objective


def difference(before: State, after: State) -> Difference:
    """What differs between two states."""
    units = matched(*({team.id: team for team in state.corpus.teams} for state in (before, after)))
    goals = matched(goals_of(before.corpus), goals_of(after.corpus))
    results = _results(before, after, goals)
    names = Names(
        goals, units, {(goal, old): new for goal, pairs in results.items() for old, new in pairs.items()}
    )
    sides = _Sides(before, after, Meanings(before.graph, names), Meanings(after.graph, Names()))
    lost = {one.path for state in (before, after) for one in state.corpus.missing}
    altered = tuple(_goals(sides, goals, results, lost))
    others = tuple(_others(sides, units, lost))
    moved = {one.before.path: one.after.path for one in (*altered, *others) if one.before and one.after}
    new, gone = findings_changed(before.diagnostics, after.diagnostics, moved)
    return Difference(
        altered,
        others,
        on_units(before, after, units),
        settings_changed(before.config, after.config),
        new,
        gone,
        _unread(before, after),
    )


class _Sides(NamedTuple):
    before: State
    after: State
    meant_before: Meanings
    meant_after: Meanings


def _by_id(state: State, kind: str) -> dict[str, Common]:
    return {record.id: record for its, record in files_of(state.corpus) if its == kind}


def _results(before: State, after: State, goals: Pairs) -> dict[str, Pairs]:
    """Which key result is which, by the id before of each objective whose key results differ."""
    found = {}
    later = {goal.id: goal for goal in after.corpus.objectives}
    for goal in before.corpus.objectives:
        now = later.get(goals.get(goal.id, ""))
        if now is not None:
            if [(one.id, one.title) for one in goal.key_results] == [
                (one.id, one.title) for one in now.key_results
            ]:
                found[goal.id] = {name: name for name in goal.result_ids}
            else:
                found[goal.id] = matched_parts(_named(goal), _named(now))
    return found


def _named(goal: Objective) -> list[Named]:
    return [Named(one.id, one.named, one.title) for one in goal.key_results]


def _goals(sides: _Sides, goals: Pairs, results: Mapping[str, Pairs], lost: set[str]) -> Iterator[Altered]:
    """The objectives and KPIs that differ, those of before that went last."""
    earlier, later = goals_of(sides.before.corpus), goals_of(sides.after.corpus)
    was = {name: old for old, name in goals.items()}
    for name, record in later.items():
        before = earlier.get(was.get(name, ""))
        if before is None:
            if record.path not in lost:
                yield Altered(_kind(record), None, record)
            continue
        effects = _effects(sides, before, record, results.get(before.id, {}))
        one = _compared(sides, before, record, results.get(before.id, {}), effects)
        if one.is_touched or one.effects:
            yield one
    for name, record in earlier.items():
        if name not in goals and record.path not in lost:
            yield Altered(_kind(record), record, None)


def _kind(record: Common) -> str:
    return str(getattr(record, "kind", type(record).__name__.lower()))


def _effects(sides: _Sides, before: Common, after: Common, results: Pairs) -> tuple[Effect, ...]:
    was, now = sides.before.analysis, sides.after.analysis
    if isinstance(before, Objective) and isinstance(after, Objective):
        return on_goal(was.objectives[before.id], now.objectives[after.id], results)
    if isinstance(before, Kpi) and isinstance(after, Kpi):
        return on_kpi(was.kpis[before.id], now.kpis[after.id])
    return ()


def _others(sides: _Sides, units: Pairs, lost: set[str]) -> Iterator[Altered]:
    """The units, people and pages that differ."""
    for kind in ("team", "person", "page"):
        earlier, later = _by_id(sides.before, kind), _by_id(sides.after, kind)
        pairs = units if kind == "team" else matched(earlier, later)
        was = {name: old for old, name in pairs.items()}
        for name, record in later.items():
            before = earlier.get(was.get(name, name))
            if before is not None and name in was:
                one = _compared(sides, before, record, {}, ())
                if one.is_touched:
                    yield one
            elif record.path not in lost:
                yield Altered(kind, None, record)
        for name, record in earlier.items():
            if pairs.get(name) not in later and record.path not in lost:
                yield Altered(kind, record, None)


def _compared(
    sides: _Sides, before: Common, after: Common, results: Pairs, effects: tuple[Effect, ...]
) -> Altered:
    """What differs between a record and itself."""
    one = Altered(_kind(after), before, after, effects=effects)
    known_before, known_after = sides.before.facts.get(before.path), sides.after.facts.get(after.path)
    is_read = known_before is not None and known_after is not None
    has_same_ties = sides.meant_before.ties(before.id) == sides.meant_after.ties(after.id)
    if not is_read and before == after and has_same_ties:
        return one
    was = (
        stated(before, known_before or {}, sides.meant_before)
        if is_read
        else stated(before, {}, sides.meant_before)
    )
    now = (
        stated(after, known_after or {}, sides.meant_after)
        if is_read
        else stated(after, {}, sides.meant_after)
    )
    was = in_names_of(was, now, before, after, results)
    body = changed_lines(
        before.body,
        after.body,
        lambda said: sides.meant_before.mention(before.path, said),
        lambda said: sides.meant_after.mention(after.path, said),
    )
    changes = changes_between(was, now)
    return Altered(one.kind, before, after, changes, body, effects)


def _unread(before: State, after: State) -> tuple[tuple[str, bool], ...]:
    was = {one.path for one in before.corpus.missing}
    now = {one.path for one in after.corpus.missing}
    return tuple(sorted([(path, False) for path in now - was] + [(path, True) for path in was - now]))
