"""The files of a site as they were published, and whether they lie there still."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from goalsite.memory.columns import Columns
from goalsite.memory.listing import lasting
from goalsite.output.artifact import STATE
from goalsite.output.folder import above, digest
from goalsite.output.notes import Notes
from goalsite.output.publish import Published
from goalsite.source.tree import Stamp, stamp_of

_NOTES = f"{STATE}/manifest.json"
_FOLDER = b""  # in place of the digest of a file
_COARSE = 1_000_000  # nanoseconds; a time without a part of them is of a disk that notes none


def as_published(site_dir: Path, done: Published, began: int) -> Columns:
    """The files of a site as a build published them, which `began` at that time, in nanoseconds; with them
    what publishing noted, and the folders that hold folders.

    Of what was written since by anybody else the stamp is not believed: it is looked at anew next time.
    """
    notes = digest((site_dir / _NOTES).read_bytes())
    marks = {path: bytes.fromhex(mark) for path, mark in (*done.digests.items(), (_NOTES, notes))}
    marks |= dict.fromkeys(_outer(_folders(marks)), _FOLDER)
    root = f"{site_dir}/"
    stamps = [_believed(stamp_of(os.lstat(root + path)), done.times.get(path, 0), began) for path in marks]
    return Columns(list(marks), stamps, tuple(marks.values()))


def _believed(stamp: Stamp, written: int, began: int) -> Stamp:
    """The stamp of a file, where it has not been written since, or at that time alone, by us.

    Some disks note a time by the second or by ten milliseconds: there another content may have the same one.
    """
    return stamp if stamp[1] == written and written % _COARSE else lasting(stamp, began)


def untouched(site_dir: Path, before: Columns, now: int) -> Columns | None:
    """The files of a site with their stamps of today, where all have the content that they were published
    with and no folder is anything else; None where that is not so, or where a publish was broken off.

    Only files with other stamps are read. A folder whose stamp stays holds what it held: it is enough to look
    at those that hold folders.
    """
    if site_dir.is_symlink() or Notes(site_dir).is_broken_off():
        return None
    look, root = os.lstat, f"{site_dir}/"
    stamps = [stamp_of(look(root + path)) for path in before.paths]
    if stamps == before.stamps:
        return before
    pairs = zip(before.paths, before.digests, stamps, before.stamps, strict=True)
    others = {path: mark for path, mark, stamp, known in pairs if stamp != known}
    inner = (folder for folder in _folders(before.paths) if folder.rpartition("/")[0] in others)
    if not all(stat.S_ISDIR(look(root + folder).st_mode) for folder in inner):
        return None
    if not all(mark == _FOLDER or _holds(root + path, mark) for path, mark in others.items()):
        return None
    pairs_now = zip(before.paths, stamps, strict=True)
    return before._replace(stamps=[lasting(one, now) if path in others else one for path, one in pairs_now])


def digests_of(site: Columns) -> dict[str, str]:
    """The digests of the files that were published, by path."""
    pairs = zip(site.paths, site.digests, strict=True)
    return {path: mark.hex() for path, mark in pairs if mark != _FOLDER and path != _NOTES}


def mark_of_site(site: Columns) -> bytes:
    """What tells a site from any other: what publishing noted of it."""
    return site.digests[site.paths.index(_NOTES)]


def _holds(file: str, mark: bytes) -> bool:
    """Whether a regular file has the content with that digest."""
    return stat.S_ISREG(os.lstat(file).st_mode) and bytes.fromhex(digest(Path(file).read_bytes())) == mark


def _folders(paths: Iterable[str]) -> set[str]:
    """All folders that lie on the way to the paths."""
    found = set()
    for folder in {path.rpartition("/")[0] for path in paths}:
        found |= {folder, *above(folder)} - {""}
    return found


def _outer(folders: Iterable[str]) -> set[str]:
    """The folders that hold one of these, the site's own among them."""
    return {folder.rpartition("/")[0] for folder in folders}
