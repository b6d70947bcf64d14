"""The files of a repository as they lie there: which content each has, read only where its stamp changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import NamedTuple

from goalsite.source.tree import DiskTree, Entry

Stamp = tuple[int, int, int, int]
"""Size, times of content and of inode in nanoseconds, inode: while they stay, so did the content."""

_NO_STAMP: Stamp = (-1, 0, 0, 0)

_FRESH = 2_000_000_000
"""Nanoseconds for which a file's times may lag behind what is written to it."""


class Seen(NamedTuple):
    """A file as it was seen: its stamp, and the digest of its content (why not, where it cannot be read)."""

    stamp: Stamp
    digest: bytes


def look(tree: DiskTree, entries: Iterable[Entry], before: Mapping[str, Seen]) -> dict[str, Seen]:
    """Each file as it lies there now; one whose stamp is that of `before` is not read."""
    root = f"{tree.root}/"
    seen = {}
    for entry in entries:
        path = entry.path
        if entry.kind != "file":
            seen[path] = Seen(_NO_STAMP, entry.kind.encode())
            continue
        try:
            status = os.lstat(root + path)
        except OSError as error:
            seen[path] = Seen(_NO_STAMP, repr(error).encode())
            continue
        stamp = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
        known = before.get(path)
        same = known and known[0] == stamp
        seen[path] = Seen(stamp, known[1] if known and same else _digest(tree, path))
    return seen


def settled(seen: Mapping[str, Seen], now: int) -> dict[str, Seen]:
    """What may be believed later on: of a file that changed just before `now` (in nanoseconds) not the stamp,
    since it may have changed again within the same tick."""
    return {
        path: one if max(one.stamp[1:3]) < now - _FRESH else Seen(_NO_STAMP, one.digest)
        for path, one in seen.items()
    }


def _digest(tree: DiskTree, path: str) -> bytes:
    try:
        return blake2b(tree.read(path), digest_size=16).digest()
    except OSError as error:
        return repr(error).encode("utf-8", "surrogateescape")
