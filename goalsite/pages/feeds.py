"""Which feeds there are: of the site, of each unit, person and tag, and where the configuration wants it of
each objective and KPI. Nothing that never happened to anything has one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from heapq import merge
from itertools import islice

from goalsite.model.records import Kpi, Objective
from goalsite.pages.addresses import feed_uri
from goalsite.pages.desk import Desk
from goalsite.pages.elements import site_href
from goalsite.pages.entries import Entry, entry
from goalsite.pages.events import MOST, Event, in_order, kpi_events, objective_events
from goalsite.pages.paths import page_path
from goalsite.pages.tags import Tag, tags_in_use


@dataclass(frozen=True, slots=True)
class Feed:
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


def shared_feeds(desk: Desk) -> Iterator[Feed]:
    """The feeds of site, units, people and tags; what stands in several is put into words once."""
    if not desk.config.outputs.feeds:
        return
    told: dict[Event, Entry] = {}
    for page, title, found in _of_many(desk):
        for event in found:
            if event not in told:
                told[event] = entry(desk, event)
        yield _feed(desk, page, title, [told[event] for event in found])


def goal_feeds(desk: Desk) -> Iterator[Feed]:
    """The feeds of single objectives and KPIs, one at a time."""
    if not desk.config.outputs.goal_feeds:
        return
    for goal in desk.goals:
        found = events_of(desk, goal)
        if found:
            told = [entry(desk, event) for event in found]
            yield _feed(desk, page_path(goal.kind, goal.id), goal.title, told)


def events_of(desk: Desk, goal: Objective | Kpi) -> tuple[Event, ...]:
    """The newest events of one objective or KPI, newest first."""
    edited = desk.edited.get(goal.id, ())
    if isinstance(goal, Kpi):
        return kpi_events(goal, desk.analysis.kpis[goal.id], desk.as_of, edited)
    return objective_events(goal, desk.analysis.objectives[goal.id], desk.timeline, desk.as_of, edited)


def tag_events(desk: Desk, tag: Tag) -> tuple[Event, ...]:
    """The newest events of what has the tag, newest first."""
    names = {name for goal in tag.goals for name in goal.tags}
    with_tag = {goal.id for goal in tag.goals}
    several = merge(*(desk.events.tags.get(name, ()) for name in sorted(names)), key=in_order)
    own = (event for event in dict.fromkeys(several) if event.subject in with_tag)
    return tuple(islice(own, MOST))


def _of_many(desk: Desk) -> Iterator[tuple[str, str, tuple[Event, ...]]]:
    """The page, title and events of each feed that is not of one goal alone."""
    events = desk.events
    if events.site:
        yield "", "", events.site
    for unit, found in events.units.items():
        yield page_path("team", unit), desk.teams[unit].title, found
    for handle, found in events.people.items():
        if handle in desk.people:
            person = desk.people[handle]
            yield page_path("person", handle), person.name or person.handle, found
    for tag in tags_in_use(desk):
        if found := tag_events(desk, tag):
            yield tag.path, tag.name, found


def _feed(desk: Desk, page: str, title: str, entries: list[Entry]) -> Feed:
    site = desk.config.site_name
    path = feed_path(page)
    whole = f"{title} · {site}" if title else site
    return Feed(path, feed_uri(desk, path), " ".join(whole.split()), site_href(page), tuple(entries))
