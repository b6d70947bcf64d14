"""New bytes of a file, ready on the disk before they take its name.

They lie in the folder of the project that git leaves alone, so that what a killed command leaves is never
committed; where that folder cannot be used, beside the file.
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from goalsite.memory.keep import FOLDER, make_folder

_PREFIX = ".goalsite-"
_LEFT_OVER = 3600  # seconds; no command takes so long to rename what it has written


def with_draft(data: bytes, root: Path, beside: Path, settle: Callable[[Path], str]) -> str:
    """What `settle` says, which gets a new file that holds the bytes and may rename it into the folder
    `beside`, below `root`."""
    for folder in _folders(root, beside):
        draft = _drafted(data, folder)
        try:
            _clear(folder, draft)
            return settle(draft)
        except OSError as error:
            if error.errno != errno.EXDEV or folder == beside:  # else the folder lies on another disk
                raise
        finally:
            draft.unlink(missing_ok=True)
    return ""


def _folders(root: Path, beside: Path) -> Iterator[Path]:
    """Where a draft may lie, the best place first."""
    ours = root / FOLDER
    if _is_ready(ours):
        yield ours
    yield beside


def _is_ready(folder: Path) -> bool:
    """Whether drafts can be made in our folder, which git leaves alone from now on."""
    try:
        make_folder(folder)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def _clear(folder: Path, draft: Path) -> None:
    """Remove what killed commands left in the folder long before this draft."""
    made = draft.stat().st_mtime
    for other in folder.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if made - other.lstat().st_mtime > _LEFT_OVER:
                other.unlink()


def _drafted(data: bytes, folder: Path) -> Path:
    """A new file in the folder that holds the bytes, on the disk itself."""
    handle, name = tempfile.mkstemp(prefix=_PREFIX, dir=folder)
    try:
        with os.fdopen(handle, "wb") as draft:
            draft.write(data)
            draft.flush()
            os.fsync(draft.fileno())
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise
    return Path(name)
