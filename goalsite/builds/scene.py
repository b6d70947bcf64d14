"""What a site hangs on besides the files of its goals and the state of git: libraries and themes."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
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
    found = _installed()
    versions = map(_version, LIBRARIES) if found is None else (found.get(name, "") for name in LIBRARIES)
    return (*versions, os.environ.get("PYTHONPATH", ""))


def _installed() -> dict[str, str] | None:
    """The version of each package, told from the names of the folders where `importlib.metadata` looks, which
    takes longer to load than all of this; None where one of the libraries may lie in an archive, or was
    installed in an older way."""
    found: dict[str, str] = {}
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 - the names are wanted
        except NotADirectoryError:
            return None
        except OSError:
            continue
        for name in names:
            if name.endswith((".dist-info", ".egg-info", ".egg")):
                package, _, version = name.rpartition(".")[0].partition("-")
                package = re.sub(r"[-_.]+", "-", package).lower()
                if not (version and name.endswith(".dist-info")) and package in LIBRARIES:
                    return None
                found.setdefault(package, version)
    return found


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

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
