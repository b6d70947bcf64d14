from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.quantities import (
    at_least,
    read_confidence,
    read_number,
    read_share,
    round_half_up,
    same,
    same_unit,
    spelt,
    weighted_mean,
    yaml_number,
)

FULL_WIDTH = str.maketrans("0123456789.,-+/%¥$", "０１２３４５６７８９．，－＋／％￥＄")
MULTIPLIERS = {"k": 3, "M": 6, "B": 9, "bn": 9, "T": 12, "千": 3, "万": 4, "亿": 8, "兆": 12}
UNITS = ("", "%", "min", "¥", "元", "CNY", "$", "USD", "€", "£", "ms", "k", "M", "万", "tickets / day")


@pytest.mark.parametrize(
    ("written", "unit", "number"),
    [
        ("12", "", 12),
        ("12.5", "", 12.5),
        ("+3", "", 3),
        ("-3", "", -3),
        ("−3", "", -3),
        ("－３．５", "", -3.5),
        ("1,234", "", 1234),
        ("1,234,567.89", "", 1234567.89),
        ("１，２３４", "", 1234),
        ("3.5k", "", 3500),
        ("2M", "", 2_000_000),
        ("2B", "", 2e9),
        ("2bn", "", 2e9),
        ("2T", "", 2e12),
        ("1.2亿", "", 1.2e8),
        ("3千万", "", 3e7),
        ("3万亿", "", 3e12),
        ("2 兆", "", 2e12),
        ("¥1.2亿", "元", 1.2e8),
        ("1.2亿元", "¥", 1.2e8),
        ("-¥5", "CNY", -5),
        ("￥5", "¥", 5),
        ("$ 3.5k", "USD", 3500),
        ("EUR5", "€", 5),
        ("5 £", "GBP", 5),
        ("95%", "%", 95),
        ("95 %", "%", 95),
        ("９５％", "%", 95),
        ("12.5 min", "min", 12.5),
        ("5k min", "min", 5000),
        ("7k", "k", 7),
        ("7M", "M", 7),
        ("3万", "万", 3),
        ("1e3", "", 1000),
        ("1e3", "min", 1000),
        (".5", "", 0.5),
        ("5.", "", 5),
        ("0x1F", "", 31),
        ("0o17", "", 15),
        ("010", "", 10),
        ("  5  ", "", 5),
    ],
)
def test_a_number_is_read_as_people_write_it(written: str, unit: str, number: float) -> None:
    assert read_number(written, unit) == pytest.approx(number)


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("", ""),
        ("x", ""),
        ("1,23", ""),
        ("12,34,567", ""),
        ("1234,567", ""),
        ("1 234", ""),
        ("1_000", ""),
        ("95%", ""),
        ("95%", "min"),
        ("5 min", "s"),
        ("5 Min", "min"),
        ("$5", "€"),
        ("5m", ""),
        ("5K", ""),
        ("5 k x", ""),
        ("1:30", ""),
        ("¥-5", "¥"),
        ("--5", ""),
        ("1.2.3", ""),
        (".inf", ""),
        (".nan", ""),
        ("inf", ""),
        ("NaN", ""),
        ("1e999", ""),
        ("9" * 101, ""),
        ("9T" + "T" * 60, ""),
        ("٣", ""),
        ("½", ""),
    ],
)
def test_what_is_no_number_of_the_unit_is_none(written: str, unit: str) -> None:
    assert read_number(written, unit) is None


def test_fractions_are_read_exactly_and_not_by_float_steps() -> None:
    assert read_number("1.1亿") == 110_000_000
    assert read_number("0.07M") == 70_000
    assert read_share("7%") == 0.07


@given(
    st.decimals(min_value=-(10**9), max_value=10**9, places=3, allow_nan=False),
    st.sampled_from(UNITS),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
def test_every_number_that_is_written_by_the_rules_is_read_back(
    number: object, unit: str, grouped: bool, full_width: bool, spaced: bool
) -> None:
    written = f"{number:,f}" if grouped else f"{number:f}"
    written += (" " if spaced else "") + unit
    if full_width:
        written = written.translate(FULL_WIDTH)
    assert read_number(written, unit) == float(str(number))


@given(st.integers(0, 9999), st.lists(st.sampled_from(sorted(MULTIPLIERS)), max_size=3))
def test_several_multipliers_multiply(number: int, words: list[str]) -> None:
    power = sum(MULTIPLIERS[word] for word in words)
    assert read_number(f"{number}{''.join(words)}") == pytest.approx(number * 10.0**power)


@given(st.text(max_size=120), st.sampled_from(UNITS))
def test_no_text_makes_reading_fail_and_what_is_read_is_finite(written: str, unit: str) -> None:
    for read in (read_number(written, unit), read_share(written), read_confidence(written)):
        assert read is None or math.isfinite(read)


@given(st.floats(-1e300, 1e300))
def test_a_number_is_spelt_so_that_it_is_read_back(number: float) -> None:
    assert read_number(spelt(number)) == pytest.approx(number, rel=1e-14)


@pytest.mark.parametrize(
    ("number", "text"), [(5.0, "5"), (1_200_000.0, "1200000"), (0.1 + 0.2, "0.3"), (99.95, "99.95")]
)
def test_a_number_is_spelt_with_all_digits_that_count(number: float, text: str) -> None:
    assert spelt(number) == text


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("¥", "元", True),
        ("元", "CNY", True),
        ("￥", "¥", True),
        ("$", "USD", True),
        ("€", "EUR", True),
        ("£", "GBP", True),
        ("$", "€", False),
        ("min", "Min", False),
        ("％", "%", True),
        ("", "%", False),
    ],
)
def test_units_are_equal_by_text_or_as_names_of_one_currency(one: str, other: str, equal: bool) -> None:
    assert same_unit(one, other) is equal
    assert same_unit(other, one) is equal


@pytest.mark.parametrize(
    ("written", "share"),
    [
        ("0.4", 0.4),
        ("40%", 0.4),
        ("40 %", 0.4),
        ("４０％", 0.4),
        ("1", 1),
        ("%", None),
        ("x%", None),
        ("4/10", None),
    ],
)
def test_a_share_is_a_number_or_a_percentage(written: str, share: float | None) -> None:
    assert read_share(written) == share


@pytest.mark.parametrize(
    ("written", "confidence"),
    [
        ("0.6", 0.6),
        ("7/10", 0.7),
        ("7 / 10", 0.7),
        ("７／１０", 0.7),
        ("1/3", 1 / 3),
        ("11/10", 1.1),
        ("5/0", None),
        ("60%", None),
        ("high", None),
        ("/10", None),
    ],
)
def test_a_confidence_is_a_number_or_so_many_of_so_many(written: str, confidence: float | None) -> None:
    assert read_confidence(written) == (confidence if confidence is None else pytest.approx(confidence))


@pytest.mark.parametrize(
    ("written", "number"),
    [("yes", None), ("1:30", None), ("0b1", None), ("1e3", 1000), ("-.5", -0.5), ("1_0", None), ("", None)],
)
def test_only_the_core_schema_of_yaml_makes_a_plain_number(written: str, number: float | None) -> None:
    assert yaml_number(written) == number


def test_figures_within_a_billionth_are_equal() -> None:
    assert same(0.18 / 0.2, 0.9)
    assert at_least(0.18 / 0.2, 0.9)
    assert not same(0.9, 0.9 + 1e-6)
    assert not at_least(0.9 - 1e-6, 0.9)


@pytest.mark.parametrize(
    ("value", "rounded"), [(0.65, 0.7), (0.649, 0.6), (0.75, 0.8), (0.05, 0.1), (1, 1), (0, 0)]
)
def test_half_goes_up(value: float, rounded: float) -> None:
    assert round_half_up(value) == rounded


def test_a_weighted_mean_weighs_and_is_none_where_nothing_does() -> None:
    assert weighted_mean([(2, 0.5), (1, 0.2)]) == pytest.approx(0.4)
    assert weighted_mean([(0, 0.5)]) is None
    assert weighted_mean([]) is None
