"""The pages by which goals are found: search, A–Z, tags. Ready to show, as all views."""

from __future__ import annotations

from dataclasses import dataclass

from goalsite.pages.elements import Badge, Link, Pager


@dataclass(frozen=True, slots=True)
class FoundRow:
    """Something in a list of what was looked for. `kind` is its word, empty where all are of one kind."""

    link: Link
    kind: str = ""
    status: Badge | None = None
    unit: Link | None = None
    cycle: Link | None = None
    owner: Link | None = None


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """What stands under one letter; `id` is its anchor on the page."""

    id: str
    letter: str
    rows: tuple[FoundRow, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several lists, and whether it is the one that is shown."""

    link: Link
    here: bool = False


@dataclass(frozen=True, slots=True)
class IndexPage:
    """A part of one list from A to Z; `lists` are all of them, `letters` lead to the parts they begin on."""

    title: str
    lists: tuple[Choice, ...]
    letters: tuple[Link, ...] = ()
    groups: tuple[LetterGroup, ...] = ()
    pager: Pager | None = None


@dataclass(frozen=True, slots=True)
class TagsPage:
    """All tags from A to Z, each with how many goals have it."""

    title: str
    tags: tuple[Link, ...] = ()
    pager: Pager | None = None


@dataclass(frozen=True, slots=True)
class TagPage:
    """The objectives and KPIs that have one tag; `every` leads to all tags."""

    title: str
    every: Link
    rows: tuple[FoundRow, ...] = ()
    pager: Pager | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A word for what the search's data call by a key."""

    key: str
    word: str


@dataclass(frozen=True, slots=True)
class Standing:
    """An icon and word for what the search's data call by a key."""

    key: str
    badge: Badge


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The search with filters. `kinds` and `standings` are what a result can be and where it can stand.

    `full_text` says that there is an index of what the pages say.
    """

    title: str
    kinds: tuple[Named, ...]
    standings: tuple[Standing, ...]
    others: tuple[Link, ...] = ()
    full_text: bool = False
