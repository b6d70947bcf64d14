"""Everybody who is named in a goal or unit, from A to Z (by pinyin in Chinese)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from goalsite.model.records import Person
from goalsite.pages.desk import Desk
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.paging import pager, part_path, parts
from goalsite.pages.person import person_row
from goalsite.pages.roles import Roles, roles
from goalsite.pages.sections import PersonGroup
from goalsite.pages.views import PeoplePage

_PATH = "people/"


def people_pages(desk: Desk) -> Iterator[tuple[PeoplePage, Frame]]:
    """The list of people, 500 to a page."""
    held = roles(desk.corpus)
    language = desk.language
    in_order = sorted(desk.corpus.people, key=lambda person: (language.sort_key(_name(person)), person.id))
    pages = parts(in_order)
    for number, people in enumerate(pages, 1):
        groups = tuple(
            PersonGroup(letter, tuple(person_row(desk, one, held.get(one.id, Roles())) for one in group))
            for letter, group in groupby(people, lambda one: language.letter(_name(one)))
        )
        page = PeoplePage(language.text("People"), groups, pager(language, _PATH, number, len(pages)))
        yield page, frame(desk, part_path(_PATH, number), page.title, _PATH)


def _name(person: Person) -> str:
    return person.name or person.handle
