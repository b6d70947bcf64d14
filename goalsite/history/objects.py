"""Files, trees and commits put into git's store without a work tree, and read from it.

Nothing here moves a branch: until somebody points at them, new objects are there for nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from goalsite.history.acting import Git, GitError
from goalsite.history.git import text

FILE = "100644"
"""The mode of a file that is no program."""

_ASKING = ("user.useConfigOnly=true",)  # no name made up from those of the account and the machine
_NOBODY = ("user.name=goalsite", "user.email=goalsite@localhost")


class Entry(NamedTuple):
    """What a tree holds at a path: its mode, as git writes it, and the id of its object."""

    mode: str
    id: str


def entries(git: Git, commit: str) -> dict[str, Entry]:
    """Everything in a commit's tree, by path: files, links and what stands for other repositories."""
    listed = git.run("ls-tree", "-r", "-z", "--full-tree", commit, "--")
    found = {}
    for line in listed.split(b"\0")[:-1]:
        described, _, name = line.partition(b"\t")
        mode, _, object_id = described.decode("ascii").split()
        found[text(name)] = Entry(mode, object_id)
    return found


def blob(git: Git, object_id: str) -> bytes:
    """The content of a file in the store."""
    return git.run("cat-file", "blob", object_id)


def object_format(git: Git) -> str:
    """The hash by which the repository names its objects: `sha1` or `sha256`."""
    return git.line("rev-parse", "--show-object-format")


def store_blobs(git: Git, contents: Iterable[bytes]) -> None:
    """Put files into the store, byte by byte as they are: by one process, many of them into one pack."""
    git.run("fast-import", "--quiet", feed=_blobs(contents))


def _blobs(contents: Iterable[bytes]) -> Iterator[bytes]:
    for content in contents:
        yield b"blob\ndata %d\n" % len(content)
        yield content
        yield b"\n"


def store_tree(git: Git, held: Mapping[str, Entry]) -> str:
    """The id of a tree of these entries, now in the store; a GitError names what git does not take."""
    (git.scratch / "index").unlink(missing_ok=True)
    lines = (_line(path, entry) for path, entry in sorted(held.items()))
    git.run("update-index", "-z", "--index-info", feed=lines)
    # Of a partial clone git would fetch every old file of the tree, only to see that it is there.
    tree = git.line("write-tree", "--missing-ok")
    if refused := sorted(held.items() - entries(git, tree).items()):  # git passes them over and goes on
        raise GitError("update-index", f"there can be no file {refused[0][0]!r} on a branch")
    return tree


def _line(path: str, entry: Entry) -> bytes:
    return f"{entry.mode} {entry.id}\t{path}\0".encode("utf-8", "surrogateescape")


def store_commit(git: Git, tree: str, parent: str | None, message: str) -> str:
    """The id of a commit of a tree, now in the store; without a parent it begins a history of its own.

    It is by whom git takes its user for; where git knows nobody, as on many a server, by goalsite itself.
    """
    above = ("-p", parent) if parent else ()
    who = () if git.succeeds("var", "GIT_COMMITTER_IDENT", settings=_ASKING) else _NOBODY
    arguments = ("commit-tree", tree, *above, "-F", "-")
    return git.line(*arguments, feed=[message.encode()], settings=who)


def shares_history(git: Git, commit: str) -> bool:
    """Whether a commit and what is checked out have a commit in common."""
    return git.succeeds("merge-base", "HEAD", commit)


def checked_out(git: Git) -> str:
    """The name of the branch that is checked out, empty where none is."""
    try:
        return git.line("symbolic-ref", "--quiet", "--short", "HEAD")
    except GitError:
        return ""
