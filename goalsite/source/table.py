"""Text of a CSV file -> Table: a header, then rows of as many cells, separated by commas."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.core.names import describe
from goalsite.source.cells import header
from goalsite.source.decode import first_unprintable, place, plain_lines
from goalsite.source.nodes import Row, Table

ROWS = 50_000
COLUMNS = 100

_SEPARATORS = {";": "semicolons", "\t": "tabs", "，": "full-width commas"}


class _UnreadableError(Exception):
    """What makes the whole table worthless."""

    def __init__(self, mark: Mark, message: str, hint: str = "", code: str = "S039") -> None:
        super().__init__(message)
        self.mark, self.message, self.hint, self.code = mark, message, hint, code


def parse(text: str, path: str) -> tuple[Table, tuple[Diagnostic, ...]]:
    """The table that `text` is, its cells stripped, and what is wrong with it.

    It is `broken` without a usable header or with any faulty row; faulty rows are left out, and all that
    have the same wrong number of cells are told once. Rows whose cells are all empty do not count.
    """
    try:
        return _table(plain_lines(text), path)
    except _UnreadableError as error:
        found = finding(path, error.mark, error.code, error.message, error.hint)
        return Table(path, (), (), broken=True), (found,)


def _table(text: str, path: str) -> tuple[Table, tuple[Diagnostic, ...]]:
    if (offset := first_unprintable(text)) is not None:
        message = f"{describe(text[offset])} stands in the table, must be visible text"
        raise _UnreadableError(place(text, offset), message, "delete the character")
    records = _records(text)
    _, columns = next(records, (1, []))
    _check_header(columns, text)
    rows: list[Row] = []
    wrong: Counter[int] = Counter()
    first_wrong: dict[int, int] = {}
    for line, cells in records:
        if len(cells) == len(columns):
            rows.append(Row(dict(zip(columns, cells, strict=True)), line))
            continue
        wrong[len(cells)] += 1
        first_wrong.setdefault(len(cells), line)
    diagnostics = tuple(
        _wrong_row(path, first_wrong[cells], cells, len(columns), count - 1) for cells, count in wrong.items()
    )
    return Table(path, tuple(columns), tuple(rows), bool(wrong), text), diagnostics


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """The line and stripped cells of each record that has any."""
    reader = csv.reader(io.StringIO(text, newline="\n"), strict=True, skipinitialspace=True)
    count = 0
    while True:
        line = reader.line_num + 1
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            raise _syntax_error(str(error), line) from error
        if any(cells):
            count += 1
            if count > ROWS + 1:
                message = f"the table has more than {ROWS} rows, must have at most that"
                raise _UnreadableError(Mark(line), message, "split it, or leave out old rows", "S034")
            yield line, cells


def _syntax_error(problem: str, line: int) -> _UnreadableError:
    if "unexpected end" in problem or "field limit" in problem:
        hint = 'end the cell with ", and write a quote within it twice'
        return _UnreadableError(Mark(line), "a quote opens in this row and is never closed", hint)
    hint = "write a quote within a quoted cell twice"
    return _UnreadableError(Mark(line), "text follows the closing quote of a cell", hint)


def _check_header(columns: list[str], text: str) -> None:
    if not columns:
        message = "the table is empty, must begin with the names of its columns"
        hint = "begin it with date,value, or a check-in log with date,kr,value"
        raise _UnreadableError(Mark(), message, hint)
    for sign, name in _SEPARATORS.items():
        if len(columns) == 1 and sign in columns[0]:
            message = f"the columns are separated by {name}, must be by commas"
            raise _UnreadableError(place(text, text.index(sign)), message, "save the file as CSV with commas")
    if len(columns) > COLUMNS:
        message = f"the table has {len(columns)} columns, must have at most {COLUMNS}"
        raise _UnreadableError(header(text)[COLUMNS], message, "leave out what nobody reads", "S034")
    if "" in columns:
        at = columns.index("")
        hint = "name it, or remove the comma"
        raise _UnreadableError(header(text)[at], f"column {at + 1} has no name", hint)
    name, times = Counter(columns).most_common(1)[0]
    if times > 1:
        message = f'{times} columns are called "{name:.40}", must be one'
        second = header(text)[columns.index(name, columns.index(name) + 1)]
        raise _UnreadableError(second, message, "keep one of them, or rename the other")


def _wrong_row(path: str, line: int, cells: int, columns: int, more: int) -> Diagnostic:
    also = f", and so {'has' if more == 1 else 'have'} {more} more" if more else ""
    message = f"the row has {cells} cells, must have {columns} like the header{also}"
    hint = "put a cell with a comma in quotes" if cells > columns else "write a comma for each empty cell"
    return finding(path, Mark(line), "S039", message, hint)
