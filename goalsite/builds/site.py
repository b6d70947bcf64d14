"""The files of a site as they were published, and whether they lie there still."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from goalsite.memory.listing import Stamp, lasting, mark_of, stamp_of
from goalsite.output.artifact import STATE
from goalsite.output.folder import above, digest
from goalsite.output.notes import Notes

Files = dict[str, tuple[Stamp, str]]
"""What each file of a site was seen to be, by path: its stamp, and the digest that it was published with."""


def as_published(site_dir: Path, digests: Mapping[str, str], began: int) -> Files:
    """The files of a site by the digests that a build published, which `began` at that time, in nanoseconds.

    Of a file that was written since, by whomever, the stamp is not believed: it is read next time.
    """
    root = f"{site_dir}/"
    return {path: (lasting(stamp_of(os.lstat(root + path)), began), mark) for path, mark in digests.items()}


def noted(site_dir: Path) -> bytes:
    """What tells what publishing noted down from anything else it may come to note."""
    return mark_of((site_dir / STATE / "manifest.json").read_bytes())


def untouched(site_dir: Path, before: Mapping[str, tuple[Stamp, str]], now: int) -> Files | None:
    """The files of a site with their stamps of today, where all have the content that they were published
    with; None where one has not, or where a publish was broken off. Only those with other stamps are read."""
    if site_dir.is_symlink() or Notes(site_dir).is_broken_off():
        return None
    root, folders = f"{site_dir}/", {""}
    files: Files = {}
    for path, (known, mark) in before.items():
        for folder in above(path) if path.rpartition("/")[0] not in folders else ():
            if folder not in folders and not stat.S_ISDIR(os.lstat(root + folder).st_mode):
                return None
            folders.add(folder)
        status = os.lstat(root + path)
        stamp = stamp_of(status)
        if stamp != known:
            if not stat.S_ISREG(status.st_mode) or digest((site_dir / path).read_bytes()) != mark:
                return None
            stamp = lasting(stamp, now)
        files[path] = (stamp, mark)
    return files
