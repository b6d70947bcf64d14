from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.diagnostics import Mark
from goalsite.source.nodes import Scalar
from goalsite.source.scalars import scalar_value


def value(text: str, plain: bool = True) -> object:
    return scalar_value(Scalar(text, plain, Mark()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None),
        ("true", True), ("True", True), ("FALSE", False), ("false", False),
        ("0", 0), ("-12", -12), ("+7", 7), ("010", 10), ("0o17", 15), ("0x1F", 31),
        ("1.10", 1.1), (".5", 0.5), ("5.", 5.0), ("1e3", 1000.0), ("-2.5E-1", -0.25),
        (".inf", math.inf), ("+.INF", math.inf), ("-.Inf", -math.inf),
    ],
)  # fmt: skip
def test_the_core_schema_reads(text: str, expected: object) -> None:
    read = value(text)
    assert (read, type(read)) == (expected, type(expected))


def test_not_a_number_is_read() -> None:
    assert all(
        math.isnan(number) for word in (".nan", ".NaN", ".NAN") if isinstance(number := value(word), float)
    )


@pytest.mark.parametrize(
    "text",
    [
        "yes", "No", "on", "off", "y", "tRUE", "nULL", "1:30", "2026-10-05", "0b1", "1_000", "-0x1F", "+.nan",
        "1,5", ".", "-", "e3", "１２", "٣", "1e", "0o8", "0xG", " 1", "1 ", "~~", "1e999", "9" * 5_000,
        "0x" + "f" * 5_000, "1" + "." * 5_000,
    ],
)  # fmt: skip
def test_everything_else_is_text(text: str) -> None:
    assert value(text) == text


@pytest.mark.parametrize("text", ["1", "true", "", "~", ".inf"])
def test_a_quoted_scalar_is_text(text: str) -> None:
    assert value(text, plain=False) == text


@given(st.integers(-(10**90), 10**90))
def test_an_integer_is_read_as_python_writes_it(number: int) -> None:
    assert value(str(number)) == number


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_is_read_as_python_writes_it(number: float) -> None:
    assert value(repr(number)) == number


@given(st.text(alphabet="0123456789abcdefxo+-.eEinfa_~", max_size=200))
def test_no_number_is_too_large_for_a_float(text: str) -> None:
    read = value(text)
    if isinstance(read, int | float):
        float(read)
