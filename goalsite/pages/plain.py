"""Pages that are about no goal: plain ones, 404.html, redirects of aliases, and for unreadable files."""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic
from goalsite.model.records import Page
from goalsite.pages.desk import Desk, records
from goalsite.pages.elements import Html, Link, site_href
from goalsite.pages.findings import finding_rows
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.paths import page_path
from goalsite.pages.texts import headings, prose
from goalsite.pages.titles import shown_title
from goalsite.pages.views import MissingPage, PlaceholderPage, PlainPage, RedirectPage

_BOTH = ("objective", "kpi")
"""An alias of a goal leads from both, so that a goal keeps its links when it changes its kind."""

_SECTIONS = {"objective": "map/", "kpi": "kpis/", "team": "teams/", "person": "people/"}


def plain_pages(desk: Desk) -> Iterator[tuple[PlainPage, Frame]]:
    """Every page without front matter."""
    for record in desk.corpus.pages:
        path = page_path("page", record.id)
        text = _below_title(record)
        body = prose(desk, record, path, text, shift=1) or Html("")
        page = PlainPage(record.title, body, headings(desk, record, path, text))
        yield page, frame(desk, path, record.title, unit=record.team, source=record)


def _below_title(record: Page) -> str:
    """The text without its first line where that is the heading the page is called by."""
    first, _, rest = record.body.lstrip("\n").partition("\n")
    is_title = first.startswith("#") and shown_title(first.strip("# \t")) == record.title
    return rest if is_title else record.body


def missing_pages(desk: Desk) -> Iterator[tuple[MissingPage, Frame]]:
    """404.html, which leads to the main pages; a past state has none of its own."""
    if desk.then:
        return
    title = desk.language.text("Page not found")
    yield MissingPage(title), frame(desk, "404.html", title)


def redirect_pages(desk: Desk) -> Iterator[tuple[RedirectPage, Frame]]:
    """A page at every alias that leads to what it now is."""
    for kind, record in records(desk.corpus):
        page = RedirectPage(record.title, Link(record.title, site_href(page_path(kind, record.id))))
        for alias in record.aliases:
            for place in _BOTH if kind in _BOTH else (kind,):
                yield page, frame(desk, page_path(place, alias), record.title, _SECTIONS.get(kind, ""))


def placeholder_pages(desk: Desk) -> Iterator[tuple[PlaceholderPage, Frame]]:
    """A page for every file that could not be read, so that links to it lead somewhere and say why."""
    faults: dict[str, list[Diagnostic]] = {}
    for one in desk.diagnostics:
        if one.severity == "error":
            faults.setdefault(one.path, []).append(one)
    for missing in desk.corpus.missing:
        path = page_path(missing.kind, missing.id)
        title = missing.id.rpartition("/")[2] or missing.path
        sentence = desk.language.text(
            "What should stand here is in %(path)s, which could not be read.", path=missing.path
        )
        found = faults.get(missing.path, ())
        page = PlaceholderPage(title, sentence, tuple(finding_rows(desk, found)))
        yield page, frame(desk, path, title, _SECTIONS.get(missing.kind, ""))
