"""The figures of one goal alone, in the midst of those of the others as they were before."""

from __future__ import annotations

from datetime import date

from goalsite.analysis.figures import Analysis
from goalsite.analysis.kpi_points import KpiPoints
from goalsite.analysis.kpis import KpiDesk
from goalsite.analysis.objective_figures import figure_objective
from goalsite.analysis.objectives import GoalDesk
from goalsite.core.config import Config
from goalsite.core.values import replace
from goalsite.graph.edges import Graph
from goalsite.history.timeline import Timeline
from goalsite.model.records import Corpus


def figured_again(
    before: Analysis, corpus: Corpus, graph: Graph, timeline: Timeline, config: Config, name: str
) -> Analysis:
    """The analysis with the figures of the goal of that name made again, of which the corpus says something
    else than it did; what others make of it, and whether it is exposed, is as it was `before`."""
    day: date = before.as_of
    kpi_desk = KpiDesk(
        config, {kpi.id: kpi for kpi in corpus.kpis}, KpiPoints(corpus, graph, config.fiscal_year)
    )
    if name in before.kpis:
        return replace(before, kpis=before.kpis | {name: kpi_desk.on(name, day)})
    desk = GoalDesk(corpus, graph, timeline, config, day, kpi_desk)
    for edge in desk.children.get(name, ()):
        desk.take_whole(before.objectives[edge.source])
    was = before.objectives[name]
    figures = figure_objective(desk, name, was.exposed_by if was.exposed else None)
    return replace(before, objectives=before.objectives | {name: figures})
