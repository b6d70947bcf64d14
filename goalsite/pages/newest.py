"""The newest events of the site and of each unit, person and tag: what one hears of when one follows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from itertools import takewhile
from typing import Any

from msgspec import Struct

from goalsite.analysis.days import is_dated
from goalsite.analysis.figures import Analysis
from goalsite.analysis.goal_posts import DRAFTS
from goalsite.core.names import fold_handle
from goalsite.core.periods import Period
from goalsite.history.timeline import Timeline
from goalsite.model.records import Corpus, Kpi, Objective
from goalsite.pages.events import (
    MOST,
    Edited,
    Event,
    Order,
    Ordered,
    Turned,
    kpi_events,
    objective_events,
    order_of,
    turns,
    with_order,
)

WEEK = timedelta(days=7)
_MANY = 20
"""A commit that changed more goals than these would leave no room for anything else."""

Above = dict[str, tuple[str, ...]]
"""Each unit with those above it."""


class Events(Struct, frozen=True):
    """The newest events, newest first, at most `MOST` each: of the site, of units (with those below, without
    the root), of people by folded handle (what they own, help with or own a key result of), of tags as
    written.

    Where the objectives of a cycle begin and end with it, site and units have that once, as the cycle's.
    `week` is all that happened to goals in the last seven days. Site and units do not have what a commit did
    to many goals at once. `moving` are the units, the site as the empty one, and `busy` the people that have
    any.
    """

    site: tuple[Event, ...]
    units: dict[str, tuple[Event, ...]]
    people: dict[str, tuple[Event, ...]]
    tags: dict[str, tuple[Event, ...]]
    week: tuple[Event, ...] = ()
    moving: frozenset[str] = frozenset()
    busy: frozenset[str] = frozenset()


class Newest:
    """Newest events by name; what is older than the last one kept is let go at once."""

    __slots__ = ("_floors", "_kept")

    def __init__(self) -> None:
        self._kept: dict[str, list[Ordered]] = {}
        self._floors: dict[str, Order] = {}

    def add(self, name: str, events: Iterable[Ordered]) -> None:
        """Note events, which come newest first."""
        kept, floor = self._kept.setdefault(name, []), self._floors.get(name)
        for placed in events:
            if floor is not None and placed[0] > floor:
                break
            kept.append(placed)
        if len(kept) > 4 * MOST:
            self._cut(name)

    def _cut(self, name: str) -> None:
        kept = self._kept[name]
        kept.sort(key=order_of)
        del kept[MOST:]
        if len(kept) == MOST:
            self._floors[name] = kept[-1][0]

    def all(self) -> dict[str, tuple[Event, ...]]:
        """What was kept of each name with any event."""
        for name in self._kept:
            self._cut(name)
        return {name: tuple(event for _, event in kept) for name, kept in sorted(self._kept.items()) if kept}


class Told(Struct, frozen=True):
    """What happened to goals: their records, figures and dates, the units above each unit, and what commits
    did to them, by id."""

    corpus: Corpus
    analysis: Analysis
    timeline: Timeline
    above: Above
    edited: Mapping[str, tuple[Edited, ...]]

    @property
    def goals(self) -> tuple[Objective | Kpi, ...]:
        """Every objective, then every KPI."""
        return *self.corpus.objectives, *self.corpus.kpis

    @property
    def windows(self) -> dict[str, Period]:
        """The time of each cycle."""
        return {cycle.id: cycle.period for cycle in self.corpus.cycles}

    def about(self, goal: Objective | Kpi) -> tuple[Any, ...]:
        """All that is told of a goal besides its record."""
        figures = self.analysis.objectives if isinstance(goal, Objective) else self.analysis.kpis
        return figures[goal.id], self.edited.get(goal.id), self.timeline.dating(goal.path)


def all_events(told: Told) -> Events:
    """The newest events of the site, and of each unit, person and tag."""
    windows, away = told.windows, sweeping(told.edited)
    newest = {"units": Newest(), "people": Newest(), "tags": Newest()}
    week: list[Ordered] = []
    for goal in told.goals:
        for kind, whose, events in heard_of(goal, told, windows, away):
            if kind == "week":
                week += events
            else:
                newest[kind].add(whose, events)
    for place, of_cycle in heard_of_cycles(told):
        newest["units"].add(place, of_cycle)
    units, people = newest["units"].all(), newest["people"].all()
    moving, busy = frozenset(units), frozenset(people)
    week.sort(key=order_of)
    last = tuple(event for _, event in week)
    return Events(units.pop("", ()), units, people, newest["tags"].all(), last, moving, busy)


def heard_of(
    goal: Objective | Kpi, told: Told, windows: Mapping[str, Period], away: set[str]
) -> Iterator[tuple[str, str, Iterable[Ordered]]]:
    """What happened to a goal, newest first, for each list in which it may stand: one of `units`, `people`
    or `tags` with whose it is, and the one of the `week`. Units do not hear of commits that are `away`."""
    placed, own = _of_objective(goal, windows, told) if isinstance(goal, Objective) else _of_kpi(goal, told)
    for kind, whose in lists_of(goal, told.above):
        yield kind, whose, _without(own, away) if kind == "units" else placed
    first = told.analysis.as_of - WEEK
    yield "week", "", takewhile(lambda one: one[1].day > first, own)


def lists_of(goal: Objective | Kpi, above: Above) -> Iterator[tuple[str, str]]:
    """The lists in which a goal stands but for the week's: of which kind, and whose."""
    for place in places_of(goal, above):
        yield "units", place
    for handle in followed_by(goal):
        yield "people", handle
    for tag in dict.fromkeys(goal.tags):
        yield "tags", tag


def heard_of_cycles(told: Told) -> Iterator[tuple[str, tuple[Ordered, ...]]]:
    """What happened to each cycle in which the site or a unit has goals, for that."""
    windows, goals = told.windows, (goal for goal in told.corpus.objectives if goal.state not in DRAFTS)
    pairs = ((place, goal.cycle) for goal in goals for place in places_of(goal, told.above))
    for place, cycle in dict.fromkeys(pairs):
        yield place, with_order(turns(windows[cycle], cycle, _CYCLE, told.analysis.as_of))


Happened = tuple[tuple[Ordered, ...], tuple[Ordered, ...]]
"""All that happened to a goal, newest first, and that without what happens to its cycle."""


def _of_objective(goal: Objective, windows: Mapping[str, Period], told: Told) -> Happened:
    commits, dated = told.edited.get(goal.id, ()), is_dated(goal, told.timeline)
    figures, cycle = told.analysis.objectives[goal.id], windows[goal.cycle]
    placed = objective_events(goal, figures, told.analysis.as_of, commits, dated=dated)
    own = tuple(one for one in placed if not _turns_with(one[1], cycle))
    return placed, placed if len(own) == len(placed) else own


def _of_kpi(kpi: Kpi, told: Told) -> Happened:
    commits = told.edited.get(kpi.id, ())
    placed = kpi_events(kpi, told.analysis.kpis[kpi.id], told.analysis.as_of, commits)
    return placed, placed


_CYCLE = "cycle-"


def is_of_cycle(event: Event) -> bool:
    """Whether it happened to a cycle."""
    return isinstance(event, Turned) and event.key.startswith(_CYCLE)


def sweeping(edited: Mapping[str, tuple[Edited, ...]]) -> set[str]:
    """The commits that changed many goals at once."""
    counts = Counter(event.commit.id for events in edited.values() for event in events)
    return {commit for commit, count in counts.items() if count > _MANY}


def _without(events: tuple[Ordered, ...], commits: set[str]) -> Iterable[Ordered]:
    """The events without what those commits did."""
    if not commits:
        return events
    return (one for one in events if not (isinstance(one[1], Edited) and one[1].commit.id in commits))


def units_above(corpus: Corpus) -> Above:
    """Each unit with those above it, the nearest first, and the site as the empty one, which is the root."""
    parents = {team.id: team.parent for team in corpus.teams}
    found: dict[str, tuple[str, ...]] = {}
    for unit in parents:
        chain = [unit]
        while (parent := parents.get(chain[-1])) is not None and parent not in chain:
            chain.append(parent)
        found[unit] = tuple(dict.fromkeys((*chain, "")))
    return found


def places_of(goal: Objective | Kpi, above: Above) -> tuple[str, ...]:
    """The site and the units that a goal belongs to; a personal one is no unit's."""
    return ("",) if goal.person else above[goal.team]


def followed_by(goal: Objective | Kpi) -> tuple[str, ...]:
    """The folded handles of those whom a goal concerns: owners, also of its key results, and contributors."""
    named = [goal.owner, goal.person]
    if isinstance(goal, Objective):
        named += [*goal.contributors, *(result.owner for result in goal.key_results)]
    return tuple(dict.fromkeys(fold_handle(handle) for handle in named if handle))


def _turns_with(event: Event, cycle: Period) -> bool:
    if not isinstance(event, Turned):
        return False
    return (event.key, event.day) in (("begins", cycle.start), ("ends", cycle.end))
