from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.language.numbers import number, percent, signed, with_unit

FINITE = st.floats(allow_nan=False, allow_infinity=False)
GAP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("x", "english", "chinese"),
    [
        (0, "0", "0"),
        (-0.0, "0", "0"),
        (9.5, "9.5", "9.5"),
        (-4, "−4", "−4"),
        (99.97, "99.97", "99.97"),
        (99.95123456, "99.951", "99.951"),
        (0.1 + 0.2, "0.3", "0.3"),
        (1e-17, "0", "0"),
        (1200, "1,200", "1,200"),
        (12345, "12,345", "1.2345万"),
        (123456, "123,456", "12.346万"),
        (1_234_567, "1.2346M", "123.46万"),
        (99_999_999, "100M", "1亿"),
        (120_000_000, "120M", "1.2亿"),
        (1e12, "1T", "1万亿"),
        (0.00012345678, "0.00012346", "0.00012346"),
        (5e-7, "5.000e−7", "5.000e−7"),
        (1e300, "1.000e300", "1.000e300"),
    ],
)
def test_a_number_is_written_in_the_steps_of_its_language(x: float, english: str, chinese: str) -> None:
    assert (number(x, "en"), number(x, "zh")) == (english, chinese)


@given(FINITE, st.sampled_from(["en", "zh"]))
def test_any_number_is_short(x: float, tag: str) -> None:
    assert len(number(x, tag)) <= 21
    assert len(percent(x, tag)) <= 23


@given(FINITE)
def test_minus_is_a_real_minus_sign(x: float) -> None:
    assert "-" not in number(x, "en")
    assert (number(x, "en")[0] == "−") == (x < -1e-9)


@pytest.mark.parametrize(
    ("shown", "unit", "expected"),
    [
        ("9.5", "min", f"9.5{GAP}min"),
        ("9.5", "分钟", "9.5分钟"),
        ("1.2亿", "元", "1.2亿元"),
        ("99.97", "%", "99.97%"),
        ("12", "$", "$12"),
        ("−12", "¥", "−¥12"),
        ("+12", "€", "+€12"),
        ("12", "USD", f"12{GAP}USD"),
        ("12", "", "12"),
    ],
)
def test_a_unit_stands_where_custom_puts_it(shown: str, unit: str, expected: str) -> None:
    assert with_unit(shown, unit) == expected


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (0.5, "50%"),
        (0.505, "51%"),
        (0, "0%"),
        (1, "100%"),
        (1 - 1e-12, "100%"),
        (0.996, "99%"),
        (1.0002, "100%"),
        (0.004, "<1%"),
        (-0.004, ">−1%"),
        (-0.1, "−10%"),
        (12.5, "1,250%"),
    ],
)
def test_a_share_is_said_in_whole_per_cent_and_never_done_before_it_is(share: float, shown: str) -> None:
    assert percent(share, "en") == shown


def test_a_change_has_its_sign() -> None:
    assert [signed(x, number(x, "en")) for x in (1.5, 0, -1.5)] == ["+1.5", "0", "−1.5"]
