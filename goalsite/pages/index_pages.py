"""Everything from A to Z, Chinese by pinyin: objectives, KPIs and units; people have their own list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from goalsite.model.records import Kpi, Objective, Team
from goalsite.pages.desk import Desk
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

Entry = Objective | Kpi | Team


@dataclass(frozen=True, slots=True)
class _List:
    path: str
    name: str
    entries: Sequence[Entry]


def index_pages(desk: Desk) -> Iterator[tuple[IndexPage, Frame]]:
    """The pages of each list, 500 entries on one."""
    text = desk.language.text
    lists = (
        _List(INDEX_PATH, text("Objectives"), desk.corpus.objectives),
        _List(f"{INDEX_PATH}_/kpis/", text("KPIs"), desk.corpus.kpis),
        _List(UNITS_PATH, text("Units"), desk.corpus.teams),
    )
    for one in lists:
        yield from _pages(desk, one, lists)


def _pages(desk: Desk, one: _List, lists: tuple[_List, ...]) -> Iterator[tuple[IndexPage, Frame]]:
    language = desk.language
    title = language.text("A–Z: %(list)s", list=one.name)
    sections = parts(sorted(one.entries, key=lambda entry: _place(desk, entry)))
    letters = _letters(desk, one.path, sections)
    for number, section in enumerate(sections, 1):
        page = IndexPage(
            title=title,
            lists=_choices(desk, one, lists),
            letters=letters,
            groups=tuple(
                LetterGroup(_anchor(letter), letter, tuple(_row(desk, entry) for entry in group))
                for letter, group in groupby(section, lambda entry: _letter(desk, entry))
            ),
            pager=pager(language, one.path, number, len(sections)),
        )
        yield page, frame(desk, part_path(one.path, number), title, INDEX_PATH)


def _place(desk: Desk, entry: Entry) -> tuple[bool, object, str]:
    return _letter(desk, entry) == _OTHERS, desk.language.sort_key(entry.title), entry.id


def _letter(desk: Desk, entry: Entry) -> str:
    return desk.language.letter(entry.title)


def _anchor(letter: str) -> str:
    return "letter-other" if letter == _OTHERS else f"letter-{letter.lower()}"


def _letters(desk: Desk, path: str, sections: Sequence[Sequence[Entry]]) -> tuple[Link, ...]:
    """Each letter in use, leading to the page on which it begins."""
    first: dict[str, int] = {}
    for number, section in enumerate(sections, 1):
        for entry in section:
            first.setdefault(_letter(desk, entry), number)
    return tuple(
        Link(letter, site_href(part_path(path, number), _anchor(letter))) for letter, number in first.items()
    )


def _choices(desk: Desk, one: _List, lists: tuple[_List, ...]) -> tuple[Choice, ...]:
    language = desk.language
    own = (
        Choice(Link(other.name, site_href(other.path), language.number(len(other.entries))), other is one)
        for other in lists
    )
    count = language.number(len(desk.corpus.people))
    return (*own, Choice(Link(language.text("People"), "people/", count)))


def _row(desk: Desk, entry: Entry) -> FoundRow:
    if isinstance(entry, Team):
        parent = unit_link(desk, entry.parent) if entry.parent is not None else None
        lead = person_link(desk, entry.lead) if entry.lead else None
        return FoundRow(unit_link(desk, entry.id), unit=parent, owner=lead)
    return found_row(desk, entry)
