"""All tags from A to Z, and a page for each with the objectives and KPIs that have it."""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.model.records import Objective
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Link, site_href
from goalsite.pages.finding_views import FoundRow, TagPage, TagsPage
from goalsite.pages.follow import follow_tag
from goalsite.pages.found_rows import found_row
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.paging import pager, part_path, parts
from goalsite.pages.tags import TAGS_PATH, Tag, tag_count, tags_in_use


def tag_pages(desk: Desk) -> Iterator[tuple[TagsPage | TagPage, Frame]]:
    """The list of tags, and the page of each, 500 entries on one."""
    tags = tags_in_use(desk)
    yield from _list(desk, tags)
    for tag in tags:
        yield from _one(desk, tag)


def _list(desk: Desk, tags: tuple[Tag, ...]) -> Iterator[tuple[TagsPage, Frame]]:
    language = desk.language
    title = language.text("Tags")
    links = [Link(tag.name, site_href(tag.path), tag_count(desk, tag)) for tag in tags]
    sections = parts(links)
    for number, section in enumerate(sections, 1):
        page = TagsPage(title, section, pager(language, TAGS_PATH, number, len(sections)))
        yield page, frame(desk, part_path(TAGS_PATH, number), title, TAGS_PATH)


def _one(desk: Desk, tag: Tag) -> Iterator[tuple[TagPage, Frame]]:
    language = desk.language
    title = language.text("Tag: %(tag)s", tag=tag.name)
    every = Link(language.text("All tags"), TAGS_PATH)
    words = {True: language.text("Objective"), False: language.text("KPI")}
    sections = parts(tag.goals)
    for number, section in enumerate(sections, 1):
        rows: tuple[FoundRow, ...] = tuple(
            found_row(desk, goal, words[isinstance(goal, Objective)]) for goal in section
        )
        page = TagPage(title, every, rows, pager(language, tag.path, number, len(sections)))
        yield page, frame(desk, part_path(tag.path, number), title, TAGS_PATH, follow=follow_tag(desk, tag))
