"""What versions of files say, by the id of their content: nothing is read that was read before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from goalsite.history.blobs import Content, read_blobs
from goalsite.history.facts import Differences, Read, Reader, Version, differences
from goalsite.history.git import Repository
from goalsite.source.decode import DOCUMENT_BYTES

Progress = Callable[[int, int], None]
"""Hears how many versions have been read, and how many there are to read."""

Key = str
"""The id of a content, and a letter for what it is where it lies unless that is an objective."""

LETTERS = {"objective": "", "kpi": "k", "team": "t", "person": "p", "page": "g"}
_KINDS = {letter: kind for kind, letter in LETTERS.items()}
_HEX = "0123456789abcdef"


def blob_of(key: Key) -> str:
    """The id of the content."""
    return key if key[-1] in _HEX else key[:-1]


def kind_of(key: Key) -> str:
    """What it is where it lies."""
    return "objective" if key[-1] in _HEX else _KINDS[key[-1]]


class Contents:
    """What is `known` of contents (None: cannot be read), and the `changes` from one to the next.

    `lacking` are contents that the repository does not have; `failed` says that git gave up, `is_new` that
    something was learnt.
    """

    def __init__(self) -> None:
        self.known: dict[Key, Version | None] = {}
        self.changes: dict[tuple[Key, Key], Differences] = {}
        self.lacking: set[Key] = set()
        self.failed = False
        self.is_new = False

    @property
    def is_whole(self) -> bool:
        """Whether all was read that was asked for."""
        return not (self.failed or self.lacking)

    def learn(self, repository: Repository, files: Iterable[Sequence[Key]], tell: Progress | None) -> bool:
        """Read what is not known of files, each given by its versions from the oldest on; whether there was
        anything to read."""
        jobs = [_Job(keys, needed) for keys in files if (needed := self._needed(keys))]
        uses = Counter(key for job in jobs for key in job.needed)
        if not uses or self.failed:
            return False
        self.is_new = True
        wanted = list(uses)
        held = _Held({key for key, count in uses.items() if count > 1})
        contents = _told(read_blobs(repository, [*map(blob_of, wanted)], DOCUMENT_BYTES), len(wanted), tell)
        self.failed = not all(self._read(job, contents, held) for job in jobs)
        return True

    def _needed(self, keys: Sequence[Key]) -> tuple[Key, ...]:
        """The versions that have to be read, in their order."""
        needed: dict[Key, None] = {}
        before: Key | None = None
        for key in keys:
            if key not in self.known:
                needed[key] = None
            elif self.known[key] is None:
                continue
            if before is not None and before != key and (before, key) not in self.changes:
                needed |= {before: None, key: None}
            before = key
        return tuple(needed)

    def _read(self, job: _Job, contents: Iterator[Content], held: _Held) -> bool:
        """Read one file; whether git gave everything."""
        reader, read = Reader(), dict[Key, Read | None]()
        for key in job.needed:
            if key in held.read:
                read[key] = held.read[key]
                continue
            content = next(contents, None)
            if content is None:
                return False
            if content.missing:
                self.lacking.add(key)
            one = read[key] = None if content.data is None else reader.read(content.data, kind_of(key))
            self.known[key] = one.version if one else None
            if key in held.shared:
                held.read[key] = one
        before: tuple[Key, Read | None] | None = None
        for key in job.keys:
            if self.known[key] is None:
                continue
            now = read.get(key)
            if before and before[1] and now and before[0] != key:
                self.changes.setdefault((before[0], key), differences(before[1].facts, now.facts))
            before = key, now
        return True


class Kept(NamedTuple):
    """How much of what is known lies in the first file of what is remembered: commits, contents, changes; and
    what tells that file from any other."""

    mark: str = ""
    commits: int = 0
    contents: int = 0
    changes: int = 0


class _Job(NamedTuple):
    """A file's versions, and those of them that have to be read."""

    keys: Sequence[Key]
    needed: tuple[Key, ...]


class _Held:
    """Contents that several files have, once they are read."""

    def __init__(self, shared: Collection[Key]) -> None:
        self.shared = shared
        self.read: dict[Key, Read | None] = {}


def _told(contents: Iterator[Content], total: int, tell: Progress | None) -> Iterator[Content]:
    for count, content in enumerate(contents, 1):
        if tell:
            tell(count, total)
        yield content
