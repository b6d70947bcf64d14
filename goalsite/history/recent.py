"""The commits after a day, and what they did to some files: asked of git for these alone.

A day is that on which a commit became public. Trees are held against each other at two ends; commits between
are listed only for files of which one wants to know what they said on the way.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from goalsite.history.clock import nearest_day
from goalsite.history.entries import Change, Entry
from goalsite.history.git import Repository, ask, text
from goalsite.history.log import FILE, log_of

MANY = 20
"""Of more files than these git is not asked one by one: it would look for each of them in each commit."""

_EPOCH, _DAY = date(1970, 1, 1), 86_400
_SLACK = 31  # days by which a clock may have been wrong


class Line(NamedTuple):
    """Commits of the first-parent history, oldest first, with the time at which each became public; `before`
    is the one before them, empty where there is none."""

    before: str
    commits: tuple[str, ...]
    public: tuple[int, ...]
    timezone: str

    def at(self, day: date) -> str:
        """The last commit that was public on a day; empty where none was."""
        number = bisect_right(self.public, day, key=lambda seconds: nearest_day(seconds, self.timezone))
        return self.commits[number - 1] if number else self.before


def read_line(repository: Repository, since: date, timezone: str) -> Line | None:
    """The commits after a day, and some before it; None where git does not tell."""
    oldest = ((since - _EPOCH).days - _SLACK) * _DAY
    limit = (f"--max-age={oldest}",) if oldest > 0 else ()
    command = ("rev-list", "--first-parent", "--timestamp", "--parents", *limit, repository.head)
    said = ask(repository.folder, *command, long=True)
    if said is None:
        return None
    listed = [line.split() for line in reversed(said.decode("ascii", "replace").splitlines())]
    if not listed:
        return Line(repository.head, (), (), timezone)
    before = listed[0][2] if len(listed[0]) > 2 else ""
    public = accumulate((int(seconds) for seconds, *_ in listed), max)
    return Line(before, tuple(commit for _, commit, *_ in listed), tuple(public), timezone)


def tree_of(repository: Repository, commit: str, paths: Collection[str]) -> dict[str, str]:
    """What Markdown files hold at a commit, as the ids of contents by path: those of these paths, and where
    they are many or none are named all of the goals folder."""
    if not commit:
        return {}
    chosen = _chosen(repository, paths)
    said = ask(repository.folder, "ls-tree", "-r", "-z", "--full-tree", commit, *chosen) or b""
    found = {}
    for line in said.split(b"\0")[:-1]:
        described, _, path = line.partition(b"\t")
        mode, _, blob = described.split()
        if mode in FILE and path.endswith(b".md"):
            found[text(path)] = blob.decode()
    return found


def _chosen(repository: Repository, paths: Collection[str]) -> tuple[str, ...]:
    """What git is asked about: these paths, and where they are many or none the goals folder."""
    chosen = paths if 0 < len(paths) <= MANY else (repository.below,)
    return ("--", *(f":(top,literal){path}" for path in chosen if path))


def changed_lines(repository: Repository, base: str, like: str, paths: Collection[str]) -> set[str]:
    """The files, of these paths, in which lines of a pattern are others now than at a commit."""
    how = ("-r", "-z", "--name-only", "--no-renames", "--no-textconv", "--no-ext-diff", "-a", f"-G{like}")
    chosen = _chosen(repository, paths)
    said = ask(repository.folder, "diff-tree", *how, base, repository.head, *chosen, long=True) or b""
    return {text(path) for path in said.split(b"\0")[:-1]}.intersection(paths)


def gone_between(repository: Repository, base: str) -> set[str]:
    """The Markdown files of the goals folder that were there at a commit and are not now."""
    if not base:
        return set()
    how = ("-r", "-z", "--name-only", "--no-renames", "--diff-filter=D")
    said = ask(repository.folder, "diff-tree", *how, base, repository.head, *_chosen(repository, ())) or b""
    return {text(path) for path in said.split(b"\0")[:-1] if path.endswith(b".md")}


def entries_of(repository: Repository, line: Line, base: str, paths: Iterable[str]) -> list[Entry] | None:
    """The commits after `base` that touched files of these paths, or what they were before, with the times at
    which they became public; None where git does not tell."""
    wanted, more = set[str](), set(paths)
    entries: list[Entry] = []
    touched: dict[str, frozenset[str]] = {}
    while more:
        wanted |= more
        if len(wanted) > MANY:
            touched = touched or _touched(repository, base)
            commits = [commit for commit, names in touched.items() if not wanted.isdisjoint(names)]
        else:
            commits = _touching(repository, base, wanted)
        found = log_of(repository, commits)
        if found is None:
            return None
        entries = found
        more = {path for entry in entries for path in _origins(entry, wanted)} - wanted
    public = dict(zip(line.commits, line.public, strict=True))
    return [entry._replace(seconds=public.get(entry.id, entry.seconds)) for entry in entries]


def _touching(repository: Repository, base: str, paths: Collection[str]) -> list[str]:
    """The commits after a base that touched these files, newest first."""
    command = ("rev-list", "--first-parent", _reach(repository, base), *_chosen(repository, paths))
    return (ask(repository.folder, *command, long=True) or b"").decode("ascii", "replace").split()


def _touched(repository: Repository, base: str) -> dict[str, frozenset[str]]:
    """The commits after a base, newest first, and which files each touched: the shorter way for many."""
    how = ("--first-parent", "--diff-merges=first-parent", "--no-renames", "--no-ext-diff", "--name-only")
    command = ("log", *how, "-z", "--format=%x01%H", _reach(repository, base), *_chosen(repository, ()))
    said = ask(repository.folder, *command, long=True)
    found = {}
    for one in (said or b"").split(b"\x01")[1:]:
        commit, *names = one.split(b"\0")
        found[commit.decode("ascii", "replace")] = frozenset(text(name.lstrip(b"\n")) for name in names)
    return found


def touched_since(repository: Repository, commit: str) -> frozenset[str] | None:
    """The files that were touched after a commit; None where the branch did not go on from there."""
    command = ("rev-list", "--first-parent", "--parents", f"{commit}..{repository.head}")
    listed = (ask(repository.folder, *command, long=True) or b"").split(b"\n")
    if len(listed) < 2 or listed[-2].split()[1:2] != [commit.encode()]:
        return None
    return frozenset().union(*_touched(repository, commit).values())


def _reach(repository: Repository, base: str) -> str:
    return f"{base}..{repository.head}" if base else repository.head


def _origins(entry: Entry, paths: Collection[str]) -> Iterable[str]:
    """The files that a commit took away or renamed where one of the paths came."""
    if any(change.after in paths and change.before != change.after for change in entry.changes):
        return (change.before for change in entry.changes if change.before and change.before != change.after)
    return ()


def base_entry(commit: str, held: Iterable[tuple[str, str]]) -> Entry:
    """The commit at which one begins to look, as if it had brought all it has."""
    return Entry(commit, 0, (), "", "", tuple(Change("", path, "", blob) for path, blob in held), {})
