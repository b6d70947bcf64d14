"""Which feeds there are: of the site, of each unit, person and tag, and where the configuration wants it of
each objective and KPI. Nothing that never happened to anything has one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from heapq import merge
from itertools import islice

from msgspec import Struct

from goalsite.analysis.days import is_dated
from goalsite.model.records import Kpi, Objective
from goalsite.pages.addresses import feed_uri
from goalsite.pages.desk import Desk
from goalsite.pages.elements import site_href
from goalsite.pages.entries import Entry, entry
from goalsite.pages.events import MOST, Event, in_order, kpi_events, objective_events
from goalsite.pages.paths import page_path
from goalsite.pages.tags import TAGS_PATH, Tag, tags_in_use


class Feed(Struct, frozen=True):
    """What one subscribes to. `path` is where it lies, without the ending that its format gives it; `home`
    the href of the page it belongs to; the newest entry is the first."""

    path: str
    uri: str
    title: str
    home: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> date:
        """The day of its newest entry; it has one."""
        return self.entries[0].day

    @property
    def href(self) -> str:
        """The link to it from the root, without its ending."""
        return site_href(self.path)


def feed_path(page: str) -> str:
    """Where the feed of the page at `page` lies, without its ending."""
    return f"{page}_/feed" if page else "feed"


def feeds(desk: Desk) -> Iterator[tuple[str, Callable[[], Iterator[Feed]]]]:
    """The pages that may have feeds, each with what makes these; all pages of tags are one."""
    outputs, events = desk.config.outputs, desk.events
    if outputs.feeds:
        yield "", partial(_feed_of_site, desk)
        for unit in events.units:
            yield page_path("team", unit), partial(_feed_of_unit, desk, unit)
        for handle in events.people:
            yield page_path("person", handle), partial(_feed_of_person, desk, handle)
        yield TAGS_PATH, partial(_feeds_of_tags, desk)
    for name in (*desk.objectives, *desk.kpis) if outputs.goal_feeds else ():
        kind = "objective" if name in desk.objectives else "kpi"
        yield page_path(kind, name), partial(_feed_of_goal, desk, name)


def _feed_of_site(desk: Desk) -> Iterator[Feed]:
    yield from _feed(desk, "", "", desk.events.site)


def _feed_of_unit(desk: Desk, unit: str) -> Iterator[Feed]:
    yield from _feed(desk, page_path("team", unit), desk.teams[unit].title, desk.events.units[unit])


def _feed_of_person(desk: Desk, handle: str) -> Iterator[Feed]:
    person = desk.people.get(handle)
    if person is not None:
        page, found = page_path("person", handle), desk.events.people[handle]
        yield from _feed(desk, page, person.name or person.handle, found)


def _feeds_of_tags(desk: Desk) -> Iterator[Feed]:
    for tag in tags_in_use(desk).values():
        yield from _feed(desk, tag.path, tag.name, tag_events(desk, tag))


def _feed_of_goal(desk: Desk, name: str) -> Iterator[Feed]:
    goal = desk.objectives.get(name) or desk.kpis[name]
    yield from _feed(desk, page_path(goal.kind, goal.id), goal.title, events_of(desk, goal))


def events_of(desk: Desk, goal: Objective | Kpi) -> tuple[Event, ...]:
    """The newest events of one objective or KPI, newest first."""
    edited = desk.edited.get(goal.id, ())
    if isinstance(goal, Kpi):
        found = kpi_events(goal, desk.analysis.kpis[goal.id], desk.as_of, edited)
    else:
        figures, dated = desk.analysis.objectives[goal.id], is_dated(goal, desk.timeline)
        found = objective_events(goal, figures, desk.as_of, edited, dated=dated)
    return tuple(event for _, event in found)


def tag_events(desk: Desk, tag: Tag) -> tuple[Event, ...]:
    """The newest events of what has the tag, newest first."""
    with_tag = set(tag.goals)
    several = merge(*(desk.events.tags.get(name, ()) for name in tag.beside), key=in_order)
    own = (event for event in dict.fromkeys(several) if event.subject in with_tag)
    return tuple(islice(own, MOST))


def _feed(desk: Desk, page: str, title: str, events: tuple[Event, ...]) -> Iterator[Feed]:
    """The feed of these events, where there are any; one that stands in several is put into words once."""
    if not events:
        return
    entries = tuple(desk.piece("entry", event, partial(entry, desk, event)) for event in events)
    site = desk.config.site_name
    path = feed_path(page)
    whole = f"{title} · {site}" if title else site
    yield Feed(path, feed_uri(desk, path), " ".join(whole.split()), site_href(page), entries)
