"""The newest events of the site and of each unit, person and tag: what one hears of when one follows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta
from functools import partial
from itertools import takewhile

from msgspec import Struct

from goalsite.analysis.days import is_dated
from goalsite.analysis.figures import Analysis
from goalsite.analysis.goal_posts import DRAFTS
from goalsite.core.known import NOTHING, Known
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


def all_events(told: Told, known: Known = NOTHING) -> Events:
    """The newest events of the site, and of each unit, person and tag; those of goals that are `known` are
    not found again."""
    corpus, analysis, above = told.corpus, told.analysis, told.above
    places, people, tags = Newest(), Newest(), Newest()
    sweeping = _sweeping(told.edited)
    cycles: dict[tuple[str, str], None] = {}
    week: list[Ordered] = []
    first = analysis.as_of - WEEK
    windows = {cycle.id: cycle.period for cycle in corpus.cycles}
    for goal in corpus.objectives:
        placed, own = _of_objective(goal, windows[goal.cycle], told, known)
        for place in places_of(goal, above):
            places.add(place, _without(own, sweeping))
            if goal.state not in DRAFTS:
                cycles[place, goal.cycle] = None
        _file(goal, placed, people, tags)
        week += takewhile(lambda one: one[1].day > first, own)
    for kpi in corpus.kpis:
        crossings = _of_kpi(kpi, told, known)
        week += takewhile(lambda one: one[1].day > first, crossings)
        for place in places_of(kpi, above):
            places.add(place, _without(crossings, sweeping))
        _file(kpi, crossings, people, tags)
    for place, cycle in cycles:
        places.add(place, with_order(turns(windows[cycle], cycle, "cycle-", analysis.as_of)))
    kept, by_person = places.all(), people.all()
    moving, busy = frozenset(kept), frozenset(by_person)
    week.sort(key=order_of)
    newest = tuple(event for _, event in week)
    return Events(kept.pop("", ()), kept, by_person, tags.all(), newest, moving, busy)


def _of_objective(
    goal: Objective, cycle: Period, told: Told, known: Known
) -> tuple[tuple[Ordered, ...], tuple[Ordered, ...]]:
    """All that happened to an objective, newest first, and that without what happens to its cycle."""
    figures, as_of = told.analysis.objectives[goal.id], told.analysis.as_of
    dated, commits = is_dated(goal, told.timeline), told.edited.get(goal.id, ())

    def found() -> tuple[tuple[Ordered, ...], tuple[Ordered, ...]]:
        placed = objective_events(goal, figures, as_of, commits, dated=dated)
        own = tuple(one for one in placed if not _turns_with(one[1], cycle))
        return placed, placed if len(own) == len(placed) else own

    return known.made("events", goal.id, (goal, figures, as_of, commits, dated, cycle), found)


def _of_kpi(kpi: Kpi, told: Told, known: Known) -> tuple[Ordered, ...]:
    """All that happened to a KPI, newest first."""
    figures, as_of = told.analysis.kpis[kpi.id], told.analysis.as_of
    commits = told.edited.get(kpi.id, ())
    parts = (kpi, figures, as_of, commits)
    return known.made("events", kpi.id, parts, partial(kpi_events, *parts))


def _sweeping(edited: Mapping[str, tuple[Edited, ...]]) -> set[str]:
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


def _file(goal: Objective | Kpi, found: tuple[Ordered, ...], people: Newest, tags: Newest) -> None:
    for handle in followed_by(goal):
        people.add(handle, found)
    for tag in dict.fromkeys(goal.tags):
        tags.add(tag, found)


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
