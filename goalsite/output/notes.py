"""What publishing notes down in the site's folder: which files it wrote, and which it is about to write.

Both notes are whole or not there. One that cannot be read counts as not there: then nothing in the folder is
known to be goalsite's own, and nothing of it is overwritten or deleted. A journal counts only on the disk on
which it was written: it names the moment at which the lock came to lie there, which git and archives set
anew. So nobody is made to carry out what a stranger has committed.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from goalsite.output.artifact import STATE, objection
from goalsite.output.folder import digest

_VERSION = 1
_DAMAGE = (KeyError, TypeError, ValueError, OverflowError, RecursionError, FileNotFoundError)


class Move(Struct, frozen=True):
    """A new file: the number it is staged under, its path, and our own files that first have to make way."""

    number: int
    path: str
    in_the_way: tuple[str, ...] = ()


class Journal(Struct, frozen=True):
    """What is to be done, in order, and the manifest that holds afterwards: digests by path."""

    moves: tuple[Move, ...]
    removals: tuple[str, ...]
    manifest: Mapping[str, str]


class Notes:
    """The folder of notes in a site's folder: manifest, journal, lock, and files that wait to be renamed."""

    def __init__(self, site_dir: Path) -> None:
        self.folder = site_dir / STATE
        self.lock = self.folder / "lock"
        self._manifest = self.folder / "manifest.json"
        self._journal = self.folder / "journal.json"
        self._staging = self.folder / "new"
        self._has_staging = False
        self._half_written = (_fresh(self._journal), _fresh(self._manifest))

    def is_broken_off(self) -> bool:
        """Whether a publish was killed, or is under way."""
        passing = (self._journal, self._staging, *self._half_written)
        return not self.folder.is_symlink() and any(map(_is_there, passing))

    def manifest(self) -> dict[str, str]:
        """The digests, by path, of the files that goalsite wrote."""
        try:
            return _files(_read(self._manifest))
        except _DAMAGE:
            return {}

    def write_manifest(self, manifest: Mapping[str, str]) -> None:
        """Notes the files that goalsite wrote; the bytes depend on nothing else."""
        _write(self._manifest, {"version": _VERSION, "files": dict(sorted(manifest.items()))})

    def journal(self) -> Journal | None:
        """What a publish that was broken off had still to do."""
        try:
            note = _read(self._journal)
            if note["written"] != self._moment():
                return None
            moves = tuple(Move(int(n), _path(path), _paths(ours)) for n, path, *ours in note["moves"])
            journal = Journal(moves, _paths(note["removals"]), _files(note))
        except _DAMAGE:
            return None
        return None if self._staging.is_symlink() else journal

    def write_journal(self, journal: Journal) -> None:
        """Notes what is to be done: from here on it will be."""
        moves = [[move.number, move.path, *move.in_the_way] for move in journal.moves]
        removals = list(journal.removals)
        files = dict(journal.manifest)
        note = {"version": _VERSION, "written": self._moment(), "moves": moves, "removals": removals}
        _write(self._journal, {**note, "files": files})

    def _moment(self) -> int:
        """When the lock was last made or moved here, in nanoseconds: no program can choose that."""
        return self.lock.lstat().st_ctime_ns

    def stage(self, number: int, content: bytes) -> int:
        """Writes the file that is to be renamed later, on the site's own file system; tells when."""
        return self.lay(str(number), content)

    def take(self, number: int, name: str) -> None:
        """Takes the file that was laid ready under a name for that of the number."""
        self.laid(name).rename(self.staged(number))

    def laid(self, name: str) -> Path:
        """Where a file lies ready under a name."""
        return self._staging / name

    def lay(self, name: str, content: bytes) -> int:
        """Lays a file ready under a name, beside those that are to be renamed later; tells the time that the
        disk notes of it, in nanoseconds."""
        if not self._has_staging:
            self._staging.mkdir(exist_ok=True)
            self._has_staging = True
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(f"{self._staging}{os.sep}{name}", flags, 0o666), "wb") as file:
            file.write(content)
            file.flush()
            return os.fstat(file.fileno()).st_mtime_ns

    def staged(self, number: int) -> Path:
        """Where the file of that number waits to be renamed."""
        return self._staging / str(number)

    def has_staged(self, number: int, expected: str) -> bool:
        """Whether that file waits there, whole, with the expected digest."""
        file = self.staged(number)
        return file.is_file() and not file.is_symlink() and digest(file.read_bytes()) == expected

    def clear(self) -> None:
        """Forgets the journal and what is staged."""
        for file in (self._journal, *self._half_written):
            file.unlink(missing_ok=True)
        if self._staging.is_symlink() or self._staging.is_file():
            self._staging.unlink()
        elif self._staging.exists():
            shutil.rmtree(self._staging)
        self._has_staging = False


def _is_there(file: Path) -> bool:
    return file.is_symlink() or file.exists()


def _fresh(file: Path) -> Path:
    return file.with_suffix(".new")


def _read(file: Path) -> Any:
    if file.is_symlink() or not file.is_file():
        return {}
    note = json.loads(file.read_bytes())
    return note if note["version"] == _VERSION else {}


def _files(note: Any) -> dict[str, str]:
    if not isinstance(note["files"], dict):
        raise TypeError(note)
    return {_path(path): str(fingerprint) for path, fingerprint in note["files"].items()}


def _paths(values: Iterable[Any]) -> tuple[str, ...]:
    return tuple(_path(value) for value in values)


def _path(value: Any) -> str:
    if not isinstance(value, str) or objection(value):
        raise ValueError(value)
    return value


def _write(file: Path, note: Mapping[str, Any]) -> None:
    """Writes a note so that it survives even a power cut.

    The site's files are not synchronised one by one, which would take minutes: the kernel holds them when
    goalsite is killed, and after a power cut the next build compares every byte and mends what was lost.
    """
    fresh = _fresh(file)
    fresh.unlink(missing_ok=True)
    with fresh.open("xb") as stream:
        stream.write(json.dumps(note, ensure_ascii=False, indent=0).encode())
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(file)
