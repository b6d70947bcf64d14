"""What a card shows: a goal in the size of a business card, to be embedded in pages of others."""

from __future__ import annotations

from msgspec import Struct

from goalsite.pages.elements import Badge, Bar, Link, Svg


class CardPage(Struct, frozen=True):
    """A goal: where it stands, its progress or value, a line on each thing that one asks next."""

    title: str
    link: Link
    standing: Badge
    site: Link
    value: str = ""
    bar: Bar | None = None
    lines: tuple[str, ...] = ()
    spark: Svg | None = None
