"""The site's folder on disk: looked at and changed by site paths, never through a symbolic link."""

from __future__ import annotations

import os
import stat
from collections.abc import Container, Iterator
from enum import Enum
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from goalsite.output.artifact import STATE


class Kind(Enum):
    """What lies at a path. OTHER is a symbolic link, a device, anything that goalsite never makes."""

    NOTHING = "nothing"
    FILE = "file"
    FOLDER = "folder"
    OTHER = "other"


class Found(NamedTuple):
    """What the way to a path ends with: the path itself, or whatever stands in the way to it."""

    path: str
    kind: Kind
    size: int = 0


def digest(content: bytes) -> str:
    """The fingerprint by which files are told apart."""
    return blake2b(content, digest_size=20).hexdigest()


def above(path: str) -> Iterator[str]:
    """The folders that `path` lies in, the outermost first."""
    end = path.find("/")
    while end != -1:
        yield path[:end]
        end = path.find("/", end + 1)


class SiteFolder:
    """A folder that nobody else changes meanwhile: what once was a folder is not looked at again."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._prefix = f"{root}{os.sep}"  # a Path for each of many thousand files takes as long as to look
        self._folders = {""}

    def look(self, path: str) -> Found:
        """What lies at `path`, or the first thing above it that is no folder."""
        if path.rpartition("/")[0] not in self._folders:
            for folder in above(path):
                found = self._at(folder)
                if found.kind is Kind.NOTHING:
                    return Found(path, Kind.NOTHING)
                if found.kind is not Kind.FOLDER:
                    return found
        return self._at(path)

    def _at(self, path: str) -> Found:
        if path in self._folders:
            return Found(path, Kind.FOLDER)
        try:
            status = os.lstat(self._prefix + path)
        except FileNotFoundError:
            return Found(path, Kind.NOTHING)
        if stat.S_ISDIR(status.st_mode):
            self._folders.add(path)
            return Found(path, Kind.FOLDER)
        return Found(path, Kind.FILE if stat.S_ISREG(status.st_mode) else Kind.OTHER, status.st_size)

    def is_file(self, path: str) -> bool:
        """Whether a regular file lies at `path`."""
        found = self.look(path)
        return found.path == path and found.kind is Kind.FILE

    def holds(self, found: Found, content: bytes) -> bool:
        """Whether the file just found has this content."""
        return found.size == len(content) and (self._root / found.path).read_bytes() == content

    def digest(self, path: str) -> str:
        """The digest of the file at `path`, empty where there is none."""
        return digest((self._root / path).read_bytes()) if self.is_file(path) else ""

    def is_spelled(self, path: str) -> bool:
        """Whether what lies at `path` has this very name: to some disks, case makes no difference."""
        return all(
            any(entry.name == part.rpartition("/")[2] for entry in (self._root / part).parent.iterdir())
            for part in (*above(path), path)
        )

    def below(self, folder: str) -> Iterator[Found]:
        """All that lies in `folder` at any depth, each folder before what lies in it."""
        pending = [folder]
        while pending:
            parent = pending.pop()
            for entry in sorted((self._root / parent).iterdir()):
                found = self._at(f"{parent}/{entry.name}")
                yield found
                if found.kind is Kind.FOLDER:
                    pending.append(found.path)

    def others(self, known: Container[str]) -> Iterator[str]:
        """What lies there at paths that are not `known` and is no folder; the notes of publishing aside."""
        for entry in sorted(self._root.iterdir()):
            if entry.name == STATE:
                continue
            found = self._at(entry.name)
            inner = self.below(entry.name) if found.kind is Kind.FOLDER else iter((found,))
            yield from (one.path for one in inner if one.kind is not Kind.FOLDER and one.path not in known)

    def place(self, staged: Path, path: str, over_file: bool) -> bool:
        """Whether `staged` was renamed to `path`.

        It is not where a file lies that `over_file` does not give up, or a folder that holds files.
        """
        if self.look(path) == Found(path, Kind.FOLDER):
            self._remove_if_empty(path)
        if self.look(path).kind is Kind.NOTHING:
            for folder in above(path):
                if self._at(folder).kind is Kind.NOTHING:
                    (self._root / folder).mkdir()
        elif not (over_file and self.is_file(path)):
            return False
        staged.replace(self._root / path)
        return True

    def remove(self, path: str) -> None:
        """Deletes the file at `path`."""
        (self._root / path).unlink()

    def prune(self, path: str) -> None:
        """Removes the folders above `path` that are empty."""
        for folder in reversed(list(above(path))):
            if self.look(folder) == Found(folder, Kind.FOLDER):
                if any((self._root / folder).iterdir()):
                    return
                self._remove_folder(folder)

    def _remove_if_empty(self, folder: str) -> None:
        """Removes a folder in which there are folders only."""
        inner = list(self.below(folder))
        if all(found.kind is Kind.FOLDER for found in inner):
            for found in reversed(inner):
                self._remove_folder(found.path)
            self._remove_folder(folder)

    def _remove_folder(self, folder: str) -> None:
        (self._root / folder).rmdir()
        self._folders = {""}  # it may have been known under other spellings, too
