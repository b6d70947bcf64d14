"""Replacements in a text, and the same in the bytes it was read from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from goalsite.source.decode import plain_lines


class Splice(NamedTuple):
    """The characters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str | None:
    """`text` with all the replacements, each at its place in the old text, those of one place in the order
    given; None where two overlap."""
    parts = []
    at = 0
    for splice in sorted(splices, key=lambda one: (one.start, one.end)):
        if splice.start < at:
            return None
        parts += [text[at : splice.start], splice.text]
        at = splice.end
    return "".join([*parts, text[at:]])


def spliced_bytes(data: bytes, splices: Iterable[Splice]) -> bytes | None:
    """A file with the replacements, whose offsets count its text as `decode` gives it: without byte order
    marks, every line end one character. New lines end as the file's first line does.

    Raises UnicodeDecodeError where the file is not UTF-8.
    """
    raw = data.decode()
    marks = len(raw) - len(raw.lstrip("\ufeff"))
    ends = _two_character_ends(raw)
    line_end = next((end for end in ("\r\n", "\n", "\r") if end == raw[_first_end(raw) :][: len(end)]), "\n")
    moved = [
        Splice(
            start + marks + bisect_left(ends, start),
            end + marks + bisect_left(ends, end),
            text.replace("\n", line_end),
        )
        for start, end, text in splices
    ]
    after = spliced(raw, moved)
    return None if after is None else after.encode()


def _two_character_ends(raw: str) -> list[int]:
    """Where, in the text with plain lines, those line ends stand that are CR LF in `raw`."""
    if "\r\n" not in raw:
        return []
    found: list[int] = []
    at = 0
    for line in raw.split("\r\n")[:-1]:
        at += len(line.lstrip("\ufeff") if not found else line)
        found.append(at)
        at += 1
    return found


def _first_end(raw: str) -> int:
    places = [place for place in (raw.find("\r"), raw.find("\n")) if place >= 0]
    return min(places, default=len(raw))


def as_text(data: bytes) -> str:
    """The text whose offsets `spliced_bytes` counts. Raises UnicodeDecodeError where it is not UTF-8."""
    return plain_lines(data.decode())
