"""A commit's files as a tree to read from: taken from git's own store, never checked out."""

from __future__ import annotations

import errno
from datetime import date
from pathlib import Path

from msgspec import Struct, field

from goalsite.history.clock import day_of
from goalsite.history.git import ask, conversation, prefix, text
from goalsite.source.decode import ASSET_BYTES, TABLE_BYTES
from goalsite.source.tree import Entry, Kind, OutsideError, TooLargeError, inner_path

_KINDS: dict[bytes, Kind] = {b"100644": "file", b"100755": "file", b"100664": "file", b"120000": "link"}


class Revision(Struct, frozen=True):
    """A commit of the repository that holds the project in `root`. `below` is the project's folder within
    the repository: `okr/`, or empty."""

    root: Path
    commit: str
    below: str

    def day(self, timezone: str) -> date | None:
        """The day on which it became public: its committer's, or a later one of those before it; None for a
        time that no calendar has, and where git does not tell."""
        said = ask(self.root, "log", "--first-parent", "--format=%ct", self.commit, "--")
        return day_of(max(map(int, said.split())), timezone) if said else None

    def tree(self, under: str | None = None, limit: int = ASSET_BYTES) -> RevisionTree:
        """The files of the project; those below `under` are listed."""
        return RevisionTree(self, limit, {} if under is None else _listed(self, inner_path(under)))


def open_revision(root: Path, name: str) -> Revision | None:
    """The commit that a name of git's (`HEAD~3`, a branch, a tag, the start of an id) stands for in the
    repository that holds `root`; None where there is none."""
    found = ask(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found is None:
        return None
    below = prefix(root)
    return Revision(root, found.decode("ascii", "replace").strip(), below)


class _Stored(Struct, frozen=True):
    """A file as git stores it."""

    blob: str
    size: int
    kind: Kind


class RevisionTree(Struct, frozen=True):
    """The files of a commit, as `source.tree.Tree` has them; dot files are not listed.

    A file that git keeps elsewhere (a submodule's, of a large-file store) is what git has of it.
    """

    revision: Revision
    limit: int
    listed: dict[str, _Stored]
    texts: dict[str, bytes] = field(default_factory=dict)

    def entries(self) -> tuple[Entry, ...]:
        """What lies below the folder, sorted by path."""
        return tuple(Entry(path, stored.size, stored.kind) for path, stored in sorted(self.listed.items()))

    def exists(self, path: str) -> bool:
        """Whether there is a file, folder or symlink at `path`."""
        inner = inner_path(path)
        if inner is None:
            return False
        return not inner or inner in self.listed or inner in _names(self.revision, inner)

    def read(self, path: str) -> bytes:
        """The content of a regular file of at most `limit` bytes."""
        inner = inner_path(path)
        if not inner:
            raise OutsideError(errno.EPERM, "leaves the repository", path)
        stored = self.listed.get(inner) or _names(self.revision, inner).get(inner)
        if stored is None:
            raise FileNotFoundError(errno.ENOENT, "does not exist", path)
        if stored.kind == "link":
            raise OutsideError(errno.ELOOP, "is a symlink", path)
        if stored.kind != "file":
            raise OSError(errno.EINVAL, "is no regular file", path)
        if stored.size > self.limit:
            raise TooLargeError(errno.EFBIG, "is too large", path)
        return self._content(stored.blob)

    def blob(self, path: str) -> str | None:
        """The id under which git keeps the content of a regular file; None where there is none."""
        inner = inner_path(path)
        stored = (self.listed.get(inner) or _names(self.revision, inner).get(inner)) if inner else None
        return stored.blob if stored and stored.kind == "file" else None

    def _content(self, blob: str) -> bytes:
        """A blob: documents and tables are fetched all at once, when the first of them is asked for."""
        if not self.texts:
            small = {
                one.blob for one in self.listed.values() if one.kind == "file" and one.size <= TABLE_BYTES
            }
            self.texts.update(_blobs(self.revision, sorted(small)))
        if blob not in self.texts:
            self.texts.update(_blobs(self.revision, [blob]))
        content = self.texts.get(blob)
        if content is None:
            raise OSError(errno.EIO, "git does not give its content", blob)
        return content


def _listed(revision: Revision, under: str | None) -> dict[str, _Stored]:
    """The files below a folder but those of which a name begins with a dot."""
    if under is None:
        return {}
    found = _names(revision, under, "-r")
    start = len(under) + 1 if under else 0
    return {path: stored for path, stored in found.items() if not _is_hidden(path[start:])}


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))


def _names(revision: Revision, path: str, *how: str) -> dict[str, _Stored]:
    """What git lists at a path of the project."""
    place = revision.below + path
    arguments = ("ls-tree", "-z", "-l", "--full-tree", *how, revision.commit)
    said = ask(revision.root, *arguments, *(("--", place) if place else ()))
    found = {}
    for line in (said or b"").split(b"\0")[:-1]:
        described, _, name = line.partition(b"\t")
        mode, _, blob, size = described.split()
        kind = _KINDS.get(mode, "other")
        length = int(size) if size.isdigit() else 0
        found[text(name).removeprefix(revision.below)] = _Stored(blob.decode(), length, kind)
    return found


def _blobs(revision: Revision, blobs: list[str]) -> dict[str, bytes]:
    """The contents of blobs; those that git does not have are left out."""
    found: dict[str, bytes] = {}
    lines = (f"{blob}\n".encode() for blob in blobs)
    with conversation(revision.root, "cat-file", "--batch", "--buffer", lines=lines) as said:
        for blob in blobs:
            head = said.readline().split()
            if len(head) != 3:
                continue
            found[blob] = said.read(int(head[2]))
            said.read(1)
    return found
