"""Lines that were to be `key: value`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.source import yaml
from goalsite.source.colons import colon_fault, in_quotes, pair_around, without_comma
from goalsite.source.nodes import Mapping, Scalar


@pytest.mark.parametrize(
    ("line", "column", "hint"),
    [
        ("title：增长", 6, "write a plain colon and a space after the key, not ："),
        ("  - title：Growth: more", 10, "write a plain colon and a space after the key, not ："),
        ("title:Growth", 6, "put a space after the colon"),
        ("  - id:a", 7, "put a space after the colon"),
    ],
)
def test_a_colon_that_ends_no_key_is_found(line: str, column: int, hint: str) -> None:
    assert colon_fault(line) == (column, hint)


@pytest.mark.parametrize(
    "line", ["title: Growth", "title: 说明：增长", "https://example.org", "", "  - a", '"说明：增长"']
)
def test_a_line_without_a_mistake_in_its_colon_is_let_be(line: str) -> None:
    assert colon_fault(line) is None


@pytest.mark.parametrize(
    ("line", "column", "pair"),
    [
        ("title: Growth: more", 14, ("title", "Growth: more")),
        ("  - - title: a: b # c", 15, ("title", "a: b")),
        ("'title': \"a\": b", 13, ("'title'", '"a": b')),
        ("title: Growth", 6, None),
        ("just text", 3, None),
    ],
)
def test_the_pair_is_found_in_whose_value_a_character_lies(
    line: str, column: int, pair: tuple[str, str] | None
) -> None:
    assert pair_around(line, column) == pair


@given(st.text(st.sampled_from("ab:'\"\\ #中"), min_size=1).map(str.strip).filter(bool))
def test_a_value_is_read_as_it_was_once_it_is_written_as_the_hint_says(value: str) -> None:
    node, found = yaml.parse(in_quotes("title", value).removeprefix("put the value in quotes: "), "a")
    assert found == ()
    assert isinstance(node, Mapping)
    (said,) = [scalar.text for _, scalar in node.items if isinstance(scalar, Scalar)]
    assert said == value


@pytest.mark.parametrize(
    ("before", "key"),
    [
        ("  - {date: 2026-10-09, value: 15 confidence", "confidence"),
        ("  - {date: 2026-10-09, note: it", ""),
        ("title: a b", ""),
        ("{a: 1} b c", ""),
    ],
)
def test_the_key_that_a_comma_is_missing_before_is_found(before: str, key: str) -> None:
    assert without_comma(before) == key
