"""Rows and records <-> bytes: what is remembered, and what one process sends to the other.

Each row is bytes of its own, so that a row that did not change is written again as it was read.
"""

from __future__ import annotations

import io
import marshal
import pickle
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any

from goalsite.review.light import LightFigures, LightObjective
from goalsite.review.rows import Plain, Row

_PARTS = Row.__slots__[:-3]  # those that are plain; record, figures and source come after them


def packed(value: object) -> bytes:
    """A value of records, figures and what Python has itself."""
    stream = io.BytesIO()
    _Pickler(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    return stream.getvalue()


def unpacked(data: bytes) -> Any:
    """The value of bytes from `packed`, which this user signed or another process of this program made."""
    return pickle.loads(data)  # noqa: S301 - signed by this user, or of our second process


class _Pickler(pickle.Pickler):
    """Takes a dataclass for a call with its fields: the way of its own is four times as slow."""

    def reducer_override(self, value: object) -> Any:
        """How a dataclass is made again; of all else its own way."""
        kind: Any = type(value)
        if hasattr(kind, "__dataclass_fields__"):
            names, values = _fields(kind)
            return (kind, values(value)) if names is None else (_made, (kind, values(value)))
        return NotImplemented


@cache
def _fields(kind: Any) -> tuple[tuple[str, ...] | None, Callable[[object], Plain]]:
    """The names of a dataclass's fields where they have to be said, and what reads them all."""
    names = tuple(field.name for field in fields(kind))
    read: Any = attrgetter(*names)
    values = read if len(names) > 1 else lambda value: (read(value),)
    return names if any(field.kw_only for field in fields(kind)) else None, values


def _made(kind: Any, values: Plain) -> Any:
    """The dataclass with these fields."""
    return kind(**dict(zip(_fields(kind)[0] or (), values, strict=True)))


def packed_row(row: Row) -> bytes:
    """A row as it is remembered."""
    if row.source is None:
        plain = (*(getattr(row, name) for name in _PARTS), _plain(row.record), _plain(row.figures))
        row.source = marshal.dumps(plain)
    return row.source


def row_of(source: bytes) -> Row:
    """The row that was packed so, by this user or another process of this program."""
    *parts, record, figures = marshal.loads(source)  # noqa: S302 - signed by this user, or of our second process
    whole = (*parts, _whole(record, LightObjective), _whole(figures, LightFigures), source)
    return Row(*whole)


def _plain(value: object) -> object:
    if isinstance(value, (LightObjective, LightFigures)):
        return tuple(value)
    return None if value is None else packed(value)


def _whole(value: object, light: type) -> object:
    if isinstance(value, bytes):
        return unpacked(value)
    return None if value is None else light(value)
