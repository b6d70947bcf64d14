"""What was reported of goals that run: check-ins, and the key results that people are asked about."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from goalsite.analysis.figures import KeyResultFigures
from goalsite.lint.near import NearObjective
from goalsite.lint.written import Place
from goalsite.model.records import CheckIn, KeyResult, Maintain, Metric, Objective


def is_running(goal: Objective, near: NearObjective) -> bool:
    """Whether somebody should be looking at the goal: it is active, and the day lies in its window."""
    return goal.state == "active" and near.as_of in near.figures.window


def results(goal: Objective, near: NearObjective) -> Iterator[tuple[KeyResult, KeyResultFigures]]:
    """The key results of a goal with their figures, without dropped and replaced ones."""
    for result, figures in zip(goal.key_results, near.figures.key_results, strict=True):
        if figures.counted:
            yield result, figures


def running_results(goal: Objective, near: NearObjective) -> Iterator[tuple[KeyResult, KeyResultFigures]]:
    """The key results of a running goal that have begun and are not scored yet.

    None where its check-in log could not be read, and not those whose measure or window contradicts itself,
    which was told: nobody knows what the numbers say of them.
    """
    if is_running(goal, near) and not near.written.is_table_broken:
        for result, figures in results(goal, near):
            has_begun = figures.window.start <= near.as_of and result.score is None
            if has_begun and not _contradicts_itself(result):
                yield result, figures


def _contradicts_itself(result: KeyResult) -> bool:
    """Whether its measure has no way to go, or its window none to go it in."""
    measure = result.measure
    if result.start and result.due and result.start > result.due:
        return True
    if isinstance(measure, Maintain):
        return measure.low is not None and measure.high is not None and measure.low > measure.high
    if not isinstance(measure, Metric):
        return False
    if measure.levels is None:
        return measure.target is None or measure.target == measure.baseline
    levels = (measure.levels.commit, measure.levels.target, measure.levels.stretch)
    steps = levels if measure.baseline is None else (measure.baseline, *levels)
    rises = [after > before for before, after in pairwise(steps) if after != before]
    return len(rises) < len(steps) - 1 or len(set(rises)) > 1


def own_checkins(goal: Objective, near: NearObjective) -> tuple[CheckIn, ...]:
    """The check-ins of a running goal about the whole, up to the day; none of one that does not run."""
    if not is_running(goal, near):
        return ()
    return tuple(one for one in goal.checkins if one.date <= near.as_of)


def last_confident(checkins: tuple[CheckIn, ...]) -> CheckIn | None:
    """The last check-in that gives a confidence."""
    return next((one for one in reversed(checkins) if one.confidence is not None), None)


def last_status(checkins: tuple[CheckIn, ...]) -> CheckIn | None:
    """The last check-in that reports a status."""
    return next((one for one in reversed(checkins) if one.status is not None), None)


def called(result: KeyResult | None) -> str:
    """How a message names a key result; None stands for the objective."""
    if result is None:
        return "the objective"
    return f'"{result.id}"' if result.named else f"key result {result.id}"


def width(place: Place, said: str) -> int:
    """How many characters a caret underlines where a check-in says that; of a log the row's date."""
    return len("2026-10-05") if place.path.endswith(".csv") else len(said)
