"""What a site hangs on besides the files of its goals and the state of git: libraries and themes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LIBRARIES = (
    "babel",
    "jinja2",
    "markdown-it-py",
    "markupsafe",
    "mdit-py-plugins",
    "mdurl",
    "networkx",
    "pagefind-bin-extended",
    "pyyaml",
)
"""The packages whose work is in the files of a site."""

_UNKNOWN = b""


def libraries() -> tuple[str, ...]:
    """The versions of the libraries, empty for one that is not there; where else Python looks for them."""
    return (*map(_version, LIBRARIES), os.environ.get("PYTHONPATH", ""))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def look_of(folders: Iterable[Path]) -> bytes:
    """What tells the contents of these folders from any other; empty where that cannot be told, because a
    symbolic link leads from one of them to a folder elsewhere."""
    digest = blake2b(digest_size=16)
    for folder in folders:
        for path in _files(folder):
            if path is None:
                return _UNKNOWN
            content, kind = path.read_bytes(), b"link" if path.is_symlink() else b"file"
            name = path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape")
            digest.update(b"%b %d %d\0%b%b" % (kind, len(name), len(content), name, content))
        digest.update(b"\n")
    return digest.digest()


def _files(folder: Path) -> Iterator[Path | None]:
    """Every file below a folder, sorted; None in place of a folder that lies elsewhere."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            if path.is_symlink():
                yield None
            else:
                yield from _files(path)
        elif path.is_file():
            yield path
