from __future__ import annotations

from goalsite.language.glossary import TERMS
from goalsite.language.language import Language
from goalsite.pages.glossary import glossary_pages
from goalsite.pages.views import GlossaryPage
from tests.pages.desks import desk_of


def glossary(config: str = "", language: str = "en") -> GlossaryPage:
    ((page, frame),) = glossary_pages(desk_of({"config.yaml": config}, language=language))
    assert frame.path == "glossary/"
    return page


def test_every_term_stands_once_under_its_anchor() -> None:
    assert sorted(row.id for row in glossary().terms) == sorted(term.id for term in TERMS)


def test_the_word_of_the_sites_other_languages_stands_beside_it() -> None:
    rows = {row.id: row for row in glossary("languages: [en, zh]\n").terms}
    assert (rows["objective"].term, rows["objective"].other) == ("objective", "目标")
    assert all(row.other == "" for row in glossary().terms)


def test_chinese_terms_stand_by_pinyin() -> None:
    rows = glossary("languages: [en, zh]\n", "zh").terms
    letters = [Language("zh").letter(row.term) for row in rows]
    assert letters == sorted(letters)
    found = {row.id: row for row in rows}
    assert (found["progress"].term, found["progress"].other) == ("进度", "progress")
