"""Windows and the days on which goals are judged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from goalsite.core.periods import Period
from goalsite.core.values import replace
from goalsite.history.timeline import Timeline
from goalsite.model.records import Binary, CheckIn, Current, KeyResult, Milestone, Milestones, Objective


def goal_window(goal: Objective, cycle: Period) -> Period:
    """A goal's window: its own start and due, else its cycle's."""
    return _window(goal.start, goal.due, cycle)


def result_window(result: KeyResult, goal: Period) -> Period:
    """A key result's window: its own start and due, else its goal's."""
    return _window(result.start, result.due, goal)


def _window(start: date | None, due: date | None, around: Period) -> Period:
    first, last = start or around.start, due or around.end
    window = Period(first, max(first, last))  # out of order only where that was reported
    return around if window == around else window  # one for all goals of a cycle


def freeze_day(goal: Objective, as_of: date) -> date:
    """F: values count up to it. `as_of`, for a goal with `closed:` the earlier of the two."""
    return min(as_of, goal.closed) if goal.closed else as_of


class GoalDay(NamedTuple):
    """A goal as it is looked at on `day`: its window, F, its cadence."""

    goal: Objective
    day: date
    window: Period
    freeze: date
    cadence: str

    @property
    def closed(self) -> bool:
        """Whether the file says that the goal is closed."""
        return self.goal.state == "closed"


def until(checkins: tuple[CheckIn, ...], day: date) -> tuple[CheckIn, ...]:
    """The check-ins, which stand by date, up to `day`."""
    if not checkins or checkins[-1].date <= day:
        return checkins
    return tuple([one for one in checkins if one.date <= day])


class Dated(NamedTuple):
    """What git dates, dated: check-ins by day, and by position of the milestone the day it was done."""

    checkins: tuple[CheckIn, ...]
    done: tuple[date | None, ...] = ()


def dated(result: KeyResult, path: str, timeline: Timeline, as_of: date) -> Dated:
    """The check-ins and days of completion of a key result; each thing that `current` has said is a check-in
    of its day, unless a value is written for a day."""
    checkins = result.checkins
    if result.current and all(checkin.value is None for checkin in checkins):
        days = {checkin.date: checkin for checkin in checkins}
        said = {now.checked or day: now for day, now in _said(result, path, timeline, as_of)}
        for when, now in said.items():
            days[when] = _joined(now, days.get(when, CheckIn(when)))
        checkins = tuple(days[day] for day in sorted(days))
    return Dated(
        checkins,
        tuple(_done(step, title, result, path, timeline, as_of) for title, step in _steps(result)),
    )


def _said(result: KeyResult, path: str, timeline: Timeline, as_of: date) -> Iterator[tuple[date, Current]]:
    """What `current` has said, in the order in which it was said; what git does not know yet last."""
    known = timeline.statements(path, result.id)
    for day, now in known:
        if now is not None:
            yield day, now
    if result.current and (not known or known[-1].now != result.current):
        yield as_of, result.current


def is_dated(goal: Objective, timeline: Timeline) -> bool:
    """Whether git knows all that the file leaves to git to date."""
    for result in goal.key_results:
        known = timeline.statements(goal.path, result.id)
        now = result.current
        if now and now.checked is None and (not known or known[-1].now != now):
            return False
        if any(
            step.done is True and timeline.done_since(goal.path, result, title) is None
            for title, step in _steps(result)
        ):
            return False
    return True


def _joined(now: Current, row: CheckIn) -> CheckIn:
    """`current` and a row of its day in one: what the row gives wins, as rows win over the file in a log."""
    return replace(
        row,
        value=now.value,
        confidence=now.confidence if row.confidence is None else row.confidence,
        status=row.status or now.status,
        note=row.note or now.note,
    )


def _steps(result: KeyResult) -> tuple[tuple[str, Milestone | Binary], ...]:
    """What is done or not, by title."""
    measure = result.measure
    if isinstance(measure, Milestones):
        return tuple((step.title, step) for step in measure.steps)
    return (("", measure),) if isinstance(measure, Binary) else ()


def _done(
    step: Milestone | Binary, title: str, result: KeyResult, path: str, timeline: Timeline, as_of: date
) -> date | None:
    if step.done is True:
        return timeline.done_since(path, result, title) or as_of
    return step.done or None
