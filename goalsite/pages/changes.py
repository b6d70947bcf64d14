"""What changed, on the site and in each unit with those below it: this week, this cycle, month by month.

Of the last seven days everything that happened is told; of the time before what commits did to goals. The
values of key results stand with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, groupby
from typing import NamedTuple

from goalsite.pages.commits import author_links, commit_link
from goalsite.pages.desk import Desk
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


class _Placed(NamedTuple):
    """An event in the stretch of time (`week`, `cycle`, or a month) under which it stands."""

    period: str
    event: Event


class _Told:
    """What events are in words, each made once however many units it stands in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: dict[tuple[date, str, str], ChangeRow] = {}

    def row(self, event: Event) -> ChangeRow:
        """The event as a row."""
        name = event.day, event.subject, event.key
        if name not in self._known:
            self._known[name] = self._row(event)
        return self._known[name]

    def _row(self, event: Event) -> ChangeRow:
        desk = self._desk
        told = entry(desk, event)
        if isinstance(event, Edited):
            commit = event.commit
            return ChangeRow(
                told.what, told.lines, author_links(desk, commit.authors), commit_link(desk, commit)
            )
        by = (Link(told.by, ""),) if told.by else ()
        title = subject_title(desk, event.subject)
        return ChangeRow(told.what, tuple(line for line in told.lines if line != title), by)


def changes_path(unit: str = "") -> str:
    """The path of what changed in a unit; of the root unit that of the whole site."""
    return f"{page_path('team', unit)}_/changes/" if unit else PATH


def changes_link(desk: Desk, unit: str = "") -> Link | None:
    """To all that changed on the site or in a unit; None without git."""
    if not desk.stories.is_known:
        return None
    return Link(desk.language.text("All changes"), site_href(changes_path(unit)))


def changes_pages(desk: Desk) -> Iterator[tuple[ChangesPage, Frame]]:
    """What changed on the site and in each unit, this week and this cycle and in each month before that, 500
    events to a page."""
    told = _Told(desk)
    by_place = _by_place(desk)
    units = [team.id for team in desk.corpus.teams if team.parent is not None]
    for unit in ("", *units) if desk.stories.is_known else ("",):
        found = by_place.get(unit, [])
        week = [event for event in found if event.day > desk.as_of - WEEK]
        edits = [event for event in found if isinstance(event, Edited)]
        cycle = desk.cycles.get(desk.analysis.current_cycle or "")
        first = cycle.period.start if cycle else desk.as_of - WEEK + _ONE_DAY
        months = dict.fromkeys(_month(event) for event in edits if event.day < first)
        placed = [_Placed("week", event) for event in week]
        placed += [_Placed("cycle", event) for event in edits if first <= event.day <= desk.as_of - WEEK]
        yield from _pages(desk, unit, placed, told, "", tuple(months))
        for month, its in groupby((event for event in edits if _month(event) in months), _month):
            yield from _pages(desk, unit, [_Placed(month, event) for event in its], told, month)


def _by_place(desk: Desk) -> dict[str, list[Event]]:
    """All that is told, by unit and those above it, newest first; the site's is at the empty name."""
    above = {goal.id: places_of(goal, desk.units_above) for goal in desk.goals}
    above |= {
        gone.id: desk.units_above.get(gone.team, ("",))
        for gone in desk.stories.gone.values()
        if gone.id not in above
    }
    week = (event for event in desk.events.week if not isinstance(event, Edited))
    found: dict[str, list[Event]] = {}
    for event in sorted(chain(week, *desk.edited.values()), key=in_order):
        for place in above.get(event.subject, ("",)):
            found.setdefault(place, []).append(event)
    return found


def _month(event: Event) -> str:
    return f"{event.day:%Y-%m}"


def _month_path(unit: str, month: str) -> str:
    return f"{changes_path(unit)}_/{month}/" if not unit else f"{changes_path(unit)}{month}/"


def _pages(
    desk: Desk, unit: str, placed: Sequence[_Placed], told: _Told, month: str, earlier: Iterable[str] = ()
) -> Iterator[tuple[ChangesPage, Frame]]:
    """These events on as many pages as they take, with the way to the `earlier` months."""
    before = tuple(Link(desk.language.cycle(name), site_href(_month_path(unit, name))) for name in earlier)
    path = _month_path(unit, month) if month else changes_path(unit)
    title, pages = _title(desk, unit, month), parts(placed)
    up = (Link(_title(desk, unit), site_href(changes_path(unit))),) if month else ()
    for number, part in enumerate(pages, 1):
        page = ChangesPage(
            title=title,
            intro="" if month else _intro(desk),
            note=_note(desk) if desk.stories.is_known else "",
            places=(*up, *((unit_link(desk, unit),) if unit else ())),
            periods=tuple(_periods(desk, part, told)),
            earlier=before,
            pager=pager(desk.language, path, number, len(pages)),
        )
        yield (
            page,
            frame(
                desk,
                part_path(path, number),
                title,
                "teams/" if unit else "",
                breadcrumb=(*unit_ancestors(desk, unit), unit_link(desk, unit)) if unit else (),
                unit=unit or None,
            ),
        )


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


def _periods(desk: Desk, placed: Iterable[_Placed], told: _Told) -> Iterator[Period]:
    for name, group in groupby(placed, lambda one: one.period):
        events = [one.event for one in group]
        title, note = _of_period(desk, name)
        days = groupby(events, lambda event: event.day)
        shown = (DayChanges(desk.language.date(day), tuple(_goals(desk, its, told))) for day, its in days)
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


def _goals(desk: Desk, events: Iterable[Event], told: _Told) -> Iterator[GoalChanges]:
    by_goal: dict[str, list[Event]] = {}
    for event in events:
        by_goal.setdefault(event.subject, []).append(event)
    for subject in sorted(by_goal, key=lambda name: (_unit_of(desk, name), name)):
        yield GoalChanges(_link(desk, subject), tuple(map(told.row, by_goal[subject])))


def _unit_of(desk: Desk, name: str) -> str:
    goal = desk.objectives.get(name) or desk.kpis.get(name)
    return goal.team if goal else ""


def _link(desk: Desk, name: str) -> Link:
    """A goal with its unit; of one that is no more the title alone."""
    if name not in desk.objectives and name not in desk.kpis:
        return Link(subject_title(desk, name), "")
    unit = _unit_of(desk, name)
    return goal_link(desk, name, unit_link(desk, unit).text if unit else "")
