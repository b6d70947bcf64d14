"""What a desk has, to be held against what it had before: every value by its number.

Each entry of a mapping and each member of a set has a number, and each field as a whole.
"""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterator
from typing import Any, NamedTuple

from goalsite.analysis.figures import Analysis
from goalsite.analysis.portfolio import Ties
from goalsite.core.known import alike
from goalsite.core.values import fields_of
from goalsite.graph.edges import Graph
from goalsite.history.timeline import Timeline
from goalsite.model.records import Corpus
from goalsite.pages.desk import ONCE, Desk
from goalsite.pages.expecting import Expecting
from goalsite.pages.newest import Events
from goalsite.pages.stories import Stories

OPENED = (Desk, Corpus, Graph, Analysis, Ties, Timeline, Events, Expecting, Stories)
"""What is looked at field by field; every other value is looked at as a whole."""

SAME_FOR_ALL = ("config", "language", "languages", "states", "then", "analysis.as_of", "texts", "found")
"""What is the same for all pages of a desk: where one of them is another, all are made again."""

_NOWHERE = object()

Miss = tuple[str, Hashable]
"""A field, and a key that it does not have."""


class Reads(NamedTuple):
    """What a piece of work looked at: the numbers of values, and what it looked for where there was none."""

    values: bytes
    misses: tuple[Miss, ...]


NOTHING = Reads(b"", ())
"""That nothing was looked at."""


class Field(NamedTuple):
    """A field of a desk, by its name with dots: its number as a whole, which those of its parts follow."""

    name: str
    number: int
    value: Any


def _fields_of(value: object, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """The fields of a desk and of the values in it that are opened, by their names."""
    for each in fields_of(type(value)):
        inner, name = getattr(value, each), prefix + each
        if name not in SAME_FOR_ALL:
            if isinstance(inner, OPENED):
                yield from _fields_of(inner, f"{name}.")
            else:
                yield name, inner


def numbered(desk: Desk) -> tuple[list[Field], int]:
    """The fields of a desk, and what is asked of it once, with their numbers; how many numbers there are."""
    found: list[Field] = []
    at = 0
    for name, value in (*_fields_of(desk), *((name, desk.once(name, find)) for name, find in ONCE.items())):
        found.append(Field(name, at, value))
        at += 1 + _size(value)
    return found, at


class Survey(NamedTuple):
    """All values of a desk: what is the same for all its pages, and its fields with their numbers."""

    ground: tuple[Any, ...]
    fields: tuple[Field, ...]
    size: int

    @property
    def values(self) -> list[Any]:
        """The values of all fields."""
        return [one.value for one in self.fields]


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

    def _compare(self, before: Field, now: Any) -> None:
        """Mark the numbers of one field."""
        value, changed, first = before.value, self._changed, before.number + 1
        if isinstance(value, dict) and isinstance(now, dict):
            for number, (key, one) in enumerate(value.items(), first):
                other = now.get(key, _NOWHERE)
                changed[number] = one is not other and not alike(one, other)
            is_same = list(value) == list(now) and not any(changed[first : first + len(value)])
        elif isinstance(value, frozenset) and isinstance(now, frozenset):
            for number, key in enumerate(in_order(value), first):
                changed[number] = key not in now
            is_same = value == now
        else:
            is_same = alike(value, now)
            for number in range(first, first + _size(value)):
                changed[number] = not is_same
        changed[before.number] = not is_same

    def revision(self, before: Survey, now: Survey) -> Revision | None:
        """What the survey of now has otherwise; None where all is another."""
        if self._all:
            return None
        fields = zip(before.fields, now.fields, strict=True)
        return Revision(now.ground, tuple(filter(None, (self._revised(*pair) for pair in fields))))

    def _revised(self, before: Field, now: Field) -> Revised | None:
        if not self._changed[before.number]:
            return None
        if type(before.value) is tuple and type(now.value) is tuple:
            return Revised(now.name, None, None, _spliced(before.value, now.value))
        if not (isinstance(before.value, dict) and isinstance(now.value, dict)):
            return Revised(now.name, None, None, now.value)
        numbers = {key: number for number, key in enumerate(before.value, before.number + 1)}
        others = {
            key: value
            for key, value in now.value.items()
            if key not in numbers or self._changed[numbers[key]]
        }
        is_same = list(before.value) == list(now.value)
        return Revised(now.name, others, None if is_same else tuple(now.value), None)

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


class Splice(NamedTuple):
    """What a tuple has otherwise than before: what is new between so many items that stayed at its `begin`
    and at its `end`."""

    begin: int
    new: tuple[Any, ...]
    end: int


def _spliced(before: tuple[Any, ...], now: tuple[Any, ...]) -> Splice:
    most = min(len(before), len(now))
    begin = next((at for at in range(most) if not alike(before[at], now[at])), most)
    left = range(1, most - begin + 1)
    end = next((at - 1 for at in left if not alike(before[-at], now[-at])), most - begin)
    return Splice(begin, now[begin : len(now) - end], end)


class Revised(NamedTuple):
    """What a field has otherwise than before: of a mapping the `entries` that are others or new, and all its
    `keys` where those are others or stand in another order; of anything else the `whole`, for which of a
    tuple stands a splice."""

    name: str
    entries: dict[Any, Any] | None
    keys: tuple[Any, ...] | None
    whole: Any


class Revision(NamedTuple):
    """What a survey has otherwise than the one before."""

    ground: tuple[Any, ...]
    fields: tuple[Revised, ...]

    def of(self, before: Survey) -> Survey:
        """The survey, by the one before."""
        revised = {one.name: one for one in self.fields}
        found, at = [], 0
        for name, _, value in before.fields:
            now = _revised(value, revised[name]) if name in revised else value
            found.append(Field(name, at, now))
            at += 1 + _size(now)
        return Survey(self.ground, tuple(found), at)


def _revised(value: Any, by: Revised) -> Any:
    if isinstance(by.whole, Splice):
        begin, new, end = by.whole
        return (*value[:begin], *new, *value[len(value) - end :])
    if by.entries is None:
        return by.whole
    keys = value if by.keys is None else by.keys
    return {key: by.entries[key] if key in by.entries else value[key] for key in keys}


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
    return in_order(value) if isinstance(value, frozenset) else []


def _size(value: object) -> int:
    """How many parts of its own a value has."""
    return len(value) if isinstance(value, dict | frozenset) else 0


def in_order(members: frozenset[Any]) -> list[Any]:
    """The members of a set in an order that is the same in every process."""
    return sorted(members, key=repr)
