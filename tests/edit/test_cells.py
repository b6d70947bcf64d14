from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.edit.cells import with_cells, with_row
from goalsite.edit.patch import RefusedError
from goalsite.edit.splices import as_text
from goalsite.source.cells import records
from goalsite.source.read import read_table

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


@pytest.mark.parametrize(
    ("new", "written"), [("a,b", '"a,b"'), ('"a', '"""a"'), ("=1+1", '"\u00a0=1+1"'), ("-4", "-4")]
)
@pytest.mark.parametrize("before", ["1", '"1"', ' " 1 "', "", '""'])
def test_a_text_that_is_no_plain_cell_is_put_in_quotes(before: str, new: str, written: str) -> None:
    after = with_cells(f"date,value\n{before},2\n".encode(), "a.csv", {(2, 0): new})
    assert after is not None
    assert read_table(after, "a.csv")[0].rows[0].cells == {"date": new, "value": "2"}
    if before == "1":
        assert after.decode() == f"date,value\n{written},2\n"


def test_what_a_spreadsheet_would_take_for_a_formula_is_written_harmless() -> None:
    after = with_cells(b"date,note\n1,x\n", "a.csv", {(2, 1): "done; -5 left"})
    assert after == "date,note\n1,done;\u00a0-5 left\n".encode()
    assert (
        with_cells(b"date,note\n1,x\n", "a.csv", {(2, 1): "=1+1"}) == 'date,note\n1,"\u00a0=1+1"\n'.encode()
    )


def test_what_reading_would_strip_is_refused() -> None:
    assert with_cells(b"date,value\n1,2\n", "a.csv", {(2, 0): " a"}) is None


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n"])
def test_a_row_is_added_whatever_the_last_line_ends_in(end: str) -> None:
    data = f"date,kr,note\n2026-10-05,a,x{end}".encode()
    after = with_row(data, "a.csv", {"date": "2026-10-12", "note": 'a, "b"'}, ())
    assert after.startswith(data)
    assert [row.cells["note"] for row in read_table(after, "a.csv")[0].rows] == ["x", 'a, "b"']
    assert after.endswith(b'2026-10-12,,"a, ""b"""\n')


def test_a_new_row_ends_as_the_others_do() -> None:
    assert with_row(b"\xef\xbb\xbfdate,kr\r\n", "a.csv", {"date": "2026-10-12"}, ()) == (
        b"\xef\xbb\xbfdate,kr\r\n2026-10-12,\r\n"
    )


@pytest.mark.parametrize("data", [None, b"", b"\n"])
def test_a_table_that_is_not_there_begins_with_its_columns(data: bytes | None) -> None:
    assert with_row(data, "a.csv", {"b": "好"}, ("a", "b")).decode() == "a,b\n,好\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"date,kr\n", 'no column "note"'),
        (b'date,kr\n"', "cannot be read"),
        (b"date\n1,2\n", "cannot be read"),
    ],
)
def test_a_row_that_has_no_place_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(RefusedError, match=message):
        with_row(data, "a.csv", {"date": "2026-10-12", "note": "x"}, ())


def test_a_table_that_cannot_be_read_is_left_alone() -> None:
    assert with_cells(b'date,value\n"1,2\n', "a.csv", {(2, 0): "x"}) is None
