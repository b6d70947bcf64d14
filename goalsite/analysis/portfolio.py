"""A unit's figures in one cycle, and the same figures over any other objectives.

A portfolio looks at a unit's own active and closed objectives of exactly that cycle.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from msgspec import Struct

from goalsite.analysis.arithmetic import total, weighted_mean
from goalsite.analysis.days import freeze_day
from goalsite.analysis.figures import KeyResultFigures, ObjectiveFigures, Portfolio, Rhythm
from goalsite.analysis.key_results import is_checked_in
from goalsite.analysis.objectives import LEFT_OUT, GoalDesk
from goalsite.analysis.rhythm import rhythm
from goalsite.core.periods import Period
from goalsite.core.quantities import at_least
from goalsite.core.values import replace
from goalsite.graph.edges import Edge, Graph
from goalsite.model.records import Corpus, Kpi, Objective

ALIGNING = ("supports", "contributes", "improves")
"""The edges by which an objective says what it serves."""

_CROSSING = (*ALIGNING, "guards", "depends_on")


class Ties(Struct, frozen=True):
    """How goals hang together: their edges by source, and the unit of each goal and KPI.

    `serving` are those that support something or that an objective supports, improves or guards.
    """

    edges: dict[str, tuple[Edge, ...]]
    homes: dict[str, str]
    serving: frozenset[str]

    def is_aligned(self, goal: str) -> bool:
        """Whether an objective says what it serves."""
        return any(edge.type in ALIGNING for edge in self.edges.get(goal, ()))


def ties(corpus: Corpus, graph: Graph) -> Ties:
    """The ties between all goals of a site."""
    edges: dict[str, list[Edge]] = {}
    for edge in graph.edges:
        edges.setdefault(edge.source, []).append(edge)
    objectives = {goal.id for goal in corpus.objectives}
    served = {
        edge.target
        for edge in graph.edges
        if edge.source in objectives and edge.type in ("supports", "improves", "guards")
    }
    return Ties(
        edges={source: tuple(own) for source, own in edges.items()},
        homes={record.id: record.team for record in (*corpus.objectives, *corpus.kpis)},
        serving=frozenset(served | {edge.source for edge in graph.edges if edge.type == "supports"}),
    )


def all_rhythms(desk: GoalDesk, figures: dict[str, ObjectiveFigures]) -> dict[str, Rhythm]:
    """How often each objective was checked in, by its id."""
    shared = desk.as_of, desk.config.holidays
    return {
        goal.id: desk.known.made(
            "rhythm",
            goal.id,
            (goal, figures[goal.id].key_results, *shared),
            partial(_rhythm, goal, figures[goal.id].key_results, *shared),
        )
        for goal in desk.corpus.objectives
    }


def portfolios(
    desk: GoalDesk, figures: dict[str, ObjectiveFigures], rhythms: dict[str, Rhythm]
) -> dict[tuple[str, str], Portfolio]:
    """The portfolio of every unit in every cycle in which it has an objective, by (unit, cycle)."""
    groups: dict[tuple[str, str], list[Objective]] = {}
    for goal in desk.corpus.objectives:
        if goal.person is None:
            groups.setdefault((goal.team, goal.cycle), []).append(goal)
    kpis: dict[str, list[Kpi]] = {}
    for kpi in desk.corpus.kpis:
        kpis.setdefault(kpi.team, []).append(kpi)
    among = ties(desk.corpus, desk.graph)
    found = {}
    for (unit, cycle), goals in sorted(groups.items()):
        own = [goal for goal in goals if counted_in_portfolio(goal)]
        ended = scores(own, figures)
        found[unit, cycle] = replace(
            system(own, kpis.get(unit, ()), among, rhythms),
            progress=_progress(own, figures),
            mean_score=ended.mean_score,
            committed_kept=ended.committed_kept,
            dropped_share=ended.dropped_share,
            net_status=_net_status(one for goal in own for one in figures[goal.id].key_results),
        )
    return found


def counted_in_portfolio(goal: Objective) -> bool:
    """Whether a unit's portfolio looks at a goal."""
    return goal.person is None and goal.state in ("active", "closed") and goal.outcome not in LEFT_OUT


def scores(goals: Iterable[Objective], figures: dict[str, ObjectiveFigures]) -> Portfolio:
    """What the end of a cycle says of objectives: scores, commitments kept, key results given up."""
    own = [(goal, figures[goal.id]) for goal in goals if counted_in_portfolio(goal)]
    closed = [(goal, one.score) for goal, one in own if goal.state == "closed"]
    aimed = [score for goal, score in closed if goal.commitment == "aspirational" and score is not None]
    kept = [
        score is not None and at_least(score, 1.0) for goal, score in closed if goal.commitment == "committed"
    ]
    return Portfolio(
        mean_score=total(aimed) / len(aimed) if aimed else None,
        committed_kept=_share(kept),
        dropped_share=_share([not one.counted for _, goal in own for one in goal.key_results]),
    )


def system(
    goals: Iterable[Objective],
    kpis: Iterable[Kpi],
    among: Ties,
    rhythms: dict[str, Rhythm],
) -> Portfolio:
    """How objectives hang together: who proposed them, what they serve, how far they reach, who looks."""
    own = [goal for goal in goals if counted_in_portfolio(goal)]
    crossing = [
        among.homes[edge.target] != goal.team
        for goal in own
        for edge in among.edges.get(goal.id, ())
        if edge.type in _CROSSING and not edge.outside
    ]
    return Portfolio(
        bottom_up_share=_share([goal.origin == "bottom-up" for goal in own if goal.origin]),
        alignment_coverage=_share([among.is_aligned(goal.id) for goal in own if goal.team]),
        cross_unit_edge_share=_share(crossing),
        strategic_kpi_share=_share([kpi.id in among.serving for kpi in kpis if kpi.person is None]),
        checkin_rhythm=_checked_in([rhythms[goal.id] for goal in own]),
    )


def _share(hits: Sequence[bool]) -> float | None:
    """The share of hits; None of nothing."""
    return sum(hits) / len(hits) if hits else None


def _progress(goals: Iterable[Objective], figures: dict[str, ObjectiveFigures]) -> float | None:
    """The weighted mean over the goals that have a progress."""
    own = [(goal.weight, figures[goal.id].progress) for goal in goals]
    return weighted_mean([(weight, value) for weight, value in own if value is not None])


def _net_status(results: Iterable[KeyResultFigures]) -> float | None:
    """(on_track + achieved − off_track) ÷ all that count and are not planned."""
    statuses = [one.status for one in results if one.counted and one.status != "planned"]
    if not statuses:
        return None
    good = sum(status in ("on_track", "achieved") for status in statuses)
    return (good - statuses.count("off_track")) / len(statuses)


def _checked_in(rhythms: Sequence[Rhythm]) -> float | None:
    """The share of the periods due that had a check-in; None where none was due."""
    due = sum(all_due for _, all_due in rhythms)
    return sum(kept for kept, _ in rhythms) / due if due else None


def _rhythm(
    goal: Objective, results: tuple[KeyResultFigures, ...], as_of: date, holidays: Sequence[Period]
) -> Rhythm:
    kept = due = 0
    for result, one in zip(goal.key_results, results, strict=True):
        if one.counted and is_checked_in(result):
            judged = min(freeze_day(goal, as_of), one.window.end)
            days = (checkin.date for checkin in one.checkins)
            hits, all_due = rhythm(days, one.cadence, one.window, judged, holidays)
            kept, due = kept + hits, due + all_due
    return kept, due


def mean_score_verdict(score: float | None) -> str | None:
    """What a mean score of aspirational goals says: too_safe, healthy, partial or beyond_capacity."""
    if score is None:
        return None
    if not at_least(0.85, score):
        return "too_safe"
    return "healthy" if at_least(score, 0.6) else "partial" if at_least(score, 0.4) else "beyond_capacity"
