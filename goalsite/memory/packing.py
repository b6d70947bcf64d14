"""Values of records, figures and what Python has itself <-> bytes: what is remembered, and what one process
sends to another. Of documents the head is packed alone: their files have the rest."""

from __future__ import annotations

import gc
import io
import pickle
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, cast

from goalsite.source.nodes import Document


def packed(value: object) -> bytes:
    """A value of records, figures and what Python has itself."""
    stream = io.BytesIO()
    _dump(_Pickler(stream, pickle.HIGHEST_PROTOCOL), value)
    return stream.getvalue()


def _dump(pickler: pickle.Pickler, value: object) -> None:
    is_on = gc.isenabled()
    gc.disable()  # what is made on the way holds no circles, and to look for some takes as long again
    try:
        pickler.dump(value)
    finally:
        if is_on:
            gc.enable()


def unpacked(data: bytes) -> Any:
    """The value of bytes from `packed`, which this user signed or another process of this program made."""
    return pickle.loads(data)  # noqa: S301 - signed by this user, or of our second process


class Shared:
    """The records and figures in values that were packed before: later ones name them, and do not hold them
    again. Whoever unpacks those has to `add` the same values in the same order."""

    def __init__(self) -> None:
        self._things: list[object] = []
        self._numbers: dict[int, int] = {}

    def add(self, value: object) -> None:
        """Let what comes later name what is in this."""
        for thing in _things_in(value):
            if id(thing) not in self._numbers:
                self._numbers[id(thing)] = len(self._things)
                self._things.append(thing)

    def packed(self, value: object) -> bytes:
        """A value of records, figures and what Python has itself."""
        stream = io.BytesIO()
        pickler = _Naming(stream, pickle.HIGHEST_PROTOCOL)
        pickler.number_of = self._number_of
        _dump(pickler, value)
        return stream.getvalue()

    def unpacked(self, data: bytes) -> Any:
        """The value of bytes from `packed`, which this user signed."""
        unpickler = _Finding(io.BytesIO(data))
        unpickler.things = self._things
        return unpickler.load()

    def _number_of(self, value: object) -> int | None:
        number = self._numbers.get(id(value))
        return number if number is not None and self._things[number] is value else None


def _things_in(value: object) -> Iterator[object]:
    """The records and figures in tuples, lists and mappings, always in the same order."""
    waiting: list[Any] = [value]
    while waiting:
        one = waiting.pop()
        kind = type(one)
        if kind is tuple or kind is list:
            waiting.extend(one)
        elif kind is dict:
            waiting.extend(one.values())
        elif _is_thing(cast("Hashable", kind)):
            yield one


@cache
def _is_thing(kind: Any) -> bool:
    """Whether values of a type are dataclasses or named tuples."""
    return hasattr(kind, "__dataclass_fields__") or issubclass(kind, tuple)


class _Pickler(pickle.Pickler):
    """Takes a dataclass for a call with its fields: the way of its own is four times as slow."""

    def reducer_override(self, value: object) -> Any:
        """How a dataclass is made again; of all else its own way."""
        kind: Any = type(value)
        if isinstance(value, Document):
            return value.kept()
        if hasattr(kind, "__dataclass_fields__"):
            names, values = _fields(kind)
            return (kind, values(value)) if names is None else (_made, (kind, values(value)))
        return NotImplemented


class _Naming(_Pickler):
    """Names what is shared, by its number."""

    number_of: Callable[[object], int | None]

    def persistent_id(self, value: object) -> int | None:
        """The number of what is shared."""
        return self.number_of(value)


class _Finding(pickle.Unpickler):
    """Finds what is shared, by its number."""

    things: Sequence[object]

    def persistent_load(self, number: Any) -> object:
        """What has that number."""
        return self.things[number]


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
