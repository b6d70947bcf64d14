"""What a list can be narrowed by: the values of each row, and the choices made of those of all rows."""

from __future__ import annotations

from msgspec import Struct

from goalsite.pages.elements import Link


class Key(Struct, frozen=True):
    """One thing a row can be chosen by (`status`): its values as they stand in an address, each with its
    word. A row without a key is never left out by it; one whose key has no value always is.
    """

    name: str
    values: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class Choice(Struct, frozen=True):
    """One value to choose, with how many rows have it."""

    value: str
    word: str
    count: str


class Facet(Struct, frozen=True):
    """Everything to choose under one key; choices of one facet add up, facets narrow each other."""

    name: str
    label: str
    choices: tuple[Choice, ...]


class Filters(Struct, frozen=True):
    """The facets of a page, and the keys that its address may name, those of facets left out included.

    Where the list is only a part, `part` says so and `whole` leads to all of it.
    """

    keys: tuple[str, ...]
    facets: tuple[Facet, ...]
    part: str = ""
    whole: Link | None = None
