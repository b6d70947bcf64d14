"""What is remembered between two runs: files below `.goalsite/`, signed, and never trusted otherwise.

The folder may come with a stranger's pull request, so what lies in it is believed only with a signature
that needs this user's key. The key lies in the user's cache folder; where there can be none, nothing is
remembered. Machines of continuous integration, which have no user to speak of, share a secret instead.
"""

from __future__ import annotations

import contextlib
import errno
import hmac
import marshal
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO

import goalsite

FOLDER = ".goalsite"
"""The folder of a project in which things are remembered."""

SHARED = "GOALSITE_CACHE_KEY"
"""The variable of the environment with a secret that machines share; a short one would be guessed."""

_SHORTEST = 20  # characters
_SIGNATURE = 32
_MOST = 512 << 20  # bytes; beyond it reading anew is quicker than remembering


_forgetful = ContextVar("forgetful", default=False)


@contextlib.contextmanager
def nothing_remembered() -> Iterator[None]:
    """A stretch of work that recalls nothing and keeps nothing."""
    before = _forgetful.set(True)
    try:
        yield
    finally:
        _forgetful.reset(before)


def is_forgetful() -> bool:
    """Whether this is such a stretch."""
    return _forgetful.get()


def recall(file: Path) -> dict[str, Any]:
    """What was kept in `file` under its name; empty where there is nothing, or nothing to be believed."""
    payload = recall_bytes(file)
    kept = None if payload is None else values_of(payload)
    return kept if isinstance(kept, dict) else {}


def recall_bytes(file: Path) -> memoryview | None:
    """The bytes kept in `file` under its name; None where there are none, or none to be believed."""
    key = None if _forgetful.get() else _key(make=False)
    if key is None:
        return None
    try:
        data = _content(file)
    except OSError:
        return None
    magic = _magic(file)
    head = len(magic) + _SIGNATURE
    if len(data) > _MOST or not data.startswith(magic):
        return None
    signature = _signature(key, magic)
    signature.update(memoryview(data)[head:])
    if not hmac.compare_digest(data[len(magic) : head], signature.digest()):
        return None
    return memoryview(data)[head:]


def plain(values: dict[Any, Any]) -> bytes:
    """Plain values, code among them, as bytes for this program alone."""
    return marshal.dumps(values)


def values_of(data: bytes | memoryview) -> Any:
    """The plain values of bytes of `marshal`, which this user signed or another process of this program made:
    those of anybody else must not come here."""
    return marshal.loads(data)  # noqa: S302 - whoever calls it answers for that


def _content(file: Path) -> bytes:
    """The bytes of a regular file; what a symlink leads to may be endless, and what is no file may wait."""
    if file.parent.is_symlink():
        raise OSError(errno.ELOOP, "is a symlink", str(file.parent))
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(file, flags), "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise OSError(errno.EINVAL, "is no regular file", str(file))
        return stream.read(_MOST + 1)


def keep(file: Path, values: dict[str, Any], name: str = "") -> None:
    """Keep plain values in `file`, or for the file that is to get this `name`: whole or not at all, and
    silently not where the disk will not have it."""
    keep_written(file, lambda sink: sink.write(plain(values)), name)


def keep_written(file: Path, write: Callable[[Sink], object], name: str = "") -> None:
    """The same with bytes that `write` writes, as they come."""
    key = None if _forgetful.get() else _key(make=True)
    if key is None:
        return
    import tempfile  # takes longer to load than all else that a command needs that only recalls

    with contextlib.suppress(OSError):
        make_folder(file.parent)
        magic = _magic(file.with_name(name or file.name))
        handle, fresh = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(magic + bytes(_SIGNATURE))
                sink = Sink(stream, _signature(key, magic))
                write(sink)
                stream.seek(len(magic))
                stream.write(sink.signature.digest())
            Path(fresh).replace(file)
        except BaseException:
            Path(fresh).unlink(missing_ok=True)
            raise


class Sink:
    """Where bytes are written that are kept and signed; an OSError says that they are too many."""

    def __init__(self, stream: BinaryIO, signature: hmac.HMAC) -> None:
        self.signature = signature
        self._stream, self._left = stream, _MOST

    def write(self, data: bytes) -> int:
        """How many bytes were written."""
        self._left -= len(data)
        if self._left < 0:
            raise OSError(errno.EFBIG, "more than is worth remembering")
        self.signature.update(data)
        return self._stream.write(data)


def make_folder(folder: Path) -> None:
    """The folder of what is remembered, with a word to git that nothing in it is to be kept there."""
    if folder.is_symlink():
        raise OSError("the folder for what is remembered is a symlink")
    folder.mkdir(exist_ok=True)
    with contextlib.suppress(FileExistsError), (folder / ".gitignore").open("x", encoding="ascii") as rules:
        rules.write("*\n")


def _magic(file: Path) -> bytes:
    """How a file of that name begins."""
    return f"goalsite {file.name} 1\n".encode("ascii", "replace")


def _signature(key: bytes, magic: bytes) -> hmac.HMAC:
    """What nobody can say without the key, of bytes to come; each kind of file has a key of its own."""
    return hmac.new(hmac.digest(key, magic, "sha256"), digestmod="sha256")


def _key(make: bool) -> bytes | None:
    """This user's key, of this program on this Python; None where there is none and none can be made."""
    secret = _shared_secret() or _own_secret(make)
    return None if secret is None else blake2b(secret + program(), digest_size=32).digest()


def user_folder() -> Path | None:
    """Where things of this user's are kept that belong to no project; None where nobody is at home."""
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "goalsite")
    except RuntimeError:
        return None


def _shared_secret() -> bytes | None:
    """The secret that machines share which hand each other what they remember."""
    told = os.environ.get(SHARED, "")
    return blake2b(told.encode("utf-8", "surrogateescape")).digest()[:32] if len(told) >= _SHORTEST else None


def _own_secret(make: bool) -> bytes | None:
    """The secret of this user on this machine."""
    folder = user_folder()
    if folder is None:
        return None
    file = folder / "key"
    secret = _secret(file)
    if secret is None and make:
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
            with os.fdopen(os.open(file, flags, 0o600), "wb") as stream:
                stream.write(os.urandom(32))
        secret = _secret(file)
    return secret


def _secret(file: Path) -> bytes | None:
    try:
        secret = file.read_bytes()
    except OSError:
        return None
    return secret if len(secret) == 32 else None


@cache  # asked for when recalling and when keeping
def program() -> bytes:
    """What tells this program from any other: its version, Python's, and every file of the package, by its
    content, so that another machine with the same program knows it for the same."""
    digest = blake2b(f"{goalsite.__version__}\n{sys.version}\n".encode(), digest_size=32)
    root = str(Path(goalsite.__file__).parent)
    for path in sorted(_files(root)):
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - seven hundred files for each command
            content = file.read()
        digest.update(b"%d %b\0%b" % (len(content), os.fsencode(path[len(root) :]), content))
    return digest.digest()


def _files(folder: str) -> Iterator[str]:
    """The paths of a package's files, modules and translations and all, but what Python compiled of them."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                yield entry.path
            elif entry.name != "__pycache__":
                yield from _files(entry.path)
