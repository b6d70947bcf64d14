"""A difference as text for a terminal, or for whatever reads lines."""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.pages.difference_views import DifferencePage, Entry
from goalsite.report.safe import safe, width
from goalsite.report.text import PLAIN, Style

_STEP = 2
_LEAST = 20
"""Columns that a text gets however narrow the terminal is."""


def difference_text(page: DifferencePage, style: Style = PLAIN, columns: int | None = None) -> str:
    """The difference, each text harmless; lines are broken where a terminal has so many `columns`."""
    lines = [(0, _set_off(page.title, style.code, style)), (0, page.day), (0, "")]
    lines += [(0, safe(sentence)) for sentence in page.gist]
    for section in page.sections:
        lines += [(0, ""), (0, _set_off(section.title, style.code, style))]
        lines += [(1, safe(line)) for line in section.lines]
        for entry in section.entries:
            lines += _entry(entry, style)
    return "".join(f"{line}\n" for depth, text in lines for line in _broken(text, depth * _STEP, columns))


def _set_off(text: str, begin: str, style: Style) -> str:
    return f"{begin}{safe(text)}{style.end if begin else ''}"


def _entry(entry: Entry, style: Style) -> Iterator[tuple[int, str]]:
    tone = {"+": style.code, "-": style.error, ">": style.warning, "*": style.warning}.get(entry.sign, "")
    sign = f"{_set_off(entry.sign, tone, style)} " if entry.sign else ""
    beside = " · ".join(filter(None, (entry.note, entry.by)))
    note = f"  {_set_off(beside, style.faint, style)}" if beside else ""
    yield 1, f"{sign}{_set_off(entry.title, style.code, style)}{note}"
    if entry.effects:
        yield 3, safe(entry.effects)
    for line in entry.lines:
        yield 3, safe(line)
    if entry.body:
        yield 3, safe(entry.body_note)
        for line in entry.body:
            yield 4, _set_off(f"{line[0]} {line[1:]}", style.error if line[0] == "-" else style.code, style)


def _broken(text: str, indent: int, columns: int | None) -> Iterator[str]:
    """A line, broken between words into lines of so many columns; what follows stands further in."""
    if columns is None or indent + _columns(text) <= columns:
        yield f"{' ' * indent}{text}".rstrip()
        return
    room, margin = max(columns - indent, _LEAST + _STEP), " " * indent
    line, further = "", room - _STEP
    for word in text.split(" "):
        for piece in _pieces(word, further):
            longer = f"{line} {piece}" if line else piece
            if line and _columns(longer) > room:
                yield margin + line
                line, margin, room = piece, " " * (indent + _STEP), further
            else:
                line = longer
    yield margin + line


def _pieces(word: str, room: int) -> Iterator[str]:
    """A word, or its pieces where it is wider than a line: Chinese has no spaces."""
    while _columns(word) > room and "\x1b" not in word:
        end = next(n for n in range(1, len(word) + 1) if width(word[:n]) > room) - 1
        yield word[: max(end, 1)]
        word = word[max(end, 1) :]
    yield word


def _columns(text: str) -> int:
    """The columns of a text whose only control characters are those that colour it."""
    if "\x1b" in text:
        parts = text.split("\x1b[")
        text = parts[0] + "".join(part.partition("m")[2] for part in parts[1:])
    return width(text)
