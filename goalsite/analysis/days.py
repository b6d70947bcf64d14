"""Windows and the days on which goals are judged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from goalsite.core.periods import Period
from goalsite.history.timeline import Timeline
from goalsite.model.records import Binary, CheckIn, KeyResult, Milestone, Milestones, Objective


def goal_window(goal: Objective, cycle: Period) -> Period:
    """A goal's window: its own start and due, else its cycle's."""
    return _window(goal.start, goal.due, cycle)


def result_window(result: KeyResult, goal: Period) -> Period:
    """A key result's window: its own start and due, else its goal's."""
    return _window(result.start, result.due, goal)


def _window(start: date | None, due: date | None, around: Period) -> Period:
    first, last = start or around.start, due or around.end
    return Period(first, max(first, last))  # out of order only where that was reported


def freeze_day(goal: Objective, as_of: date) -> date:
    """F: values count up to it. `as_of`, for a goal with `closed:` the earlier of the two."""
    return min(as_of, goal.closed) if goal.closed else as_of


@dataclass(frozen=True, slots=True)
class Dated:
    """What git dates, dated: all check-ins by day, and the day of what is done, by position of the milestone."""

    checkins: tuple[CheckIn, ...]
    done: tuple[date | None, ...] = ()


def dated(result: KeyResult, path: str, timeline: Timeline, as_of: date) -> Dated:
    """The check-ins and days of completion of a key result; a `current` counts as a check-in of its day."""
    days = {checkin.date: checkin for checkin in result.checkins}
    now = result.current
    if now:
        when = now.checked or timeline.written(path, as_of)
        before = days.get(when, CheckIn(when))
        days[when] = replace(
            before,
            value=now.value,
            confidence=before.confidence if now.confidence is None else now.confidence,
            status=now.status or before.status,
            note=now.note or before.note,
        )
    measure = result.measure
    if isinstance(measure, Milestones):
        done = tuple(_done(step, path, timeline, as_of) for step in measure.steps)
    else:
        done = (_done(measure, path, timeline, as_of),) if isinstance(measure, Binary) else ()
    return Dated(tuple(days[when] for when in sorted(days)), done)


def _done(step: Milestone | Binary, path: str, timeline: Timeline, as_of: date) -> date | None:
    if step.done is True:
        return timeline.written(path, as_of)
    return step.done or None
