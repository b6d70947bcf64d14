"""Every term and figure the site uses, explained once."""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.language.glossary import TERMS, Term
from goalsite.language.language import Language
from goalsite.pages.desk import Desk
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.sections import TermRow
from goalsite.pages.views import GlossaryPage

_PATH = "glossary/"


def glossary_pages(desk: Desk) -> Iterator[tuple[GlossaryPage, Frame]]:
    """The glossary from A to Z, each term with its word in the site's other languages."""
    text = desk.language.text
    others = tuple(language for language in desk.languages if language != desk.language)
    rows = sorted(
        (_row(desk.language, term, others) for term in TERMS),
        key=lambda row: desk.language.sort_key(row.term),
    )
    intro = text("What the words and numbers on these pages mean. Every number links here.")
    page = GlossaryPage(text("Glossary"), tuple(rows), intro)
    yield page, frame(desk, _PATH, page.title, _PATH, description=intro)


def _row(language: Language, term: Term, others: tuple[Language, ...]) -> TermRow:
    return TermRow(
        id=term.id,
        term=language.text(term.term),
        text=language.text(term.text),
        other=language.text(", ").join(other.text(term.term) for other in others),
        formula=language.text(term.formula) if term.formula else "",
    )
