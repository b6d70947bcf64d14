"""Desk -> the files that stand beside the pages, in each language: the registry, written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

from msgspec import Struct

from goalsite.exchange import atom, json_feed
from goalsite.exchange.following import badge_files, calendar_files, feed_files
from goalsite.exchange.map_data import map_files
from goalsite.exchange.offline import as_script
from goalsite.exchange.search import FOLDER as SEARCH_FOLDER
from goalsite.exchange.search import search_parts
from goalsite.exchange.tables import table_files
from goalsite.pages.desk import Desk
from goalsite.pages.map_view import FOLDER as MAP_FOLDER

Files = Iterator[tuple[str, bytes]]
"""Paths below the root of one language, in NFC, each with its content."""


Parts = Iterator[tuple[str, Callable[[], Files]]]

_AT_ONCE = 16
"""Parts of a batch."""


class Kind(Struct, frozen=True):
    """A kind of files: what gives its parts, each by the folder below which all its files lie, and how their
    names begin and end, as no other's do both. Scripts ask for what is `asked_for` while a page is read."""

    parts: Callable[[Desk], Parts]
    begin: str = ""
    ends: tuple[str, ...] = ("",)
    asked_for: bool = False

    def made(self, desk: Desk, *, offline: bool) -> Parts:
        """Its parts, none of which is made yet."""
        for folder, make in self.parts(desk):
            yield folder, partial(_said, make) if offline and self.asked_for else make

    def at(self, desk: Desk, name: str, *, offline: bool) -> tuple[str, bytes] | None:
        """The file of that name, if there is one; others of its part are made, too."""
        if not (name.startswith(self.begin) and name.endswith(self.ends)):
            return None
        near = (make() for folder, make in self.made(desk, offline=offline) if name.startswith(folder))
        return next((file for file in chain.from_iterable(near) if file[0] == name), None)


def _whole(make: Callable[[Desk], Files]) -> Callable[[Desk], Parts]:
    """All files of a kind as one part."""
    return lambda desk: iter((("", partial(make, desk)),))


KINDS = (
    Kind(_whole(map_files), begin=MAP_FOLDER, asked_for=True),
    Kind(search_parts, begin=SEARCH_FOLDER, asked_for=True),
    Kind(feed_files, ends=(f"feed{atom.ENDING}", f"feed{json_feed.ENDING}")),
    Kind(calendar_files, ends=("calendar.ics",)),
    Kind(badge_files, ends=("_/badge.svg",)),
    Kind(table_files, ends=(".csv", ".xlsx")),
)


def file_batches(
    desk: Desk, first: int = 0, *, offline: bool = False
) -> Iterator[tuple[tuple[int, str, Callable[[], Files]], ...]]:
    """What is published beside the pages, in an order that only the goals decide and in batches of parts that
    are not made yet: each by the number of its kind, from `first` on, and its folder.

    `offline` what scripts ask for is made of scripts, too.
    """
    for number, kind in enumerate(KINDS, first):
        parts = [(number, *part) for part in kind.made(desk, offline=offline)]
        yield from (tuple(parts[at : at + _AT_ONCE]) for at in range(0, len(parts), _AT_ONCE))


def file_beside(desk: Desk, name: str, *, offline: bool = False) -> tuple[str, bytes] | None:
    """The one of that name, made alone as far as that can be; None where there is none."""
    return next(filter(None, (kind.at(desk, name, offline=offline) for kind in KINDS)), None)


def _said(make: Callable[[], Files]) -> Files:
    return (as_script(*file) for file in make())
