"""Rows of check-ins as nearly all are written -> check-ins, column by column, without the nodes in between.

Rows in braces in which there is nothing to be told of are read here, with the readers of their shape, and so
say what they say there. A list with any other row, or with two of one day, is left to `checkins`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import repeat
from operator import attrgetter
from typing import Any, NamedTuple

from goalsite.core.diagnostics import Mark
from goalsite.model.checkins import ABOUT_KEY_RESULT
from goalsite.model.records import CheckIn
from goalsite.model.shapes import Reading, Values, many, on_one_line
from goalsite.source.flow import FlatRows, said
from goalsite.source.nodes import NULLS, Node, Scalar

_READERS = ABOUT_KEY_RESULT.keys
_FEW = ("date", "confidence", "status")  # of which a site says the same again and again
_TEXTS = ("note", "blocked", "next")
_NOWHERE = Mark()

_rows = many(ABOUT_KEY_RESULT.read)

_Columns = tuple[Iterable[Any], ...]
"""What rows say under each key of a check-in, in the order of its fields."""


class FlatCheckIns(NamedTuple):
    """The check-ins of a list, their values as they are written, and the list itself."""

    parts: tuple[_Columns, ...]
    node: FlatRows

    def valued(self, numbers: Callable[[Iterable[str]], list[float | None]]) -> tuple[CheckIn, ...] | None:
        """The check-ins by date, with their values as `numbers` reads them; None where it cannot read one."""
        checkins: list[CheckIn] = []
        for days, written, *others in self.parts:
            values: Iterable[Any] = written
            if not isinstance(written, repeat):
                values = numbers(written)
                if None in values:
                    return None
            checkins += map(CheckIn, days, values, *others)
        return tuple(sorted(checkins, key=attrgetter("date")))

    def rows(self, reading: Reading) -> tuple[Values, ...]:
        """What each row says."""
        return _rows(self.node, reading, "checkins") or ()


def checkin_rows(node: Node, reading: Reading, name: str) -> FlatCheckIns | tuple[Values, ...] | None:
    """What the rows under `checkins:` say, at once where they are flat; None where `node` is no list."""
    if isinstance(node, FlatRows) and (flat := flat_checkins(node, reading)) is not None:
        return flat
    rows: tuple[Values, ...] | None = _rows(node, reading, name)
    return rows


def flat_checkins(node: FlatRows, reading: Reading) -> FlatCheckIns | None:
    """The check-ins of flat rows; None where one of them needs to be looked at more closely."""
    parts = []
    days: list[Any] = []
    for columns in node.columns:
        part = _columns(columns, reading)
        if part is None:
            return None
        parts.append(part)
        days += part[0]
    return FlatCheckIns(tuple(parts), node) if len(set(days)) == len(days) else None


def _columns(written: dict[str, tuple[str, ...]], reading: Reading) -> _Columns | None:
    """What columns say; None where a key is unknown, or a value empty or unreadable."""
    if "date" not in written or not written.keys() <= _READERS.keys():
        return None
    columns: list[Iterable[Any]] = []
    for key, default in zip(CheckIn.__struct_fields__, _DEFAULTS, strict=True):
        texts = written.get(key)
        if texts is None:
            columns.append(repeat(default))
            continue
        if not NULLS.isdisjoint(texts):
            return None
        column = _column(key, list(map(said, texts)), reading)
        if None in column:
            return None
        columns.append(column)
    return tuple(columns)


_DEFAULTS = (None, *CheckIn.__struct_defaults__)


def _column(key: str, texts: list[str], reading: Reading) -> list[Any]:
    """What texts under that key say; None among them where one cannot be read, or would have to be told."""
    if key in _FEW:
        return list(map(_known, repeat(key), texts))
    if key in _TEXTS:
        return [on_one_line(text) for text in texts]
    if key == "value":
        return texts
    silent = Reading(reading.path, renamed=reading.renamed)
    column = [_READERS[key](Scalar(text, True, _NOWHERE), silent, key) for text in texts]
    return [None] if silent.found else column


@lru_cache(maxsize=1 << 14)
def _known(key: str, text: str) -> Any:
    """What the reader of that key reads, which nothing beside the text has a say in."""
    return _READERS[key](Scalar(text, True, _NOWHERE), Reading(""), key)
