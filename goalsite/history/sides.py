"""Who wrote what a merge brought: file by file the authors of the commits that came in with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from goalsite.history.entries import Entry, shown_name
from goalsite.history.git import Repository, ask, text

_SHOWN = ("--no-walk=unsorted", "--stdin", "--format=%x01%H%x00%an", "--name-only", "--no-renames", "-z")
_TOUCHED = ":(top)*.md"
_HEAD = re.compile(rb"\n*\x01([0-9a-f]{40,64})")
_PLAIN = ("--no-ext-diff", "--no-color", "--no-notes", "--root")

Parents = Mapping[str, tuple[str, ...]]
"""The parents of commits by id."""


def with_authors(repository: Repository, reach: str, entries: list[Entry]) -> list[Entry]:
    """The commits (oldest first), merges with the authors of what they brought. Where git does not tell, a
    merge is its own author's."""
    if not any(len(entry.parents) > 1 and entry.changes for entry in entries):
        return entries
    parents = _parents(repository, reach)
    brought = _brought(entries, parents)
    commits = [commit for entry in entries if entry.changes for commit in brought.get(entry.id, ())]
    single = [one for one in commits if len(parents[one]) == 1 and one not in repository.cut]
    written = _written(repository, single)
    return [_of_merge(one, brought[one.id], written) if one.id in brought else one for one in entries]


def _parents(repository: Repository, reach: str) -> Parents:
    listed = ask(repository.folder, "rev-list", "--parents", reach, long=True) or b""
    lines = (line.split() for line in listed.decode("ascii", "replace").splitlines())
    return {commit: tuple(its) for commit, *its in lines}


def _brought(entries: Iterable[Entry], parents: Parents) -> dict[str, list[str]]:
    """The commits that each merge made part of the history, oldest first: of several merges the first did."""
    place = {commit: number for number, commit in enumerate(parents)}  # newest first
    seen = {entry.id for entry in entries}
    brought: dict[str, list[str]] = {}
    for entry in entries:
        open_ends = list(entry.parents[1:])
        found: list[str] = []
        while open_ends:
            commit = open_ends.pop()
            if commit in parents and commit not in seen:
                seen.add(commit)
                found.append(commit)
                open_ends += parents[commit]
        if found:
            brought[entry.id] = sorted(found, key=lambda commit: -place[commit])
    return brought


def _written(repository: Repository, commits: list[str]) -> dict[str, tuple[str, frozenset[str]]]:
    """The author of each commit, and the files that it touched."""
    if not commits:
        return {}
    feed = "".join(f"{commit}\n" for commit in commits).encode()
    said = ask(repository.folder, "log", *_SHOWN, *_PLAIN, "--", _TOUCHED, feed=feed, long=True)
    return dict(_authored(said or b""))


def _authored(log: bytes) -> Iterator[tuple[str, tuple[str, frozenset[str]]]]:
    """Between NUL bytes stand a commit, its author, and the paths of its files, which end in .md."""
    commit, author, paths = "", "", set[str]()
    tokens = iter(log.split(b"\0"))
    for token in tokens:
        if head := _HEAD.fullmatch(token):
            if commit:
                yield commit, (author, frozenset(paths))
            commit, author, paths = head[1].decode(), shown_name(next(tokens, b"")), set()
        elif path := token.removeprefix(b"\n"):
            paths.add(text(path))
    if commit:
        yield commit, (author, frozenset(paths))


def _of_merge(
    merge: Entry, brought: Iterable[str], written: Mapping[str, tuple[str, frozenset[str]]]
) -> Entry:
    authors: dict[str, tuple[str, ...]] = {}
    came = [written[commit] for commit in brought if commit in written]
    for change in merge.changes:
        its = dict.fromkeys(name for name, paths in came if change.before in paths or change.after in paths)
        if its:
            authors[change.after or change.before] = tuple(its)
    return merge._replace(authors=authors)
