"""What happened to a goal, as its files date it: check-ins, colours, steps done, beginnings and ends.

An event is told in no language yet. What has no day of its own is no event: the day of the figures makes
none, so that what is told once stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from msgspec import Struct

from goalsite.analysis.figures import KpiFigures, KpiPoint, ObjectiveFigures
from goalsite.analysis.goal_posts import DRAFTS
from goalsite.core.names import fold_handle
from goalsite.core.periods import Period
from goalsite.core.values import replace
from goalsite.history.records import Commit, Edit, Turn
from goalsite.model.records import Binary, CheckIn, Initiative, KeyResult, Kpi, Milestones, Objective, Review

MOST = 30
"""How many events are kept of one goal, or of whatever else one follows."""

_JUDGED = ("green", "amber", "red")


class Said(Struct, frozen=True):
    """A check-in on a key result (of the whole objective: an empty id), and the value it had before."""

    result: str
    checkin: CheckIn
    before: float | str | None = None


class CheckedIn(Struct, frozen=True):
    """A day's check-ins on one objective, on the whole of it first."""

    day: date
    subject: str
    key: str
    said: tuple[Said, ...]


class Crossed(Struct, frozen=True):
    """A KPI's point of another colour than the one before, or the second in red."""

    day: date
    subject: str
    key: str
    before: KpiPoint
    now: KpiPoint


class Done(Struct, frozen=True):
    """A milestone, or what is done at once: its title and key result."""

    day: date
    subject: str
    key: str
    title: str
    result: str


class WorkDone(Struct, frozen=True):
    """An initiative that is done."""

    day: date
    subject: str
    key: str
    work: Initiative


class Left(Struct, frozen=True):
    """A key result that left the count."""

    day: date
    subject: str
    key: str
    result: str


class Reviewed(Struct, frozen=True):
    """An interim review."""

    day: date
    subject: str
    key: str
    review: Review


class Turned(Struct, frozen=True):
    """A turn in the life of an objective (key `begins`, `ends`, `closed`) or of a cycle (`cycle-begins`,
    `cycle-ends`; the subject is its id)."""

    day: date
    subject: str
    key: str


class Edited(Struct, frozen=True):
    """What a commit did to a goal: how it came, moved or went, and what it says otherwise since that nothing
    else that happened tells. Of two commits the later one has the smaller `place`, which stays when others
    come after it."""

    day: date
    subject: str
    key: str
    commit: Commit
    turn: Turn | None
    edits: tuple[Edit, ...]
    place: int = 0


Event = CheckedIn | Crossed | Done | WorkDone | Left | Reviewed | Turned | Edited
"""`subject` is the id of what it happened to; with the day, `key` names it among all that happened to that,
and stays when the file goes on."""


Order = tuple[int, str, str, int, str]
"""What sorts events."""


Ordered = tuple[Order, Event]
"""An event and what sorts it."""


def in_order(event: Event) -> Order:
    """The key that sorts newest first, and what one day brought by what it happened to."""
    kind, place = ("commit", event.place) if isinstance(event, Edited) else (event.key, 0)
    return -event.day.toordinal(), event.subject, kind, place, event.key


def objective_events(
    goal: Objective,
    figures: ObjectiveFigures,
    as_of: date,
    edited: tuple[Edited, ...] = (),
    *,
    dated: bool,
) -> tuple[Ordered, ...]:
    """What happened to an objective up to `as_of`, newest first, at most `MOST`, each with what sorts it;
    `dated` says whether git has dated all that only git can."""
    undated = not dated
    found: list[Event] = [
        *_checked_in(goal, figures, as_of, undated),
        *_done(goal, figures, undated),
        *_work(goal),
        *_left(goal),
        *_reviewed(goal),
        *_life(goal, figures, as_of),
        *edited[:MOST],
    ]
    return _newest(found, as_of)


def kpi_events(
    kpi: Kpi, figures: KpiFigures, as_of: date, edited: tuple[Edited, ...] = ()
) -> tuple[Ordered, ...]:
    """When a KPI crossed a bound, or stayed in red for a second time, newest first, at most `MOST`, each with
    what sorts it.

    The point of a period that still runs is dated anew each day, and waits until it is over.
    """
    found: list[Event] = []
    earlier = ""
    for before, now in pairwise(figures.points):
        if before.color in _JUDGED and now.color in _JUDGED:
            again = now.color == before.color == "red" and earlier != "red"
            if now.color != before.color or again:
                found.append(Crossed(now.date, kpi.id, "health", before, now))
        earlier = before.color
    if found and found[-1].day == as_of and not _is_written(kpi, as_of):
        found.pop()
    return _newest([*found, *edited[:MOST]], as_of)


def _is_written(kpi: Kpi, day: date) -> bool:
    """Whether its series has a point of that very day."""
    return any(point.date == day and point.period is None for point in kpi.series)


def with_order(events: Iterable[Event]) -> tuple[Ordered, ...]:
    """Each event with what sorts it, found once for all the lists that it may stand in."""
    return tuple([(in_order(event), event) for event in events])


def order_of(placed: Ordered) -> Order:
    """What sorts an event."""
    return placed[0]


def _newest(found: list[Event], as_of: date) -> tuple[Ordered, ...]:
    placed = sorted(with_order([event for event in found if event.day <= as_of]), key=order_of)[:MOST]
    if len({(event.day, event.key) for _, event in placed}) == len(placed):
        return tuple(placed)
    taken: set[tuple[date, str]] = set()
    return with_order(_named_apart(event, taken) for _, event in placed)


def _named_apart(event: Event, taken: set[tuple[date, str]]) -> Event:
    """The event with a key of its own: two steps of one title may be done on one day."""
    key, n = event.key, 1
    while (event.day, key) in taken:
        n += 1
        key = f"{event.key}-{n}"
    taken.add((event.day, key))
    return event if n == 1 else replace(event, key=key)


def _checked_in(
    goal: Objective, figures: ObjectiveFigures, as_of: date, undated: bool
) -> Iterator[CheckedIn]:
    """One event a day, however many key results were looked at."""
    days: dict[date, list[Said]] = {}
    for whole in goal.checkins:
        if whole.date <= as_of:
            days.setdefault(whole.date, []).append(Said("", whole))
    for result, one in zip(goal.key_results, figures.key_results, strict=True):
        floating = undated and result.current is not None and result.current.checked is None
        before: float | str | None = one.baseline
        for checkin in one.checkins:
            if floating and checkin.date == as_of:
                continue
            days.setdefault(checkin.date, []).append(Said(one.id, checkin, before))
            before = before if checkin.value is None else checkin.value
    for day in sorted(days, reverse=True)[:MOST]:
        yield CheckedIn(day, goal.id, "checkin", tuple(days[day]))


def _done(goal: Objective, figures: ObjectiveFigures, undated: bool) -> Iterator[Done]:
    for result, one in zip(goal.key_results, figures.key_results, strict=True):
        for (title, _, _, day), said in zip(one.steps, _said_done(result), strict=False):
            if day is not None and not (undated and said is True):
                key = f"done/{one.id}/{title}" if title else f"done/{one.id}"
                yield Done(day, goal.id, key, title or result.title, one.id)


def _said_done(result: KeyResult) -> tuple[date | bool | None, ...]:
    """What the file says of when its steps were done."""
    measure = result.measure
    if isinstance(measure, Milestones):
        return tuple(step.done for step in measure.steps)
    return (measure.done,) if isinstance(measure, Binary) else ()


def _work(goal: Objective) -> Iterator[WorkDone]:
    for work in goal.initiatives:
        if work.done is not None:
            yield WorkDone(work.done, goal.id, f"initiative/{work.title}", work)


def _left(goal: Objective) -> Iterator[Left]:
    for result in goal.key_results:
        if result.on is not None and (result.dropped or result.replaced_by is not None):
            yield Left(result.on, goal.id, f"left/{result.id}", result.id)


def _reviewed(goal: Objective) -> Iterator[Reviewed]:
    for review in goal.reviews:
        by = fold_handle(review.by)
        yield Reviewed(review.date, goal.id, f"review/{by}" if by else "review", review)


def _life(goal: Objective, figures: ObjectiveFigures, as_of: date) -> Iterator[Turned]:
    """Its beginning and end; one closed in time has no other end."""
    if goal.state in DRAFTS:
        return
    for turn in turns(figures.window, goal.id, "", as_of):
        if turn.key == "begins" or goal.state != "closed" or (goal.closed and goal.closed > turn.day):
            yield turn
    if goal.state == "closed" and goal.closed is not None:
        yield Turned(goal.closed, goal.id, "closed")


def turns(window: Period, subject: str, prefix: str, as_of: date) -> Iterator[Turned]:
    """The end and the beginning of a window, as far as they have come."""
    if window.end <= as_of:
        yield Turned(window.end, subject, f"{prefix}ends")
    if window.start <= as_of:
        yield Turned(window.start, subject, f"{prefix}begins")
