"""Places in a text, between our count and an editor's.

We count lines and characters from 0. An editor counts code units of the encoding that both agreed on, which
is UTF-16 where it offers nothing else; lines end where the protocol says, so a form feed ends none.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Encoding = Literal["utf-8", "utf-16", "utf-32"]

_LINE_END = re.compile(r"\r\n|\r|\n")


class Span(NamedTuple):
    """A part of one line: `start` and `end` are counted in characters from 0, `end` is not in it."""

    line: int
    start: int
    end: int


def split_lines(text: str) -> list[str]:
    """The lines of a text without their ends; an empty text is one empty line."""
    return _LINE_END.split(text)


def to_units(line: str, column: int, encoding: Encoding) -> int:
    """How many code units stand before the character at `column`; beyond the line, all of the line's."""
    before = line[: max(column, 0)]
    if encoding == "utf-32" or before.isascii():
        return len(before)
    return sum(_width(character, encoding) for character in before)


def to_column(line: str, units: int, encoding: Encoding) -> int:
    """The character before which that many code units stand; within a character it is the start of that."""
    if encoding == "utf-32" or line.isascii():
        return min(max(units, 0), len(line))
    for column, character in enumerate(line):
        units -= _width(character, encoding)
        if units < 0:
            return column
    return len(line)


def _width(character: str, encoding: Encoding) -> int:
    code = ord(character)
    if encoding == "utf-16":
        return 2 if code > 0xFFFF else 1
    return 1 + (code > 0x7F) + (code > 0x7FF) + (code > 0xFFFF)
