from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.quantities import read_number
from goalsite.edit.numbers import is_bare, spelt_number


@pytest.mark.parametrize(
    ("written", "spelt"),
    [
        ("1 200", "1200"),
        ("1\u202f200", "1200"),
        ("1\u00a0200 000", "1200000"),
        ("1_200_000", "1200000"),
        ("1'200.5", "1200.5"),
        ("1’200", "1200"),
        ("-1 200", "-1200"),
        ("¥1 200", "¥1200"),
        ("1 200 min", "1200 min"),
        ("95 percent", "95%"),
        ("95 per cent", "95%"),
        ("百分之95", "95%"),
        ("1.2 Mio", "1.2M"),
        ("1.2 million", "1.2M"),
        ("3 Mrd.", "3bn"),
        ("3.5K", "3.5k"),
        ("1.2億", "1.2亿"),
    ],
)
def test_a_notation_with_one_reading_becomes_that_of_the_format(written: str, spelt: str) -> None:
    assert spelt_number(written, "value") == spelt


@pytest.mark.parametrize(
    "written",
    ["0,5", "1 20", "12 34", "1 200 30", "1_200 300", "5 billion", "~95", "95+", "about 9", "", "7m"],
)
def test_a_notation_with_two_readings_or_none_is_left_alone(written: str) -> None:
    spelt = spelt_number(written, "value")
    assert spelt is None or read_number(spelt) is None


@pytest.mark.parametrize("key", ["confidence", "score"])
def test_a_share_of_one_in_percent_is_its_fraction(key: str) -> None:
    assert spelt_number("70%", key) == "0.7"
    assert spelt_number("７０％", key) == "0.7"
    assert spelt_number("62.5 %", key) == "0.625"
    assert spelt_number("70", key) is None
    assert spelt_number("170%", key) is None
    assert spelt_number("70%", "weight") is None


@given(st.integers(1000, 10**12), st.sampled_from(" _'\u00a0\u2009"))
def test_grouped_digits_say_the_number_without_groups(number: int, sign: str) -> None:
    spelt = spelt_number(f"{number:,}".replace(",", sign), "value")
    assert spelt == str(number)
    assert is_bare(spelt)


@given(st.text(), st.sampled_from(["value", "confidence"]))
def test_any_text_is_taken_and_what_is_spelt_stays(written: str, key: str) -> None:
    spelt = spelt_number(written, key)
    if spelt is not None and is_bare(spelt):
        assert spelt_number(spelt, key) is None
