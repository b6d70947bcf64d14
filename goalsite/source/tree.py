"""A repository's files as a value to read from: on disk, in memory, or (elsewhere) at a revision.

Nothing outside the repository is ever listed or read: no symlink is followed and no path climbs out.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from msgspec import Struct

from goalsite.source.decode import ASSET_BYTES
from goalsite.source.globs import Globs

Kind = Literal["file", "link", "other", "unlisted"]

Stamp = tuple[int, int, int, int]
"""Size, times of content and of inode in nanoseconds, inode: while they stay, so did the content."""


class Entry(NamedTuple):
    """A file by its path relative to the repository, with `/`. `unlisted` is a folder that would not open.

    A name on disk that is not UTF-8 has lone surrogates in its path, as Python reads it. Only a file that was
    listed from a disk has a stamp.
    """

    path: str
    size: int
    kind: Kind
    stamp: Stamp | None = None


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp of a file."""
    return (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


class OutsideError(OSError):
    """The path leaves the repository, or leads through a symlink."""


class TooLargeError(OSError):
    """The file has more bytes than the tree gives."""


class Tree(Protocol):
    """The files of one state of a repository."""

    def entries(self) -> tuple[Entry, ...]:
        """What lies below the goals folder, sorted by path; empty without that folder."""
        ...

    def exists(self, path: str) -> bool:
        """Whether there is a file, folder or symlink at `path`."""
        ...

    def read(self, path: str) -> bytes:
        """The content of any file of the repository.

        Raises OutsideError, TooLargeError, or another OSError where there is none to read.
        """
        ...


def inner_path(path: str) -> str | None:
    """`path` without empty segments and `.`, empty for the repository itself; None if it leaves it."""
    parts = [part for part in path.split("/") if part not in ("", ".")]
    rooted = path[:1] in ("/", "\\") or ":" in path  # else no system takes it for absolute
    if "\0" in path or ".." in parts or (rooted and Path(path).is_absolute()):
        return None
    return "/".join(parts)


class DiskTree(Struct, frozen=True):
    """The working tree at `root`; what `exclude` matches is not listed, nor are dot files."""

    root: Path
    under: str = "goals"
    exclude: tuple[str, ...] = ()
    limit: int = ASSET_BYTES

    def entries(self) -> tuple[Entry, ...]:
        """What lies below the folder; where it is or lies behind a symlink, that symlink alone."""
        under = inner_path(self.under)
        if under is None:
            return ()
        try:
            self._lstat(under)
        except OutsideError as error:
            return (Entry(str(error.filename), 0, "link"),)
        except OSError:
            return ()
        return tuple(sorted(self._walk(under), key=itemgetter(0)))

    def exists(self, path: str) -> bool:
        """Whether there is a file, folder or symlink at `path`."""
        inner = inner_path(path)
        return inner is not None and os.path.lexists(f"{self.root}/{inner}")

    def read(self, path: str) -> bytes:
        """The content of a regular file of at most `limit` bytes."""
        inner = inner_path(path)
        if not inner:
            raise OutsideError(errno.EPERM, "leaves the repository", path)
        return self._content(inner, self._lstat(inner))

    def read_all(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes | OSError]]:
        """The content of each file, or why there is none to read; of several in a row that lie in one folder,
        that is looked at once."""
        folder = None
        for path in paths:
            inner = inner_path(path) or ""
            above, _, _ = inner.rpartition("/")
            try:
                if inner != path or above != folder:
                    folder = None
                    content = self.read(path)
                    folder = above
                else:
                    content = self._content(inner, os.lstat(f"{self.root}/{inner}"))
            except OSError as error:
                yield path, error
            else:
                yield path, content

    def _content(self, inner: str, status: os.stat_result) -> bytes:
        """The content of a file whose folder is no symlink."""
        if stat.S_ISLNK(status.st_mode):
            raise OutsideError(errno.ELOOP, "is a symlink", inner)
        if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for its writer
            raise OSError(errno.EINVAL, "is no regular file", inner)
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        file = os.open(f"{self.root}/{inner}", flags)
        try:
            data = os.read(
                file, min(status.st_size, self.limit) + 1
            )  # room for `limit` costs more than reading
            while len(data) <= self.limit and (more := os.read(file, self.limit)):
                data += more  # it grows while it is read
        finally:
            os.close(file)
        if len(data) > self.limit:
            raise TooLargeError(errno.EFBIG, "is too large", inner)
        return data

    def _lstat(self, inner: str) -> os.stat_result:
        """What the file system says about a path of which no part is a symlink."""
        at = root = str(self.root)
        status = os.lstat(root)
        for part in inner.split("/") if inner else ():
            at = f"{at}/{part}"
            status = os.lstat(at)
            if stat.S_ISLNK(status.st_mode):
                raise OutsideError(errno.ELOOP, "is a symlink", at[len(root) + 1 :])
        return status

    def _walk(self, under: str) -> Iterator[Entry]:
        excluded = Globs(self.exclude)
        pending = [under]
        while pending:
            folder = pending.pop()
            try:
                found = _listed(f"{self.root}/{folder}")
            except OSError:
                yield Entry(folder, 0, "unlisted")
                continue
            for name, status in found:
                path = f"{folder}/{name}" if folder else name
                if excluded.match(path):
                    continue
                if stat.S_ISDIR(status.st_mode):
                    pending.append(path)
                elif stat.S_ISREG(status.st_mode):
                    yield Entry(path, status.st_size, "file", stamp_of(status))
                else:
                    yield Entry(path, status.st_size, "link" if stat.S_ISLNK(status.st_mode) else "other")


def _listed(folder: str) -> list[tuple[str, os.stat_result]]:
    """What a folder holds, each by its name, but dot files and what is gone by now."""
    found = []
    with os.scandir(folder) as listing:
        for item in listing:
            if item.name.startswith("."):
                continue
            try:  # a folder of Windows knows no inodes, and sizes that were
                status = os.lstat(item.path) if os.name == "nt" else item.stat(follow_symlinks=False)
            except FileNotFoundError:
                continue
            found.append((item.name, status))
    return found


class MemoryTree(Struct, frozen=True):
    """Files by path; a text stands for its UTF-8."""

    files: Mapping[str, bytes | str]

    def entries(self) -> tuple[Entry, ...]:
        """Every file, below the goals folder or not."""
        return tuple(Entry(path, len(self.read(path)), "file") for path in sorted(self.files))

    def exists(self, path: str) -> bool:
        """Whether there is a file at `path` or below it."""
        return any(name == path or name.startswith(f"{path}/") for name in self.files)

    def read(self, path: str) -> bytes:
        """The content of a file."""
        content = self.files.get(path)
        if content is None:
            raise FileNotFoundError(errno.ENOENT, "does not exist", path)
        return content.encode() if isinstance(content, str) else content
