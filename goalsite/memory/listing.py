"""The files of a repository as they lie there: which content each has, read only where its stamp changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from typing import NamedTuple

from goalsite.source.tree import DiskTree, Entry, Stamp

MANY = 300
"""So many files are worth a second process."""

_NO_STAMP: Stamp = (-1, 0, 0, 0)

_ROOM = 256 << 20  # bytes of files that are kept until they are asked for

_FRESH = 2_000_000_000
"""Nanoseconds for which a file's times may lag behind what is written to it."""


class Seen(NamedTuple):
    """A file as it was seen: its stamp, and the digest of its content (why not, where it cannot be read)."""

    stamp: Stamp
    digest: bytes


_AT_ONCE = 1000
"""So many files are read ahead of the one whose mark is asked for: a folder is looked at once for several."""


@dataclass(slots=True)
class Sight:
    """The files as they lie there: what was `seen` of them, the stamps of the `unread`, and the `contents` of
    those read just now, as many as there is room for."""

    tree: DiskTree
    seen: dict[str, Seen] = field(default_factory=dict)
    unread: dict[str, Stamp] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)

    def mark(self, path: str) -> bytes | None:
        """What tells the content of a file, which is read now if it was not; None of one that is not here."""
        if path in self.unread:
            self.read(dict.fromkeys((path, *islice(self.unread, _AT_ONCE))))
        seen = self.seen.get(path)
        return seen and seen.digest

    def read(self, paths: Iterable[str], room: int = _ROOM) -> None:
        """Read some of the unread files; so many bytes of them are kept."""
        for path, content in self.tree.read_all(paths):
            stamp = self.unread.pop(path)
            if isinstance(content, OSError):
                self.seen[path] = Seen(stamp, _reason(content))
                continue
            self.seen[path] = Seen(stamp, mark_of(content))
            room -= len(content)
            if room > 0:
                self.contents[path] = content


def glance(tree: DiskTree, entries: Iterable[Entry], before: Mapping[str, Seen]) -> Sight:
    """The files as they can be told without reading any; of `before` is believed what has its stamp."""
    sight = Sight(tree)
    seen = sight.seen
    for path, _, kind, stamp in entries:
        if kind != "file":
            seen[path] = Seen(_NO_STAMP, kind.encode())
        elif (known := before.get(path)) and known[0] == stamp:
            seen[path] = Seen(*known)
        else:
            sight.unread[path] = stamp or _NO_STAMP
    return sight


def look(tree: DiskTree, entries: Iterable[Entry], before: Mapping[str, Seen]) -> dict[str, Seen]:
    """Each file as it lies there now; one whose stamp is that of `before` is not read."""
    sight = glance(tree, entries, before)
    sight.read(tuple(sight.unread), room=0)
    return sight.seen


def drafted(drafts: Mapping[str, bytes | None]) -> dict[str, Seen]:
    """What would lie there, as it is known before it does."""
    contents = ((path, data) for path, data in drafts.items() if data is not None)
    return {path: Seen(_NO_STAMP, mark_of(data)) for path, data in contents}


def mark_of(content: bytes) -> bytes:
    """What tells a content from any other."""
    return blake2b(content, digest_size=16).digest()


def settled(seen: Mapping[str, Seen], now: int) -> dict[str, Seen]:
    """What may be believed later on: of a file that changed just before `now` (in nanoseconds) not the stamp,
    since it may have changed again within the same tick."""
    return {path: Seen(lasting(one[0], now), one[1]) for path, one in seen.items()}


def lasting(stamp: Stamp, now: int, lag: int = _FRESH) -> Stamp:
    """The stamp, where the file did not change in the last `lag` nanoseconds before `now`; else one that no
    file has."""
    return stamp if max(stamp[1], stamp[2]) < now - lag else _NO_STAMP


def _reason(error: OSError) -> bytes:
    return repr(error).encode("utf-8", "surrogateescape")
