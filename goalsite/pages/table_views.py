"""Tables to take away: for spreadsheets and programs, so numbers are not rounded and days are days."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

Cell = str | float | date | None


class Heading(Struct, frozen=True):
    """A column's name; `is_share` tells that its numbers are shares of 1, which people read in per cent."""

    text: str
    is_share: bool = False


class Sheet(Struct, frozen=True):
    """One table, each row as long as there are columns. `key` names its file, `title` it to people."""

    key: str
    title: str
    columns: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]


class TableSet(Struct, frozen=True):
    """The tables of a page: `path` is the page's below the root of its language, `name` that of a file with
    them on somebody's disk."""

    path: str
    name: str
    sheets: tuple[Sheet, ...]
