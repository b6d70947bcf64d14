"""Long lists -> pages of at most 500 entries, and the way between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from goalsite.language.language import Language
from goalsite.pages.elements import Link, Pager, site_href

MOST = 500
"""How many entries a list may have on one page."""

T = TypeVar("T")


def parts(items: Sequence[T], most: int = MOST) -> tuple[tuple[T, ...], ...]:
    """The items in parts of at most `most`; one empty part of nothing."""
    return tuple(tuple(items[start : start + most]) for start in range(0, max(len(items), 1), most))


def part_path(path: str, number: int) -> str:
    """Where part `number` (from 1) of the page at `path` lies."""
    return path if number == 1 else f"{path}_/{number}/"


def pager(language: Language, path: str, number: int, count: int) -> Pager | None:
    """The way from part `number` of `count` to its neighbours; None where there is only one part."""
    if count == 1:
        return None
    before = (
        Link(language.text("Previous page"), site_href(part_path(path, number - 1))) if number > 1 else None
    )
    after = (
        Link(language.text("Next page"), site_href(part_path(path, number + 1))) if number < count else None
    )
    return Pager(language.text("Page %(number)s of %(count)s", number=number, count=count), before, after)


def first_of(language: Language, count: int) -> str:
    """That a list shows only the first 500 of `count` entries; empty where it shows them all."""
    if count <= MOST:
        return ""
    return language.text(
        "These are the first %(shown)s of %(all)s.", shown=language.number(MOST), all=language.number(count)
    )
