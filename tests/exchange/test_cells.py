from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.exchange.cells import harmless, plain
from goalsite.pages.table_views import Cell


@pytest.mark.parametrize(
    ("cell", "is_plain"),
    [
        (0.1 + 0.2, 0.3),
        (-12.500000000000007, -12.5),
        (9.0, 9),
        (None, None),
        (date(2026, 11, 16), date(2026, 11, 16)),
        (" two\tlines\r\nof\x00 text ", "two lines of text"),
        ("half \ud83d of a pair", "half \ufffd of a pair"),
        ("更快 🎯", "更快 🎯"),
    ],
)
def test_a_cell_is_a_line_of_text_a_day_or_a_number_of_15_digits(cell: Cell, is_plain: Cell) -> None:
    assert plain(cell) == is_plain


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30 1234", "'+49 30 1234"),
        ("-5 %", "'-5 %"),
        ("@ada", "'@ada"),
        (" =1+1", "' =1+1"),
        ("＝cmd", "'＝cmd"),
        ("a;=1+1", "a;'=1+1"),
        ("cost - 5", "cost - 5"),
        ("ada@example.org", "ada@example.org"),
        ("", ""),
    ],
)
def test_what_would_begin_a_formula_gets_an_apostrophe(text: str, told: str) -> None:
    assert harmless(text) == told


@given(st.text())
def test_no_line_that_is_cut_at_a_comma_or_semicolon_begins_a_formula(text: str) -> None:
    told = harmless(str(plain(text)))
    assert told.isprintable() or not told.isascii()
    assert not any(part.lstrip().startswith(tuple("=+-@＝＋－＠")) for part in told.split(";"))
