"""Lengths of time in words."""

from __future__ import annotations

import pytest

from goalsite.pages.lengths import rhythm, span
from tests.pages.desks import desk_of


@pytest.mark.parametrize(
    ("length", "text"),
    [
        ("week", "every week"),
        ("6m", "every 6 months"),
        ("1y", "every 1 year"),
        ("irregular", "now and then"),
        (None, ""),
    ],
)
def test_a_rhythm_is_told_in_words(length: str | None, text: str) -> None:
    assert rhythm(desk_of({}), length) == text


@pytest.mark.parametrize(
    ("length", "text"), [("10d", "10 days"), ("week", "1 week"), ("quarter", "1 quarter"), ("2y", "2 years")]
)
def test_a_length_is_told_in_words(length: str, text: str) -> None:
    assert span(desk_of({}), length) == text
