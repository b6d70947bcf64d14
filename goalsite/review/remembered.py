"""What is remembered from one check to the next, as bytes."""

from __future__ import annotations

import marshal
from typing import NamedTuple

from goalsite.memory.keep import values_of
from goalsite.review.heads import Heads
from goalsite.review.packing import packed_row, row_of
from goalsite.review.reading import Rows
from goalsite.review.rows import Plain

Knots = frozenset[tuple[str, str, str]]
"""Edges on circles, as (kind, from, to)."""


class Memory(NamedTuple):
    """What is remembered: the rows, the findings on ids and aliases, those of rules about the site with the
    heads of their files, the edges on circles that figures do not follow (None without a memory), and the
    state that git was in."""

    rows: Rows
    placed: Plain
    of_site: Plain
    heads: Heads
    knots: Knots | None
    traced: str


def to_remember(memory: Memory) -> bytes:
    """A memory in bytes."""
    rows = {path: packed_row(row) for path, row in memory.rows.items()}
    return marshal.dumps((rows, *memory[1:]))


def recalled(data: bytes) -> Memory:
    """The memory of bytes that were signed by this user; an empty one of none."""
    if not data:
        return Memory({}, (), (), {}, None, "")
    rows, *others = values_of(data)
    return Memory({path: row_of(row) for path, row in rows.items()}, *others)
