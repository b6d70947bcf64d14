"""Whether the files of a project are those of a commit: held against each other byte for byte.

git's own `status` would run the programs that a configuration names for files of some kind, and says nothing
of files that it was told to ignore; here all that counts are bytes.
"""

from __future__ import annotations

from collections.abc import Iterable

from goalsite.history.blobs import is_of
from goalsite.history.revision import Revision, RevisionTree
from goalsite.source.read import is_read
from goalsite.source.tree import DiskTree, Entry, inner_path
from goalsite.source.wanted import wanted


def has_goals(revision: Revision, goals_dir: str, exclude: Iterable[str]) -> bool:
    """Whether what is read below the goals folder is what a commit has there."""
    folder = inner_path(goals_dir) or ""
    disk, tree = DiskTree(revision.root, folder), revision.tree(folder)
    here, there = ([one for one in wanted(of, folder, exclude) if is_read(one)] for of in (disk, tree))
    return _same(disk, tree, here, there)


def has_folder(revision: Revision, folder: str) -> bool:
    """Whether all that lies below a folder is what a commit has there, and all of it are files.

    A folder outside of the project is in no commit of it.
    """
    if inner_path(folder) is None:
        return False
    disk, tree = DiskTree(revision.root, folder), revision.tree(folder)
    here, there = disk.entries(), tree.entries()
    return all(one.kind == "file" for one in here) and _same(disk, tree, here, there)


def has_file(revision: Revision, path: str) -> bool:
    """Whether the file at a path is what a commit has there, be it that neither has one."""
    disk, tree = DiskTree(revision.root), revision.tree()
    try:
        content = disk.read(path)
    except FileNotFoundError:
        return not tree.exists(path)
    except OSError:
        return False
    blob = tree.blob(path)
    return blob is not None and is_of(content, blob)


def _same(disk: DiskTree, tree: RevisionTree, here: Iterable[Entry], there: Iterable[Entry]) -> bool:
    """Whether both are the same entries, of the same content."""
    kinds = {one.path: one.kind for one in here}
    if kinds != {one.path: one.kind for one in there}:
        return False
    for path, content in disk.read_all(path for path, kind in kinds.items() if kind == "file"):
        blob = tree.blob(path)
        if blob is None or isinstance(content, OSError) or not is_of(content, blob):
            return False
    return True
