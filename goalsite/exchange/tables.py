"""Tables -> files: each as CSV, and all of a page together as a workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from goalsite.core.values import replace
from goalsite.exchange.cells import harmless, plain
from goalsite.exchange.workbook import workbook
from goalsite.pages.desk import Desk
from goalsite.pages.table_sets import csv_path, table_sets, xlsx_path
from goalsite.pages.table_views import Cell, Sheet, TableSet

_BOM = "\ufeff"
"""Without it Excel reads a CSV in the code page of the machine."""


Files = Iterator[tuple[str, bytes]]


def table_files(desk: Desk) -> Iterator[tuple[str, Callable[[], Files]]]:
    """The paths of the pages that may have tables, each with what makes their files."""
    for path, find in table_sets(desk):
        yield path, partial(_files, desk, find)


def _files(desk: Desk, find: Callable[[], TableSet | None]) -> Files:
    tables = find()
    if tables is None:
        return
    sheets = tuple(_plain(sheet) for sheet in tables.sheets)
    for sheet in sheets:
        yield csv_path(tables.path, sheet.key), csv_text(sheet).encode()
    yield xlsx_path(tables.path), workbook(tables.name, sheets, desk.as_of)


def _plain(sheet: Sheet) -> Sheet:
    return replace(sheet, rows=tuple(tuple(map(plain, row)) for row in sheet.rows))


def csv_text(sheet: Sheet) -> str:
    """A table of plain cells as CSV (RFC 4180): texts in quotes, numbers as they are, nothing for none."""
    rows = (tuple(heading.text for heading in sheet.columns), *sheet.rows)
    return _BOM + "".join(",".join(map(_cell, row)) + "\r\n" for row in rows)


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return '"' + harmless(cell).replace('"', '""') + '"' if cell else ""
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else repr(cell)
