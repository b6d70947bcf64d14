"""Cycles and units' parts in them, each with what it reports on and the figures of that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from goalsite.analysis.arithmetic import weighted_mean
from goalsite.analysis.figures import Analysis, Portfolio
from goalsite.analysis.portfolio import Ties, counted_in_portfolio, scores, system
from goalsite.core.values import replace
from goalsite.model.records import Corpus, Cycle, Objective


class Side(Struct, frozen=True):
    """A cycle, or a unit's part in it: all its objectives, those it reports on, and their figures."""

    cycle: Cycle
    goals: tuple[Objective, ...]
    reported: tuple[Objective, ...]
    portfolio: Portfolio


def counted(goals: Iterable[Objective]) -> tuple[Objective, ...]:
    """The objectives that a unit or a cycle reports on: active and closed ones, without personal ones."""
    return tuple(goal for goal in goals if goal.state in ("active", "closed") and goal.person is None)


def cycle_sides(
    corpus: Corpus,
    goals_of: Mapping[tuple[str, str], tuple[Objective, ...]],
    among: Ties,
    analysis: Analysis,
) -> dict[str, Side]:
    """Every cycle as a whole by its id; `goals_of` are the units' objectives, without personal ones.

    Its objectives stand unit by unit; its figures are those of objectives, without those of KPIs.
    """
    found: dict[str, list[Objective]] = {cycle.id: [] for cycle in corpus.cycles}
    for (_, name), goals in sorted(goals_of.items()):
        found[name].extend(goals)
    sides = {}
    for cycle in corpus.cycles:
        own = tuple(found[cycle.id])
        reported = counted(own)
        sides[cycle.id] = Side(cycle, own, reported, _whole(reported, among, analysis))
    return sides


def _whole(goals: Sequence[Objective], among: Ties, analysis: Analysis) -> Portfolio:
    figures = analysis.objectives
    ended = scores(goals, figures)
    own = [(goal.weight, figures[goal.id].progress) for goal in goals if counted_in_portfolio(goal)]
    return replace(
        system(goals, (), among, analysis.rhythms),
        progress=weighted_mean([(weight, value) for weight, value in own if value is not None]),
        mean_score=ended.mean_score,
        committed_kept=ended.committed_kept,
        dropped_share=ended.dropped_share,
    )
