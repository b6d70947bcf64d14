"""Diagnostics -> rows: what the build found in the files, as a reader of the site sees it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goalsite.core.diagnostics import Diagnostic
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Link, site_href
from goalsite.pages.frames import where_to_edit
from goalsite.pages.sections import FindingRow


def finding_rows(desk: Desk, diagnostics: Iterable[Diagnostic]) -> Iterator[FindingRow]:
    """Every finding with its place: the file in the repository where its host is known, else its page."""
    for one in diagnostics:
        yield FindingRow(
            code=f"{one.code} {one.name}",
            message=one.message,
            place=_place(desk, one),
            severity=one.severity,
            hint=one.hint,
        )


def _place(desk: Desk, one: Diagnostic) -> Link:
    text = f"{one.path}:{one.line}"
    url = where_to_edit(desk, one.path)
    if url:
        return Link(text, url)
    page = desk.published.get(one.path)
    return Link(text, "health/#findings" if page is None else site_href(page))
