"""What every page is made from: the values of the earlier stages, with an index for each question pages ask.

A page looks up what it needs here and never walks through the whole site.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import update_wrapper
from itertools import chain
from math import inf
from typing import Any, TypeVar

from msgspec import Struct

from goalsite.analysis.figures import Analysis
from goalsite.analysis.portfolio import Ties, ties
from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic
from goalsite.core.known import NOTHING, Known
from goalsite.graph.edges import Ask, Edge, Graph
from goalsite.history.history import NO_HISTORY, History
from goalsite.history.states import State
from goalsite.history.timeline import Timeline
from goalsite.language.language import Language, site_languages
from goalsite.model.records import Common, Corpus, Cycle, Kpi, Missing, Objective, Page, Person, Team
from goalsite.pages.edited import edited_goals
from goalsite.pages.events import Edited
from goalsite.pages.expecting import Expecting, expecting
from goalsite.pages.newest import Events, Told, units_above
from goalsite.pages.paths import file_path, page_path
from goalsite.pages.retold import Heard, newest_events
from goalsite.pages.sides import Side, cycle_sides
from goalsite.pages.stories import Stories, stories
from goalsite.pages.titles import titled_as_shown

_MOST_PIECES = 40_000
"""So many pieces of a kind are kept: a row of a goal takes 3.5 kB, in each process that makes pages."""

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Then(Struct, frozen=True):
    """The past state that a desk is of; today's `site_url`, and the paths of pages that there are `still`."""

    state: State
    still: Container[str]
    site_url: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything pages are made from, indexed; lists are in the order in which pages show them.

    `units_above` has each unit with those above it, the nearest first and the root, which is the site, last.
    `goals_of` are a unit's own objectives in one cycle (`reviewed` those of which there are any) and
    `kpis_of` its KPIs, without personal ones, which `goals_of_person` has by handle; `sides` are the cycles
    as a whole. `readers` are the `goal#kr` and KPIs that read a KPI's values; `published` is where a source
    file is found below the site's root; `languages` are all of the site's, the root's first; `edited` is what
    commits did to goals, by id, newest first. `states` are the past ones that the site keeps, oldest first,
    and `then` is the one this desk is of. `texts` that are known are not rendered again. What was asked of it
    `once` is `found`.
    """

    corpus: Corpus
    graph: Graph
    analysis: Analysis
    timeline: Timeline
    config: Config
    language: Language
    languages: tuple[Language, ...]
    diagnostics: tuple[Diagnostic, ...]
    objectives: dict[str, Objective]
    kpis: dict[str, Kpi]
    teams: dict[str, Team]
    people: dict[str, Person]
    cycles: dict[str, Cycle]
    pages: dict[str, Page]
    missing: dict[str, Missing]
    ties: Ties
    edges_from: dict[str, tuple[Edge, ...]]
    edges_to: dict[str, tuple[Edge, ...]]
    asks_from: dict[str, tuple[Ask, ...]]
    asks_of: dict[str, tuple[Ask, ...]]
    units_below: dict[str, tuple[Team, ...]]
    units_above: dict[str, tuple[str, ...]]
    goals_of: dict[tuple[str, str], tuple[Objective, ...]]
    reviewed: frozenset[tuple[str, str]]
    goals_of_person: dict[str, tuple[Objective, ...]]
    sides: dict[str, Side]
    kpis_of: dict[str, tuple[Kpi, ...]]
    pages_of: dict[str, tuple[Page, ...]]
    readers: dict[str, tuple[str, ...]]
    published: dict[str, str]
    events: Events
    expecting: Expecting
    stories: Stories
    edited: Mapping[str, tuple[Edited, ...]]
    states: tuple[State, ...] = ()
    then: Then | None = None
    texts: Known = field(default=NOTHING, compare=False, repr=False)
    found: dict[Hashable, Any] = field(init=False, default_factory=dict, compare=False, repr=False)

    @property
    def as_of(self) -> date:
        """The day of all figures."""
        return self.analysis.as_of

    @property
    def heard(self) -> Heard:
        """The newest events, and of what they were told."""
        told = Told(self.corpus, self.analysis, self.timeline, self.units_above, self.edited)
        return Heard(told, self.events)

    @property
    def goals(self) -> tuple[Objective | Kpi, ...]:
        """Every objective, then every KPI."""
        return *self.corpus.objectives, *self.corpus.kpis

    def once(self, name: str, find: Callable[[Desk], Any]) -> Any:
        """What `find` finds, which goes through all goals, under a name of its own."""
        if name not in self.found:
            self.found[name] = find(self)
        return self.found[name]

    def piece(self, kind: str, whose: Hashable, make: Callable[[], V]) -> V:
        """A piece of pages that is the same on all of them, made for the first of them; of very many kept for
        a while."""
        made: dict[Hashable, V] = self.found.setdefault(kind, {})
        if whose not in made:
            if len(made) >= _MOST_PIECES:
                made.clear()
            made[whose] = make()
        return made[whose]


def once(find: Callable[[Desk], V]) -> Callable[[Desk], V]:
    """`find`, which goes through all goals and is called once for each desk."""
    name = f"{find.__module__}.{find.__qualname__}"
    ONCE[name] = find

    def known(desk: Desk) -> V:
        found: V = desk.once(name, find)
        return found

    return update_wrapper(known, find)


ONCE: dict[str, Callable[[Desk], Any]] = {}
"""What is asked once of a desk, by its name."""


class Stages(Struct, frozen=True):
    """What the stages before made of a project."""

    corpus: Corpus
    graph: Graph
    analysis: Analysis
    timeline: Timeline
    config: Config
    diagnostics: tuple[Diagnostic, ...]
    history: History = NO_HISTORY


def open_desk(made: Stages, heard: Heard | None = None) -> Desk:
    """The desk for the language of the root, with titles as they are shown, and with what git remembers
    of its goals. Of the events that were `heard` before only what is another is found again.

    That for another language is `replace(desk, language=…)`.
    """
    graph, analysis, timeline, config = made.graph, made.analysis, made.timeline, made.config
    corpus, languages = titled_as_shown(made.corpus), site_languages(config)
    past = stories(made.history, corpus, analysis.as_of, config.goals_dir)
    edited = edited_goals(corpus, past) if past.is_known else {}
    in_order = sorted(corpus.objectives, key=_place)
    own = [goal for goal in in_order if goal.person is None]
    goals_of = _grouped(own, lambda goal: (goal.team, goal.cycle))
    among, above = ties(corpus, graph), units_above(corpus)
    return Desk(
        corpus=corpus,
        graph=graph,
        analysis=analysis,
        timeline=timeline,
        config=config,
        language=languages[0],
        languages=languages,
        diagnostics=made.diagnostics,
        objectives={goal.id: goal for goal in corpus.objectives},
        kpis={kpi.id: kpi for kpi in corpus.kpis},
        teams={team.id: team for team in corpus.teams},
        people={person.id: person for person in corpus.people},
        cycles={cycle.id: cycle for cycle in corpus.cycles},
        pages={page.id: page for page in corpus.pages},
        missing={one.id: one for one in corpus.missing},
        ties=among,
        edges_from=among.edges,
        edges_to=_grouped((edge for edge in graph.edges if not edge.outside), lambda edge: edge.target),
        asks_from=_grouped(graph.asks, lambda ask: ask.source),
        asks_of=_grouped(graph.asks, lambda ask: ask.team),
        units_below=_grouped(
            (team for team in corpus.teams if team.parent is not None), lambda team: team.parent or ""
        ),
        units_above=above,
        goals_of=goals_of,
        reviewed=frozenset(goals_of),
        goals_of_person=_grouped((goal for goal in in_order if goal.person), lambda goal: goal.person or ""),
        sides=cycle_sides(corpus, goals_of, among, analysis),
        kpis_of=_grouped((kpi for kpi in corpus.kpis if kpi.person is None), lambda kpi: kpi.team),
        pages_of=_grouped(corpus.pages, lambda page: page.team),
        readers=_readers(graph),
        published=_published(corpus),
        events=newest_events(Told(corpus, analysis, timeline, above, edited), heard),
        expecting=expecting(corpus, analysis, above),
        stories=past,
        edited=edited,
    )


def _place(goal: Objective) -> tuple[float, str]:
    """Numbered objectives first, O1 before O2."""
    return (inf if goal.order is None else goal.order), goal.id


def _grouped(items: Iterable[V], key: Callable[[V], K]) -> dict[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return {name: tuple(group) for name, group in groups.items()}


def _readers(graph: Graph) -> dict[str, tuple[str, ...]]:
    results = [(kpi, f"{goal}#{result}") for (goal, result), kpi in graph.measures.items()]
    formulas = [(kpi, reader) for (reader, _), kpi in graph.formulas.items()]
    pairs = sorted(set(chain(results, formulas)))
    return {
        kpi: tuple(reader for _, reader in group) for kpi, group in _grouped(pairs, lambda p: p[0]).items()
    }


def records(corpus: Corpus) -> Iterator[tuple[str, Common]]:
    """Every objective, KPI, unit, person and plain page, with its kind."""
    for kind, found in (
        ("objective", corpus.objectives),
        ("kpi", corpus.kpis),
        ("team", corpus.teams),
        ("person", corpus.people),
        ("page", corpus.pages),
    ):
        for record in found:
            yield kind, record


def _published(corpus: Corpus) -> dict[str, str]:
    return dict(_places(corpus))


def _places(corpus: Corpus) -> Iterator[tuple[str, str]]:
    for path in corpus.assets:
        yield path, file_path(path)
    for kind, record in records(corpus):
        if record.path:
            yield record.path, page_path(kind, record.id)
    for one in corpus.missing:
        yield one.path, page_path(one.kind, one.id)
