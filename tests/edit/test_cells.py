from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.edit.cells import with_cells
from goalsite.edit.splices import as_text
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


@given(TABLES, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_only_the_cell_that_is_named_changes(rows: list[list[str]], end: str, has_mark: bool) -> None:
    text = ("\ufeff" if has_mark else "") + text_of([["date", "x"], *rows, ["OLD", "y"]], end)
    line = list(records(as_text(text.encode())))[-1][0]
    after = with_cells(text.encode(), "a.csv", {(line, 0): "2026-10-05"})
    assert after == text.replace("OLD", "2026-10-05").encode()


@pytest.mark.parametrize("new", ["a,b", '"a', "a\nb", " a"])
def test_what_no_plain_cell_can_hold_is_refused(new: str) -> None:
    assert with_cells(b"date,value\n1,2\n", "a.csv", {(2, 0): new}) is None


def test_a_table_that_cannot_be_read_is_left_alone() -> None:
    assert with_cells(b'date,value\n"1,2\n', "a.csv", {(2, 0): "x"}) is None
