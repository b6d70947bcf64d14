"""The files by which one follows goals from elsewhere: feeds, calendars, badges."""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.exchange import atom, ics, json_feed
from goalsite.pages.badges import badges
from goalsite.pages.calendars import calendars
from goalsite.pages.desk import Desk
from goalsite.pages.entries import Entry
from goalsite.pages.feeds import Feed, goal_feeds, shared_feeds

Files = Iterator[tuple[str, bytes]]
_Texts = tuple[str, str]


def feed_files(desk: Desk) -> Files:
    """Every feed in both formats."""
    written: dict[str, _Texts] = {}  # an entry stands in several feeds, and is the same in all
    for feed in shared_feeds(desk):
        for one in feed.entries:
            if one.uri not in written:
                written[one.uri] = _texts(desk, one)
        yield from _both(desk, feed, [written[one.uri] for one in feed.entries])
    for feed in goal_feeds(desk):
        yield from _both(desk, feed, [_texts(desk, one) for one in feed.entries])


def _texts(desk: Desk, one: Entry) -> _Texts:
    return atom.atom_entry(desk, one), json_feed.json_item(desk, one)


def _both(desk: Desk, feed: Feed, texts: list[_Texts]) -> Files:
    yield feed.path + atom.ENDING, atom.atom(desk, feed, (xml for xml, _ in texts))
    yield feed.path + json_feed.ENDING, json_feed.json_feed(desk, feed, (item for _, item in texts))


def calendar_files(desk: Desk) -> Files:
    """Every calendar."""
    for calendar in calendars(desk):
        yield calendar.path, ics.ics(desk, calendar)


def badge_files(desk: Desk) -> Files:
    """The badge of each objective and KPI."""
    for path, drawing in badges(desk):
        yield path, drawing.encode()
