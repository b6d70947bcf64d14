"""What a survey has otherwise than the one before, in as little room as that takes."""

from __future__ import annotations

from typing import Any, NamedTuple

from msgspec import Struct

from goalsite.core.known import alike
from goalsite.core.values import fields_of, replace
from goalsite.pages.surveys import Changes, Field, Survey, parts_of

_LONG = 30
"""A tuple of more items than these is told by what it has otherwise; others may be shared, and stay one."""


class Splice(NamedTuple):
    """What a tuple has otherwise than before: what is new between so many items that stayed at its `begin`
    and at its `end`."""

    begin: int
    new: tuple[Any, ...]
    end: int


class Others(NamedTuple):
    """What a record with long tuples has otherwise than before: the fields that are others, by name."""

    fields: dict[str, Any]


class Revised(NamedTuple):
    """What a field has otherwise than before: of a mapping the `entries` that are others or new, and all its
    `keys` where those are others or stand in another order, else None; of anything else the `whole`. All as
    they were `told_apart`."""

    name: str
    entries: dict[Any, Any] | None
    keys: Any
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
            now = _restored(value, revised[name]) if name in revised else value
            found.append(Field(name, at, now))
            at += 1 + parts_of(now)
        return Survey(self.ground, tuple(found), at)


def revision(before: Survey, now: Survey, changes: Changes) -> Revision | None:
    """What the survey of now has otherwise, by the changes between both; None where all is another."""
    if changes.all:
        return None
    pairs = zip(before.fields, now.fields, strict=True)
    revised = (_revised(old, new, changes) for old, new in pairs if changes.at(old.number))
    return Revision(now.ground, tuple(revised))


def _revised(before: Field, now: Field, changes: Changes) -> Revised:
    old, new = before.value, now.value
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return Revised(now.name, None, None, told_apart(old, new))
    others = {
        key: told_apart(old[key], new[key])
        for number, key in enumerate(old, before.number + 1)
        if key in new and changes.at(number)
    }
    others |= {key: value for key, value in new.items() if key not in old}
    keys = tuple(old), tuple(new)
    return Revised(now.name, others, None if keys[0] == keys[1] else told_apart(*keys), None)


def _restored(before: Any, by: Revised) -> Any:
    if by.entries is None:
        return brought_back(before, by.whole)
    others, keys = by.entries, tuple(before)
    if by.keys is not None:
        keys = brought_back(keys, by.keys)
    return {key: brought_back(before.get(key), others[key]) if key in others else before[key] for key in keys}


def told_apart(before: Any, now: Any) -> Any:
    """What makes the value of now out of that of before: the value itself, unless it is a long tuple, or a
    record with such."""
    kind = type(now)
    if kind is not type(before):
        return now
    if kind is tuple and len(now) > _LONG:
        return _spliced(before, now)
    if not issubclass(kind, Struct):
        return now
    pairs = {name: (getattr(before, name), getattr(now, name)) for name in fields_of(kind)}
    if not any(type(new) is tuple and len(new) > _LONG for _, new in pairs.values()):
        return now
    return Others({name: told_apart(old, new) for name, (old, new) in pairs.items() if not alike(old, new)})


def brought_back(before: Any, said: Any) -> Any:
    """The value of now, by that of before and what it was told apart by."""
    if type(said) is Splice:
        return (*before[: said.begin], *said.new, *before[len(before) - said.end :])
    if type(said) is Others:
        fields = {name: brought_back(getattr(before, name), one) for name, one in said.fields.items()}
        return replace(before, **fields)
    return said


def _spliced(before: tuple[Any, ...], now: tuple[Any, ...]) -> Splice:
    most = min(len(before), len(now))
    begin = next((at for at in range(most) if not alike(before[at], now[at])), most)
    left = range(1, most - begin + 1)
    end = next((at - 1 for at in left if not alike(before[-at], now[-at])), most - begin)
    return Splice(begin, now[begin : len(now) - end], end)
