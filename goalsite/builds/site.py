"""The files of a site as they were published, and whether they lie there still."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from goalsite.memory.listing import Stamp, lasting, stamp_of
from goalsite.output.folder import digest
from goalsite.output.notes import Notes

Files = dict[str, tuple[Stamp, str]]
"""What each file of a site was seen to be, by path: its stamp, and the digest that publishing noted."""

_TICK = 100_000_000
"""Nanoseconds by which the clock of a file system may lag behind; those of today tick every ten million."""


def as_published(site_dir: Path, now: int) -> Files:
    """The files that were published there just before `now`, in nanoseconds."""
    root = f"{site_dir}/"
    return {
        path: (lasting(stamp_of(os.lstat(root + path)), now, _TICK), mark)
        for path, mark in Notes(site_dir).manifest().items()
    }


def untouched(site_dir: Path, before: Mapping[str, tuple[Stamp, str]], now: int) -> Files | None:
    """The files of a site with their stamps of today, where all have the content that they were published
    with; None where one has not, or where a publish was broken off. Only those with other stamps are read."""
    if Notes(site_dir).is_broken_off():
        return None
    root = f"{site_dir}/"
    files: Files = {}
    for path, (known, mark) in before.items():
        status = os.lstat(root + path)
        stamp = stamp_of(status)
        if stamp != known:
            if not stat.S_ISREG(status.st_mode) or digest((site_dir / path).read_bytes()) != mark:
                return None
            stamp = lasting(stamp, now, _TICK)
        files[path] = (stamp, mark)
    return files
