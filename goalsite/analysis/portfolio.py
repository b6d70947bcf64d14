"""A unit's figures in one cycle: over its own active and closed objectives of exactly that cycle."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from goalsite.analysis.arithmetic import weighted_mean
from goalsite.analysis.days import freeze_day
from goalsite.analysis.figures import KeyResultFigures, ObjectiveFigures, Portfolio
from goalsite.analysis.key_results import is_checked_in
from goalsite.analysis.objectives import LEFT_OUT, GoalDesk
from goalsite.analysis.rhythm import rhythm
from goalsite.core.quantities import at_least
from goalsite.graph.edges import Edge, Graph
from goalsite.model.records import Corpus, KeyResult, Objective

_ALIGNING = ("supports", "contributes", "improves")
_CROSSING = ("supports", "contributes", "improves", "guards", "depends_on")


def portfolios(desk: GoalDesk, figures: dict[str, ObjectiveFigures]) -> dict[tuple[str, str], Portfolio]:
    """The portfolio of every unit in every cycle in which it has an objective, by (unit, cycle)."""
    groups: dict[tuple[str, str], list[Objective]] = {}
    for goal in desk.corpus.objectives:
        if goal.person is None:
            groups.setdefault((goal.team, goal.cycle), []).append(goal)
    edges: dict[str, list[Edge]] = {}
    for edge in desk.graph.edges:
        edges.setdefault(edge.source, []).append(edge)
    strategic = strategic_shares(desk.corpus, desk.graph)
    homes = {goal.id: goal.team for goal in desk.corpus.objectives} | {
        kpi.id: kpi.team for kpi in desk.corpus.kpis
    }
    return {
        (unit, cycle): _portfolio(unit, goals, desk, figures, edges, homes, strategic.get(unit))
        for (unit, cycle), goals in sorted(groups.items())
    }


def counted_in_portfolio(goal: Objective) -> bool:
    """Whether a unit's portfolio looks at a goal."""
    return goal.person is None and goal.state in ("active", "closed") and goal.outcome not in LEFT_OUT


def _portfolio(
    unit: str,
    goals: Iterable[Objective],
    desk: GoalDesk,
    figures: dict[str, ObjectiveFigures],
    edges: dict[str, list[Edge]],
    homes: dict[str, str],
    strategic: float | None,
) -> Portfolio:
    own = [goal for goal in goals if counted_in_portfolio(goal)]
    progress = [(goal.weight, value) for goal in own if (value := figures[goal.id].progress) is not None]
    origins = [goal.origin for goal in own if goal.origin]
    aligned = [any(edge.type in _ALIGNING for edge in edges.get(goal.id, ())) for goal in own]
    crossing = [
        homes[edge.target] != unit
        for goal in own
        for edge in edges.get(goal.id, ())
        if edge.type in _CROSSING and not edge.outside
    ]
    pairs = [
        (goal, result, one)
        for goal in own
        for result, one in zip(goal.key_results, figures[goal.id].key_results, strict=True)
    ]
    return Portfolio(
        progress=weighted_mean(progress),
        bottom_up_share=share([origin == "bottom-up" for origin in origins]),
        alignment_coverage=share(aligned) if unit else None,
        cross_unit_edge_share=share(crossing),
        strategic_kpi_share=strategic,
        mean_score=_mean_score(own, figures),
        committed_kept=_kept(own, figures),
        dropped_share=share([not one.counted for _, _, one in pairs]),
        net_status=_net_status([one for _, _, one in pairs]),
        checkin_rhythm=_rhythm(pairs, desk),
    )


def share(hits: Sequence[bool]) -> float | None:
    """The share of hits; None of nothing."""
    return sum(hits) / len(hits) if hits else None


def strategic_shares(corpus: Corpus, graph: Graph) -> dict[str, float]:
    """Per unit the share of KPIs that support something or that an objective supports, improves or guards."""
    objectives = {goal.id for goal in corpus.objectives}
    serving = {edge.source for edge in graph.edges if edge.type == "supports"}
    serving |= {
        edge.target
        for edge in graph.edges
        if edge.source in objectives and edge.type in ("supports", "improves", "guards")
    }
    by_unit: dict[str, list[bool]] = {}
    for kpi in corpus.kpis:
        if kpi.person is None:
            by_unit.setdefault(kpi.team, []).append(kpi.id in serving)
    return {unit: sum(hits) / len(hits) for unit, hits in by_unit.items()}


def _mean_score(goals: Iterable[Objective], figures: dict[str, ObjectiveFigures]) -> float | None:
    """Unweighted, of the closed aspirational ones."""
    scores = [
        score
        for goal in goals
        if goal.state == "closed"
        and goal.commitment == "aspirational"
        and (score := figures[goal.id].score) is not None
    ]
    return sum(scores) / len(scores) if scores else None


def _kept(goals: Iterable[Objective], figures: dict[str, ObjectiveFigures]) -> float | None:
    """Closed committed ones with score 1 ÷ closed committed ones."""
    closed = [goal for goal in goals if goal.state == "closed" and goal.commitment == "committed"]
    scores = [figures[goal.id].score for goal in closed]
    return share([score is not None and at_least(score, 1.0) for score in scores])


def _net_status(results: Iterable[KeyResultFigures]) -> float | None:
    """(on_track + achieved − off_track) ÷ all that count and are not planned."""
    statuses = [one.status for one in results if one.counted and one.status != "planned"]
    if not statuses:
        return None
    good = sum(status in ("on_track", "achieved") for status in statuses)
    return (good - statuses.count("off_track")) / len(statuses)


def _rhythm(pairs: Iterable[tuple[Objective, KeyResult, KeyResultFigures]], desk: GoalDesk) -> float | None:
    """Key-result periods with a check-in ÷ those due."""
    kept = due = 0
    for goal, result, one in pairs:
        if one.counted and is_checked_in(result):
            judged = min(freeze_day(goal, desk.as_of), one.window.end)
            days = (checkin.date for checkin in one.checkins)
            hits, all_due = rhythm(days, one.cadence, one.window, judged, desk.config.holidays)
            kept, due = kept + hits, due + all_due
    return kept / due if due else None


def mean_score_verdict(score: float | None) -> str | None:
    """What a mean score of aspirational goals says: too_safe, healthy, partial or beyond_capacity."""
    if score is None:
        return None
    if not at_least(0.85, score):
        return "too_safe"
    return "healthy" if at_least(score, 0.6) else "partial" if at_least(score, 0.4) else "beyond_capacity"
