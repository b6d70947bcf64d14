"""What an editor points at: the context there, and what its words may name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from goalsite.lsp.context import TEXT, Context
from goalsite.lsp.half_text import markdown, operand, table
from goalsite.lsp.half_yaml import mapping
from goalsite.lsp.keys import ITEM, Key, Place, keys_of, place
from goalsite.lsp.meaning import kind_of
from goalsite.lsp.workspace import State
from goalsite.model.checkins import LOG_COLUMNS

_SERIES = {
    "date": Key("The day of the point, or a period such as 2026-10."),
    "value": Key("The value."),
    "note": Key("What happened."),
}


class Spot(Struct, frozen=True):
    """A place in a file. `kind` is the file's, `place` where in its keys it is, if anywhere; `takes` what a
    name there would name, empty where there is none."""

    path: str
    kind: str
    context: Context
    place: Place | None = None
    takes: str = ""


def spot(state: State, path: str, lines: Sequence[str], line: int, column: int) -> Spot:
    """What stands at a line and column of the text of a file."""
    kind = kind_of(state, path, lines)
    if kind in ("log", "series"):
        return _in_table(path, kind, table(lines, line, column))
    if not kind:
        return Spot(path, kind, TEXT)
    read = mapping if kind == "config" else markdown
    found = read(lines, line, column)
    if found.where in ("link", "person"):
        return Spot(path, kind, found, takes="link" if found.where == "link" else "handle")
    if found.where == "text":
        return Spot(path, kind, found)
    here = place(keys_of(kind), found.path)
    takes = here.key.takes if here and here.key and here.within else ""
    if takes == "formula":
        return Spot(path, kind, operand(found, lines[line]), here, takes)
    is_name = found.where == "value" or (found.path and found.path[-1] == ITEM and not found.colon)
    return Spot(path, kind, found, here, takes if is_name else "")


def _in_table(path: str, kind: str, found: Context) -> Spot:
    columns = columns_of(kind)
    if found.where == "column":
        return Spot(path, kind, found, Place(None, columns, within=True))
    key = columns.get(found.path[0]) if found.path else None
    return Spot(path, kind, found, Place(key, {}, within=True) if key else None, key.takes if key else "")


def columns_of(kind: str) -> Mapping[str, Key]:
    """The columns of a `log` or `series`, without a KPI's dimensions."""
    if kind == "series":
        return _SERIES
    inner = keys_of("objective")["key_results"].keys["checkins"].keys
    result = Key("The key result it speaks of; empty for the objective.", "result")
    return {name: inner.get(name, result) for name in LOG_COLUMNS}
