"""The newest events after an edit: those from before, and what happened to the goals that are others since.

So nothing is found again of ten thousand goals of which one was edited, and what is told of the others are
the very events that were told before.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Set

from msgspec import Struct

from goalsite.analysis.goal_posts import DRAFTS
from goalsite.core.known import alike
from goalsite.model.records import Kpi, Objective
from goalsite.pages.events import MOST, Event, Ordered, in_order, order_of, with_order
from goalsite.pages.newest import (
    Events,
    Told,
    all_events,
    heard_of,
    heard_of_cycles,
    is_of_cycle,
    lists_of,
    sweeping,
)

_FEW = 8
"""At most one goal in so many may be another: beyond it to find all events takes no longer."""

Name = tuple[str, str]
"""A list of events: those of which kind, and whose."""


class Heard(Struct, frozen=True):
    """What was told before, and the newest events of that."""

    told: Told
    events: Events


def newest_events(told: Told, heard: Heard | None = None) -> Events:
    """The newest events of what is told: of what was heard before only what is another is found again."""
    return (retold(heard, told) if heard else None) or all_events(told)


def retold(heard: Heard, told: Told) -> Events | None:
    """The newest events, by those that were heard before; None where too much is another."""
    before, events, away = heard.told, heard.events, sweeping(told.edited)
    if (_common(before), sweeping(before.edited)) != (_common(told), away):
        return None
    if not alike(before.corpus.cycles, told.corpus.cycles):
        return None
    there, here = _goals(before), _goals(told)
    others = {name for name, goal in here.items() if not _is_same(goal, there.get(name), before, told)}
    others |= there.keys() - here.keys()
    if len(others) * _FEW > len(here):
        return None
    lists = {("units", ""): events.site}
    for kind, each in (("units", events.units), ("people", events.people), ("tags", events.tags)):
        lists |= {(kind, name): its for name, its in each.items()}
    then = _heard(before, (there[name] for name in others if name in there), away)
    now = _heard(told, (here[name] for name in others if name in here), away)
    week = _week(events.week, others, now.pop(("week", ""), []))
    again = {
        name: _again(lists.get(name, ()), others, now.get(name, [])) for name in then.keys() | now.keys()
    }
    lists |= {name: its for name, its in again.items() if its is not None}
    if short := {name for name, its in again.items() if its is None}:
        lists |= _filled(told, short, away)
    return _events(lists, week)


def _common(told: Told) -> tuple[object, ...]:
    """What concerns the events of all goals; what belongs to cycles, but how long they last."""
    lasting = {
        ("" if goal.person else goal.team, goal.cycle)
        for goal in told.corpus.objectives
        if goal.state not in DRAFTS
    }
    return told.analysis.as_of, told.above, lasting


def _goals(told: Told) -> dict[str, Objective | Kpi]:
    return {goal.id: goal for goal in told.goals}


def _is_same(goal: Objective | Kpi, was: Objective | Kpi | None, before: Told, now: Told) -> bool:
    return was is not None and alike((was, *before.about(was)), (goal, *now.about(goal)))


def _heard(told: Told, goals: Iterable[Objective | Kpi], away: set[str]) -> dict[Name, list[Ordered]]:
    """What is told of some goals, for each list in which it may stand."""
    found: dict[Name, list[Ordered]] = {}
    windows = told.windows
    for goal in goals:
        for kind, whose, events in heard_of(goal, told, windows, away):
            found.setdefault((kind, whose), []).extend(events)
    return found


def _filled(told: Told, short: Set[Name], away: set[str]) -> dict[Name, tuple[Event, ...]]:
    """Lists that have room for what was too old before, from all goals that stand in one of them."""
    goals = (goal for goal in told.goals if not short.isdisjoint(lists_of(goal, told.above)))
    found = _heard(told, goals, away)
    for place, events in heard_of_cycles(told):
        found.setdefault(("units", place), []).extend(events)
    newest = ((name, sorted(found.get(name, ()), key=order_of)[:MOST]) for name in short)
    return {name: tuple(event for _, event in its) for name, its in newest}


def _week(before: tuple[Event, ...], others: Set[str], new: list[Ordered]) -> tuple[Event, ...]:
    left = [event for event in before if event.subject not in others]
    for _, event in new:
        insort(left, event, key=in_order)
    return _kept(before, tuple(left))


def _again(before: tuple[Event, ...], others: Set[str], new: list[Ordered]) -> tuple[Event, ...] | None:
    """A list without what was heard of others, and with what is; None where there may be room for something
    that was too old to be kept."""
    left = [event for event in before if event.subject not in others or is_of_cycle(event)]
    newest = sorted((*with_order(left), *new), key=order_of)[:MOST]
    if len(before) == MOST and (len(newest) < MOST or newest[-1][0] > in_order(before[-1])):
        return None
    return _kept(before, tuple(event for _, event in newest))


def _kept(before: tuple[Event, ...], now: tuple[Event, ...]) -> tuple[Event, ...]:
    return before if alike(before, now) else now


def _events(lists: dict[Name, tuple[Event, ...]], week: tuple[Event, ...]) -> Events:
    by_kind: dict[str, dict[str, tuple[Event, ...]]] = {"units": {}, "people": {}, "tags": {}}
    for kind, name in sorted(lists):
        if its := lists[kind, name]:
            by_kind[kind][name] = its
    units, people = by_kind["units"], by_kind["people"]
    moving, busy = frozenset(units), frozenset(people)
    return Events(units.pop("", ()), units, people, by_kind["tags"], week, moving, busy)
