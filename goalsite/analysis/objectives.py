"""What stands behind an objective's figures: its key results, its status and its roll-up, on any day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from goalsite.analysis.arithmetic import weighted_mean
from goalsite.analysis.days import GoalDay, dated, freeze_day, goal_window
from goalsite.analysis.figures import WORST_FIRST, KeyResultFigures, ObjectiveFigures
from goalsite.analysis.kpi_points import KpiPoints
from goalsite.analysis.kpis import KpiDesk
from goalsite.analysis.order import solve
from goalsite.analysis.result_figures import figure_key_result
from goalsite.core.config import Config
from goalsite.core.known import NOTHING, Known
from goalsite.core.periods import Period
from goalsite.graph.edges import Edge, Graph
from goalsite.history.timeline import Timeline
from goalsite.model.amended import with_record
from goalsite.model.records import Corpus, Objective, Team

LEFT_OUT = ("dropped", "replaced")
"""The outcomes of closed goals that count nowhere."""

_Looked = tuple[str, date, bool]
"""A goal, the day it is looked at, and whether a status may be `stale`."""


@dataclass(slots=True)
class GoalDesk:
    """Answers what a goal's key results, status and roll-up are, figuring each once; those of `as_of` that
    are `known` not again."""

    corpus: Corpus
    graph: Graph
    timeline: Timeline
    config: Config
    as_of: date
    kpis: KpiDesk
    known: Known = NOTHING
    goals: dict[str, Objective] = field(init=False)
    children: dict[str, list[Edge]] = field(init=False)
    guards: dict[str, list[str]] = field(init=False)
    _cycles: dict[str, Period] = field(init=False)
    _windows: dict[str, Period] = field(init=False)
    _teams: dict[str, Team] = field(init=False)
    _results: dict[tuple[str, date], tuple[KeyResultFigures, ...]] = field(init=False)
    _statuses: dict[_Looked, str] = field(init=False)
    _rolled: dict[str, float | None] = field(init=False)

    def __post_init__(self) -> None:
        self.goals = {goal.id: goal for goal in self.corpus.objectives}
        self._cycles = {cycle.id: cycle.period for cycle in self.corpus.cycles}
        self._teams = {team.id: team for team in self.corpus.teams}
        self.children, self.guards = {}, {}
        for edge in self.graph.counted("contributes"):
            self.children.setdefault(edge.target, []).append(edge)
        for edge in self.graph.counted("guards"):
            self.guards.setdefault(edge.source, []).append(edge.target)
        self._forget()

    def amend(self, goal: Objective) -> None:
        """Take a goal for what it says by now, referring to what it did; what was figured is forgotten."""
        self.corpus, self.goals = with_record(self.corpus, goal), self.goals | {goal.id: goal}
        self._forget()

    def _forget(self) -> None:
        self._windows, self._results, self._statuses, self._rolled = {}, {}, {}, {}

    def take(self, name: str, results: tuple[KeyResultFigures, ...], status: str | None = None) -> None:
        """Take over figures of `as_of` known from elsewhere: a goal's key results, and its status."""
        self._results[name, self.as_of] = results
        if status is not None:
            self._statuses[self._looked(name, self.as_of)] = status

    def take_whole(self, figures: ObjectiveFigures) -> None:
        """Take over all figures of a goal of `as_of`, with what it rolls up."""
        self.take(figures.id, figures.key_results, figures.status)
        self._rolled[figures.id] = figures.progress_with_contributions

    def window(self, name: str) -> Period:
        """A goal's window."""
        if name not in self._windows:
            goal = self.goals[name]
            self._windows[name] = goal_window(goal, self._cycles[goal.cycle])
        return self._windows[name]

    def cadence(self, goal: Objective) -> str:
        """How often a goal is checked in: as it says, else its unit, else the unit above, else the config."""
        if goal.cadence:
            return goal.cadence
        unit: str | None = goal.team
        while unit is not None and unit in self._teams:
            team = self._teams[unit]
            if team.cadence:
                return team.cadence
            unit = team.parent
        return self.config.cadence

    def from_others(self, name: str) -> tuple[Any, ...]:
        """The figures of a goal that hang on those of others: its status, progress with contributions, red
        guards; empty where none do but those that its key results read."""
        if name not in self.children and name not in self.guards:
            return ()
        freeze = freeze_day(self.goals[name], self.as_of)
        return self.status(name, self.as_of), self.rolled_up(name), self.red_guards(name, freeze)

    def results(self, name: str, day: date) -> tuple[KeyResultFigures, ...]:
        """The figures of a goal's key results as they stand on `day`."""
        key = name, day
        if key not in self._results:
            self._results[key] = self._figure_results(name, day)
        return self._results[key]

    def _figure_results(self, name: str, day: date) -> tuple[KeyResultFigures, ...]:
        goal = self.goals[name]
        measured = tuple([self.graph.measures.get((name, result.id)) for result in goal.key_results])
        figure = partial(self._figured, name, day, measured)
        if self.known is NOTHING or day != self.as_of:
            return figure()
        read = tuple([self.kpis.points.parts(kpi) for kpi in measured if kpi])
        around = (self.window(name), self.cadence(goal), self.timeline.dating(goal.path), self.config)
        return self.known.made("results", name, (goal, day, measured, read, around), figure)

    def _figured(
        self, name: str, day: date, measured: tuple[str | None, ...]
    ) -> tuple[KeyResultFigures, ...]:
        """The figures of a goal's key results on `day`, which read these KPIs."""
        goal = self.goals[name]
        on = GoalDay(goal, day, self.window(name), freeze_day(goal, day), self.cadence(goal))
        history = (dated(result, goal.path, self.timeline, self.as_of) for result in goal.key_results)
        kpis = [self.kpis.kpis[name] if name else None for name in measured]
        return tuple(
            figure_key_result(result, on, past, kpi, self.kpis, self.config)
            for result, past, kpi in zip(on.goal.key_results, history, kpis, strict=True)
        )

    def status(self, name: str, day: date) -> str:
        """A goal's status as it stands on `day`."""
        return solve(self._looked(name, day), self._status_needs, self._figure_status, self._statuses)

    def _looked(self, name: str, day: date, may_be_stale: bool = True) -> _Looked:
        """Only active goals are ever stale, and what they make of others that are not is not stale either."""
        return name, day, may_be_stale and self.goals[name].state == "active"

    def _status_needs(self, key: _Looked) -> list[_Looked]:
        """The active goals that contribute to it, on its freeze day."""
        name, day, may_be_stale = key
        freeze = freeze_day(self.goals[name], day)
        children = (edge.source for edge in self.children.get(name, ()))
        return [
            self._looked(child, freeze, may_be_stale)
            for child in children
            if self.goals[child].state == "active"
        ]

    def _figure_status(self, key: _Looked) -> str:
        name, day, may_be_stale = key
        goal, window = self.goals[name], self.window(name)
        freeze = freeze_day(goal, day)
        if freeze < window.start:
            return "planned"
        if freeze > window.end and goal.state != "closed":
            return "unscored"
        statuses = [
            figures.status if may_be_stale else figures.status_if_fresh
            for figures, result in zip(self.results(name, day), goal.key_results, strict=True)
            if figures.counted and not (result.due and freeze > result.due and result.score is not None)
        ]
        statuses += [self._statuses[child] for child in self._status_needs(key)]
        status = _worst(statuses)
        if status in ("on_track", "achieved") and self.red_guards(name, freeze):
            return "at_risk"
        return status

    def red_guards(self, name: str, day: date) -> tuple[str, ...]:
        """The KPIs that a goal guards and that are red on `day`."""
        return tuple(kpi for kpi in self.guards.get(name, ()) if self.kpis.on(kpi, day).health == "red")

    def rolled_up(self, name: str) -> float | None:
        """A goal's progress_with_contributions; None where nothing weighs."""
        return solve(name, self._contributors, self._figure_rolled, self._rolled)

    def _contributors(self, name: str) -> list[str]:
        return [edge.source for edge in self.children.get(name, ()) if self._counts(edge.source)]

    def _counts(self, name: str) -> bool:
        """Whether a goal counts in what it contributes to: active, paused or closed, and not given up."""
        goal = self.goals[name]
        return goal.state in ("active", "paused", "closed") and goal.outcome not in LEFT_OUT

    def _figure_rolled(self, name: str) -> float | None:
        pairs = counted_progress(self.goals[name], self.results(name, self.as_of))
        for edge in self.children.get(name, ()):
            value = self._rolled.get(edge.source)
            if self._counts(edge.source) and value is not None:
                pairs.append((edge.weight, value))
        return weighted_mean(pairs)


def _worst(statuses: list[str]) -> str:
    """The worst of those that are compared; else planned where one is, else no_data."""
    compared = [one for one in statuses if one in WORST_FIRST]
    if compared:
        return min(compared, key=WORST_FIRST.index)
    return "planned" if "planned" in statuses else "no_data"


def goal_desk(
    corpus: Corpus,
    graph: Graph,
    timeline: Timeline,
    config: Config,
    as_of: date,
    known: Known = NOTHING,
) -> GoalDesk:
    """A desk of all goals and KPIs on which nothing is figured yet, but for what is `known`."""
    kpis = {kpi.id: kpi for kpi in corpus.kpis}
    kpi_desk = KpiDesk(config, kpis, KpiPoints(corpus, graph, config.fiscal_year))
    return GoalDesk(corpus, graph, timeline, config, as_of, kpi_desk, known)


def counted_progress(goal: Objective, figures: tuple[KeyResultFigures, ...]) -> list[tuple[float, float]]:
    """(weight, progress) of the key results that count."""
    return [
        (result.weight, one.progress)
        for result, one in zip(goal.key_results, figures, strict=True)
        if one.counted
    ]
