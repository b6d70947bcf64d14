"""Files as they were seen, in columns: of many thousand files these load and compare in milliseconds."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any, NamedTuple

from goalsite.memory.listing import Seen
from goalsite.source.tree import Stamp


class Columns(NamedTuple):
    """Files by path, with the stamp of each and the digest of its content."""

    paths: list[str]
    stamps: list[Stamp]
    digests: tuple[bytes, ...]

    def plain(self) -> tuple[Any, ...]:
        """The same in a few plain values, of which `from_plain` makes it again."""
        return ("\0".join(self.paths), tuple(chain.from_iterable(self.stamps)), self.digests)

    def seen(self) -> dict[str, Seen]:
        """The files by path."""
        return dict(zip(self.paths, map(Seen, self.stamps, self.digests), strict=True))


def in_columns(seen: Mapping[str, Seen]) -> Columns:
    """Files as they were seen, in columns, sorted by path."""
    rows = sorted((path, *one) for path, one in seen.items())
    return Columns([row[0] for row in rows], [row[1] for row in rows], tuple(row[2] for row in rows))


def from_plain(values: tuple[Any, ...]) -> Columns:
    """The columns of which these are the plain values."""
    paths, numbers, digests = values
    each = iter(numbers)
    stamps = list(zip(each, each, each, each, strict=True))
    return Columns(paths.split("\0") if digests else [], stamps, digests)
