"""What may be changed in a document: each change names its place by keys and positions.

All changes of one call speak of the document as it stands before any of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

Path = tuple[str | int, ...]
"""The way from the root to a node: keys of mappings, positions (from 0) in sequences."""

Value = str | bool | int | float | date | None | Sequence["Value"] | Mapping[str, "Value"]
"""What may be written. A text is the text that will be read, whatever quotes that takes."""


class Assign(Struct, frozen=True):
    """The node at `path` becomes `value`; a scalar keeps its quotes where they serve."""

    path: Path
    value: Value


class Respell(Struct, frozen=True):
    """The node at `path` is written as `yaml`, which says what is meant if it begins in `column`."""

    path: Path
    yaml: str
    column: int = 1


class Append(Struct, frozen=True):
    """The sequence at `path`, which may be empty or null, gets one more item, its last."""

    path: Path
    value: Value


class Insert(Struct, frozen=True):
    """The mapping at `path`, which may be empty or null, gets the new `key`: behind `after`, else last."""

    path: Path
    key: str
    value: Value
    after: str = ""


class Delete(Struct, frozen=True):
    """The key or item at `path` goes, with what follows it on its last line."""

    path: Path


class Rename(Struct, frozen=True):
    """The key at `path` is called `key`."""

    path: Path
    key: str


Change = Assign | Respell | Append | Insert | Delete | Rename
