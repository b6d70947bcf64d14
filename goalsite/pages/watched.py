"""A desk that notes what is looked at, so that a page is made again only where something of that is another.

Every value of a desk has a number: each entry of a mapping and each member of a set, and each field as a
whole. Who goes through a mapping has looked at the whole of it.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterator, Mapping, Set
from dataclasses import fields
from types import FunctionType, MethodType
from typing import Any, NamedTuple, TypeVar, cast

from goalsite.analysis.figures import Analysis
from goalsite.analysis.portfolio import Ties
from goalsite.core.known import alike
from goalsite.graph.edges import Graph
from goalsite.history.timeline import Timeline
from goalsite.model.records import Corpus
from goalsite.pages.desk import ONCE, Desk
from goalsite.pages.expecting import Expecting
from goalsite.pages.newest import Events
from goalsite.pages.stories import Stories

_OPENED = (Desk, Corpus, Graph, Analysis, Ties, Timeline, Events, Expecting, Stories)
"""What is looked at field by field; every other value is looked at as a whole."""

_SAME_FOR_ALL = ("config", "language", "languages", "states", "then", "analysis.as_of", "found")
"""What is the same for all pages of a desk: where one of them is another, all are made again."""

_NOWHERE = object()

V = TypeVar("V")


Miss = tuple[str, Hashable]
"""A field, and a key that it does not have."""


class Reads(NamedTuple):
    """What a piece of work looked at: the numbers of values, and what it looked for where there was none."""

    values: bytes
    misses: tuple[Miss, ...]


NOTHING = Reads(b"", ())
"""That nothing was looked at."""


class _Noted:
    """What is noted at the moment."""

    def __init__(self) -> None:
        self.values: set[int] = set()
        self.misses: set[Miss] = set()


class _Field(NamedTuple):
    """A field of a desk, by its name with dots: its number as a whole, which those of its parts follow."""

    name: str
    number: int
    value: Any


def _fields_of(value: object, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """The fields of a desk and of the values in it that are opened, by their names."""
    for each in fields(cast("Any", value)):
        inner, name = getattr(value, each.name), prefix + each.name
        if name not in _SAME_FOR_ALL:
            if isinstance(inner, _OPENED):
                yield from _fields_of(inner, f"{name}.")
            else:
                yield name, inner


def numbered(desk: Desk) -> tuple[list[_Field], int]:
    """The fields of a desk, and what is asked of it once, with their numbers; how many numbers there are."""
    found: list[_Field] = []
    at = 0
    for name, value in (*_fields_of(desk), *((name, desk.once(name, find)) for name, find in ONCE.items())):
        found.append(_Field(name, at, value))
        at += 1 + _size(value)
    return found, at


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
        for each in fields(cast("Any", value)):
            inner, name = getattr(value, each.name), prefix + each.name
            if isinstance(inner, _OPENED):
                setattr(self, each.name, _Opened(watch, inner, f"{name}."))
            elif name in _SAME_FOR_ALL:
                setattr(self, each.name, inner)
            elif not isinstance(view := watch.view(name), _Whole):
                setattr(self, each.name, view)

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

    def __init__(self, watch: Watch, field: _Field) -> None:
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

    def __init__(self, watch: Watch, field: _Field) -> None:
        self._watch, self._name, self._number = watch, field.name, field.number
        self._members = {key: n for n, key in enumerate(_in_order(field.value), field.number + 1)}

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


def _view(watch: Watch, field: _Field) -> Any:
    if isinstance(field.value, dict):
        return _Mapping(watch, field)
    return _Set(watch, field) if isinstance(field.value, frozenset) else _Whole(field.number, field.value)


def _in_order(members: frozenset[Any]) -> list[Any]:
    """The members of a set in an order that is the same in every process."""
    return sorted(members, key=repr)


class Survey(NamedTuple):
    """All values of a desk: what is the same for all its pages, and its fields with their numbers."""

    ground: tuple[Any, ...]
    fields: tuple[_Field, ...]
    size: int


def survey(desk: Desk, around: object = None) -> Survey:
    """The survey of a desk, to be held against that of another; `around` is what else all pages look at."""
    tags = tuple(language.tag for language in (desk.language, *desk.languages))
    found, size = numbered(desk)
    ground = (desk.config, tags, desk.states, desk.then, desk.as_of, around)
    return Survey(ground, tuple(found), size)


class Changes:
    """Which values of a desk are others than those of the desk before."""

    def __init__(self, before: Survey, now: Survey) -> None:
        self._all = not alike(before.ground, now.ground)
        self._changed = bytearray(before.size)
        self._now = {one.name: one.value for one in now.fields}
        for one in () if self._all else before.fields:
            self._compare(one, self._now.get(one.name, _NOWHERE))
        self.none = not (self._all or any(self._changed))
        self._renumbered = None if self._all else _renumbered(before, now)

    def _compare(self, before: _Field, now: Any) -> None:
        """Mark the numbers of one field."""
        value, changed, first = before.value, self._changed, before.number + 1
        if isinstance(value, dict) and isinstance(now, dict):
            for number, (key, one) in enumerate(value.items(), first):
                other = now.get(key, _NOWHERE)
                changed[number] = one is not other and not alike(one, other)
            is_same = list(value) == list(now) and not any(changed[first : first + len(value)])
        elif isinstance(value, frozenset) and isinstance(now, frozenset):
            for number, key in enumerate(_in_order(value), first):
                changed[number] = key not in now
            is_same = value == now
        else:
            is_same = alike(value, now)
            for number in range(first, first + _size(value)):
                changed[number] = not is_same
        changed[before.number] = not is_same

    def carried(self, reads: Reads) -> Reads:
        """What was looked at, by its numbers in the survey of now; of what does not concern them."""
        if self._renumbered is None:
            return reads
        numbers = array("I")
        numbers.frombytes(reads.values)
        renumbered = self._renumbered
        return reads._replace(values=array("I", [renumbered[number] for number in numbers]).tobytes())

    def concern(self, reads: Reads) -> bool:
        """Whether any of it was looked at."""
        if self._all:
            return True
        numbers = array("I")
        numbers.frombytes(reads.values)
        changed = self._changed
        return any(changed[number] for number in numbers) or any(
            key in self._now[name] for name, key in reads.misses
        )


def _renumbered(before: Survey, now: Survey) -> array[int] | None:
    """The numbers of now by those of before, 0 where there is none; None where all numbers stay."""
    keys_before, keys_now = ([_keys(one.value) for one in one_survey.fields] for one_survey in (before, now))
    if keys_before == keys_now and before.size == now.size:
        return None
    numbers = array("I", bytes(4 * before.size))
    fields_now = {one.name: one for one in now.fields}
    for one in before.fields:
        other = fields_now[one.name]
        numbers[one.number] = other.number
        places = {key: n for n, key in enumerate(_keys(other.value), other.number + 1)}
        for number, key in enumerate(_keys(one.value), one.number + 1):
            numbers[number] = places.get(key, 0)
    return numbers


def _keys(value: object) -> list[Any]:
    """The keys of the parts of a value, in the order of their numbers."""
    if isinstance(value, dict):
        return list(value)
    return _in_order(value) if isinstance(value, frozenset) else []


def _size(value: object) -> int:
    """How many parts of its own a value has."""
    return len(value) if isinstance(value, dict | frozenset) else 0
