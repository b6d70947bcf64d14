"""Where the cells of a CSV text stand."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from goalsite.core.diagnostics import Mark

_END = re.compile(r"[,\n]|\Z")


class Cell(NamedTuple):
    """What a cell says without the blanks around it, from where to where in the text."""

    text: str
    start: int
    end: int


def header(text: str) -> tuple[Mark, ...]:
    """Where the names of the columns stand, in a text whose first record `table.parse` reads."""
    for line, cells in records(text):
        begin = text.rfind("\n", 0, cells[0].start)
        return tuple(Mark(line, cell.start - begin) for cell in cells)
    return ()


def records(text: str, lines: Container[int] | None = None) -> Iterator[tuple[int, list[Cell]]]:
    """The line (from 1) and cells of each record that has any, in a text that `table.parse` reads.

    With `lines` only the records that begin there, and perhaps a few more.
    """
    at, line = 0, 1
    while at < len(text):
        end = text.find("\n", at) + 1
        if lines is not None and line not in lines and end and '"' not in text[at:end]:
            at, line = end, line + 1
            continue
        cells, end = _record(text, at)
        if any(cell.text for cell in cells):
            yield line, cells
        line += text.count("\n", at, end)
        at = end


def _record(text: str, at: int) -> tuple[list[Cell], int]:
    cells = []
    while True:
        cell, at = _cell(text, at)
        cells.append(cell)
        if text[at : at + 1] != ",":
            return cells, at + 1
        at += 1


def _cell(text: str, at: int) -> tuple[Cell, int]:
    """The cell that begins at `at`, and where it ends: at a comma, a line end or the text's end."""
    while text[at : at + 1] == " ":
        at += 1
    if text[at : at + 1] == '"':
        start, at = at + 1, at + 1
        while text[at : at + 1] != '"' or text[at + 1 : at + 2] == '"':
            at += 1 if text[at] != '"' else 2
        return _stripped(text, start, at, text[start:at].replace('""', '"')), at + 1
    end = _END.search(text, at)
    start, at = at, end.start() if end else len(text)
    return _stripped(text, start, at, text[start:at]), at


def _stripped(text: str, start: int, end: int, said: str) -> Cell:
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    return Cell(said.strip(), start, max(start, end - (len(inner) - len(inner.rstrip()))))
