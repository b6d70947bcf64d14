"""What a rule may look at.

A rule about one goal sees that goal and what its figures are made of; a rule about the site sees all goals,
without their texts and points.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from goalsite.analysis.figures import Analysis, KpiFigures, ObjectiveFigures
from goalsite.core.config import Config
from goalsite.graph.edges import Edge, Graph
from goalsite.lint.written import Written
from goalsite.model.records import Common, Corpus, Kpi, Objective, Team
from goalsite.model.shapes import Ref


class Continued(NamedTuple):
    """A goal that another continues, and how that one refers to it."""

    ref: Ref
    goal: Objective
    figures: ObjectiveFigures


def can_be_reworded(goal: Objective, figures: ObjectiveFigures, as_of: date) -> bool:
    """Whether a goal can still be worded better: it is not closed, and its window not over."""
    return goal.state != "closed" and figures.window.end >= as_of


@dataclass(frozen=True, slots=True)
class NearObjective:
    """What a rule about one objective may look at.

    `kpis` are those its key results read, by key result; `continued` the goals it continues.
    """

    config: Config
    as_of: date
    written: Written
    unit: Team
    figures: ObjectiveFigures
    kpis: Mapping[str, Kpi]
    continued: tuple[Continued, ...] = ()

    def threshold(self, code: str, name: str) -> float:
        """A threshold of a rule."""
        return self.config.rules.threshold(code, name)

    def is_open(self, goal: Objective) -> bool:
        """Whether the goal can still be worded better."""
        return can_be_reworded(goal, self.figures, self.as_of)


@dataclass(frozen=True, slots=True)
class NearKpi:
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


@dataclass(frozen=True, slots=True)
class Site:
    """What a rule about the whole site may look at.

    Of records it looks at neither body, mentions, check-ins nor points; of figures at neither values, curves,
    periods nor points. So what a rule of the site says stands while only such things change. `written` gives
    a goal or unit as it was written, for the place of a finding alone.
    """

    config: Config
    corpus: Corpus
    graph: Graph
    analysis: Analysis
    objectives: Mapping[str, Objective]
    kpis: Mapping[str, Kpi]
    teams: Mapping[str, Team]
    edges_from: Mapping[str, tuple[Edge, ...]]
    edges_to: Mapping[str, tuple[Edge, ...]]
    written: Callable[[Common], Written]
    open_goals: frozenset[str]

    @classmethod
    def of(
        cls,
        corpus: Corpus,
        graph: Graph,
        analysis: Analysis,
        config: Config,
        written: Callable[[Common], Written],
    ) -> Site:
        """The site that these values are; edges are those within it."""
        leaving: dict[str, list[Edge]] = {}
        arriving: dict[str, list[Edge]] = {}
        for edge in graph.edges:
            if not edge.outside:
                leaving.setdefault(edge.source, []).append(edge)
                arriving.setdefault(edge.target, []).append(edge)
        return cls(
            config=config,
            corpus=corpus,
            graph=graph,
            analysis=analysis,
            objectives={goal.id: goal for goal in corpus.objectives},
            kpis={kpi.id: kpi for kpi in corpus.kpis},
            teams={team.id: team for team in corpus.teams},
            edges_from={source: tuple(edges) for source, edges in leaving.items()},
            edges_to={target: tuple(edges) for target, edges in arriving.items()},
            written=written,
            open_goals=frozenset(
                goal.id
                for goal in corpus.objectives
                if (figures := analysis.objectives.get(goal.id)) is not None
                and can_be_reworded(goal, figures, analysis.as_of)
            ),
        )

    @property
    def as_of(self) -> date:
        """The day of the figures."""
        return self.analysis.as_of

    def threshold(self, code: str, name: str) -> float:
        """A threshold of a rule."""
        return self.config.rules.threshold(code, name)

    def is_open(self, goal: Objective) -> bool:
        """Whether the goal can still be worded better."""
        return goal.id in self.open_goals

    def is_reached(self, goal: str) -> bool:
        """Whether the objective of that id has arrived: it was closed so, or its figures say so."""
        return "achieved" in (self.objectives[goal].outcome, self.analysis.objectives[goal].status)
