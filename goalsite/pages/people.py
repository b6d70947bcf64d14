"""Everybody who is named in a goal or unit, from A to Z (by pinyin in Chinese)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from goalsite.model.records import Person
from goalsite.pages.desk import Desk, once
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.paging import pager, part_path, parts
from goalsite.pages.person import person_row, roles_held
from goalsite.pages.roles import Roles
from goalsite.pages.sections import PersonGroup
from goalsite.pages.views import PeoplePage

_PATH = "people/"


class Part(NamedTuple):
    """Who stands on one of so many `pages`, by letter."""

    groups: tuple[tuple[str, tuple[str, ...]], ...]
    pages: int


def people_pages(desk: Desk, chosen: Sequence[int] | None = None) -> Iterator[tuple[PeoplePage, Frame]]:
    """The list of people, 500 to a page; or the chosen ones of these pages."""
    laid = people_laid(desk)
    for number in laid if chosen is None else chosen:
        yield _page(desk, number, laid[number])


def people_place(number: int) -> str:
    """Where such a page lies."""
    return part_path(_PATH, number)


@once
def people_laid(desk: Desk) -> dict[int, Part]:
    """Who stands on which page."""
    language = desk.language
    in_order = sorted(desk.corpus.people, key=lambda person: (language.sort_key(_name(person)), person.id))
    pages = parts(in_order)
    return {
        number: Part(
            tuple(
                (letter, tuple(person.id for person in group))
                for letter, group in groupby(people, lambda one: language.letter(_name(one)))
            ),
            len(pages),
        )
        for number, people in enumerate(pages, 1)
    }


def _page(desk: Desk, number: int, part: Part) -> tuple[PeoplePage, Frame]:
    held, nobody = roles_held(desk), Roles()
    groups = tuple(
        PersonGroup(
            letter, tuple(person_row(desk, desk.people[name], held.get(name, nobody)) for name in names)
        )
        for letter, names in part.groups
    )
    page = PeoplePage(desk.language.text("People"), groups, pager(desk.language, _PATH, number, part.pages))
    return page, frame(desk, people_place(number), page.title, _PATH)


def _name(person: Person) -> str:
    return person.name or person.handle
