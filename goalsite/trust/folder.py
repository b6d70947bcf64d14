"""The files of a site that lies in a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import file_digest
from pathlib import Path

from goalsite.output.folder import SiteFolder
from goalsite.trust.verdict import MISSING, Found


class FolderSite:
    """A site in a folder, in which no symbolic link is followed."""

    def __init__(self, root: Path) -> None:
        self._root, self._folder = root, SiteFolder(root)

    def read(self, path: str, most: int) -> bytes | None:
        """The first `most` bytes of a file; None where there is none."""
        if not self._folder.is_file(path):
            return None
        with (self._root / path).open("rb") as file:
            return file.read(most)

    def found(self, paths: Iterable[str]) -> Iterator[tuple[str, Found]]:
        """What lies at each path."""
        for path in paths:
            yield path, self._found(path)

    def _found(self, path: str) -> Found:
        try:
            if not self._folder.is_file(path):
                return MISSING
            with (self._root / path).open("rb") as file:
                return Found(file_digest(file, "sha256").hexdigest())
        except OSError as error:
            return Found(trouble=f"cannot be read: {(error.strerror or str(error)).lower()}")

    def others(self, known: Iterable[str]) -> Iterator[str]:
        """The paths of files that are not among those known; notes of publishing are no part of a site."""
        return self._folder.others(frozenset(known))
