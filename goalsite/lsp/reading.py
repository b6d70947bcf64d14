"""Documents of a tree, of which only what has changed since the last time is read again."""

from __future__ import annotations

from dataclasses import dataclass, field

from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, in_order
from goalsite.source.assets import active_images
from goalsite.source.nodes import Document, Documents, Table
from goalsite.source.overlay import OverlayTree, PartOfTree
from goalsite.source.read import read_documents


@dataclass(slots=True)
class _File:
    """What one file was read as."""

    stamp: object
    documents: list[Document] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    assets: list[str] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)


class Reading:
    """Keeps what each file was read as, for as long as the file is there and stays as it is."""

    def __init__(self) -> None:
        self._files: dict[str, _File] = {}
        self._scope: tuple[object, ...] = ()

    def documents(self, tree: OverlayTree, config: Config) -> tuple[Documents, tuple[Diagnostic, ...]]:
        """What `source.read` makes of the tree's files, and what is wrong with them and with its images."""
        scope = (tree.disk, config.goals_dir, config.exclude, config.site_dir)
        before = self._files if scope == self._scope else {}
        entries = tree.entries()
        files: dict[str, _File] = {}
        changed = []
        for entry in entries:
            stamp = tree.stamp(entry)
            known = before.get(entry.path)
            if known and stamp is not None and known.stamp == stamp:
                files[entry.path] = known
            else:
                files[entry.path] = _File(stamp)
                changed.append(entry)
        loose = _read(PartOfTree(tree, tuple(changed)), config, files)
        self._files, self._scope = files, scope
        documents = Documents(
            tuple(document for entry in entries for document in files[entry.path].documents),
            tuple(table for entry in entries for table in files[entry.path].tables),
            tuple(asset for entry in entries for asset in files[entry.path].assets),
        )
        found = (diagnostic for file in files.values() for diagnostic in file.found)
        return documents, in_order((*loose, *found))


def _read(tree: PartOfTree, config: Config, files: dict[str, _File]) -> list[Diagnostic]:
    """Fill in what was read of the listed files; the findings that belong to none of them."""
    read, found = read_documents(tree, config.goals_dir, config.left_alone)
    for document in read.documents:
        files[document.path].documents.append(document)
    for table in read.tables:
        files[table.path].tables.append(table)
    for asset in read.assets:
        files[asset].assets.append(asset)
    loose = []
    for diagnostic in (*found, *active_images(tree, read.assets)):
        if diagnostic.path in files:
            files[diagnostic.path].found.append(diagnostic)
        else:
            loose.append(diagnostic)
    return loose
