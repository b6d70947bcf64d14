"""What is to come, as days of a calendar: what is due, check-in days, ends of cycles.

There is a calendar of the site, of each unit with those below, and of each person. What is done is no longer
in it; what is overdue still is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from msgspec import Struct

from goalsite.core.names import fold_handle
from goalsite.core.periods import Period
from goalsite.model.records import Objective
from goalsite.pages.addresses import unique_id
from goalsite.pages.checkin_days import checkin_days, checkins_due
from goalsite.pages.desk import Desk, once
from goalsite.pages.due import Due, dues
from goalsite.pages.elements import site_href
from goalsite.pages.expecting import answerable
from goalsite.pages.lasting import is_live
from goalsite.pages.links import cycle_link, goal_link
from goalsite.pages.newest import places_of
from goalsite.pages.paths import page_path
from goalsite.pages.say import and_more

MOST = 400
"""How many days of one kind a calendar has, the next ones first."""

_MOST_NAMED = 12


class Occasion(Struct, frozen=True):
    """One day in a calendar. `uid` names it for good, be it moved; `href` leads there from the root."""

    day: date
    uid: str
    title: str
    lines: tuple[str, ...]
    href: str


class Calendar(Struct, frozen=True):
    """What one subscribes to; `path` is its file, `home` the href of the page it belongs to."""

    path: str
    title: str
    home: str
    occasions: tuple[Occasion, ...]


@dataclass(slots=True)
class _Gathered:
    """What concerns a unit or person: due days, who checks in when, cycles in use."""

    dues: list[Due] = field(default_factory=list)
    rhythms: dict[tuple[str, Period], dict[str, None]] = field(default_factory=dict)
    cycles: dict[str, None] = field(default_factory=dict)

    def whole(self) -> Coming:
        """All of it, which grows no more."""
        rhythms = {rhythm: tuple(names) for rhythm, names in self.rhythms.items()}
        return Coming(tuple(self.dues), rhythms, tuple(self.cycles))


class Coming(Struct, frozen=True):
    """What concerns a unit or person: due days, who checks in when, cycles in use."""

    dues: tuple[Due, ...]
    rhythms: dict[tuple[str, Period], tuple[str, ...]]
    cycles: tuple[str, ...]


def calendar_path(page: str) -> str:
    """Where the calendar of the page at `page` lies."""
    return f"{page}_/calendar.ics" if page else "calendar.ics"


def calendars(desk: Desk) -> Iterator[tuple[str, Callable[[], Iterator[Calendar]]]]:
    """The pages that may have a calendar, each with what makes it where there is a day for it."""
    if not desk.config.outputs.calendars:
        return
    for kind, name in coming(desk):
        if kind == _PERSON:
            yield page_path("person", name), partial(_of_person, desk, name)
        else:
            yield page_path("team", name) if name else "", partial(_of_unit, desk, name)


def _of_unit(desk: Desk, unit: str) -> Iterator[Calendar]:
    title = desk.teams[unit].title if unit else ""
    return _calendar(desk, page_path("team", unit) if unit else "", title, coming(desk)[_UNIT, unit])


def _of_person(desk: Desk, handle: str) -> Iterator[Calendar]:
    person = desk.people.get(handle)
    if person is None:
        return iter(())
    title = person.name or person.handle
    return _calendar(desk, page_path("person", handle), title, coming(desk)[_PERSON, handle])


_UNIT, _PERSON = "unit", "person"


@once
def coming(desk: Desk) -> dict[tuple[str, str], Coming]:
    """What is to come in each unit with those below it, the site as the empty one; and for each person, by
    folded handle; nothing where no calendar is published."""
    if not desk.config.outputs.calendars:
        return {}
    units, people = _gathered(desk)
    found = {(_UNIT, name): one.whole() for name, one in units.items()}
    return found | {(_PERSON, name): one.whole() for name, one in people.items()}


def _gathered(desk: Desk) -> tuple[dict[str, _Gathered], dict[str, _Gathered]]:
    """What is to come by unit, those above included and the site as the empty one, and by folded handle."""
    units: dict[str, _Gathered] = {}
    people: dict[str, _Gathered] = {}
    for goal in desk.corpus.objectives:
        if goal.state != "active" or not is_live(desk, goal):
            continue
        places = [units.setdefault(name, _Gathered()) for name in places_of(goal, desk.units_above)]
        persons = {name: people.setdefault(name, _Gathered()) for name in answerable(goal)}
        for one in (*places, *persons.values()):
            one.cycles[goal.cycle] = None
        for due in dues(desk, goal):
            for one in _with(places, persons, due.who):
                one.dues.append(due)
        for who, rhythm in dict.fromkeys(checkins_due(desk, goal)):
            for one in _with(places, persons, who):
                one.rhythms.setdefault(rhythm, {})[goal.id] = None
    return units, people


def _with(places: list[_Gathered], persons: dict[str, _Gathered], who: str) -> list[_Gathered]:
    person = persons.get(fold_handle(who))
    return [*places, person] if person else places


def _calendar(desk: Desk, page: str, title: str, found: Coming) -> Iterator[Calendar]:
    occasions = [
        *(_due(desk, due) for due in _next(found.dues, desk.as_of)),
        *_checkins(desk, page, found),
        *_ends(desk, found.cycles),
    ]
    if not occasions:
        return
    site = desk.config.site_name
    occasions.sort(key=lambda one: (one.day, one.uid))
    whole = " ".join((f"{title} · {site}" if title else site).split())
    yield Calendar(calendar_path(page), whole, site_href(page), tuple(occasions))


def _next(found: Iterable[Due], as_of: date) -> list[Due]:
    """The next ones, and the latest of those that are overdue."""
    known = sorted(set(found), key=lambda due: (due.day, due.subject, due.key))
    coming = [due for due in known if due.day >= as_of][:MOST]
    overdue = [due for due in known if due.day < as_of]
    return overdue[max(0, len(overdue) - (MOST - len(coming))) :] + coming


def _due(desk: Desk, due: Due) -> Occasion:
    goal = desk.objectives[due.subject.partition("#")[0]]
    uid = unique_id(desk, f"{due.subject}/{due.key}")
    return Occasion(due.day, uid, due.what, (goal.title,), goal_link(desk, due.subject).href)


def _checkins(desk: Desk, page: str, found: Coming) -> Iterator[Occasion]:
    """One occasion for all who check in on a day."""
    days: dict[date, dict[str, None]] = {}
    for (cadence, window), names in found.rhythms.items():
        for day in checkin_days(cadence, window, desk.as_of, desk.config.holidays):
            days.setdefault(day, {}).update(dict.fromkeys(names))
    for day in sorted(days)[:MOST]:
        goals = [desk.objectives[name] for name in days[day]]
        title = desk.language.plural(
            "Check-in of %(n)s objective", "Check-in of %(n)s objectives", len(goals)
        )
        key = f"{page}check-in/{day.isoformat()}"
        yield Occasion(day, unique_id(desk, key), title, _named(desk, goals), site_href(page))


def _named(desk: Desk, goals: list[Objective]) -> tuple[str, ...]:
    """The titles, as many as one reads."""
    return and_more(desk, tuple(goal.title for goal in goals[:_MOST_NAMED]), len(goals) - _MOST_NAMED)


def _ends(desk: Desk, cycles: Iterable[str]) -> Iterator[Occasion]:
    for name in cycles:
        link = cycle_link(desk, name)
        what = desk.language.text("Cycle ends: %(cycle)s", cycle=link.text)
        lines = (desk.language.text("Cycle ends: score and close"),)
        yield Occasion(
            desk.cycles[name].period.end, unique_id(desk, f"cycles/{name}"), what, lines, link.href
        )
