"""What a place in a text is for, as a value."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Where = Literal["key", "value", "link", "person", "column", "cell", "text"]


class Context(Struct, frozen=True):
    """What a place in a text is for.

    `path` are the keys that lead there, ITEM for a list's entry: of a key those above it, of a value its own
    too, of a cell its column. `text` is the word there, from `start` to `end` of the line, and `typed` what
    of it stands before the place. `given` are keys that stand beside it; `colon` whether one follows.
    """

    where: Where
    path: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    typed: str = ""
    text: str = ""
    given: frozenset[str] = frozenset()
    colon: bool = False


TEXT = Context("text")
"""A place where nothing is known."""
