"""A desk that notes what is looked at, so that a page is made again only where something of that is another.

Who goes through a mapping has looked at the whole of it.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterator, Mapping, Set
from types import FunctionType, MethodType
from typing import Any, NamedTuple, TypeVar, cast

from goalsite.core.values import fields_of
from goalsite.pages.desk import Desk
from goalsite.pages.surveys import OPENED, SAME_FOR_ALL, Field, Miss, Reads, in_order, numbered

_NOWHERE = object()

V = TypeVar("V")


class _Noted:
    """What is noted at the moment."""

    def __init__(self) -> None:
        self.values: set[int] = set()
        self.misses: set[Miss] = set()


class Watch:
    """A `desk` that notes what is looked at while pages are made of it."""

    def __init__(self, desk: Desk) -> None:
        self._noted = _Noted()
        self._views = {one.name: _view(self, one) for one in numbered(desk)[0]}
        self._pieces: dict[tuple[str, Hashable], tuple[Any, Reads]] = {}
        self.desk = cast("Desk", _Opened(self, desk, ""))

    def noting(self, work: Callable[[], V]) -> tuple[V, Reads]:
        """What work comes to, and what it looks at."""
        outer, self._noted = self._noted, _Noted()
        try:
            done, noted = work(), self._noted
        finally:
            self._noted = outer
        return done, Reads(array("I", sorted(noted.values)).tobytes(), tuple(noted.misses))

    def note(self, number: int) -> None:
        """Note that a value was looked at."""
        self._noted.values.add(number)

    def note_miss(self, name: str, key: Hashable) -> None:
        """Note that there was no such entry."""
        self._noted.misses.add((name, key))

    def view(self, name: str) -> Any:
        """A field of the desk, or what is asked of it once: what is looked at of it is noted."""
        return self._views[name]

    def piece(self, kind: str, whose: Hashable, make: Callable[[], V]) -> V:
        """A piece, made for the first page that needs it; every page looks at what it was made of."""
        if (kind, whose) not in self._pieces:
            self._pieces[kind, whose] = self.noting(make)
        made, reads = self._pieces[kind, whose]
        numbers = array("I")
        numbers.frombytes(reads.values)
        self._noted.values.update(numbers)
        self._noted.misses.update(reads.misses)
        return cast("V", made)


class _Opened:
    """A value that is looked at field by field: it has its fields and methods, and notes what is seen."""

    def __init__(self, watch: Watch, value: object, prefix: str) -> None:
        for name, method in vars(type(value)).items():
            if isinstance(method, FunctionType) and not name.startswith("__"):
                setattr(self, name, MethodType(method, self))
        if isinstance(value, Desk):
            self.piece = watch.piece
            self.once = lambda name, _: watch.view(name)
            self.as_of = value.as_of
        self._watch, self._value, self._prefix = watch, value, prefix
        for each in fields_of(type(value)):
            inner, name = getattr(value, each), prefix + each
            if isinstance(inner, OPENED):
                setattr(self, each, _Opened(watch, inner, f"{name}."))
            elif name in SAME_FOR_ALL:
                setattr(self, each, inner)
            elif not isinstance(view := watch.view(name), _Whole):
                setattr(self, each, view)

    def __getattr__(self, name: str) -> Any:
        """A property, or a value that is looked at as a whole."""
        given = vars(type(self._value)).get(name)
        if isinstance(given, property) and given.fget:
            return given.fget(self)
        whole = self._watch.view(self._prefix + name)
        self._watch.note(whole.number)
        return whole.value


class _Whole(NamedTuple):
    """A value without parts of its own."""

    number: int
    value: Any


class _Mapping(Mapping[Hashable, Any]):
    """A mapping that notes which entries are looked at."""

    def __init__(self, watch: Watch, field: Field) -> None:
        self._watch, self._name, self._number = watch, field.name, field.number
        self._value = field.value
        self._numbers = {key: number for number, key in enumerate(field.value, field.number + 1)}

    def __getitem__(self, key: Hashable) -> Any:
        number = self._numbers.get(key)
        if number is None:
            self._watch.note_miss(self._name, key)
            raise KeyError(key)
        self._watch.note(number)
        return self._value[key]

    def get(self, key: Hashable, default: Any = None) -> Any:
        """The value of an entry, else the default."""
        number = self._numbers.get(key)
        if number is None:
            self._watch.note_miss(self._name, key)
            return default
        self._watch.note(number)
        return self._value[key]

    def __contains__(self, key: object) -> bool:
        return self.get(key, _NOWHERE) is not _NOWHERE

    def __iter__(self) -> Iterator[Hashable]:
        self._watch.note(self._number)
        return iter(self._numbers)

    def __len__(self) -> int:
        self._watch.note(self._number)
        return len(self._numbers)

    def items(self) -> Any:
        """All entries."""
        self._watch.note(self._number)
        return self._value.items()

    def values(self) -> Any:
        """All values."""
        self._watch.note(self._number)
        return self._value.values()


class _Set(Set[Hashable]):
    """A set that notes which members are looked for."""

    def __init__(self, watch: Watch, field: Field) -> None:
        self._watch, self._name, self._number = watch, field.name, field.number
        self._members = {key: n for n, key in enumerate(in_order(field.value), field.number + 1)}

    def __contains__(self, key: object) -> bool:
        number = self._members.get(key)
        if number is None:
            self._watch.note_miss(self._name, key)
            return False
        self._watch.note(number)
        return True

    def __iter__(self) -> Iterator[Hashable]:
        self._watch.note(self._number)
        return iter(self._members)

    def __len__(self) -> int:
        self._watch.note(self._number)
        return len(self._members)


def _view(watch: Watch, field: Field) -> Any:
    if isinstance(field.value, dict):
        return _Mapping(watch, field)
    return _Set(watch, field) if isinstance(field.value, frozenset) else _Whole(field.number, field.value)
