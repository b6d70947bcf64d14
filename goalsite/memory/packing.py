"""Values of records, figures and what Python has itself <-> bytes: what is remembered, and what one process
sends to another. Of documents the head is packed alone: their files have the rest."""

from __future__ import annotations

import dataclasses
import gc
import io
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import chain
from typing import Any, Protocol

from msgspec import Struct

from goalsite.core.values import fields_of, has_fields, values_of
from goalsite.source.nodes import Document


def packed(value: object) -> bytes:
    """A value of records, figures and what Python has itself."""
    stream = io.BytesIO()
    pack(value, stream)
    return stream.getvalue()


def pack(value: object, stream: Writable) -> None:
    """Write the bytes of such a value, as they come."""
    _dump(_Pickler(stream, pickle.HIGHEST_PROTOCOL), value)


class Writable(Protocol):
    """What bytes can be written to."""

    def write(self, data: bytes, /) -> int:
        """How many bytes were written."""
        ...


def _dump(pickler: pickle.Pickler, value: object) -> None:
    is_on = gc.isenabled()
    gc.disable()  # what is made on the way holds no circles, and to look for some takes as long again
    try:
        pickler.dump(value)
    finally:
        if is_on:
            gc.enable()


def unpacked(data: bytes | memoryview) -> Any:
    """The value of bytes from `packed`, which this user signed or another process of this program made."""
    return pickle.loads(data)  # noqa: S301 - signed by this user, or of our second process


Name = tuple[Any, ...]
"""The keys and places that lead to a thing."""

Place = tuple[Name, int]
"""Where things are looked for: below that name, so many levels of tuples, lists and mappings deep."""

_DEEP = 6
"""As deep as whatever is worth a name lies."""


class Shared:
    """What is in a value that was packed before: others can name its records and figures in place of holding
    them again, for whoever has that value, too."""

    def __init__(self, value: object) -> None:
        self._value = value

    def packed(self, value: object, places: Iterable[Place] = (((), _DEEP),)) -> bytes:
        """Another value of records, figures and what Python has itself; what it shares is looked for in some
        places, of which the last one that has it gives its name."""
        stream = io.BytesIO()
        pickler = _Naming(stream, pickle.HIGHEST_PROTOCOL)
        things = (_things_in(self.find(name), name, levels) for name, levels in places)
        pickler.names = {id(thing): name for name, thing in chain.from_iterable(things)}
        _dump(pickler, value)
        return stream.getvalue()

    def find(self, name: Name) -> Any:
        """What has that name."""
        found: Any = self._value
        for step in name:
            found = found[step]
        return found

    def unpacked(self, data: bytes) -> Any:
        """The value of bytes from `packed`, which this user signed."""
        unpickler = _Finding(io.BytesIO(data))
        unpickler.shared = self
        return unpickler.load()


def _things_in(value: object, above: Name, levels: int) -> Iterator[tuple[Name, object]]:
    """The records and figures in a value that has a name itself, with their names, or the value if it is one;
    so many levels of tuples, lists and mappings are looked through."""
    kind: Any = type(value)
    if not _has_parts(kind):
        if _is_thing(kind):
            yield above, value
        return
    level: list[tuple[Name, Any]] = [(above, value)]
    for _ in range(levels):
        below: list[tuple[Name, Any]] = []
        for name, one in level:
            for step, each in one.items() if type(one) is dict else enumerate(one):
                kind = type(each)
                if kind in _PLAIN:
                    continue
                if _has_parts(kind):
                    below.append(((*name, step), each))
                elif _is_thing(kind):
                    yield (*name, step), each
        level = below


_PLAIN = frozenset((str, bytes, int, float, bool, type(None), date))
"""Types that are none of records or figures, as most are."""


def _has_parts(kind: Any) -> bool:
    return kind is tuple or kind is dict or kind is list


@cache
def _is_thing(kind: Any) -> bool:
    """Whether values of a type have named fields."""
    return has_fields(kind) or issubclass(kind, tuple)


class _Pickler(pickle.Pickler):
    """Has values made again in the quickest way."""

    def reducer_override(self, value: object) -> Any:
        """How a value is made again; NotImplemented where its own way is taken."""
        kind: Any = type(value)
        way = _way(kind)
        return NotImplemented if way is None else way(value)


class _Naming(_Pickler):
    """Names what has a name."""

    names: Mapping[int, Name]

    def persistent_id(self, value: object) -> Name | None:
        """The name of a thing."""
        return self.names.get(id(value))


class _Finding(pickle.Unpickler):
    """Finds what has a name."""

    shared: Shared

    def persistent_load(self, name: Any) -> object:
        """What has that name."""
        return self.shared.find(name)


@cache
def _way(kind: Any) -> Callable[[Any], Any] | None:
    """How values of a type are made again; None where their own way is as good."""
    if issubclass(kind, Document):
        return lambda document: document.kept()
    if issubclass(kind, tuple):  # a named one: Python would call a function for it
        return lambda value: (tuple.__new__, (kind, tuple(value)))
    if issubclass(kind, Struct) or not has_fields(kind):
        return None
    # a frozen dataclass would have its fields set one by one, which takes four times as long
    values = values_of(kind)
    if any(each.kw_only for each in dataclasses.fields(kind)):
        return lambda value: (_made, (kind, values(value)))
    return lambda value: (kind, values(value))


def _made(kind: Any, values: tuple[Any, ...]) -> Any:
    """The dataclass with these fields."""
    return kind(**dict(zip(fields_of(kind), values, strict=True)))
