"""The figures of an objective on a day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from goalsite.analysis.days import dated, freeze_day, goal_window
from goalsite.analysis.figures import WORST_FIRST, KeyResultFigures, ObjectiveFigures
from goalsite.analysis.key_results import GoalDay, figure_key_result, last_confidence, last_reported
from goalsite.analysis.kpis import KpiDesk
from goalsite.analysis.order import solve
from goalsite.core.config import Config
from goalsite.core.periods import Period
from goalsite.core.quantities import round_half_up, weighted_mean
from goalsite.graph.edges import Edge, Graph
from goalsite.history.timeline import Timeline
from goalsite.model.records import Corpus, Objective, Team

LEFT_OUT = ("dropped", "replaced")


@dataclass(slots=True)
class GoalDesk:
    """Answers what a goal's figures are on a day, figuring each once."""

    corpus: Corpus
    graph: Graph
    timeline: Timeline
    config: Config
    as_of: date
    kpis: KpiDesk
    goals: dict[str, Objective] = field(init=False)
    children: dict[str, list[Edge]] = field(init=False)
    guards: dict[str, list[str]] = field(init=False)
    _cycles: dict[str, Period] = field(init=False)
    _teams: dict[str, Team] = field(init=False)
    _results: dict[tuple[str, date], tuple[KeyResultFigures, ...]] = field(init=False)
    _statuses: dict[tuple[str, date], str] = field(init=False)
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
        self._results, self._statuses, self._rolled = {}, {}, {}

    def window(self, name: str) -> Period:
        """A goal's window."""
        goal = self.goals[name]
        return goal_window(goal, self._cycles[goal.cycle])

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

    def results(self, name: str, day: date) -> tuple[KeyResultFigures, ...]:
        """The figures of a goal's key results as they stand on `day`."""
        key = name, day
        if key not in self._results:
            self._results[key] = self._figure_results(name, day)
        return self._results[key]

    def _figure_results(self, name: str, day: date) -> tuple[KeyResultFigures, ...]:
        goal = self.goals[name]
        on = GoalDay(goal, day, self.window(name), freeze_day(goal, day), self.cadence(goal))
        figures = []
        for result in goal.key_results:
            measured = self.graph.measures.get((name, result.id))
            kpi = self.kpis.kpis[measured] if measured else None
            history = dated(result, goal.path, self.timeline, self.as_of)
            figures.append(figure_key_result(result, on, history, kpi, self.kpis, self.config))
        return tuple(figures)

    def status(self, name: str, day: date) -> str:
        """A goal's status as it stands on `day`."""
        return solve((name, day), self._status_needs, self._figure_status, self._statuses)

    def _status_needs(self, key: tuple[str, date]) -> list[tuple[str, date]]:
        """The active goals that contribute to it, on its freeze day."""
        name, day = key
        freeze = freeze_day(self.goals[name], day)
        return [(e.source, freeze) for e in self.children.get(name, ()) if self.goals[e.source].state == "active"]

    def _figure_status(self, key: tuple[str, date]) -> str:
        name, day = key
        goal, window = self.goals[name], self.window(name)
        freeze = freeze_day(goal, day)
        if freeze < window.start:
            return "planned"
        if freeze > window.end and goal.state != "closed":
            return "unscored"
        statuses = [
            figures.status
            for figures, result in zip(self.results(name, day), goal.key_results, strict=True)
            if figures.counted and not (result.due and freeze > result.due and result.score is not None)
        ]
        statuses += [self._statuses[child] for child in self._status_needs(key)]
        status = self._worst(statuses, stale=goal.state == "active")
        if status in ("on_track", "achieved") and self.red_guards(name, freeze):
            return "at_risk"
        return status

    def _worst(self, statuses: list[str], stale: bool) -> str:
        compared = [one for one in statuses if one in WORST_FIRST and (stale or one != "stale")]
        if compared:
            return min(compared, key=WORST_FIRST.index)
        return "planned" if "planned" in statuses else "no_data"

    def red_guards(self, name: str, day: date) -> tuple[str, ...]:
        """The KPIs that a goal guards and that are red on `day`."""
        return tuple(kpi for kpi in self.guards.get(name, ()) if self.kpis.on(kpi, day).health == "red")

    def rolled_up(self, name: str) -> float | None:
        """A goal's progress_with_contributions; None where nothing weighs."""
        return solve(name, self._contributors, self._figure_rolled, self._rolled)

    def _contributors(self, name: str) -> list[str]:
        return [edge.source for edge in self.children.get(name, ()) if self._counts(edge.source)]

    def _counts(self, name: str) -> bool:
        """Whether a goal counts in those it contributes to: active, paused and closed ones do, unless given up."""
        goal = self.goals[name]
        return goal.state in ("active", "paused", "closed") and goal.outcome not in LEFT_OUT

    def _figure_rolled(self, name: str) -> float | None:
        pairs = _counted(self.goals[name], self.results(name, self.as_of))
        for edge in self.children.get(name, ()):
            value = self._rolled.get(edge.source)
            if self._counts(edge.source) and value is not None:
                pairs.append((edge.weight, value))
        return weighted_mean(pairs)

    def figures(self, name: str, exposed_by: tuple[str, ...] | None) -> ObjectiveFigures:
        """All figures of a goal; `exposed_by` tells by what it is exposed, None that it is not."""
        goal = self.goals[name]
        results = self.results(name, self.as_of)
        pairs = list(zip(goal.key_results, results, strict=True))
        counted = [(result.weight, one) for result, one in pairs if one.counted]
        freeze = freeze_day(goal, self.as_of)
        checkins = tuple(one for one in goal.checkins if one.date <= freeze)
        then = weighted_mean([(weight, _unless_planned(one, one.expected_then)) for weight, one in counted])
        progress = weighted_mean(_counted(goal, results))
        own_confidence = last_confidence(checkins)
        if own_confidence is None:
            said = [(weight, one.confidence) for weight, one in counted if one.confidence is not None]
            own_confidence = weighted_mean(said)
        return ObjectiveFigures(
            id=name,
            window=self.window(name),
            status=self.status(name, self.as_of),
            key_results=results,
            progress=progress,
            progress_original=weighted_mean([(result.weight, one.progress) for result, one in pairs]),
            progress_with_contributions=self.rolled_up(name),
            expected=self._expected(name, counted),
            pace=progress / then if progress is not None and then else None,
            days_behind=weighted_mean([(w, one.days_behind) for w, one in counted if one.days_behind is not None]),
            confidence=own_confidence,
            reported_status=last_reported(checkins) or _worst_reported(counted),
            score=self._score(name, counted),
            exposed=exposed_by is not None,
            counts=tuple(sorted(Counter(one.status for _, one in counted).items())),
            red_guards=self.red_guards(name, freeze),
            exposed_by=exposed_by or (),
        )

    def _expected(self, name: str, counted: list[tuple[float, KeyResultFigures]]) -> float | None:
        if counted:
            return weighted_mean([(weight, _unless_planned(one, one.expected)) for weight, one in counted])
        goal, window = self.goals[name], self.window(name)
        top = self.config.pace.top if goal.commitment == "aspirational" else 1.0
        return top * window.elapsed(min(freeze_day(goal, self.as_of), window.end))

    def _score(self, name: str, counted: list[tuple[float, KeyResultFigures]]) -> float | None:
        goal = self.goals[name]
        if goal.state != "closed" or goal.score is not None:
            return goal.score
        mean = weighted_mean([(weight, one.score) for weight, one in counted if one.score is not None])
        if mean is not None:
            return mean
        rolled = self.rolled_up(name)
        return None if rolled is None else round_half_up(rolled)


def _counted(goal: Objective, figures: tuple[KeyResultFigures, ...]) -> list[tuple[float, float]]:
    """(weight, progress) of the key results that count."""
    return [(result.weight, one.progress) for result, one in zip(goal.key_results, figures, strict=True) if one.counted]


def _unless_planned(figures: KeyResultFigures, expected: float) -> float:
    """What an objective expects of a key result: nothing while that is planned."""
    return 0.0 if figures.status == "planned" else expected


def _worst_reported(counted: list[tuple[float, KeyResultFigures]]) -> str | None:
    reported = [one.reported for _, one in counted if one.reported]
    return min(reported, key=WORST_FIRST.index) if reported else None
