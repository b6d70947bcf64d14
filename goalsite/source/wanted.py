"""Which files of a tree count: those below the goals folder that nobody set aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goalsite.source.globs import Globs
from goalsite.source.tree import Entry, Tree


def wanted(tree: Tree, folder: str, exclude: Iterable[str] = ()) -> Iterator[Entry]:
    """The entries that count; of those that are not below the folder, what keeps it from being listed."""
    excluded = Globs(exclude)
    below = f"{folder}/" if folder else ""
    for entry in tree.entries():
        path = entry.path
        if path.startswith(below):
            is_hidden = "/." in f"/{path}"[len(below) :]
            if not (is_hidden or excluded.match(path)):
                yield entry
        elif entry.kind != "file" and below.startswith(f"{path}/"):
            yield entry
