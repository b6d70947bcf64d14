"""Commits of the first-parent history with the Markdown files they changed: what `git log` says, once read.

The log of a branch that went on is read from where it stood before; of one that was written anew, whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from sys import intern

from goalsite.history.entries import Change, Entry, shown_line, shown_name
from goalsite.history.git import Repository, ask, text
from goalsite.history.sides import with_authors

_TOUCHED = ":(top)*.md"
_RENAMES = "-l1000"  # so many files that came and went are held against each other
_FORMAT = "--format=%x01%H %ct %P%x00%an%x00%s"
_LOG = ("log", "--first-parent", "--diff-merges=first-parent", "--sparse", "--raw", "-z", "--no-abbrev")
_PLAIN = ("--no-ext-diff", "--no-color", "--no-notes", _RENAMES, _FORMAT)
_HEAD = re.compile(rb"\n*\x01([0-9a-f]{40,64}) (-?[0-9]+) ([0-9a-f ]*)")
FILE = (b"100644", b"100755", b"100664")
"""The modes of what can be a goal: not of symlinks and submodules."""


def read_log(repository: Repository, known: Sequence[Entry] = ()) -> list[Entry] | None:
    """The commits of a repository; None where git does not tell. `known` is the log of an earlier commit,
    which is taken over if the branch went on from there."""
    for number, entry in enumerate(known, 1):
        if entry.id == repository.head:
            return list(known[:number])
    if known:
        tip = known[-1].id
        newer, origins = _commits(repository, f"{tip}..{repository.head}")
        if newer and newer[0].parents[:1] == (tip,) and not origins:
            return [*known, *newer]
    return _commits(repository, repository.head)[0]


def log_of(repository: Repository, commits: Sequence[str]) -> list[Entry] | None:
    """These commits, which are given newest first, from the oldest on, a merge with its own author alone;
    None where git does not tell."""
    if not commits:
        return []
    feed = "".join(f"{commit}\n" for commit in commits).encode()
    said = _said(repository, "--no-walk=unsorted", "--stdin", feed=feed)
    return None if said is None else _read(repository, said)[0]


def _commits(repository: Repository, reach: str) -> tuple[list[Entry] | None, set[str]]:
    """The commits of the first-parent history within reach, oldest first, and files outside the goals folder
    that some of the goals once were."""
    said = _said(repository, reach)
    if said is None:
        return None, set()
    entries, origins = _read(repository, said)
    return with_authors(repository, reach, entries), origins


def _read(repository: Repository, said: bytes) -> tuple[list[Entry], set[str]]:
    """The commits that git printed, oldest first, and files outside the goals folder that some of the goals
    once were."""
    origins: set[str] = set()
    entries = [_without_others(entry, repository.below, origins) for entry in _entries(said)]
    entries.reverse()
    return entries, origins


def _without_others(entry: Entry, below: str, origins: set[str]) -> Entry:
    """A commit without what it changed elsewhere; `origins` are files elsewhere that later became goals."""
    if not below:
        return entry
    kept = []
    for change in entry.changes:
        if change.before.startswith(below) or change.after.startswith(below) or change.after in origins:
            kept.append(change)
            if change.before and not change.before.startswith(below):
                origins.add(change.before)
    return entry._replace(changes=tuple(kept)) if len(kept) < len(entry.changes) else entry


def _said(repository: Repository, *reach: str, feed: bytes | None = None) -> bytes | None:
    """What git prints; where contents are missing by which it would tell what moved, only of what moved
    unchanged."""
    for renames in ("-M", "-M100%"):
        command = (*_LOG, renames, *_PLAIN, *reach, "--", _TOUCHED)
        said = ask(repository.folder, *command, feed=feed, long=True)
        if said is not None:
            return said
    return None


def _entries(log: bytes) -> Iterator[Entry]:
    """The commits of a log, newest first. Between NUL bytes stand a commit, its author, its subject, and of
    each file what happened, its path, and where it moved its new path."""
    tokens = iter(log.split(b"\0"))
    head: re.Match[bytes] | None = None
    author = subject = ""
    changes: list[Change] = []
    for token in tokens:
        if match := _HEAD.fullmatch(token):
            if head:
                yield _entry(head, author, subject, changes)
            head = match
            author, subject = shown_name(next(tokens, b"")), shown_line(next(tokens, b""))
            changes = []
        elif token.strip(b"\n"):
            was, now, old, new, status = token.lstrip(b"\n:").split(b" ")
            path = next(tokens, b"")
            after = next(tokens, b"") if status[:1] in (b"R", b"C") else path
            change = _change((was, now), (path, after), (old, new))
            if change:
                changes.append(change)
    if head:
        yield _entry(head, author, subject, changes)


def _entry(head: re.Match[bytes], author: str, subject: str, changes: list[Change]) -> Entry:
    parents = tuple(head[3].decode().split())
    return Entry(head[1].decode(), int(head[2]), parents, author, subject, tuple(changes), {})


def _change(
    modes: tuple[bytes, bytes], paths: tuple[bytes, bytes], blobs: tuple[bytes, bytes]
) -> Change | None:
    """A change of Markdown files; None where no file was there before or is after."""
    there = [mode in FILE and path.endswith(b".md") for mode, path in zip(modes, paths, strict=True)]
    if not any(there):
        return None
    before, after = (
        intern(text(path)) if is_file else "" for path, is_file in zip(paths, there, strict=True)
    )
    old, new = (intern(blob.decode()) if is_file else "" for blob, is_file in zip(blobs, there, strict=True))
    return Change(before, after, old, new)
