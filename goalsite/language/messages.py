"""English messages as data, marked for the catalogues."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """How a key is said, and what it means in a sentence (may be empty)."""

    word: str
    meaning: str = ""


def message(english: str) -> str:
    """`english` itself: the call marks it as a message to translate."""
    return english
