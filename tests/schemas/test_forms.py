"""What goalsite reads as a number, a share, a confidence or a name has the form that the schemas ask for."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goalsite.core.names import fault_in_id
from goalsite.core.periods import FiscalYear
from goalsite.core.quantities import read_confidence, read_number, read_share
from goalsite.model.series import point_day
from goalsite.schemas import forms

PIECES = [
    *"0123456789+-−.,/%％０９．，／－＋ 　kMBTe",
    "bn",
    "千",
    "万",
    "亿",
    "兆",
    "¥",
    "￥",
    "元",
    "$",
    "€",
    "£",
    "USD",
    "min",
]
numbers = st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join)


@given(numbers)
@example("¥1.2亿")
@example("−３．５")
@example("1,234.5k")
@example("1e3")
@example("0x1F")
@example("10 bn")
def test_numbers_have_their_form(text: str) -> None:
    if read_number(text) is not None:
        assert re.search(forms.NUMBER, text)
    for unit in ("min", "%", "USD"):
        if read_number(text, unit) is not None:
            assert re.search(forms.AMOUNT, text)


@given(numbers)
@example("40%")
@example("４０ ％")
def test_shares_have_their_form(text: str) -> None:
    if read_share(text) is not None:
        assert re.search(forms.SHARE, text)


@given(numbers)
@example("7/10")
@example("７／１０")
@example(".5")
def test_confidences_have_their_form(text: str) -> None:
    if read_confidence(text) is not None:
        assert re.search(forms.CONFIDENCE, text)


@pytest.mark.parametrize("text", ["", "soon", "-", "12 min", "1.2.x", "ten", "yes", "95%"])
def test_what_is_no_number_has_not(text: str) -> None:
    assert not re.search(forms.NUMBER, text)


@pytest.mark.parametrize("text", ["", "soon", "- 3 -", "half/10", "7/", "1:2", "80%"])
def test_what_is_no_confidence_has_not(text: str) -> None:
    assert not re.search(forms.CONFIDENCE, text)


@given(st.text(alphabet=st.sampled_from("aé中0-_./@ #"), max_size=6))
def test_ids_have_their_form(text: str) -> None:
    if not fault_in_id(text):
        assert re.search(forms.NAME, text)
        assert "/" in text or re.search(forms.SEGMENT, text)


@given(st.from_regex(r"[0-9]{4}(-([HTQBW]?[0-9]{1,2}(-[0-9]{2})?))?", fullmatch=True))
@example("2026-W53")
@example("2026-10-05")
def test_dates_of_points_have_their_form(text: str) -> None:
    if text.isascii() and point_day(text, FiscalYear()) is not None:
        assert re.search(forms.POINT, text)


@pytest.mark.parametrize("text", ["2026-13", "2026-Q5", "26-10", "2026-10-32", "2026/10/05", "October"])
def test_what_is_no_date_of_a_point_has_not(text: str) -> None:
    assert not re.search(forms.POINT, text)


@pytest.mark.parametrize(
    ("text", "fits"), [("week", True), ("10d", True), ("0d", False), ("10w", False), ("weekly", False)]
)
def test_a_rhythm_is_a_word_or_a_count(text: str, fits: bool) -> None:
    assert bool(re.search(forms.rhythm(("day", "week"), "d"), text)) is fits
