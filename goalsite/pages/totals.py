"""Figures of many units together: the shares of a portfolio over any objectives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from goalsite.analysis.days import freeze_day
from goalsite.analysis.figures import Portfolio
from goalsite.analysis.key_results import is_checked_in
from goalsite.analysis.portfolio import counted_in_portfolio, share
from goalsite.analysis.rhythm import rhythm
from goalsite.core.quantities import at_least
from goalsite.model.records import Objective
from goalsite.pages.desk import Desk

ALIGNING = ("supports", "contributes", "improves")
"""The edges by which an objective says what it serves."""

_CROSSING = ("supports", "contributes", "improves", "guards", "depends_on")


def scores(desk: Desk, goals: Iterable[Objective]) -> Portfolio:
    """What the end of a cycle says of these objectives: scores, commitments, what was given up."""
    own = [goal for goal in goals if counted_in_portfolio(goal)]
    closed = [(goal, desk.analysis.objectives[goal.id].score) for goal in own if goal.state == "closed"]
    aimed = [score for goal, score in closed if goal.commitment == "aspirational" and score is not None]
    kept = [
        score is not None and at_least(score, 1.0) for goal, score in closed if goal.commitment == "committed"
    ]
    left = [not one.counted for goal in own for one in desk.analysis.objectives[goal.id].key_results]
    return Portfolio(
        mean_score=sum(aimed) / len(aimed) if aimed else None,
        committed_kept=share(kept),
        dropped_share=share(left),
    )


def system(desk: Desk, goals: Sequence[Objective]) -> Portfolio:
    """How goals hang together: who proposed them, what they serve, how far they reach, who still looks."""
    own = [goal for goal in goals if counted_in_portfolio(goal)]
    serving = serving_kpis(desk)
    return Portfolio(
        bottom_up_share=share([goal.origin == "bottom-up" for goal in own if goal.origin]),
        alignment_coverage=share(
            [
                any(edge.type in ALIGNING for edge in desk.edges_from.get(goal.id, ()))
                for goal in own
                if goal.team
            ]
        ),
        cross_unit_edge_share=share(
            [
                home(desk, edge.target) != goal.team
                for goal in own
                for edge in desk.edges_from.get(goal.id, ())
                if edge.type in _CROSSING and not edge.outside
            ]
        ),
        strategic_kpi_share=share([kpi.id in serving for kpi in desk.corpus.kpis if kpi.person is None]),
        checkin_rhythm=_rhythm(desk, own),
    )


def serving_kpis(desk: Desk) -> set[str]:
    """The goals that support something, and those that an objective supports, improves or guards."""
    return {edge.source for edge in desk.graph.edges if edge.type == "supports"} | {
        edge.target
        for edge in desk.graph.edges
        if edge.source in desk.objectives and edge.type in ("supports", "improves", "guards")
    }


def _rhythm(desk: Desk, goals: Iterable[Objective]) -> float | None:
    """Key-result periods with a check-in ÷ those due."""
    kept = due = 0
    for goal in goals:
        for result, one in zip(goal.key_results, desk.analysis.objectives[goal.id].key_results, strict=True):
            if one.counted and is_checked_in(result):
                judged = min(freeze_day(goal, desk.as_of), one.window.end)
                days = (checkin.date for checkin in one.checkins)
                hits, all_due = rhythm(days, one.cadence, one.window, judged, desk.config.holidays)
                kept, due = kept + hits, due + all_due
    return kept / due if due else None


def home(desk: Desk, name: str) -> str | None:
    """The unit of a goal or KPI."""
    record = desk.objectives.get(name) or desk.kpis.get(name)
    return record.team if record else None
