"""What a rule may look at.

A rule about one goal sees that goal and what its figures are made of; a rule about the site sees all goals,
without their texts and points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from goalsite.analysis.days import until
from goalsite.analysis.figures import Analysis, KeyResultFigures, KpiFigures, ObjectiveFigures
from goalsite.core.config import Config
from goalsite.graph.edges import Edge, Graph
from goalsite.history.trails import NO_TRAIL, Trail
from goalsite.lint.key_results import Cause, cause, contradicts_itself
from goalsite.lint.written import Written
from goalsite.model.records import CheckIn, Common, Corpus, KeyResult, Kpi, Objective, Team
from goalsite.model.shapes import Ref

Result = tuple[KeyResult, KeyResultFigures]
"""A key result with its figures."""

Report = tuple[KeyResult | None, tuple[CheckIn, ...]]
"""Check-ins of a key result up to the day; None stands for the objective."""


class Continued(NamedTuple):
    """A goal that another continues, and how that one refers to it."""

    ref: Ref
    goal: Objective
    figures: ObjectiveFigures


def can_be_reworded(goal: Objective, figures: ObjectiveFigures, as_of: date) -> bool:
    """Whether a goal can still be worded better: it is not closed, and its window not over."""
    return goal.state != "closed" and figures.window.end >= as_of


@dataclass(frozen=True)  # without slots, so that what many rules ask for is kept
class NearObjective:
    """What a rule about one objective may look at.

    `kpis` are those its key results read, by key result; `continued` the goals it continues; `trail` is what
    git knows of it.
    """

    goal: Objective
    config: Config
    as_of: date
    written: Written
    unit: Team
    figures: ObjectiveFigures
    kpis: Mapping[str, Kpi]
    continued: tuple[Continued, ...] = ()
    trail: Trail = NO_TRAIL

    def threshold(self, code: str, name: str) -> float:
        """A threshold of a rule."""
        return self.config.rules.threshold(code, name)

    @cached_property
    def is_open(self) -> bool:
        """Whether the goal can still be worded better."""
        return can_be_reworded(self.goal, self.figures, self.as_of)

    @cached_property
    def is_running(self) -> bool:
        """Whether somebody should be looking at the goal: it is active, and the day lies in its window."""
        return self.goal.state == "active" and self.as_of in self.figures.window

    @cached_property
    def results(self) -> tuple[Result, ...]:
        """The key results with their figures, without dropped and replaced ones."""
        pairs = zip(self.goal.key_results, self.figures.key_results, strict=True)
        return tuple([pair for pair in pairs if pair[1].counted])

    @cached_property
    def causes(self) -> tuple[tuple[KeyResult, Cause | None], ...]:
        """The same key results, each with why it cannot tell whether anything changed."""
        return tuple([(result, cause(result, self.unit.mode)) for result, _ in self.results])

    @cached_property
    def running(self) -> tuple[Result, ...]:
        """The key results of a running goal that have begun and are not scored yet.

        None where its check-in log could not be read, and not those whose measure or window contradicts
        itself, which was told: nobody knows what the numbers say of them.
        """
        if not self.is_running or self.written.is_table_broken:
            return ()
        return tuple(
            (result, figures)
            for result, figures in self.results
            if figures.window.start <= self.as_of and result.score is None and not contradicts_itself(result)
        )

    @cached_property
    def own_checkins(self) -> tuple[CheckIn, ...]:
        """The check-ins of a running goal about the whole, up to the day; none of one that does not run."""
        if not self.is_running:
            return ()
        return until(self.goal.checkins, self.as_of)

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """What was reported of a running goal, and of its running key results that are not reached."""
        unreached = [pair for pair in self.running if pair[1].status_if_fresh != "achieved"]
        return ((None, self.own_checkins), *((result, figures.checkins) for result, figures in unreached))


class NearKpi(Struct, frozen=True):
    """What a rule about one KPI may look at; `inputs` are the KPIs its formula reads, as it names them."""

    config: Config
    as_of: date
    written: Written
    unit: Team
    figures: KpiFigures
    inputs: Mapping[str, Kpi]

    def threshold(self, code: str, name: str) -> float:
        """A threshold of a rule."""
        return self.config.rules.threshold(code, name)


@dataclass(frozen=True)  # without slots, so that what is asked for is found out once, and nothing else
class Site:
    """What a rule about the whole site may look at.

    Of records it looks at neither body, mentions, check-ins nor points; of figures at neither values, curves,
    periods nor points, and at figures of KPIs and alerts only if it is one of `registry.ON_KPI_FIGURES`. So
    what a rule of the site says stands while only such things change. `written` gives a goal or unit as it
    was written, for the place of a finding alone.
    """

    corpus: Corpus
    graph: Graph
    analysis: Analysis
    config: Config
    written: Callable[[Common], Written]

    @cached_property
    def objectives(self) -> Mapping[str, Objective]:
        """The objectives by id."""
        return {goal.id: goal for goal in self.corpus.objectives}

    @cached_property
    def kpis(self) -> Mapping[str, Kpi]:
        """The KPIs by id."""
        return {kpi.id: kpi for kpi in self.corpus.kpis}

    @cached_property
    def teams(self) -> Mapping[str, Team]:
        """The units by id."""
        return {team.id: team for team in self.corpus.teams}

    @cached_property
    def edges_from(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges within the site, by the goal they lead from."""
        return _grouped((edge.source, edge) for edge in self.graph.edges if not edge.outside)

    @cached_property
    def edges_to(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges within the site, by the goal they lead to."""
        return _grouped((edge.target, edge) for edge in self.graph.edges if not edge.outside)

    @cached_property
    def open_objectives(self) -> tuple[Objective, ...]:
        """The objectives that can still be worded better."""
        return tuple(goal for goal in self.corpus.objectives if self.is_open(goal))

    @property
    def as_of(self) -> date:
        """The day of the figures."""
        return self.analysis.as_of

    def threshold(self, code: str, name: str) -> float:
        """A threshold of a rule."""
        return self.config.rules.threshold(code, name)

    def is_open(self, goal: Objective) -> bool:
        """Whether the goal can still be worded better."""
        figures = self.analysis.objectives.get(goal.id)
        return figures is not None and can_be_reworded(goal, figures, self.as_of)

    def is_reached(self, goal: str) -> bool:
        """Whether the objective of that id has arrived: it was closed so, or its figures say so."""
        return "achieved" in (self.objectives[goal].outcome, self.analysis.objectives[goal].status)


def _grouped(pairs: Iterable[tuple[str, Edge]]) -> dict[str, tuple[Edge, ...]]:
    found: dict[str, list[Edge]] = {}
    for name, edge in pairs:
        found.setdefault(name, []).append(edge)
    return {name: tuple(edges) for name, edges in found.items()}
