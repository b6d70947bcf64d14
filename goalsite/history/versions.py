"""The facts of the files that are not the same in two trees."""

from __future__ import annotations

from collections.abc import Mapping

from goalsite.history.facts import Reader
from goalsite.history.parts import Facts
from goalsite.source.tree import Tree


def facts_of(tree: Tree, other: Tree, kinds: Mapping[str, str]) -> dict[str, Facts]:
    """The facts of the files of `tree` that are others in `other`, by path.

    `kinds` are the files that count, each with its kind; what cannot be read is left out.
    """
    found = {}
    for path, kind in kinds.items():
        data = content_of(tree, path)
        if data is not None and data != content_of(other, path):
            read = Reader().read(data, kind)
            if read is not None:
                found[path] = read.facts
    return found


def content_of(tree: Tree, path: str) -> bytes | None:
    """What a file of a tree says; None where it cannot be read."""
    try:
        return tree.read(path)
    except OSError:
        return None
