"""The days that a goal's file names for something to be finished, as long as it is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from goalsite.analysis.figures import KeyResultFigures
from goalsite.model.records import KeyResult, Milestones, Objective
from goalsite.pages.desk import Desk


class Due(NamedTuple):
    """Something due: for which goal or `goal#kr`, which of its things (`key`), in words, by whom (a handle,
    or empty)."""

    day: date
    subject: str
    key: str
    what: str
    who: str = ""


def dues(desk: Desk, goal: Objective, *, planned: bool = False) -> Iterator[Due]:
    """What is due for a goal by its file, done things left out, in the order of the file.

    A milestone without a day is `planned` for the one that the plan gives it.
    """
    text, figures = desk.language.text, desk.analysis.objectives[goal.id]
    for result, one in zip(goal.key_results, figures.key_results, strict=True):
        if one.counted and one.status != "achieved":
            yield from _of_result(desk, goal, result, one, planned=planned)
    for work in goal.initiatives:
        if work.due is not None and work.done is None:
            what = text("Initiative: %(title)s", title=work.title)
            yield Due(work.due, goal.id, f"initiative/{work.title}", what, work.owner or goal.owner or "")
    if goal.due is not None:
        what = text("Due: %(title)s", title=goal.title)
        yield Due(goal.due, goal.id, "due", what, goal.owner or goal.person or "")


def _of_result(
    desk: Desk, goal: Objective, result: KeyResult, one: KeyResultFigures, *, planned: bool
) -> Iterator[Due]:
    text, subject = desk.language.text, f"{goal.id}#{result.id}"
    who = result.owner or goal.owner or goal.person or ""
    if isinstance(result.measure, Milestones):
        for step, (title, _, day, done) in zip(result.measure.steps, one.steps, strict=True):
            if done is None and (planned or step.due is not None):
                what = text("Milestone: %(title)s", title=title)
                yield Due(day, subject, f"step/{title}", what, who)
    if result.due is not None:
        yield Due(result.due, subject, "due", text("Due: %(title)s", title=result.title), who)
