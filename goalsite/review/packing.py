"""Rows and records <-> bytes: what is remembered, and what one process sends to the other.

Each row is bytes of its own, so that a row that did not change is written again as it was read.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable
from operator import attrgetter
from typing import Any

from goalsite.lint.light import LightFigures, LightObjective
from goalsite.memory.keep import values_of
from goalsite.memory.packing import packed, unpacked
from goalsite.review.rows import Gist, Plain, Row

_SMALL = ("digest", "place", "aside", "told", "misled", "judged", "dated", "traced")
"""The parts of a row that are looked at whatever changed."""

_LARGE = ("outline", "asked", "mentions", "resolved", "record", "figures")

_small: Callable[[Row], Plain] = attrgetter(*_SMALL)  # typed, as what an attrgetter gives is any object
_large: Callable[[Row], Plain] = attrgetter(*_LARGE)


class KeptRow(Row):
    """A row whose larger parts lie in bytes until one of them is asked for: those of few ever are."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        """A part that is not there yet, with all others of the same bytes."""
        if name not in _LARGE or self.source is None:
            raise AttributeError(name)
        *parts, record, figures = values_of(self.source)
        self.outline, self.asked, self.mentions, self.resolved = parts
        self.record, self.figures = _whole(record, LightObjective), _whole(figures, LightFigures)
        return getattr(self, name)


def packed_row(row: Row) -> Plain:
    """A row as it is remembered: its small parts, the gist of the larger ones, and those in bytes."""
    if row.source is None:
        *parts, record, figures = _large(row)
        row.source = marshal.dumps((*parts, _plain(record), _plain(figures)))
    return (_small(row), tuple(row.gist), row.source)


def row_of(packed_row: Plain) -> Row:
    """The row that was packed so, by this user or another process of this program."""
    row = KeptRow.__new__(KeptRow)
    small, gist, row.source = packed_row
    row.digest, row.place, row.aside, row.told, row.misled, row.judged, row.dated, row.traced = small
    row.known = Gist(*gist)
    return row


def _plain(value: object) -> Plain | bytes | None:
    if isinstance(value, (LightObjective, LightFigures)):
        return tuple(value)
    return None if value is None else packed(value)


def _whole(value: object, light: type) -> object:
    if isinstance(value, bytes):
        return unpacked(value)
    return None if value is None else light(value)
