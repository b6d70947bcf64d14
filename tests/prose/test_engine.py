from __future__ import annotations

from goalsite.prose.engine import MOST_INLINE, engine, outline_engine
from tests.prose.page import html


def test_a_paragraph_longer_than_any_author_writes_is_shown_without_its_markup() -> None:
    assert html("*a* " * (MOST_INLINE // 4)).startswith("<p><em>a</em>")
    assert html("*<* " * (MOST_INLINE // 4 + 1)).startswith("<p>*&lt;* *&lt;*")


def test_the_parser_is_made_once() -> None:
    assert engine() is engine()
    assert outline_engine() is outline_engine()


def test_a_task_is_a_sign_and_not_a_form_control() -> None:
    assert "<input" not in html("- [ ] open\n- [x] done")


def test_markup_in_a_footnotes_name_is_no_markup() -> None:
    assert html("a[^<b>]\n\n[^<b>]: n").count("<b>") == 0


def test_what_looks_like_a_footnote_but_is_none_stays_text() -> None:
    assert html("[^a]: note\n\nsee [^b] and [^c d]") == "<p>see [^b] and [^c d]</p>"
