"""A CSV file changed in some of its cells, or longer by a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from goalsite.core.quantities import yaml_number
from goalsite.edit.patch import RefusedError
from goalsite.edit.splices import Splice, as_text, spliced_bytes
from goalsite.source.cells import Cell, records
from goalsite.source.nodes import Table
from goalsite.source.read import read_table

_FORMULA = re.compile(r"(^|;)\s*(?=[=+\-@＝＋－＠])")
"""What begins a formula, also after a semicolon, at which some spreadsheets cut a line."""


def with_cells(data: bytes, path: str, new: Mapping[tuple[int, int], str]) -> bytes | None:
    """The table with other texts in some cells, each named by the line of its record and its column from 0.

    None where it could not be changed so that it says just that.
    """
    table, found = read_table(data, path)
    if table.broken and not table.columns:
        return None
    text = as_text(data)
    harmless = {place: _neutral(said) for place, said in new.items()}
    splices, wanted = [], []
    for line, cells in records(text):
        said = [harmless.get((line, column), cell.text) for column, cell in enumerate(cells)]
        splices += [_respelt(text, c, said[n]) for n, c in enumerate(cells) if said[n] != c.text]
        wanted.append((line, [one.removeprefix("\u00a0") for one in said]))
    after = spliced_bytes(data, splices)
    if after is None:
        return None
    there, told = read_table(after, path)
    return after if _says(there, wanted) and len(told) == len(found) else None


def with_row(data: bytes | None, path: str, cells: Mapping[str, str], columns: Iterable[str]) -> bytes:
    """The table with one more row, its last; where there is none yet, with a header of these columns.

    Raises RefusedError where the table cannot be read, or has no column for what the row says.
    """
    if data is None or not data.strip():
        header = tuple(columns)
        return f"{','.join(header)}\n{_row(header, cells)}\n".encode()
    table, _ = read_table(data, path)
    if table.broken:
        raise RefusedError(f"{path} cannot be read at present", "goalsite check tells what to mend")
    missing = next((name for name, said in cells.items() if said and name not in table.columns), "")
    if missing:
        hint = f"write ,{missing} at the end of its first line and a comma at the end of every other"
        raise RefusedError(f'{path} has no column "{missing}"', hint)
    text = as_text(data)
    begin = "" if text.endswith("\n") else "\n"
    row = Splice(len(text), len(text), f"{begin}{_row(table.columns, cells)}\n")
    after = spliced_bytes(data, [row])
    rows = [one.cells for one in read_table(after, path)[0].rows] if after else []
    said = {column: _neutral(cells.get(column, "")).strip() for column in table.columns}
    if after is None or rows != [*(one.cells for one in table.rows), said]:
        raise RefusedError(f"{path} is written in a way that takes no further row")
    return after


def written_cell(text: str) -> str:
    """`text` as a cell: in quotes where it needs them.

    Where a spreadsheet would take it for a formula a no-break space stands before it, which reading strips.
    """
    text = _neutral(text)
    needs_quotes = any(sign in text for sign in ',"\n\r') or text != text.strip()
    return '"' + text.replace('"', '""') + '"' if needs_quotes else text


def _neutral(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return text if yaml_number(text) is not None else _FORMULA.sub("\\1\u00a0", text)


def _row(columns: Iterable[str], cells: Mapping[str, str]) -> str:
    return ",".join(written_cell(cells.get(column, "")) for column in columns)


def _respelt(text: str, cell: Cell, new: str) -> Splice:
    """Another text for a cell, in the quotes that it has, or in some where it needs them."""
    said = written_cell(new)
    start = len(text[: cell.start].rstrip(" \t\u00a0"))
    quoted = start > 0 and text[start - 1] == '"'
    if said == new and not quoted:
        return Splice(cell.start, cell.end, new)
    if not quoted:
        return Splice(cell.start, cell.end, said)
    end = text.index('"', cell.end)
    inner = said[1:-1] if said.startswith('"') else said
    return Splice(start, end, inner)


def _says(table: Table, wanted: Iterable[tuple[int, list[str]]]) -> bool:
    """Whether a table has these records, those of a wrong length aside."""
    (_, header), *rows = wanted
    fitting = [(line, cells) for line, cells in rows if len(cells) == len(header)]
    says = [(row.line, [row.cells[column] for column in table.columns]) for row in table.rows]
    return list(table.columns) == header and says == fitting
