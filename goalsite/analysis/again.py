"""The figures of one goal alone, in the midst of those of the others as they were before."""

from __future__ import annotations

from copy import copy

from goalsite.analysis.figures import Analysis
from goalsite.analysis.objective_figures import figure_objective
from goalsite.analysis.objectives import GoalDesk, goal_desk
from goalsite.core.values import replace
from goalsite.model.amended import with_record
from goalsite.model.records import Kpi, Objective


def figured_again(before: Analysis, desk: GoalDesk, record: Objective | Kpi) -> tuple[Analysis, GoalDesk]:
    """The analysis with the figures of a record made again, which says something else than on the desk, and
    the desk on which it does. What others make of it, and whether it is exposed, is as it was `before`."""
    name, day = record.id, desk.as_of
    if isinstance(record, Kpi):
        corpus = with_record(desk.corpus, record)
        desk = goal_desk(corpus, desk.graph, desk.timeline, desk.config, day)
        return replace(before, kpis=before.kpis | {name: desk.kpis.on(name, day)}), desk
    desk = copy(desk)
    desk.amend(record)
    for edge in desk.children.get(name, ()):
        desk.take_whole(before.objectives[edge.source])
    was = before.objectives[name]
    figures = figure_objective(desk, name, was.exposed_by if was.exposed else None)
    return replace(before, objectives=before.objectives | {name: figures}), desk
