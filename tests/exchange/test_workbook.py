"""Workbooks: read back by another reader than ours they say what the tables said, whatever stands in them."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from goalsite.exchange.cells import plain
from goalsite.exchange.workbook import workbook
from goalsite.pages.table_views import Cell, Heading, Sheet

DAY = date(2026, 11, 16)


def sheet_of(*rows: tuple[Cell, ...], title: str = "Goals", is_share: bool = False) -> Sheet:
    width = len(rows[0]) if rows else 1
    columns = tuple(Heading(f"Column {at}", is_share) for at in range(width))
    return Sheet("goals", title, columns, tuple(tuple(map(plain, row)) for row in rows))


def read(*sheets: Sheet) -> Workbook:
    return load_workbook(BytesIO(workbook("tables", sheets, DAY)))


def cell_of(cell: Cell) -> Any:
    return read(sheet_of((cell,)))["Goals"]["A2"]


@pytest.mark.parametrize(
    "text",
    [
        "<r>a & b</r>",  # which some writers take for text with formats, and pass on as it is
        "]]> <!-- &amp; \"'",
        "=1+1",
        "_x0041_ and _xFFFF_",
        "更快 🎯",
        "007",
        "https://example.org/?a=1&b=2",
    ],
)
def test_a_text_is_that_text(text: str) -> None:
    cell = cell_of(text)
    assert (cell.data_type, cell.hyperlink) == ("s", None)
    assert cell.value.replace("_x005F_", "_") == text  # as Excel does, and openpyxl leaves it


@settings(max_examples=50)
@given(st.lists(st.tuples(st.text(), st.floats(-1e15, 1e15), st.dates(date(1900, 3, 1))), max_size=4))
def test_what_is_read_is_what_was_written(rows: list[tuple[str, float, date]]) -> None:
    sheet = sheet_of(*rows)
    told = [[None if cell == "" else cell for cell in row] for row in sheet.rows]
    found = read(sheet)["Goals"].iter_rows(min_row=2, max_row=len(rows) + 1, values_only=True)
    seen = [[_plainer(cell) for cell in row] for row in found][: len(rows)]
    assert seen == told


def _plainer(cell: Any) -> Any:
    if isinstance(cell, str):
        return cell.replace("_x005F_", "_")
    return cell.date() if isinstance(cell, datetime) else cell


def test_a_day_that_excel_would_count_wrongly_is_a_text() -> None:
    assert cell_of(date(1900, 3, 1)).value.date() == date(1900, 3, 1)
    assert [cell_of(date(year, 2, 28)).value for year in (1900, 1899)] == ["1900-02-28", "1899-02-28"]


def test_shares_are_shown_in_per_cent_and_days_in_one_order() -> None:
    page = read(sheet_of((0.25, DAY), is_share=True))["Goals"]
    assert [page[place].number_format for place in ("A2", "B2")] == ["0.0%", "yyyy-mm-dd"]


def test_the_head_stays_in_sight_and_columns_can_be_filtered() -> None:
    row = tuple(str(number) for number in range(28))
    page = read(sheet_of(row, row))["Goals"]
    assert (page.freeze_panes, page.auto_filter.ref, page.dimensions) == ("A2", "A1:AB3", "A1:AB3")
    assert [page[place].font.b for place in ("AB1", "AB2")] == [True, False]


def test_a_column_is_as_wide_as_what_it_holds() -> None:
    sheet = sheet_of(("x" * 30, "x" * 300, 1.0))
    widths = [read(sheet)["Goals"].column_dimensions[letter].width for letter in "ABC"]
    assert widths == [30.7109375, 60.7109375, 11.7109375]


def test_a_sheet_has_a_name_that_excel_takes() -> None:
    sheets = (sheet_of(("a",), title="Units in [2026]: 'Q4' & more than fits"), sheet_of(title="Empty"))
    assert read(*sheets).sheetnames == ["Units in  2026    Q4  & more th", "Empty"]


def test_a_text_longer_than_a_cell_is_cut() -> None:
    assert cell_of("x" * 40_000).value == "x" * 32_767


def test_every_file_of_a_workbook_is_declared_and_dated_by_no_clock() -> None:
    with ZipFile(BytesIO(workbook("a & b", [sheet_of(("x",))], DAY))) as archive:
        entries = archive.infolist()
        types = archive.read("[Content_Types].xml").decode()
    assert entries[0].filename == "[Content_Types].xml"
    assert {one.date_time for one in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert all(f'"/{one.filename}"' in types for one in entries[1:] if not one.filename.endswith(".rels"))
    book = read(sheet_of(("x",)))
    assert (book.properties.title, book.properties.created.date()) == ("tables", DAY)
