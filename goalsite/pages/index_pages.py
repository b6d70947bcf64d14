"""Everything from A to Z, Chinese by pinyin: objectives, KPIs and units; people have their own list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from goalsite.model.records import Kpi, Objective, Team
from goalsite.pages.desk import Desk, once
from goalsite.pages.elements import Link, site_href
from goalsite.pages.finding_views import Choice, FoundRow, IndexPage, LetterGroup
from goalsite.pages.found_rows import found_row
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.links import person_link, unit_link
from goalsite.pages.paging import pager, part_path, parts

INDEX_PATH = "a-z/"
UNITS_PATH = f"{INDEX_PATH}_/units/"
_OTHERS = "#"
"""The heading of what begins with no letter; it stands last."""

_PATHS = {
    "objective": INDEX_PATH,
    "kpi": f"{INDEX_PATH}_/kpis/",
    "team": UNITS_PATH,
    "person": "people/",
}
"""Where the list of each kind of record begins; people have a page of their own."""

Entry = Objective | Kpi | Team

Place = tuple[str, int]
"""A page: the kind of its list; the number among its parts."""


class Part(NamedTuple):
    """What stands on one of so many `pages`: under each letter these ids. `letters` are those of the whole
    list, each with the number of the page on which it begins, `sizes` those of all lists by their kind."""

    groups: tuple[tuple[str, tuple[str, ...]], ...]
    pages: int
    letters: tuple[tuple[str, int], ...]
    sizes: tuple[tuple[str, int], ...]


def index_pages(desk: Desk, chosen: Sequence[Place] | None = None) -> Iterator[tuple[IndexPage, Frame]]:
    """The pages of each list, 500 entries on one; or the chosen ones of these pages."""
    laid = index_laid(desk)
    for place in laid if chosen is None else chosen:
        yield _page(desk, place, laid[place])


def index_place(place: Place) -> str:
    """Where such a page lies."""
    kind, number = place
    return part_path(_PATHS[kind], number)


@once
def index_laid(desk: Desk) -> dict[Place, Part]:
    """What stands on which page, objectives first, from A to Z."""
    lists: dict[str, Sequence[Entry]] = {
        "objective": desk.corpus.objectives,
        "kpi": desk.corpus.kpis,
        "team": desk.corpus.teams,
    }
    sizes = *((kind, len(entries)) for kind, entries in lists.items()), ("person", len(desk.corpus.people))
    return {
        (kind, number): Part(groups, len(pages), letters, sizes)
        for kind, pages in ((kind, _in_parts(desk, entries)) for kind, entries in lists.items())
        for letters in (_letters(pages),)
        for number, groups in enumerate(pages, 1)
    }


def _in_parts(desk: Desk, entries: Sequence[Entry]) -> list[tuple[tuple[str, tuple[str, ...]], ...]]:
    letter, sort_key = desk.language.letter, desk.language.sort_key
    placed = [(letter(one.title), sort_key(one.title), one.id) for one in entries]
    placed.sort(key=lambda one: (one[0] == _OTHERS, *one[1:]))
    return [
        tuple((sign, tuple(name for *_, name in group)) for sign, group in groupby(part, lambda one: one[0]))
        for part in parts(placed)
    ]


def _letters(pages: Sequence[tuple[tuple[str, tuple[str, ...]], ...]]) -> tuple[tuple[str, int], ...]:
    """Each letter in use, with the number of the page on which it begins."""
    first: dict[str, int] = {}
    for number, groups in enumerate(pages, 1):
        for letter, _ in groups:
            first.setdefault(letter, number)
    return tuple(first.items())


def _page(desk: Desk, place: Place, part: Part) -> tuple[IndexPage, Frame]:
    kind, number = place
    path, names = _PATHS[kind], _names(desk)
    title = desk.language.text("A–Z: %(list)s", list=names[kind])
    records: dict[str, Mapping[str, Entry]] = {
        "objective": desk.objectives,
        "kpi": desk.kpis,
        "team": desk.teams,
    }
    page = IndexPage(
        title=title,
        lists=tuple(
            Choice(Link(names[one], site_href(_PATHS[one]), desk.language.number(size)), one == kind)
            for one, size in part.sizes
        ),
        letters=tuple(
            Link(letter, site_href(part_path(path, first), _anchor(letter))) for letter, first in part.letters
        ),
        groups=tuple(
            LetterGroup(_anchor(letter), letter, tuple(_row(desk, records[kind][name]) for name in group))
            for letter, group in part.groups
        ),
        pager=pager(desk.language, path, number, part.pages),
    )
    return page, frame(desk, index_place(place), title, INDEX_PATH)


def _names(desk: Desk) -> dict[str, str]:
    """What each list is called."""
    text = desk.language.text
    return {
        "objective": text("Objectives"),
        "kpi": text("KPIs"),
        "team": text("Units"),
        "person": text("People"),
    }


def _anchor(letter: str) -> str:
    return "letter-other" if letter == _OTHERS else f"letter-{letter.lower()}"


def _row(desk: Desk, entry: Entry) -> FoundRow:
    if isinstance(entry, Team):
        parent = unit_link(desk, entry.parent) if entry.parent is not None else None
        lead = person_link(desk, entry.lead) if entry.lead else None
        return FoundRow(unit_link(desk, entry.id), unit=parent, owner=lead)
    return found_row(desk, entry)
