"""A part of a tree's files as a tree: what one of several readers reads, or has read."""

from __future__ import annotations

from msgspec import Struct

from goalsite.source.tree import Entry, Tree


class Part(Struct, frozen=True):
    """The tree `whole`, of which only `chosen` is listed."""

    whole: Tree
    chosen: tuple[Entry, ...]

    def entries(self) -> tuple[Entry, ...]:
        """The chosen entries."""
        return self.chosen

    def exists(self, path: str) -> bool:
        """Whether the whole tree has something at `path`."""
        return self.whole.exists(path)

    def read(self, path: str) -> bytes:
        """The content of any file of the whole tree."""
        return self.whole.read(path)


class Held(Struct, frozen=True):
    """The tree `whole`, some of whose files are in `contents`, from which each is taken once."""

    whole: Tree
    contents: dict[str, bytes]

    def entries(self) -> tuple[Entry, ...]:
        """The entries of the whole tree."""
        return self.whole.entries()

    def exists(self, path: str) -> bool:
        """Whether the whole tree has something at `path`."""
        return self.whole.exists(path)

    def read(self, path: str) -> bytes:
        """The content of any file of the whole tree."""
        content = self.contents.pop(path, None)
        return self.whole.read(path) if content is None else content
