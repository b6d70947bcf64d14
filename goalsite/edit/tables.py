"""A CSV file and its findings -> the file with what has one right answer put right: columns, days, words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from goalsite.core.diagnostics import Diagnostic
from goalsite.edit.cells import with_cells
from goalsite.edit.days import iso_day
from goalsite.edit.numbers import spelt_number
from goalsite.edit.repair import Judge, Repaired
from goalsite.edit.splices import as_text
from goalsite.edit.words import choice_spellings, key_spellings
from goalsite.model.checkins import LOG_COLUMNS, STATUSES
from goalsite.source.cells import records
from goalsite.source.read import read_table

FIXABLE_IN_TABLES = frozenset({"S008", "S011", "S015", "S039"})
"""The codes of findings in tables of which some have one right answer."""

_ROUNDS = 3  # the names of columns, then what stands in them
_COLUMNS = {"S008": ("status",), "S011": ("date",), "S015": ("value", "confidence")}

_Cells = dict[tuple[int, int], str]  # new texts by the line of the record and the column from 0


def repaired_table(data: bytes, path: str, findings: Iterable[Diagnostic], judge: Judge) -> Repaired:
    """The table with repairs, each of which ended a finding of its row."""
    ended: list[Diagnostic] = []
    told = tuple(one for one in findings if one.code in FIXABLE_IN_TABLES)
    for _ in range(_ROUNDS):
        can_be_read = bool(read_table(data, path)[0].columns)
        step = _one_round(data, path, told, judge) if told and can_be_read else None
        if step is None:
            break
        data = step.data
        ended += step.ended
        told = tuple(one for one in judge(data) if one.code in FIXABLE_IN_TABLES)
    return Repaired(data, tuple(ended))


def _one_round(data: bytes, path: str, told: Iterable[Diagnostic], judge: Judge) -> Repaired | None:
    text = as_text(data)
    lines = {one.line for one in told}
    found = [*islice(records(text), 1), *records(text, lines)]  # the header, and the rows that are told
    before = _counted(judge(data))
    wanted: dict[tuple[int, str], _Cells] = {}
    header = [cell.text for cell in found[0][1]] if found else []
    rows = {line: [cell.text for cell in cells] for line, cells in found}
    for line, code in {(one.line, one.code) for one in told}:
        at = found[0][0] if code == "S039" and found else line
        cells = (
            dict(_new_names(header)) if code == "S039" else dict(_new_cells(header, rows.get(line, []), code))
        )
        if cells:
            wanted[line, code] = {(at, column): new for column, new in cells.items()}
    after = with_cells(data, path, _merged(wanted.values())) if wanted else None
    if after is None:
        return None
    now = _counted(judge(after))
    held = {key: cells for key, cells in wanted.items() if before[key] - now[key] >= len(cells)}
    after = with_cells(data, path, _merged(held.values())) if held else None
    if after is None:
        return None
    return Repaired(after, tuple(one for one in told if (one.line, one.code) in held))


def _counted(findings: Iterable[Diagnostic]) -> Counter[tuple[int, str]]:
    return Counter((one.line, one.code) for one in findings)


def _merged(several: Iterable[_Cells]) -> _Cells:
    return {place: new for cells in several for place, new in cells.items()}


def _new_names(header: list[str]) -> Iterator[tuple[int, str]]:
    """Columns that are not called as they should be."""
    for column, name in enumerate(header):
        if name not in LOG_COLUMNS:
            known = [form for form in key_spellings(name) if form in LOG_COLUMNS and form not in header]
            yield from ((column, form) for form in known[:1])


def _new_cells(header: list[str], row: list[str], code: str) -> Iterator[tuple[int, str]]:
    """Cells of a row with a finding of that code that are not written as they should be."""
    for column, (name, cell) in enumerate(zip(header, row, strict=False)):
        if name in _COLUMNS[code] and (new := _new_cell(name, cell, code)):
            yield column, new


def _new_cell(name: str, cell: str, code: str) -> str | None:
    if code == "S011":
        return iso_day(cell)
    if code == "S015":
        return spelt_number(cell, name)
    return next((form for form in choice_spellings(cell) if form in STATUSES), None)
