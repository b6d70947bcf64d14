"""The files of a repository with drafts laid over them: an editor's buffers, an edit not written yet."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping

from msgspec import Struct

from goalsite.source.tree import DiskTree, Entry


class OverlayTree(Struct, frozen=True):
    """The tree `disk`, where `buffers` has, by path, what its files and new ones would hold; None for a file
    that would be gone."""

    disk: DiskTree
    buffers: Mapping[str, bytes | None]

    def entries(self) -> tuple[Entry, ...]:
        """What lies below the goals folder, and every buffer, sorted by path."""
        found = {entry.path: entry for entry in self.disk.entries()}
        for path, data in self.buffers.items():
            if data is None:
                found.pop(path, None)
            elif path not in found or found[path].kind == "file":
                found[path] = Entry(path, len(data), "file")
        return tuple(sorted(found.values()))

    def exists(self, path: str) -> bool:
        """Whether there is a file, folder, symlink or buffer at `path`."""
        drafts = self.buffers.items()
        if any(name == path or name.startswith(f"{path}/") for name, data in drafts if data is not None):
            return True
        return path not in self.buffers and self.disk.exists(path)

    def read(self, path: str) -> bytes:
        """The content of a buffer, else of a file."""
        if path not in self.buffers:
            return self.disk.read(path)
        data = self.buffers[path]
        if data is None:
            raise FileNotFoundError(errno.ENOENT, "does not exist", path)
        return data

    def stamp(self, entry: Entry) -> object:
        """What tells a content from the one before without reading it; None where nothing does."""
        if entry.path in self.buffers:
            return self.buffers[entry.path]
        if entry.kind != "file" or not entry.path.isprintable():
            return None
        try:
            status = os.lstat(f"{self.disk.root}/{entry.path}")
        except OSError:
            return None
        if not stat.S_ISREG(status.st_mode):
            return None
        return (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)


class PartOfTree(Struct, frozen=True):
    """A tree of which only some entries are listed."""

    whole: OverlayTree
    listed: tuple[Entry, ...]

    def entries(self) -> tuple[Entry, ...]:
        """The entries that are listed."""
        return self.listed

    def exists(self, path: str) -> bool:
        """Whether there is anything at `path` of the whole tree."""
        return self.whole.exists(path)

    def read(self, path: str) -> bytes:
        """The content of any file of the whole tree."""
        return self.whole.read(path)
