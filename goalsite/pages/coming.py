"""What is due next: milestones, initiatives, ends and check-ins, as dated rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from goalsite.analysis.figures import KeyResultFigures
from goalsite.analysis.key_results import is_checked_in
from goalsite.core.periods import DAY, calendar_period, days_of, within_any
from goalsite.model.records import Objective
from goalsite.pages.desk import Desk
from goalsite.pages.due import Due, dues
from goalsite.pages.elements import Link
from goalsite.pages.links import cycle_link, goal_link, person_link, unit_link
from goalsite.pages.rows import ComingRow

SOON = 30
"""How many days ahead one looks."""

_MOST_PERIODS = 60
_MOST_UNITS = 3
"""How many units' check-ins of one day are told apart."""


def coming_rows(
    desk: Desk,
    goals: Iterable[Objective],
    most: int = 10,
    by_unit: bool = False,
    results: Collection[str] = (),
) -> tuple[ComingRow, ...]:
    """The next `most` things due for these goals within `SOON` days, and for these key results of others
    (`goal#kr`); `by_unit` sums check-ins up by unit."""
    live = [goal for goal in goals if goal.state == "active"]
    named = [due for goal in live for due in _dues(desk, goal)]
    checkins = [(goal.team, due) for goal in live for due in _next_checkin(desk, goal)]
    for name in dict.fromkeys(name.partition("#")[0] for name in results):
        goal = desk.objectives[name]
        if goal.state == "active":
            named += [due for due in _dues(desk, goal) if due.subject in results]
            checkins += [(goal.team, due) for due in _next_checkin(desk, goal, results)]
    rows = [*_ends(desk, {goal.cycle for goal in live})]
    if by_unit:
        rows += _summed_up(desk, checkins)
    else:
        named += [due for _, due in checkins]
    first = sorted(named, key=lambda due: (due.day, due.subject, due.what))[:most]
    rows += [(due.day, _row(desk, due)) for due in first]
    rows.sort(key=lambda pair: (pair[0], pair[1].link.href, pair[1].what))
    return tuple(row for _, row in rows[:most])


def _soon(desk: Desk, day: date) -> bool:
    return 0 <= (day - desk.as_of).days <= SOON


def _dues(desk: Desk, goal: Objective) -> Iterator[Due]:
    """What is due soon by the file and the plan of a goal; that a whole is due is told without its title."""
    text = desk.language.text
    for due in dues(desk, goal, planned=True):
        if not _soon(desk, due.day):
            continue
        if due.key == "due":
            is_objective = due.subject == goal.id
            told = text("Objective is due: score and close it") if is_objective else text("Key result is due")
            yield due._replace(what=told)
        else:
            yield due


def _next_checkin(desk: Desk, goal: Objective, among: Collection[str] | None = None) -> Iterator[Due]:
    """The first day on which some key result of a goal is to be checked in; `among` these only."""
    pairs = zip(goal.key_results, desk.analysis.objectives[goal.id].key_results, strict=True)
    days = [
        (day, result.owner or goal.owner or "")
        for result, one in pairs
        if one.counted and one.status != "achieved" and is_checked_in(result) and desk.as_of in one.window
        if among is None or f"{goal.id}#{result.id}" in among
        if (day := next_checkin_day(one, desk)) is not None
    ]
    if days and _soon(desk, min(days)[0]):
        day, who = min(days)
        yield Due(day, goal.id, "check-in", desk.language.text("Check-in"), who)


def next_checkin_day(figures: KeyResultFigures, desk: Desk) -> date | None:
    """The last day of the first period, from today's on, that has no check-in yet and is no holiday."""
    last = figures.checkins[-1].date if figures.checkins else None
    if figures.cadence == "end":
        return figures.window.end
    length = days_of(figures.cadence)
    period = calendar_period(figures.cadence, desk.as_of)
    if period is None:
        since, end = last or figures.window.start, figures.window.end
        left = max(0, (end - since).days)  # a length may lead beyond the year 9999
        return min(max(since + timedelta(days=min(length or 0, left)), desk.as_of), end)
    for _ in range(_MOST_PERIODS):
        checked_in = last is not None and last >= period.start
        if not checked_in and not within_any(period, desk.config.holidays):
            return min(period.end, figures.window.end)
        if period.end >= figures.window.end:
            return None
        following = calendar_period(figures.cadence, period.end + DAY)
        if following is None:
            return None
        period = following
    return None


def _row(desk: Desk, due: Due) -> ComingRow:
    who = person_link(desk, due.who) if due.who else None
    return _dated(desk, due.day, due.what, goal_link(desk, due.subject), who)


def _dated(desk: Desk, day: date, what: str, link: Link, who: Link | None = None) -> ComingRow:
    relative = desk.language.in_days((day - desk.as_of).days)
    return ComingRow(date=desk.language.date(day), what=what, link=link, who=who, relative=relative)


def _summed_up(desk: Desk, checkins: Iterable[tuple[str, Due]]) -> Iterator[tuple[date, ComingRow]]:
    """The check-ins of each day by unit; of many units on one day together."""
    days: dict[date, Counter[str]] = {}
    for unit, due in checkins:
        days.setdefault(due.day, Counter())[unit] += 1
    for day, counts in days.items():
        if len(counts) > _MOST_UNITS:
            link = Link(desk.language.text("All units"), "teams/")
            yield day, _dated(desk, day, _to_check_in(desk, counts.total()), link)
        else:
            for unit, count in counts.items():
                yield day, _dated(desk, day, _to_check_in(desk, count), unit_link(desk, unit))


def _to_check_in(desk: Desk, n: int) -> str:
    return desk.language.plural("Check-in of %(n)s objective", "Check-in of %(n)s objectives", n)


def _ends(desk: Desk, cycles: Iterable[str]) -> list[tuple[date, ComingRow]]:
    """The ends of cycles."""
    ends = [(desk.cycles[name].period.end, name) for name in cycles if name in desk.cycles]
    what = desk.language.text("Cycle ends: score and close")
    return [(day, _dated(desk, day, what, cycle_link(desk, name))) for day, name in ends if _soon(desk, day)]
