"""Values of records, figures and what Python has itself <-> bytes: what is remembered, and what one process
sends to another. Of documents the head is packed alone: their files have the rest."""

from __future__ import annotations

import dataclasses
import io
import pickle
from collections.abc import Callable, Iterable, Iterator, Set
from functools import cache
from typing import Any, Protocol

from msgspec import Struct

from goalsite.core.keeping import undisturbed
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
    with undisturbed():
        pickler.dump(value)


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
        sought = _ids_in(value)
        for name, levels in places:
            pickler.names.update(_names_in(self.find(name), name, levels, sought))
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


def _ids_in(value: object) -> set[int]:
    """The ids of all records, figures and tuples in a value."""
    pickler = _Seeking(io.BytesIO(), pickle.HIGHEST_PROTOCOL)
    _dump(pickler, value)
    return pickler.ids


def _names_in(value: Any, above: Name, levels: int, sought: Set[int]) -> Iterator[tuple[int, Name]]:
    """The names, by id, of what is sought in a value that has a name itself, which may be sought as well; so
    many levels of tuples, lists and mappings are looked through."""
    if id(value) in sought:
        yield id(value), above
    level: list[tuple[Name, Any]] = [(above, value)] if type(value) in _WITH_PARTS else []
    for left in range(levels, 0, -1):
        below: list[tuple[Name, Any]] = []
        for name, one in level:
            each = one.values() if type(one) is dict else one
            if left == 1 and sought.isdisjoint(map(id, each)):
                continue  # as it is nearly always, which is found out in no time
            for step, part in zip(one if type(one) is dict else range(len(one)), each, strict=True):
                if id(part) in sought:
                    yield id(part), (*name, step)
                elif type(part) in _WITH_PARTS:
                    below.append(((*name, step), part))
        level = below


_WITH_PARTS = frozenset((tuple, dict, list))


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


class _Seeking(_Pickler):
    """Notes the ids of things."""

    def __init__(self, stream: Writable, protocol: int) -> None:
        super().__init__(stream, protocol)
        self.ids: set[int] = set()

    def persistent_id(self, value: object) -> None:
        """Nothing, but that the thing was seen."""
        kind: Any = type(value)
        if _is_thing(kind) and value != ():  # which lies everywhere, and is shorter than its name
            self.ids.add(id(value))


class _Naming(_Pickler):
    """Names what has a name."""

    def __init__(self, stream: Writable, protocol: int) -> None:
        super().__init__(stream, protocol)
        self.names: dict[int, Name] = {}

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
