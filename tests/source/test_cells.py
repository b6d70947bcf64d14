from __future__ import annotations

import csv
import io

from hypothesis import assume, given
from hypothesis import strategies as st

from goalsite.source import table
from goalsite.source.cells import records

TABLES = st.lists(
    st.lists(
        st.sampled_from(["a", " b ", '"c, d"', '"e ""f"""', "", ' "g"', "好，的", '"two\nlines"']),
        min_size=1,
        max_size=3,
    ),
    max_size=5,
)


def text_of(rows: list[list[str]], end: str = "\n") -> str:
    """The rows as an author would write them."""
    return "".join(",".join(row) + end for row in rows)


def test_a_cell_is_found_within_blanks_and_quotes() -> None:
    text = 'date, value\n\n 2026/10/05 ,"1, 2"\n'
    found = [(line, [text[cell.start : cell.end] for cell in cells]) for line, cells in records(text)]
    assert found == [(1, ["date", "value"]), (3, ["2026/10/05", "1, 2"])]


@given(TABLES)
def test_cells_are_those_that_the_csv_reader_finds(rows: list[list[str]]) -> None:
    text = text_of(rows)
    assume(not table.parse(text, "")[1] or rows)
    expected = []
    for record in csv.reader(io.StringIO(text, newline="\n"), strict=True, skipinitialspace=True):
        cells = [cell.strip() for cell in record]
        expected += [cells] if any(cells) else []
    assert [[cell.text for cell in cells] for _, cells in records(text)] == expected
