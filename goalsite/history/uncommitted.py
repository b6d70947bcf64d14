"""What a commit of the working tree would do to the files of goals, as git would tell it: so that which file
became which is decided by the same rules before a commit as after it.

git's own `status` and `diff` may run programs that a configuration names, and say nothing of files that
nobody added yet. So what came and what went is put into a repository of its own, which borrows the objects of
the real one; there git tells what moved. Neither the index nor the store of the real one is written.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from goalsite.history.blobs import blob_id, hash_of, is_of
from goalsite.history.entries import Change
from goalsite.history.git import Repository, ask, text
from goalsite.history.log import log_of
from goalsite.source.tree import DiskTree

_LISTING = ("ls-files", "-z", "-t", "--cached", "--others", "--exclude-standard", "--full-name", "--", ".")
_BEFORE, _AFTER = "refs/heads/before", "refs/heads/after"

Held = Mapping[str, str]
"""The ids of contents by the paths of files."""


def is_on_disk(repository: Repository, path: str) -> bool:
    """Whether a file lies where git has this path, and no link."""
    try:
        status = os.lstat(f"{repository.folder}/{path.removeprefix(repository.below)}")
    except OSError:
        return False
    return stat.S_ISREG(status.st_mode)


def came_and_went(
    repository: Repository, held: Held, here: Collection[str]
) -> tuple[dict[str, bytes], dict[str, str]]:
    """The files that are new on the disk, with what they say, and those that went, of those that the last
    commit `held`; `here` are some that are on the disk. What git was told to leave out of the working tree
    (a sparse checkout) did not go."""
    tagged = [line.partition(b" ") for line in (ask(repository.folder, *_LISTING) or b"").split(b"\0")]
    left_out = {text(path) for tag, _, path in tagged if tag == b"S"}
    listed = {text(path) for _, _, path in tagged if path.endswith(b".md")}
    came = contents_of(repository, {*listed, *here} - held.keys())
    went = {path: blob for path, blob in held.items() if path not in here and path not in left_out}
    return came, {path: blob for path, blob in went.items() if not is_on_disk(repository, path)}


def contents_of(repository: Repository, paths: Iterable[str]) -> dict[str, bytes]:
    """What files on the disk say, by their paths in git; without those that cannot be read."""
    inner = {path.removeprefix(repository.below): path for path in paths}
    read = DiskTree(repository.folder).read_all(sorted(inner))
    return {inner[path]: content for path, content in read if isinstance(content, bytes)}


def edited(repository: Repository, held: Held, paths: Iterable[str]) -> dict[str, bytes]:
    """What those of these files say that are on the disk and not as they were `held`."""
    contents = contents_of(repository, paths)
    return {path: data for path, data in contents.items() if not is_of(data, held[path])}


def changes_of(
    repository: Repository, held: Held, came: Mapping[str, bytes], went: Held, stayed: Mapping[str, bytes]
) -> tuple[Change, ...]:
    """What a commit does after which some files are new, some gone, and some say something else: as git tells
    it, with what has moved, and in its order."""
    changes = {path: Change(path, "", blob, "") for path, blob in went.items()}
    blobs = {path: blob_id(data, hash_of(repository.head)) for path, data in (*came.items(), *stayed.items())}
    changes |= {
        path: Change("" if path in came else path, path, held.get(path, ""), blobs[path]) for path in blobs
    }
    for one in _moved(repository, came, went) if came and went else ():
        del changes[one.before]
        changes[one.after] = one
    return tuple(changes[path] for path in sorted(changes))


def _moved(repository: Repository, came: Mapping[str, bytes], went: Held) -> list[Change]:
    """The moves that git finds; none where it fails."""
    objects = ask(repository.folder, "rev-parse", "--git-path", "objects")
    if objects is None:
        return []
    with TemporaryDirectory(prefix="goalsite-") as name:
        folder, kind = Path(name), f"--object-format={hash_of(repository.head)}"
        if ask(folder, "init", "--quiet", "--template=", kind) is None:
            return []
        store = (repository.folder / text(objects).removesuffix("\n")).absolute()
        borrowed = folder / ".git" / "objects" / "info" / "alternates"
        borrowed.parent.mkdir(exist_ok=True)
        borrowed.write_bytes(f"{store}\n".encode("utf-8", "surrogateescape"))
        if ask(folder, "fast-import", "--quiet", feed=b"".join(_commits(came, went)), long=True) is None:
            return []
        found = log_of(Repository(folder, _AFTER, repository.below, "", frozenset()), [_AFTER])
    return [one for entry in found or () for one in entry.changes if one.before and one.after]


def _commits(came: Mapping[str, bytes], went: Held) -> Iterator[bytes]:
    """Two commits for git to import: of what went, and of what came in its place."""
    head = "commit {}\ncommitter goalsite <goalsite@localhost> 0 +0000\ndata 0\n"
    yield head.format(_BEFORE).encode()
    for path, blob in went.items():
        yield b"M 100644 %s %s\n" % (blob.encode(), _quoted(path))
    yield f"{head.format(_AFTER)}from {_BEFORE}\ndeleteall\n".encode()
    for path, data in came.items():
        yield b"M 100644 inline %s\ndata %d\n%s\n" % (_quoted(path), len(data), data)


def _quoted(path: str) -> bytes:
    plain = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{plain}"'.encode("utf-8", "surrogateescape")
