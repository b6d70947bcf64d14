from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.diagnostics import Diagnostic
from goalsite.source import table
from goalsite.source.nodes import Row, Table


def complaint(text: str) -> Diagnostic:
    read, (found,) = table.parse(text, "goals/kpis/a.csv")
    assert read.broken
    return found


def test_a_series_is_read_with_the_line_of_each_row() -> None:
    text = "date,value,note\n2026-10-05,99.97,\n2026-10-12,99.98,after the fix\n"
    assert table.parse(text, "a.csv") == (
        Table(
            "a.csv",
            ("date", "value", "note"),
            (
                Row({"date": "2026-10-05", "value": "99.97", "note": ""}, 2),
                Row({"date": "2026-10-12", "value": "99.98", "note": "after the fix"}, 3),
            ),
        ),
        (),
    )


def test_names_and_cells_are_stripped_and_blank_lines_skipped() -> None:
    read, found = table.parse("\n date , value\n\n2026 , 5\n , \n\n2027,6", "a.csv")
    assert read.columns == ("date", "value")
    assert [(row.cells, row.line) for row in read.rows] == [
        ({"date": "2026", "value": "5"}, 4),
        ({"date": "2027", "value": "6"}, 7),
    ]
    assert found == ()


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    text = 'date,note\n2026,"a, ""b""\nc"\n2027,d\n'
    assert table.parse("\ufeff" + text.replace("\n", "\r\n"), "a") == table.parse(text, "a")


def test_a_quoted_cell_may_hold_commas_quotes_and_lines_and_later_rows_keep_their_line() -> None:
    read, _ = table.parse('date,note\n2026,"a, ""b""\nc"\n2027, "d, e"\n', "a.csv")
    assert [(row.cells["note"], row.line) for row in read.rows] == [('a, "b"\nc', 2), ("d, e", 4)]


@pytest.mark.parametrize("text", ["", "\n , \n"])
def test_a_table_without_a_header_is_told(text: str) -> None:
    found = complaint(text)
    assert found.code == "S039"
    assert found.message == "the table is empty, must begin with the names of its columns"


def test_a_column_that_stands_twice_is_told() -> None:
    found = complaint("date,value,  value\n2026,1,2\n")
    assert (found.code, found.line, found.column) == ("S039", 1, 14)
    assert found.message == '2 columns are called "value", must be one'


def test_a_column_without_a_name_is_told() -> None:
    found = complaint('\n"date",,value\n2026,1,2\n')
    assert (found.code, found.line, found.column) == ("S039", 2, 8)
    assert found.message == "column 2 has no name"


@pytest.mark.parametrize(
    ("header", "name"),
    [("date;value", "semicolons"), ("date\tvalue", "tabs"), ("date，value", "full-width commas")],
)
def test_other_separators_are_called_by_their_name(header: str, name: str) -> None:
    found = complaint(f"{header}\n")
    assert (found.line, found.column) == (1, 5)
    assert found.message == f"the columns are separated by {name}, must be by commas"


def test_a_row_with_too_many_cells_is_told_and_left_out() -> None:
    read, (found,) = table.parse("date,value\n2026-01-01,1,234\n2026-02-01,5\n", "a.csv")
    assert (found.code, found.line) == ("S039", 2)
    assert found.message == "the row has 3 cells, must have 2 like the header"
    assert [row.line for row in read.rows] == [3]
    assert read.broken


def test_rows_wrong_in_the_same_way_are_told_once() -> None:
    _, found = table.parse("date,value,note\n2026,1\n2027,2\n2028,3,a,b\n2029,4\n", "a.csv")
    assert [(each.line, each.message) for each in found] == [
        (2, "the row has 2 cells, must have 3 like the header, and so have 2 more"),
        (4, "the row has 4 cells, must have 3 like the header"),
    ]
    _, (two,) = table.parse("date,value\n2026\n2027\n", "a.csv")
    assert two.message == "the row has 1 cells, must have 2 like the header, and so has 1 more"


def test_a_quote_that_never_closes_is_told_by_the_row_it_opens_in() -> None:
    found = complaint('date,note\n2026,ok\n2027,"open\n2028,lost\n')
    assert (found.code, found.line, found.message) == (
        "S039",
        3,
        "a quote opens in this row and is never closed",
    )


def test_text_after_a_closing_quote_is_told() -> None:
    found = complaint('date,note\n2026,"a"b\n')
    assert (found.code, found.line, found.message) == ("S039", 2, "text follows the closing quote of a cell")


def test_unprintable_characters_are_told_with_their_place() -> None:
    found = complaint("date,note\n2026,增\x1b[2J\n2027,\x00\n")
    assert (found.code, found.line, found.column) == ("S039", 2, 7)
    assert found.message == "U+001B stands in the table, must be visible text"


def test_the_number_of_rows_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "ROWS", 3)
    assert table.parse("n\n1\n\n2\n3\n", "a.csv")[1] == ()
    found = complaint("n\n1\n\n2\n3\n4\n5\n")
    assert (found.code, found.line) == ("S034", 6)
    assert found.message == "the table has more than 3 rows, must have at most that"


def test_the_number_of_columns_is_limited() -> None:
    most = ",".join(f"c{number}" for number in range(100))
    assert table.parse(f"{most}\n", "a.csv")[1] == ()
    found = complaint(f"{most},one,more\n")
    assert (found.code, found.message) == ("S034", "the table has 102 columns, must have at most 100")
    assert found.column == len(most) + 2


def test_a_cell_larger_than_the_csv_module_takes_is_told() -> None:
    assert complaint('n\n"' + "x\n" * 100_000 + '"\n').line == 2


CELLS = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff")
)


@given(st.lists(st.tuples(CELLS, CELLS).map(lambda row: tuple(cell.strip() for cell in row)), max_size=8))
def test_what_python_writes_is_read_back(rows: list[tuple[str, ...]]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([("date", "value"), *rows])
    read, found = table.parse(out.getvalue(), "a.csv")
    assert found == ()
    assert [tuple(row.cells.values()) for row in read.rows] == [row for row in rows if any(row)]


@given(st.text() | st.text(alphabet='ab,"\n\r ;\x00'))
def test_any_text_is_a_table_or_is_told_to_be_broken(text: str) -> None:
    read, found = table.parse(text, "a.csv")
    assert read.broken == bool(found)
    assert all(tuple(row.cells) == read.columns for row in read.rows)
