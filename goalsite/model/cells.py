"""Findings in tables: readers of rows name a cell by its number, authors look for a column of the file."""

from __future__ import annotations

from goalsite.core.diagnostics import Diagnostic, Mark
from goalsite.core.values import replace
from goalsite.source.cells import header, records
from goalsite.source.nodes import Row, Scalar, Table


def cell_mark(row: Row, number: int) -> Mark:
    """Where a cell of a row, counted from 1, stands until `place_cells` has seen the file's text."""
    return Mark(row.line, number)


def column_mark(table: Table, column: str = "") -> Mark:
    """Where a table names a column, or begins to name them, until `place_cells` has seen the file's text."""
    line = header(table.text)[0].line if table.text else 1
    return Mark(line, table.columns.index(column) + 1 if column else 1)


def cells_of(row: Row) -> tuple[tuple[Scalar, Scalar], ...]:
    """The filled cells of a row as pairs of column and value, marked by their number."""
    pairs = []
    for number, (column, cell) in enumerate(row.cells.items(), 1):
        if cell:
            mark = cell_mark(row, number)
            pairs.append((Scalar(column, True, mark), Scalar(cell, True, mark)))
    return tuple(pairs)


def place_cells(found: list[Diagnostic], since: int, table: Table) -> None:
    """Give findings on a table, from the one at `since` on, columns of the file for numbers of cells."""
    told = [index for index in range(since, len(found)) if found[index].path == table.path]
    if not told:
        return
    rows = dict(records(table.text, {found[index].line for index in told}))
    for index in told:
        one = found[index]
        cells = rows.get(one.line, [])
        if one.column <= len(cells):
            at = cells[one.column - 1].start
            begin = table.text.rfind("\n", 0, at)
            line = one.line + table.text.count("\n", cells[0].start, at)
            found[index] = replace(one, line=line, column=at - begin)
