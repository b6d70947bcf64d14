"""Values of records, figures and what Python has itself <-> bytes: what is remembered, and what one process
sends to another."""

from __future__ import annotations

import gc
import io
import pickle
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any


def packed(value: object) -> bytes:
    """A value of records, figures and what Python has itself."""
    stream, is_on = io.BytesIO(), gc.isenabled()
    gc.disable()  # what is made on the way holds no circles, and to look for some takes as long again
    try:
        _Pickler(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    finally:
        if is_on:
            gc.enable()
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
def _fields(kind: Any) -> tuple[tuple[str, ...] | None, Callable[[object], tuple[Any, ...]]]:
    """The names of a dataclass's fields where they have to be said, and what reads them all."""
    names = tuple(field.name for field in fields(kind))
    read: Any = attrgetter(*names) if len(names) > 1 else None
    values = read or (lambda value: tuple([getattr(value, name) for name in names]))
    return names if any(field.kw_only for field in fields(kind)) else None, values


def _made(kind: Any, values: tuple[Any, ...]) -> Any:
    """The dataclass with these fields."""
    return kind(**dict(zip(_fields(kind)[0] or (), values, strict=True)))
