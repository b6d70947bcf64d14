"""Markdown of a file -> HTML as it reads from a page."""

from __future__ import annotations

from goalsite.core.names import fold_handle
from goalsite.model.records import Common
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Html, Link, site_href
from goalsite.pages.links import goal_link, published_href
from goalsite.pages.paths import page_path
from goalsite.prose import Markdown, section

_RETROSPECTIVE = ("Retrospective", "Retro", "复盘")


def prose(desk: Desk, record: Common, path: str, text: str, scope: str = "", shift: int = 2) -> Html | None:
    """A text of `record`'s file on the page at `path`, its headings below level `shift`; None of no text."""
    if not text.strip():
        return None
    return Html(_markdown(desk, record, path).render(text, shift, scope))


def headings(desk: Desk, record: Common, path: str, text: str, shift: int = 1) -> tuple[Link, ...]:
    """The text's highest headings as links within the page, as `prose` writes them."""
    found = _markdown(desk, record, path).headings(text, shift)
    top = min((heading.level for heading in found), default=0)
    return tuple(Link(heading.text, f"#{heading.id}") for heading in found if heading.level == top)


def without_retrospective(text: str) -> tuple[str, str]:
    """A goal's text without its retrospective, and the retrospective."""
    return section(text, *_RETROSPECTIVE)


def _markdown(desk: Desk, record: Common, path: str) -> Markdown:
    root = "../" * path.count("/")

    def goal(written: str) -> tuple[str, str] | None:
        target = desk.graph.mentions.get((record.path, written))
        if target is None:
            return None
        link = goal_link(desk, target)
        return root + link.href, link.text

    def person(handle: str) -> str | None:
        known = desk.people.get(fold_handle(handle))
        return root + site_href(page_path("person", known.id)) if known else None

    def published(written: str) -> str | None:
        href = published_href(desk, record, written)
        return None if href is None else (root + href or "./")

    return Markdown(goal, person, published, desk.texts)
