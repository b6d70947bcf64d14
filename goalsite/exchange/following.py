"""The files by which one follows goals from elsewhere: feeds, calendars, badges."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from goalsite.exchange import atom, ics, json_feed
from goalsite.pages.badges import badge_path, badges
from goalsite.pages.calendars import Calendar, calendars
from goalsite.pages.desk import Desk
from goalsite.pages.entries import Entry
from goalsite.pages.feeds import Feed, feeds

Files = Iterator[tuple[str, bytes]]
Parts = Iterator[tuple[str, Callable[[], Files]]]
"""Parts of a kind of files, by the folder below which the files of each lie."""


def feed_files(desk: Desk) -> Parts:
    """Every feed in both formats."""
    for page, make in feeds(desk):
        yield page, partial(_feed_files, desk, make)


def _feed_files(desk: Desk, make: Callable[[], Iterator[Feed]]) -> Files:
    for feed in make():
        # an entry stands in several feeds, and is the same in all
        texts = [desk.piece("feed entry", one.uri, partial(_texts, desk, one)) for one in feed.entries]
        yield feed.path + atom.ENDING, atom.atom(desk, feed, (xml for xml, _ in texts))
        yield feed.path + json_feed.ENDING, json_feed.json_feed(desk, feed, (item for _, item in texts))


def _texts(desk: Desk, one: Entry) -> tuple[str, str]:
    return atom.atom_entry(desk, one), json_feed.json_item(desk, one)


def calendar_files(desk: Desk) -> Parts:
    """Every calendar."""
    for page, make in calendars(desk):
        yield page, partial(_calendar_files, desk, make)


def _calendar_files(desk: Desk, make: Callable[[], Iterator[Calendar]]) -> Files:
    for calendar in make():
        yield calendar.path, ics.ics(desk, calendar)


def badge_files(desk: Desk) -> Parts:
    """The badge of each objective and KPI."""
    for page, make in badges(desk):
        yield page, partial(_badge_file, page, make)


def _badge_file(page: str, make: Callable[[], str]) -> Files:
    yield badge_path(page), make().encode()
