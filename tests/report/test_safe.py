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


def test_what_would_command_a_build_service_is_spelt_out() -> None:
    assert safe(" ::error::x") == " \\x3A:error::x"
    assert safe("## Title ##[add-mask]x ##vso[task.x]y") == "## Title #\\x23[add-mask]x #\\x23vso[task.x]y"


def test_colons_and_hashes_that_command_nothing_are_left_alone() -> None:
    assert safe("std::vector ## [x] # [y] #[z] ####") == "std::vector ## [x] # [y] #[z] ####"


def test_what_is_no_character_is_spelt_out() -> None:
    assert safe("\ufffe\U0010ffff\udc80") == "\\u{FFFE}\\u{10FFFF}\\u{DC80}"
