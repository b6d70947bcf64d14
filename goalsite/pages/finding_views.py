"""The pages by which goals are found: search, A–Z, tags. Ready to show, as all views."""

from __future__ import annotations

from msgspec import Struct

from goalsite.pages.elements import Badge, Link, Pager


class FoundRow(Struct, frozen=True):
    """Something in a list of what was looked for. `kind` is its word, empty where all are of one kind."""

    link: Link
    kind: str = ""
    status: Badge | None = None
    unit: Link | None = None
    cycle: Link | None = None
    owner: Link | None = None


class LetterGroup(Struct, frozen=True):
    """What stands under one letter; `id` is its anchor on the page."""

    id: str
    letter: str
    rows: tuple[FoundRow, ...]


class Choice(Struct, frozen=True):
    """One of several lists, and whether it is the one that is shown."""

    link: Link
    here: bool = False


class IndexPage(Struct, frozen=True):
    """A part of one list from A to Z; `lists` are all of them, `letters` lead to the parts they begin on."""

    title: str
    lists: tuple[Choice, ...]
    letters: tuple[Link, ...] = ()
    groups: tuple[LetterGroup, ...] = ()
    pager: Pager | None = None


class TagsPage(Struct, frozen=True):
    """All tags from A to Z, each with how many goals have it."""

    title: str
    tags: tuple[Link, ...] = ()
    pager: Pager | None = None


class TagPage(Struct, frozen=True):
    """The objectives and KPIs that have one tag; `every` leads to all tags."""

    title: str
    every: Link
    rows: tuple[FoundRow, ...] = ()
    pager: Pager | None = None


class Named(Struct, frozen=True):
    """A word for what the search's data call by a key."""

    key: str
    word: str


class Standing(Struct, frozen=True):
    """An icon and word for what the search's data call by a key."""

    key: str
    badge: Badge


class SearchPage(Struct, frozen=True):
    """The search with filters. `kinds` and `standings` are what a result can be and where it can stand.

    `full_text` says that there is an index of what the pages say.
    """

    title: str
    kinds: tuple[Named, ...]
    standings: tuple[Standing, ...]
    others: tuple[Link, ...] = ()
    full_text: bool = False
