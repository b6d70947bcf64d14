"""Corpus + Graph + Timeline + as_of -> Analysis: the stage's one function."""

from __future__ import annotations

from datetime import date
from functools import partial

from goalsite.analysis.alerts import alerts
from goalsite.analysis.current import current_cycle
from goalsite.analysis.exposure import exposure
from goalsite.analysis.figures import Analysis, ObjectiveFigures
from goalsite.analysis.objective_figures import figure_objective
from goalsite.analysis.objectives import GoalDesk, goal_desk
from goalsite.analysis.portfolio import all_rhythms, portfolios
from goalsite.core.config import Config
from goalsite.core.known import NOTHING, Known
from goalsite.graph.edges import Graph
from goalsite.history.timeline import Timeline
from goalsite.model.records import Corpus


def analyse(
    corpus: Corpus,
    graph: Graph,
    timeline: Timeline,
    config: Config,
    as_of: date,
    known: Known = NOTHING,
) -> Analysis:
    """Every figure as it stands on `as_of`; what is `known` of a goal is not figured again."""
    desk = goal_desk(corpus, graph, timeline, config, as_of, known)
    kpis = {}
    for kpi in corpus.kpis:
        parts = () if known is NOTHING else (as_of, config.pace, desk.kpis.points.parts(kpi.id))
        kpis[kpi.id] = known.made("kpi", kpi.id, parts, partial(desk.kpis.on, kpi.id, as_of))
        desk.kpis.take(kpi.id, as_of, kpis[kpi.id])
    exposed = exposure(desk)
    objectives = {goal.id: _figured(desk, goal.id, exposed.get(goal.id)) for goal in corpus.objectives}
    cycle, over = current_cycle(corpus, config, as_of)
    checked_in = all_rhythms(desk, objectives)
    return Analysis(
        as_of=as_of,
        current_cycle=cycle,
        cycle_is_over=over,
        objectives=objectives,
        kpis=kpis,
        portfolios=portfolios(desk, objectives, checked_in),
        rhythms=checked_in,
        alerts=alerts(desk, objectives, kpis),
    )


def _figured(desk: GoalDesk, name: str, exposed_by: tuple[str, ...] | None) -> ObjectiveFigures:
    """The figures of a goal, made again only where something is another that they hang on."""
    make = partial(figure_objective, desk, name, exposed_by)
    if desk.known is NOTHING:
        return make()
    results = desk.results(name, desk.as_of)
    parts = (desk.goals[name], results, desk.window(name), exposed_by, desk.as_of, desk.config)
    return desk.known.made("goal", name, (*parts, *desk.from_others(name)), make)


def needs_history(corpus: Corpus) -> dict[str, str]:
    """The goals, ids by path, that say what git is to date: `current`, of which git knows what it said
    before, and `done: true`."""
    paths = {}
    for goal in corpus.objectives:
        for result in goal.key_results:
            steps = getattr(result.measure, "steps", (result.measure,))
            if result.current is not None or any(getattr(step, "done", None) is True for step in steps):
                paths[goal.path] = goal.id
                break
    return paths
