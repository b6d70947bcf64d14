"""All tags from A to Z, and a page for each with the objectives and KPIs that have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goalsite.model.records import Objective
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Link, site_href
from goalsite.pages.finding_views import TagPage, TagsPage
from goalsite.pages.follow import follow_tag
from goalsite.pages.found_rows import found_row
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.paging import pager, part_path, parts
from goalsite.pages.tags import TAGS_PATH, Tag, tag_count, tags_in_use

Place = tuple[str, int]
"""A page: where that of its tag lies, or the list of all; the number among its parts."""


def tag_places(desk: Desk) -> Iterator[Place]:
    """Every page: the list of tags, and those of each, 500 entries on one."""
    tags = tags_in_use(desk)
    for path, entries in ((TAGS_PATH, tuple(tags)), *((tag.path, tag.goals) for tag in tags.values())):
        yield from ((path, number) for number, _ in enumerate(parts(entries), 1))


def tag_pages(
    desk: Desk, chosen: Sequence[Place] | None = None
) -> Iterator[tuple[TagsPage | TagPage, Frame]]:
    """The list of tags, and the page of each, 500 entries on one; or the chosen ones of these pages."""
    for path, number in tag_places(desk) if chosen is None else chosen:
        yield _list(desk, number) if path == TAGS_PATH else _one(desk, tags_in_use(desk)[path], number)


def _list(desk: Desk, number: int) -> tuple[TagsPage, Frame]:
    language = desk.language
    title = language.text("Tags")
    links = [Link(tag.name, site_href(tag.path), tag_count(desk, tag)) for tag in tags_in_use(desk).values()]
    sections = parts(links)
    page = TagsPage(title, sections[number - 1], pager(language, TAGS_PATH, number, len(sections)))
    return page, frame(desk, part_path(TAGS_PATH, number), title, TAGS_PATH)


def _one(desk: Desk, tag: Tag, number: int) -> tuple[TagPage, Frame]:
    language = desk.language
    title = language.text("Tag: %(tag)s", tag=tag.name)
    every = Link(language.text("All tags"), TAGS_PATH)
    words = {True: language.text("Objective"), False: language.text("KPI")}
    sections = parts(tag.goals)
    goals = (desk.objectives.get(name) or desk.kpis[name] for name in sections[number - 1])
    rows = tuple(found_row(desk, goal, words[isinstance(goal, Objective)]) for goal in goals)
    page = TagPage(title, every, rows, pager(language, tag.path, number, len(sections)))
    return page, frame(desk, part_path(tag.path, number), title, TAGS_PATH, follow=follow_tag(desk, tag))
