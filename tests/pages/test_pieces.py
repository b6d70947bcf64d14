"""How the smallest pieces of a page are declared."""

from __future__ import annotations

from dataclasses import fields

import pytest

from goalsite.pages.pieces import piece


@piece
class Word:
    """A piece as any other."""

    text: str
    note: str = ""


def test_pieces_are_compared_and_hashed_by_their_values() -> None:
    assert Word("a") == Word("a", "") != Word("a", "b")
    assert len({Word("a"), Word("a"), Word("b")}) == 2
    assert [field.name for field in fields(Word)] == ["text", "note"]


def test_pieces_hold_nothing_but_their_fields() -> None:
    other = "more"
    with pytest.raises(AttributeError):
        setattr(Word("a"), other, 1)
