"""What a desk has, to be held against what it had before: every value by its number.

Each entry of a mapping and each member of a set has a number, and each field as a whole.
"""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterator
from datetime import date
from typing import Any, NamedTuple

from goalsite.analysis.figures import Analysis
from goalsite.analysis.portfolio import Ties
from goalsite.core.config import Config
from goalsite.core.known import alike
from goalsite.core.values import fields_of
from goalsite.graph.edges import Graph
from goalsite.history.timeline import Timeline
from goalsite.language.language import site_languages
from goalsite.model.records import Corpus
from goalsite.pages.desk import ONCE, Desk
from goalsite.pages.expecting import Expecting
from goalsite.pages.newest import Events, Told
from goalsite.pages.retold import Heard
from goalsite.pages.stories import Stories

_PARTS = {
    "corpus": Corpus,
    "graph": Graph,
    "analysis": Analysis,
    "timeline": Timeline,
    "ties": Ties,
    "events": Events,
    "expecting": Expecting,
    "stories": Stories,
}
"""Fields of a desk that are looked at field by field themselves."""

OPENED = (Desk, *_PARTS.values())
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
    for name, value in (
        *_fields_of(desk),
        *((name, desk.once(name, find)) for name, find in sorted(ONCE.items())),
    ):
        found.append(Field(name, at, value))
        at += 1 + parts_of(value)
    return found, at


class Survey(NamedTuple):
    """All values of a desk: what is the same for all its pages, its day first, and its fields with their
    numbers."""

    ground: tuple[Any, ...]
    fields: tuple[Field, ...]
    size: int

    @property
    def as_of(self) -> date:
        """The day of all figures."""
        day: date = self.ground[0]
        return day

    @property
    def values(self) -> list[Any]:
        """The values of all fields."""
        return [one.value for one in self.fields]


def survey(desk: Desk, around: object = None) -> Survey:
    """The survey of a desk, to be held against that of another; `around` is what else all pages look at."""
    tags = tuple(language.tag for language in (desk.language, *desk.languages))
    found, size = numbered(desk)
    ground = (desk.as_of, desk.config, tags, desk.states, desk.then, around)
    return Survey(ground, tuple(found), size)


def heard_in(before: Survey) -> Heard:
    """The newest events of a desk, and of what they were told, as far as its survey has that."""
    seen = _seen_in(before)
    whole = (seen[name] for name in ("corpus", "analysis", "timeline", "units_above", "edited"))
    return Heard(Told(*whole), seen["events"])


def desk_in(before: Survey, config: Config) -> Desk:
    """The desk that a survey is of, with these settings and in their first language; but it shows no past
    states, and knows no texts."""
    seen, languages = _seen_in(before), site_languages(config)
    given = {name: seen[name] for name in fields_of(Desk) if name in seen}
    return Desk(**given, config=config, language=languages[0], languages=languages)


def _seen_in(before: Survey) -> dict[str, Any]:
    """What a survey has, by the names of the fields of its desk."""
    values: dict[str, Any] = {one.name: one.value for one in before.fields}
    values["analysis.as_of"] = before.as_of
    for name, kind in _PARTS.items():
        values[name] = kind(**{inner: values[f"{name}.{inner}"] for inner in fields_of(kind)})
    return values


class Changes:
    """Which values of a desk are others than those of the desk before."""

    def __init__(self, before: Survey, now: Survey) -> None:
        self.all = not alike(before.ground, now.ground)
        self._others = set[int]()
        self._come = set[Miss]()
        values = {one.name: one.value for one in now.fields}
        for one in () if self.all else before.fields:
            self._compare(one, values.get(one.name, _NOWHERE))
        self.none = not (self.all or self._others)
        self._renumbered = None if self.all else _renumbered(before, now)

    def _compare(self, before: Field, now: Any) -> None:
        """Note the numbers of one field that are others, and the keys that there are only now."""
        value, first = before.value, before.number + 1
        if isinstance(value, dict) and isinstance(now, dict):
            there = value.values(), [now.get(key, _NOWHERE) for key in value]
            pairs = enumerate(zip(*there, strict=True), first)
            others = [number for number, (one, other) in pairs if one is not other and not alike(one, other)]
            has_same_keys = list(value) == list(now)
            is_same = has_same_keys and not others
            self._come.update(
                (before.name, key) for key in (() if has_same_keys else now) if key not in value
            )
        elif isinstance(value, frozenset) and isinstance(now, frozenset):
            is_same = value == now
            members = () if is_same else in_order(value)
            others = [number for number, key in enumerate(members, first) if key not in now]
            self._come.update((before.name, key) for key in now - value)
        else:
            is_same = alike(value, now)
            if isinstance(value, dict | frozenset):  # what was missing in it cannot be found in another kind
                self.all = True
            others = [] if is_same else list(range(first, first + parts_of(value)))
        self._others.update(others, () if is_same else (before.number,))

    def at(self, number: int) -> bool:
        """Whether the value that had that number is another."""
        return number in self._others

    def carried(self, reads: Reads) -> Reads:
        """What was looked at, by its numbers in the survey of now; of what does not concern them."""
        if self._renumbered is None:
            return reads
        numbers = map(self._renumbered.__getitem__, memoryview(reads.values).cast("I"))
        return Reads(array("I", numbers).tobytes(), reads.misses)

    def concern(self, reads: Reads) -> bool:
        """Whether any of it was looked at."""
        if self.all:
            return True
        if not self._others.isdisjoint(memoryview(reads.values).cast("I")):
            return True
        return bool(self._come) and not self._come.isdisjoint(reads.misses)


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


def parts_of(value: object) -> int:
    """How many parts of its own a value has."""
    return len(value) if isinstance(value, dict | frozenset) else 0


def in_order(members: frozenset[Any]) -> list[Any]:
    """The members of a set in an order that is the same in every process."""
    return sorted(members, key=repr)
