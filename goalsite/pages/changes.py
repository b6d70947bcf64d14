"""What changed, on the site and in each unit with those below it: this week, this cycle, month by month.

Of the last seven days everything that happened is told; of the time before what commits did to goals. The
values of key results stand with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import chain, groupby
from typing import NamedTuple

from goalsite.pages.commits import author_links, commit_link
from goalsite.pages.desk import Desk, once
from goalsite.pages.edit_words import subject_title
from goalsite.pages.elements import Link, site_href
from goalsite.pages.entries import entry
from goalsite.pages.events import Edited, Event, in_order
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame, unit_ancestors
from goalsite.pages.history_views import ChangeRow, ChangesPage, DayChanges, GoalChanges, Period
from goalsite.pages.links import cycle_name, goal_link, unit_link
from goalsite.pages.newest import WEEK, places_of
from goalsite.pages.paging import pager, part_path, parts
from goalsite.pages.paths import page_path

PATH = "changes/"
_ONE_DAY = date.resolution


Ref = tuple[str, str]
"""An event by the goal that it happened to and its key, which names it among all of one day."""

Place = tuple[str, str, int]
"""A page: the unit, which is empty for the site; the month, empty for what is newer; the number among its
parts."""


class Day(NamedTuple):
    """The events of one day in the stretch of time (`week`, `cycle`, or a month) under which they stand."""

    period: str
    day: date
    events: tuple[Ref, ...]


class Part(NamedTuple):
    """What stands on one of so many `pages`, and the months before that have pages of their own."""

    days: tuple[Day, ...]
    pages: int
    earlier: tuple[str, ...]


def changes_path(unit: str = "") -> str:
    """The path of what changed in a unit; of the root unit that of the whole site."""
    return f"{page_path('team', unit)}_/changes/" if unit else PATH


def changes_link(desk: Desk, unit: str = "") -> Link | None:
    """To all that changed on the site or in a unit; None without git."""
    if not desk.stories.is_known:
        return None
    return Link(desk.language.text("All changes"), site_href(changes_path(unit)))


def changes_pages(desk: Desk, chosen: Sequence[Place] | None = None) -> Iterator[tuple[ChangesPage, Frame]]:
    """What changed on the site and in each unit, this week and this cycle and in each month before that, 500
    events to a page; or the chosen ones of these pages."""
    laid = changes_laid(desk)
    for place in laid if chosen is None else chosen:
        yield _page(desk, place, laid[place])


def changes_place(place: Place) -> str:
    """Where such a page lies."""
    unit, month, number = place
    return part_path(_month_path(unit, month) if month else changes_path(unit), number)


@once
def changes_laid(desk: Desk) -> dict[Place, Part]:
    """Which events stand on which page: those of the site first, then each unit's; the newest, then those of
    each month."""
    by_place = _by_place(desk)
    cycle = desk.cycles.get(desk.analysis.current_cycle or "")
    last = desk.as_of - WEEK
    first = cycle.period.start if cycle else last + _ONE_DAY
    units = [team.id for team in desk.corpus.teams if team.parent is not None]
    laid: dict[Place, Part] = {}
    for unit in ("", *units) if desk.stories.is_known else ("",):
        found = by_place.get(unit, [])
        edits = [event for event in found if isinstance(event, Edited)]
        months = tuple(dict.fromkeys(_month(event) for event in edits if event.day < first))
        newest = [("week", event) for event in found if event.day > last]
        newest += [("cycle", event) for event in edits if first <= event.day <= last]
        laid |= _in_parts(unit, "", newest, months)
        for month, its in groupby(edits, _month):
            if month in months:
                laid |= _in_parts(unit, month, [(month, event) for event in its])
    return laid


def _in_parts(
    unit: str, month: str, placed: list[tuple[str, Event]], earlier: tuple[str, ...] = ()
) -> Iterator[tuple[Place, Part]]:
    """Events, each with its stretch of time, on as many pages as they take."""
    pages = parts(placed)
    for number, page in enumerate(pages, 1):
        days = groupby(page, lambda one: (one[0], one[1].day))
        told = (Day(*when, tuple((event.subject, event.key) for _, event in its)) for when, its in days)
        yield (unit, month, number), Part(tuple(told), len(pages), earlier)


@once
def _of_this_week(desk: Desk) -> dict[str, tuple[Event, ...]]:
    """What happened to each goal in the last seven days, without what commits did to it."""
    found: dict[str, list[Event]] = {}
    for event in desk.events.week:
        if not isinstance(event, Edited):
            found.setdefault(event.subject, []).append(event)
    return {name: tuple(events) for name, events in found.items()}


def _by_place(desk: Desk) -> dict[str, list[Event]]:
    """All that is told, by unit and those above it, newest first; the site's is at the empty name."""
    above = {goal.id: places_of(goal, desk.units_above) for goal in desk.goals}
    above |= {
        gone.id: desk.units_above.get(gone.team, ("",))
        for gone in desk.stories.gone.values()
        if gone.id not in above
    }
    week = _of_this_week(desk).values()
    found: dict[str, list[Event]] = {}
    for event in sorted(chain.from_iterable((*week, *desk.edited.values())), key=in_order):
        for place in above.get(event.subject, ("",)):
            found.setdefault(place, []).append(event)
    return found


def _month(event: Event) -> str:
    return event.day.isoformat()[:7]


def _month_path(unit: str, month: str) -> str:
    return f"{changes_path(unit)}_/{month}/" if not unit else f"{changes_path(unit)}{month}/"


def _page(desk: Desk, place: Place, part: Part) -> tuple[ChangesPage, Frame]:
    """One page, with the way to the earlier months."""
    unit, month, number = place
    path = changes_place((unit, month, 1))
    title = _title(desk, unit, month)
    up = (Link(_title(desk, unit), site_href(changes_path(unit))),) if month else ()
    page = ChangesPage(
        title=title,
        intro="" if month else _intro(desk),
        note=_note(desk) if desk.stories.is_known else "",
        places=(*up, *((unit_link(desk, unit),) if unit else ())),
        periods=tuple(_periods(desk, part.days)),
        earlier=tuple(
            Link(desk.language.cycle(name), site_href(_month_path(unit, name))) for name in part.earlier
        ),
        pager=pager(desk.language, path, number, part.pages),
    )
    around = frame(
        desk,
        changes_place(place),
        title,
        "teams/" if unit else "",
        breadcrumb=(*unit_ancestors(desk, unit), unit_link(desk, unit)) if unit else (),
        unit=unit or None,
    )
    return page, around


def _title(desk: Desk, unit: str, month: str = "") -> str:
    text = desk.language.text
    if not unit:
        if month:
            return text("What changed in %(period)s", period=desk.language.cycle(month))
        return text("What changed")
    name = unit_link(desk, unit).text
    if month:
        return text("%(unit)s: what changed in %(period)s", unit=name, period=desk.language.cycle(month))
    return text("%(unit)s: what changed", unit=name)


def _intro(desk: Desk) -> str:
    text = desk.language.text
    if not desk.stories.is_known:
        return text("This folder has no git history, so nobody knows who changed what and when.")
    return text(
        "All that happened in the last seven days; before that what was rewritten. "
        "Earlier values stand with each key result."
    )


def _note(desk: Desk) -> str:
    """Where the history begins, if not with the first commit."""
    if desk.stories.begins is None:
        return ""
    return desk.language.text(
        "The history begins on %(date)s: what came before is not in this clone of the repository, "
        "which is shallow.",
        date=desk.language.date(desk.stories.begins),
    )


def _periods(desk: Desk, days: Iterable[Day]) -> Iterator[Period]:
    for name, group in groupby(days, lambda one: one.period):
        title, note = _of_period(desk, name)
        shown = (DayChanges(desk.language.date(one.day), tuple(_goals(desk, one))) for one in group)
        yield Period(name, title, note, tuple(shown))


def _of_period(desk: Desk, name: str) -> tuple[str, str]:
    """What a stretch of time is called, and from when to when it is."""
    text, window = desk.language.text, desk.language.window
    if name == "week":
        return text("This week"), window(desk.as_of - WEEK + _ONE_DAY, desk.as_of)
    cycle = desk.cycles.get(desk.analysis.current_cycle or "")
    if name == "cycle" and cycle is not None:
        title = text("Before that in %(cycle)s", cycle=cycle_name(desk, cycle.id))
        return title, text("from %(date)s on", date=desk.language.date(cycle.period.start))
    return desk.language.cycle(name), ""


def _goals(desk: Desk, told: Day) -> Iterator[GoalChanges]:
    by_goal: dict[str, list[str]] = {}
    for subject, key in told.events:
        by_goal.setdefault(subject, []).append(key)
    for subject in sorted(by_goal, key=lambda name: (_unit_of(desk, name), name)):
        rows = tuple(_told(desk, told.day, subject, key) for key in by_goal[subject])
        yield GoalChanges(_link(desk, subject), rows)


def _told(desk: Desk, day: date, subject: str, key: str) -> ChangeRow:
    """An event as a row, made once however many units it stands in."""
    return desk.piece("change", (day, subject, key), partial(_row, desk, day, subject, key))


def _row(desk: Desk, day: date, subject: str, key: str) -> ChangeRow:
    its = (*_of_this_week(desk).get(subject, ()), *desk.edited.get(subject, ()))
    event = next(one for one in its if (one.day, one.key) == (day, key))
    told = entry(desk, event)
    if isinstance(event, Edited):
        commit = event.commit
        return ChangeRow(told.what, told.lines, author_links(desk, commit.authors), commit_link(desk, commit))
    by = (Link(told.by, ""),) if told.by else ()
    title = subject_title(desk, subject)
    return ChangeRow(told.what, tuple(line for line in told.lines if line != title), by)


def _unit_of(desk: Desk, name: str) -> str:
    goal = desk.objectives.get(name) or desk.kpis.get(name)
    return goal.team if goal else ""


def _link(desk: Desk, name: str) -> Link:
    """A goal with its unit; of one that is no more the title alone."""
    if name not in desk.objectives and name not in desk.kpis:
        return Link(subject_title(desk, name), "")
    unit = _unit_of(desk, name)
    return goal_link(desk, name, unit_link(desk, unit).text if unit else "")
