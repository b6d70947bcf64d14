from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.lsp.positions import Encoding, split_lines, to_column, to_units

ENCODINGS: tuple[Encoding, ...] = get_args(Encoding)
LINE = "a客😀é"


@pytest.mark.parametrize(
    ("encoding", "units"),
    [("utf-8", [0, 1, 4, 8, 10]), ("utf-16", [0, 1, 2, 4, 5]), ("utf-32", [0, 1, 2, 3, 4])],
)
def test_columns_are_counted_in_the_units_of_each_encoding(encoding: Encoding, units: list[int]) -> None:
    assert [to_units(LINE, column, encoding) for column in range(5)] == units
    assert [to_column(LINE, unit, encoding) for unit in units] == [0, 1, 2, 3, 4]


def test_a_place_within_a_character_is_its_beginning() -> None:
    assert to_column("😀a", 1, "utf-16") == 0
    assert to_column("客a", 2, "utf-8") == 0


def test_a_place_beyond_the_line_is_its_end() -> None:
    assert to_column("客", 9, "utf-16") == 1
    assert to_units("客", 9, "utf-8") == 3


@given(st.text(), st.sampled_from(ENCODINGS))
def test_units_and_columns_are_each_others_inverse(line: str, encoding: Encoding) -> None:
    for column in range(len(line) + 1):
        assert to_column(line, to_units(line, column, encoding), encoding) == column


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(ENCODINGS))
def test_units_are_those_of_the_encoded_text(line: str, encoding: Encoding) -> None:
    width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
    name = encoding if encoding == "utf-8" else f"{encoding}-le"
    assert to_units(line, len(line), encoding) == len(line.encode(name)) // width


def test_lines_end_where_the_protocol_says_and_nowhere_else() -> None:
    assert split_lines("a\r\nb\rc\nd\u2028e\x0cf\x85g") == ["a", "b", "c", "d\u2028e\x0cf\x85g"]
    assert split_lines("") == [""]
