"""Several processes that examine a share each, in step: what one of them finds out all get to know."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from zlib import crc32

from goalsite.memory.packing import packed, unpacked

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")


class Link(Protocol):
    """One process's tie to the others."""

    @property
    def rank(self) -> int:
        """Which share is this process's."""

    @property
    def size(self) -> int:
        """How many shares there are."""

    def all(self, mine: T) -> list[T]:
        """What every process brings to this step, by rank."""
        ...


class Alone:
    """The tie of a process that examines everything by itself."""

    rank, size = 0, 1

    def all(self, mine: T) -> list[T]:
        """What this process brings."""
        return [mine]


class Pair:
    """The tie between two processes."""

    size = 2

    def __init__(self, rank: int, pipe: Connection) -> None:
        self.rank, self._pipe = rank, pipe

    def all(self, mine: T) -> list[T]:
        """What both bring. One sends while the other receives, or both would wait with full pipes."""
        if self.rank == 0:
            theirs = unpacked(self._pipe.recv_bytes())
            self._pipe.send_bytes(packed(mine))
            return [mine, theirs]
        self._pipe.send_bytes(packed(mine))
        return [unpacked(self._pipe.recv_bytes()), mine]


_FIRST = 47
"""So many files of a hundred are the first process's, which also has the beginning and the end of it all."""


def falls_to(link: Link, path: str) -> bool:
    """Whether a file is in this process's share: a goal and the table beside it are in the same one."""
    if link.size == 1:
        return True
    stem = path.rpartition(".")[0].removesuffix(".checkins")
    is_first = crc32(stem.encode("utf-8", "surrogateescape")) % 100 < _FIRST
    return is_first == (link.rank == 0)


def can_pair() -> bool:
    """Whether this system can give half of the work to another process."""
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1


def in_pair(work: Callable[[Link], T]) -> tuple[T, Any]:
    """What `work` gives here and in a second process, which begins with a copy of all that this one has.

    Raises RuntimeError where the other process ended without an answer.
    """
    from multiprocessing.connection import Pipe  # which most checks, after an edit, need not load

    here, there = Pipe()
    child = os.fork()
    if child == 0:
        _answer(work, here, there)
    there.close()
    try:
        mine = work(Pair(0, here))
        theirs = unpacked(here.recv_bytes())
    except (EOFError, OSError) as error:
        raise RuntimeError("the second process ended before its work was done") from error
    finally:
        here.close()
        os.waitpid(child, 0)
    return mine, theirs


def _answer(work: Callable[[Link], T], here: Connection, there: Connection) -> None:
    """Work in the second process, and end it, whatever happens; the first one has the cleaning up to do."""
    code = 1
    try:
        here.close()
        there.send_bytes(packed(work(Pair(1, there))))
        code = 0
    finally:
        os._exit(code)
