"""Desk -> the files that stand beside the pages, in each language: the registry, written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from goalsite.exchange.following import badge_files, calendar_files, feed_files
from goalsite.exchange.map_data import map_files
from goalsite.exchange.offline import as_script
from goalsite.exchange.search import search_files
from goalsite.exchange.tables import table_files
from goalsite.pages.desk import Desk

Files = Iterator[tuple[str, bytes]]
"""Paths below the root of one language, in NFC, each with its content."""

FILES: tuple[Callable[[Desk], Files], ...] = (
    map_files,
    search_files,
    feed_files,
    calendar_files,
    badge_files,
    table_files,
)


ASKED_FOR = (map_files, search_files)
"""What scripts ask for while a page is read."""


def files_beside(desk: Desk, *, offline: bool = False) -> Files:
    """What is published beside the pages, one file at a time, in an order that only the goals decide.

    `offline` what scripts ask for is made of scripts, too.
    """
    for batch in file_batches(desk, offline=offline):
        yield from batch()


def file_batches(desk: Desk, *, offline: bool = False) -> Iterator[Callable[[], Files]]:
    """The same in batches, none of which is made yet."""
    for make in FILES:
        yield partial(_said, make, desk) if offline and make in ASKED_FOR else partial(make, desk)


def _said(make: Callable[[Desk], Files], desk: Desk) -> Files:
    return (as_script(*file) for file in make(desk))
