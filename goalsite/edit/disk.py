"""A patch -> the file on disk: whole, old or new, and only if it still is what the patch was made from."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from goalsite.edit.drafts import with_draft
from goalsite.edit.patch import FilePatch
from goalsite.source.tree import DiskTree, OutsideError

_CHANGED = "it has changed meanwhile"


def apply(patch: FilePatch, root: Path) -> str:
    """Writes, makes or removes the file; empty, or why it was left as it is: `it has changed meanwhile` and
    the like.

    The new bytes lie ready on the disk, with the file's mode, before they take its name. What is, or lies
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
    file = root / patch.path
    if patch.is_new:
        return _made(tree, patch, root)
    if tree.read(patch.path) != patch.before:
        return _CHANGED
    mode = stat.S_IMODE(file.lstat().st_mode)
    if not mode & 0o222:
        return "it is write-protected"
    if patch.is_gone:
        file.unlink()
        return ""

    def settle(draft: Path) -> str:
        draft.chmod(mode)
        if tree.read(patch.path) != patch.before:
            return _CHANGED
        draft.replace(file)
        return ""

    return with_draft(patch.after, root, file.parent, settle)


def _made(tree: DiskTree, patch: FilePatch, root: Path) -> str:
    """Makes a file that is not there."""
    file = root / patch.path
    if _is_there(tree, patch.path):
        return _CHANGED
    file.parent.mkdir(parents=True, exist_ok=True)

    def settle(draft: Path) -> str:
        draft.chmod(0o666 & ~_umask())
        if _is_there(tree, patch.path):
            return _CHANGED
        try:
            os.link(draft, file)  # which takes the place of nothing
        except FileExistsError:
            return _CHANGED
        except OSError:  # a disk without links
            draft.replace(file)
        return ""

    return with_draft(patch.after, root, file.parent, settle)


def _is_there(tree: DiskTree, path: str) -> bool:
    """Whether there is a file; OutsideError where its place lies outside or behind a symbolic link."""
    try:
        tree.read(path)
    except FileNotFoundError:
        return False
    return True


def _umask() -> int:
    """The bits that new files of this process lack."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
