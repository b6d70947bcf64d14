"""What editors hold open: which file of the project each is, and its text."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from msgspec import Struct
from pygls.uris import to_fs_path


class Buffer(Struct, frozen=True):
    """An open file as its editor names it, with the version and the text it has there."""

    uri: str
    version: int | None
    text: str


class Buffers:
    """The open files of the project in `root`, by path relative to it."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self._open: dict[str, Buffer] = {}

    def put(self, buffer: Buffer) -> str | None:
        """Take a text in; its path, or None for what does not lie in the project."""
        path = self.path(buffer.uri)
        if path is not None:
            self._open[path] = buffer
        return path

    def drop(self, uri: str) -> str | None:
        """Forget a text; its path, or None where there was none."""
        path = self.path(uri)
        if path is None or path not in self._open:
            return None
        del self._open[path]
        return path

    def get(self, path: str) -> Buffer | None:
        """What is open of a file."""
        return self._open.get(path)

    def texts(self) -> dict[str, str]:
        """The texts by path, as they are now."""
        return {path: buffer.text for path, buffer in self._open.items()}

    def path(self, uri: str) -> str | None:
        """The path of a file of the project, with `/`; None for any other."""
        name = to_fs_path(uri)
        if not name or "\0" in name:
            return None
        file = Path(name)
        try:  # a symlink among the folders above is followed, the file itself is what was opened
            return (file.parent.resolve() / file.name).relative_to(self._root).as_posix()
        except (ValueError, OSError, RuntimeError):
            return None

    def uri(self, path: str) -> str:
        """How an editor names a file of the project."""
        if path in self._open:
            return self._open[path].uri
        absolute = (self._root / path).as_posix().removeprefix("/")
        return f"file:///{quote(absolute, errors='surrogateescape')}"
