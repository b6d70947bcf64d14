"""What was reported of goals that run: check-ins, and the key results that people are asked about."""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.analysis.figures import KeyResultFigures
from goalsite.lint.near import NearObjective
from goalsite.lint.written import Place
from goalsite.model.records import CheckIn, KeyResult, Objective


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

    None where its check-in log could not be read, which was told: nobody knows what it says of them.
    """
    if is_running(goal, near) and not near.written.is_table_broken:
        for result, figures in results(goal, near):
            if figures.window.start <= near.as_of and result.score is None:
                yield result, figures


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
