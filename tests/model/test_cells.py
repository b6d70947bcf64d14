from __future__ import annotations

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.model.cells import cell_mark, cells_of, place_cells
from goalsite.source.table import parse

PATH = "goals/2026-Q4/a.checkins.csv"


def placed(text: str, row: int, number: int) -> tuple[int, int]:
    """The line and column that a finding on a cell of a table gets."""
    table, said = parse(text, PATH)
    assert said == ()
    found = [finding(PATH, cell_mark(table.rows[row], number), "S015", "value is wrong")]
    place_cells(found, 0, table)
    return found[0].line, found[0].column


def test_a_finding_on_a_cell_gets_its_column_in_the_file() -> None:
    assert placed("date,kr,value\n2026-10-09,p50,12\n", 0, 3) == (2, 16)


def test_quotes_and_blanks_before_a_cell_are_passed_over() -> None:
    assert placed('date,note,value\n2026-10-09,"a ""b"", c", "12"\n', 0, 3) == (2, 27)
    assert placed("date,note,value\n2026-10-09,  ,   12 \n", 0, 3) == (2, 18)


def test_empty_lines_count_as_the_author_counts_them() -> None:
    assert placed("\ndate,value\n\n\n2026-10-09,12\n", 0, 2) == (5, 12)


def test_a_cell_after_one_of_two_lines_is_found_on_the_second() -> None:
    assert placed('date,note,value\n2026-10-09,"a\nb",12\n2026-10-10,c,13\n', 0, 3) == (3, 4)
    assert placed('date,note,value\n2026-10-09,"a\nb",12\n2026-10-10,c,13\n', 1, 3) == (4, 14)


def test_findings_before_and_in_other_files_stay_where_they_are() -> None:
    table, _ = parse("date,value\n2026-10-09,12\n", PATH)
    mark = cell_mark(table.rows[0], 2)
    found: list[Diagnostic] = [finding(path, mark, "S015", "x") for path in (PATH, "goals/a.md", PATH)]
    place_cells(found, 1, table)
    assert [one.column for one in found] == [2, 2, 12]


def test_the_filled_cells_of_a_row_are_pairs_of_column_and_value() -> None:
    table, _ = parse("date,kr,value\n2026-10-09,,12\n", PATH)
    pairs = cells_of(table.rows[0])
    assert [(key.text, cell.text, cell.mark.column) for key, cell in pairs] == [
        ("date", "2026-10-09", 1),
        ("value", "12", 3),
    ]
