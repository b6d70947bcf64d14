"""A new point of a KPI -> patches of its file or of the CSV beside it."""

from __future__ import annotations

from goalsite.core.days import read_day
from goalsite.core.diagnostics import Mark
from goalsite.edit.cells import with_cells, with_row
from goalsite.edit.changes import Change
from goalsite.edit.checkin import OccupiedError
from goalsite.edit.document import patched
from goalsite.edit.entries import Entry, refuse, tidied
from goalsite.edit.nodes import appended, front_of, items_at, put
from goalsite.edit.patch import FilePatch, RefusedError
from goalsite.model.amounts import Unit
from goalsite.model.records import Kpi
from goalsite.model.shapes import Amount, Reading, shorten
from goalsite.source.nodes import Node, Scalar, Sequence
from goalsite.source.read import read_table
from goalsite.source.tree import Tree


def series_path(kpi: Kpi) -> str:
    """The path of the CSV that may hold a KPI's points."""
    return kpi.path.removesuffix(".md") + ".csv"


def add_point(
    tree: Tree, kpi: Kpi, entry: Entry, when: str = "", *, replace: bool = False
) -> tuple[FilePatch, ...]:
    """The patches by which a KPI gets a value; `when` is a period such as 2026-10 in place of the day.

    Raises RefusedError where that cannot be, and OccupiedError where it takes `replace`.
    """
    entry = tidied(entry)
    _check(kpi, entry)
    when = when or entry.day.isoformat()
    path = series_path(kpi)
    if tree.exists(path):
        table = tree.read(path)
        after = _in_table(table, path, kpi, entry, when, replace=replace)
        return (FilePatch(path, table, after),) if after != table else ()
    data = tree.read(kpi.path)
    front = front_of(data, kpi.path)
    if "series" not in kpi.marks and not kpi.series:
        cells = {"date": when, "value": entry.value, "note": entry.said.get("note", "")}
        columns = ("date", "value", "note", *kpi.dimensions)
        return (FilePatch(path, b"", with_row(None, path, cells, columns), is_new=True),)
    changes = _in_list(front, entry, when, replace=replace)
    return (patched(data, kpi.path, changes),) if changes else ()


def _check(kpi: Kpi, entry: Entry) -> None:
    if kpi.formula or kpi.rollup:
        of = "its formula" if kpi.formula else "the KPIs below it"
        raise RefusedError(f"{kpi.id} is figured from {of}", "check in what it is figured from")
    stray = next((field for field in entry.said if field not in ("value", "note")), "")
    if stray:
        raise RefusedError(f"a KPI has values and notes, and no {stray}", f"leave the {stray} out")
    if not entry.value:
        raise RefusedError("a KPI is checked in with a value", f"goalsite checkin {kpi.id} VALUE")
    check_point(kpi, entry.value)


def check_point(kpi: Kpi, value: str) -> None:
    """Raises RefusedError where `value` is no number of a KPI's unit."""
    reading = Reading("")
    Unit(kpi.unit, reading).number(Amount(value, Mark()), "value")
    refuse(reading)


def _same(one: str, other: str) -> bool:
    """Whether two dates as they are written are one day, or one period."""
    day = read_day(one)
    return day == read_day(other) if day else one == other


def _occupied(when: str, before: str, after: str) -> OccupiedError:
    message = f"{when} has the value {shorten(before)} already"
    return OccupiedError(message, f"replace it by {shorten(after)} with --replace")


def _in_table(data: bytes, path: str, kpi: Kpi, entry: Entry, when: str, *, replace: bool) -> bytes:
    table, _ = read_table(data, path)
    wanted = {field: entry.said[field] for field in ("value", "note") if field in entry.said}
    for row in [] if table.broken else table.rows:
        if not _same(row.cells.get("date", ""), when) or any(row.cells.get(one) for one in kpi.dimensions):
            continue
        if not all(field in table.columns for field in wanted):
            raise RefusedError(f'{path} has no column "note"', "leave the note out")
        before = row.cells["value"]
        if before not in ("", entry.value) and not replace:
            raise _occupied(when, before, entry.value)
        columns = {field: table.columns.index(field) for field in wanted}
        after = with_cells(data, path, {(row.line, columns[field]): said for field, said in wanted.items()})
        if after is None:
            raise RefusedError(f"{path} is written in a way that cannot be edited")
        return after
    return with_row(data, path, {"date": when, **wanted}, ("date", "value", "note", *kpi.dimensions))


def _in_list(front: Node, entry: Entry, when: str, *, replace: bool) -> list[Change]:
    note = entry.said.get("note")
    point = [when, entry.value, note] if note else [when, entry.value]
    for at, item in enumerate(items_at(front, ("series",))):
        cells = item.items if isinstance(item, Sequence) else ()
        texts = [cell.text for cell in cells if isinstance(cell, Scalar)]
        if len(texts) < 2 or not _same(texts[0], when):
            continue
        if texts[1] != entry.value and not replace:
            raise _occupied(when, texts[1], entry.value)
        new = point if note else [when, entry.value, *texts[2:]]
        return [_respelt(front, at, texts, new)] if texts != new else []
    return [appended(front, ("series",), point)]


def _respelt(front: Node, at: int, texts: list[str], new: list[str]) -> Change:
    """The change of a point: of its value alone where nothing else differs."""
    if texts[0] == new[0] and texts[2:] == new[2:]:
        return put(front, ("series", at, 1), new[1])
    return put(front, ("series", at), new)
