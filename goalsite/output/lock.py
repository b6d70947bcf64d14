"""One publisher at a time: a lock that ends with the process that holds it, however that ends."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def locked(file: Path, patience: float) -> Iterator[bool]:
    """Within it `file` is locked, if that succeeded within `patience` seconds: the value says so."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
    try:
        yield _gained(handle, time.monotonic() + patience)
    finally:
        os.close(handle)


def _gained(handle: int, deadline: float) -> bool:
    while not _take(handle):
        if time.monotonic() >= deadline:
            return False
        time.sleep(0.05)
    return True


def _take(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        # A file system without locks, such as some network shares: better a site than none.
        return True
    return True
