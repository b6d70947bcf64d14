"""A patch -> the file on disk: whole, old or new, and only if it still is what the patch was made from."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from goalsite.edit.fix import FilePatch
from goalsite.source.tree import DiskTree, OutsideError


def apply(patch: FilePatch, root: Path) -> str:
    """Writes the file; empty, or why it was left as it is: `it has changed meanwhile` and the like.

    The new bytes lie ready beside the file, with its mode, before they take its name. What is, or lies
    behind, a symbolic link is never written.
    """
    try:
        return _apply(patch, root)
    except OutsideError:
        return "it is or lies behind a symbolic link"
    except OSError as error:
        return (error.strerror or type(error).__name__).lower()


def _apply(patch: FilePatch, root: Path) -> str:
    tree = DiskTree(root)
    if tree.read(patch.path) != patch.before:
        return "it has changed meanwhile"
    file = root / patch.path
    mode = stat.S_IMODE(file.lstat().st_mode)
    if not mode & 0o222:
        return "it is write-protected"
    handle, name = tempfile.mkstemp(prefix=".goalsite-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as draft:
            draft.write(patch.after)
            draft.flush()
            os.fsync(draft.fileno())
        Path(name).chmod(mode)
        if tree.read(patch.path) != patch.before:
            return "it has changed meanwhile"
        Path(name).replace(file)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()
    return ""
