"""What files are made of once read: nodes of front matter, documents, tables. Values only, no I/O.

Nodes are named tuples: a site has millions of them, and no other frozen value is made as fast.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from msgspec import Struct

from goalsite.core.diagnostics import Mark

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""What YAML 1.2's core schema reads as null where it stands without quotes."""


mark_at = lru_cache(maxsize=1 << 16)(Mark)
"""The mark at a line and column: files are alike, and one made once serves thousands of them."""


class Scalar(NamedTuple):
    """One YAML scalar as it is written; `plain` if it stands without quotes (and is no block scalar)."""

    text: str
    plain: bool
    mark: Mark

    @property
    def is_null(self) -> bool:
        """Whether YAML 1.2's core schema reads it as null."""
        return self.plain and self.text in NULLS


@lru_cache(maxsize=1 << 16)
def plain_at(text: str, line: int, column: int) -> Scalar:
    """The scalar without quotes at a line and column: as keys are, many files have it in the same place."""
    return Scalar(text, True, mark_at(line, column))


class Sequence(NamedTuple):
    """A YAML sequence, in either style."""

    items: tuple[Node, ...]
    mark: Mark


class Mapping(NamedTuple):
    """A YAML mapping: pairs in the order of the file, keys unique."""

    items: tuple[tuple[Scalar, Node], ...]
    mark: Mark


Node = Scalar | Sequence | Mapping


class Mention(NamedTuple):
    """A `[[goal]]` or an `@handle` in a body, outside code.

    `kind` is `goal` (`text` is what stands in the brackets, perhaps with `#kr`) or `person` (without the @).
    """

    kind: str
    text: str
    mark: Mark


Head = tuple[tuple[Scalar, Node], ...]
"""A few pairs of a mapping, in the order of the file."""

_HEAD = frozenset(("kind", "id", "unit", "aliases", "lint"))


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file. `body` starts at line `body_line` of the file; line ends are `\\n`.

    `front` is None without front matter, or where it could not be read: then `broken` is true, and the
    diagnostics say why.
    """

    path: str
    front: Mapping | None
    body: str
    body_line: int
    mentions: tuple[Mention, ...] = ()
    broken: bool = False

    @property
    def has_front(self) -> bool:
        """Whether there is front matter that could be read."""
        return self.front is not None

    @property
    def head(self) -> Head:
        """What front matter says of the file among all others: kind, id, unit, aliases, rules set aside."""
        return tuple([pair for pair in self.front.items if pair[0].text in _HEAD]) if self.front else ()

    def shed(self) -> None:
        """Hold the head alone from now on: for whoever knows that nobody will ask for more, which takes more
        room than all that was understood of it."""
        front = None if self.front is None else Mapping(self.head, self.front.mark)
        for name, value in (("front", front), ("body", ""), ("mentions", ())):
            object.__setattr__(self, name, value)

    def kept(self) -> tuple[Callable[..., Document], tuple[object, ...]]:
        """How it is remembered: what makes a `KeptDocument` of it, and of what."""
        return KeptDocument, (self.path, self.broken, (self.head, self.has_front))


class KeptDocument(Document):
    """A document whose head is remembered. The rest is there once it is asked for: what reads the file has to
    be known by then, and the file to say what it said when it was remembered."""

    __slots__ = ("_place", "_read")
    is_lazy = True
    _place: tuple[Head, bool]
    _read: _Read

    def __init__(self, path: str, broken: bool, place: tuple[Head, bool]) -> None:
        for name, value in (("path", path), ("broken", broken), ("_place", place)):
            object.__setattr__(self, name, value)

    def shed(self) -> None:
        """Nothing: what was asked for is little."""

    def read_by(self, read: _Read) -> None:
        """Let this read the file, into a document and what else there is to say of it."""
        object.__setattr__(self, "_read", read)

    def __reduce__(self) -> tuple[object, ...]:
        """The same for another process, which reads the file itself."""
        return _kept, (*self.kept()[1], getattr(self, "_read", None))

    @property
    def head(self) -> Head:
        """What front matter says of the file among all others."""
        return self._place[0]

    @property
    def has_front(self) -> bool:
        """Whether there is front matter that could be read."""
        return self._place[1]

    def __getattr__(self, name: str) -> Any:
        """What is not there yet, with all else of the file."""
        if name not in _REST:
            raise AttributeError(name)
        whole = self._read()[0]
        for each in _REST:
            object.__setattr__(self, each, getattr(whole, each))
        return getattr(self, name)


_Read = Callable[[], tuple[Document, object]]


def _kept(path: str, broken: bool, place: tuple[Head, bool], read: _Read | None) -> KeptDocument:
    kept = KeptDocument(path, broken, place)
    if read is not None:
        kept.read_by(read)
    return kept


_REST = ("front", "body", "body_line", "mentions")


class Row(NamedTuple):
    """A row of a table: its cells by column name (stripped), and its line."""

    cells: dict[str, str]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file: column names in order, its rows (blank lines left out), and the text they come from."""

    path: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    broken: bool = False
    text: str = field(default="", compare=False, repr=False)


class Documents(Struct, frozen=True):
    """Everything below the goals folder, each by path relative to the repository, sorted."""

    documents: tuple[Document, ...]
    tables: tuple[Table, ...]
    assets: tuple[str, ...]
