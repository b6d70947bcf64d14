"""Desk -> the files that stand beside the pages, in each language: the registry, written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from goalsite.exchange.following import badge_files, calendar_files, feed_files
from goalsite.exchange.map_data import map_files
from goalsite.exchange.search import search_files
from goalsite.pages.desk import Desk

Files = Iterator[tuple[str, bytes]]
"""Paths below the root of one language, in NFC, each with its content."""

FILES: tuple[Callable[[Desk], Files], ...] = (
    map_files,
    search_files,
    feed_files,
    calendar_files,
    badge_files,
)


def files_beside(desk: Desk) -> Files:
    """What is published beside the pages, one file at a time, in an order that only the goals decide."""
    for make in FILES:
        yield from make(desk)
