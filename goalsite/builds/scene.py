"""What a site hangs on besides the files of its goals and the state of git: libraries and themes."""

from __future__ import annotations

import sysconfig
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

_UNKNOWN = b""


def libraries() -> tuple[int, ...]:
    """When a package was last installed where Python looks for them, in nanoseconds."""
    folders = {Path(sysconfig.get_path(name)) for name in ("purelib", "platlib")}
    return tuple(folder.stat().st_mtime_ns for folder in sorted(folders) if folder.is_dir())


def look_of(folders: Iterable[Path]) -> bytes:
    """What tells the contents of these folders from any other; empty where that cannot be told, because a
    symbolic link leads from one of them to a folder elsewhere."""
    digest = blake2b(digest_size=16)
    for folder in folders:
        for path in _files(folder):
            if path is None:
                return _UNKNOWN
            content = path.read_bytes()
            name = path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape")
            digest.update(b"%d %d\0%b%b" % (len(name), len(content), name, content))
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
