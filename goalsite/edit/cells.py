"""The cells of a CSV text with where they stand, and a table changed in some of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from goalsite.edit.splices import Splice, as_text, spliced_bytes
from goalsite.source.nodes import Table
from goalsite.source.read import read_table


class Cell(NamedTuple):
    """What a cell says without the blanks around it, from where to where in the text."""

    text: str
    start: int
    end: int


def records(text: str) -> Iterator[tuple[int, list[Cell]]]:
    """The line (from 1) and cells of each record that has any, in a text that `table.parse` reads."""
    at, line = 0, 1
    while at < len(text):
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
    start = at
    while at < len(text) and text[at] not in ",\n":
        at += 1
    return _stripped(text, start, at, text[start:at]), at


def _stripped(text: str, start: int, end: int, said: str) -> Cell:
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    return Cell(said.strip(), start, max(start, end - (len(inner) - len(inner.rstrip()))))


def with_cells(data: bytes, path: str, new: Mapping[tuple[int, int], str]) -> bytes | None:
    """The table with other texts in some cells, each named by the line of its record and its column from 0.

    None where it could not be changed so that it says just that.
    """
    table, found = read_table(data, path)
    if table.broken and not table.columns:
        return None
    splices, wanted = [], []
    for line, cells in records(as_text(data)):
        said = [new.get((line, column), cell.text) for column, cell in enumerate(cells)]
        splices += [Splice(c.start, c.end, said[n]) for n, c in enumerate(cells) if said[n] != c.text]
        wanted.append((line, said))
    after = spliced_bytes(data, splices)
    if after is None:
        return None
    there, told = read_table(after, path)
    return after if _says(there, wanted) and len(told) == len(found) else None


def _says(table: Table, wanted: Iterable[tuple[int, list[str]]]) -> bool:
    """Whether a table has these records, those of a wrong length aside."""
    (_, header), *rows = wanted
    fitting = [(line, cells) for line, cells in rows if len(cells) == len(header)]
    says = [(row.line, [row.cells[column] for column in table.columns]) for row in table.rows]
    return list(table.columns) == header and says == fitting
