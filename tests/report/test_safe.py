from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from goalsite.report.safe import safe, width


def test_ordinary_text_is_left_alone() -> None:
    assert safe("Über 满意度 café — 95 %") == "Über 满意度 café — 95 %"


def test_escapes_line_ends_and_turning_characters_are_spelt_out() -> None:
    assert safe("\x1b[2J\n\u202ex\u200b") == "\\x1B[2J\\x0A\\u{202E}x\\u{200B}"


@given(st.text())
def test_nothing_that_controls_a_terminal_is_left(text: str) -> None:
    assert all(unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in safe(text))


def test_wide_characters_take_two_columns_and_marks_none() -> None:
    assert width("ab满") == 4
    assert width("e\u0301") == 1
