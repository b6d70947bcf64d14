"""A site that lies in a folder as it was published."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from goalsite.output.notes import Notes


class Lying:
    """The files of a site that a build published into a folder; nothing else that lies there. `asked` is the
    page that was asked for last."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names = frozenset(Notes(folder).manifest())
        self.asked = ""

    def get(self, path: str) -> bytes | None:
        """The content of a file, None where the site has none."""
        if path in self._names:
            if path.endswith(".html") and path != "404.html":  # what tells it better is not loaded yet
                self.asked = path
            with suppress(OSError):  # somebody else publishes there: what is figured is shown soon
                return (self._folder / path).read_bytes()
        return None
