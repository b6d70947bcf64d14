"""Tables -> a workbook in the format of Excel. The only door to xlsxwriter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

from goalsite.pages.table_views import Cell, Sheet

_LONGEST_TEXT = 32_767
_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_FIRST_YEAR = 1900
_NARROWEST, _WIDEST = 8, 60
_LOOKED_AT = 20
"""How many rows tell how wide a column is."""


def workbook(title: str, sheets: Iterable[Sheet], as_of: date) -> bytes:
    """Tables of plain cells as one workbook, dated by the day of the figures: the same again from the same.

    A text is a text and never a formula or a link; numbers are not rounded, only shown in short.
    """
    import xlsxwriter

    written = BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    book.set_properties({"title": title, "created": datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC)})
    formats = {
        "head": book.add_format({"bold": True, "bottom": 1}),
        "share": book.add_format({"num_format": "0.0%"}),
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
    }
    for sheet in sheets:
        _fill(book.add_worksheet(_name(sheet.title)), sheet, formats)
    book.close()
    return written.getvalue()


def _fill(page: Any, sheet: Sheet, formats: dict[str, Any]) -> None:
    page.freeze_panes(1, 0)
    for at, heading in enumerate(sheet.columns):
        page.write_string(0, at, heading.text, formats["head"])
        page.set_column(at, at, _width(sheet, at))
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    looks = [formats["share"] if heading.is_share else None for heading in sheet.columns]
    for number, row in enumerate(sheet.rows, 1):
        for at, cell in enumerate(row):
            _write(page, number, at, cell, formats["date"] if isinstance(cell, date) else looks[at])


def _write(page: Any, row: int, at: int, cell: Cell, look: Any) -> None:
    if isinstance(cell, str):
        if cell:
            page.write_string(row, at, cell[:_LONGEST_TEXT])
    elif isinstance(cell, date):
        if cell.year < _FIRST_YEAR:  # Excel knows no day before
            page.write_string(row, at, cell.isoformat())
        else:
            page.write_datetime(row, at, cell, look)
    elif cell is not None:
        page.write_number(row, at, cell, look)


def _width(sheet: Sheet, at: int) -> int:
    """How wide a column is, in characters."""
    cells = (row[at] for row in sheet.rows[:_LOOKED_AT])
    longest = max((len(str(cell)) for cell in cells if isinstance(cell, str | date)), default=0)
    return min(_WIDEST, max(_NARROWEST, longest, len(sheet.columns[at].text) + 3))


def _name(title: str) -> str:
    """The title as a sheet may be called."""
    return _NOT_IN_NAMES.sub(" ", title)[:_LONGEST_NAME].strip()
