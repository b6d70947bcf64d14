"""The figures of one objective on the day of the analysis."""

from __future__ import annotations

from collections import Counter

from goalsite.analysis.arithmetic import weighted_mean
from goalsite.analysis.days import freeze_day, until
from goalsite.analysis.figures import WORST_FIRST, KeyResultFigures, ObjectiveFigures
from goalsite.analysis.key_results import last_confidence, last_reported
from goalsite.analysis.objectives import GoalDesk, counted_progress
from goalsite.core.quantities import EPSILON, round_half_up
from goalsite.model.records import CheckIn, KeyResult

_Counted = list[tuple[float, KeyResultFigures]]
"""The key results that count, with their weights."""


def figure_objective(desk: GoalDesk, name: str, exposed_by: tuple[str, ...] | None) -> ObjectiveFigures:
    """All figures of a goal; `exposed_by` tells by what it is exposed, None that it is not."""
    goal = desk.goals[name]
    results = desk.results(name, desk.as_of)
    pairs = list(zip(goal.key_results, results, strict=True))
    counted = [(result.weight, one) for result, one in pairs if one.counted]
    freeze = freeze_day(goal, desk.as_of)
    checkins = until(goal.checkins, freeze)
    behind = [(weight, one.days_behind) for weight, one in counted if one.days_behind is not None]
    progress = weighted_mean(counted_progress(goal, results))
    return ObjectiveFigures(
        id=name,
        window=desk.window(name),
        status=desk.status(name, desk.as_of),
        key_results=results,
        progress=progress,
        progress_original=_original(pairs) if len(pairs) > len(counted) else progress,
        progress_with_contributions=desk.rolled_up(name),
        expected=_expected(desk, name, counted),
        pace=_pace(progress, counted),
        days_behind=weighted_mean(behind),
        confidence=_confidence(checkins, counted),
        reported_status=last_reported(checkins) or _worst_reported(counted),
        score=_score(desk, name, counted),
        exposed=exposed_by is not None,
        counts=tuple(sorted(Counter(one.status for _, one in counted).items())),
        red_guards=desk.red_guards(name, freeze),
        exposed_by=exposed_by or (),
    )


def _original(pairs: list[tuple[KeyResult, KeyResultFigures]]) -> float | None:
    """The progress of all key results, of those that were dropped or replaced, too."""
    return weighted_mean([(result.weight, one.progress) for result, one in pairs])


def _unless_planned(figures: KeyResultFigures, expected: float) -> float:
    """What an objective expects of a key result: nothing while that is planned."""
    return 0.0 if figures.status == "planned" else expected


def _expected(desk: GoalDesk, name: str, counted: _Counted) -> float | None:
    """The weighted mean of what its key results are expected at; without any its own elapsed share."""
    if counted:
        return weighted_mean([(weight, _unless_planned(one, one.expected)) for weight, one in counted])
    goal, window = desk.goals[name], desk.window(name)
    top = desk.config.pace.top if goal.commitment == "aspirational" else 1.0
    return top * window.elapsed(min(freeze_day(goal, desk.as_of), window.end))


def _pace(progress: float | None, counted: _Counted) -> float | None:
    then = weighted_mean([(weight, _unless_planned(one, one.expected_then)) for weight, one in counted])
    return progress / then if progress is not None and then is not None and then > EPSILON else None


def _score(desk: GoalDesk, name: str, counted: _Counted) -> float | None:
    """A person's number; else, of a closed goal, what its key results' scores or its progress make."""
    goal = desk.goals[name]
    if goal.state != "closed" or goal.score is not None:
        return goal.score
    mean = weighted_mean([(weight, one.score) for weight, one in counted if one.score is not None])
    if mean is not None:
        return mean
    rolled = desk.rolled_up(name)
    return None if rolled is None else round_half_up(rolled)


def _confidence(checkins: tuple[CheckIn, ...], counted: _Counted) -> float | None:
    """The goal's own latest, else the weighted mean of its key results' latest."""
    own = last_confidence(checkins)
    if own is not None:
        return own
    return weighted_mean([(weight, one.confidence) for weight, one in counted if one.confidence is not None])


def _worst_reported(counted: _Counted) -> str | None:
    reported = [one.reported for _, one in counted if one.reported]
    return min(reported, key=WORST_FIRST.index) if reported else None
