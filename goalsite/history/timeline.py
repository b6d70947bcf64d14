"""The dates that git gives: one pass over the first-parent history, for the files that need one."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from goalsite.core.diagnostics import Diagnostic, Mark, finding


@dataclass(frozen=True, slots=True)
class Timeline:
    """When files last changed. `commit` is the id of the checked-out commit, None without git; `changed` the
    day, in the config's time zone, of the last commit that touched a file. A file that is not in it is newer
    than any commit."""

    commit: str | None = None
    changed: dict[str, date] = field(default_factory=dict)

    def written(self, path: str, as_of: date) -> date:
        """The day on which what `path` says now became public; `as_of` for what git does not know yet."""
        return self.changed.get(path, as_of)


# Nothing of the repository's own configuration may run a program, and nothing may ask for anything.
_GIT = (
    "git",
    "--no-pager",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "core.quotePath=false",
)
_TIMEOUT = 120


def _run(root: Path, *arguments: str) -> bytes | None:
    environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            (*_GIT, "-C", str(root), *arguments),
            capture_output=True,
            timeout=_TIMEOUT,
            env=environment,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def read_timeline(
    root: Path, paths: Collection[str], timezone: str
) -> tuple[Timeline, tuple[Diagnostic, ...]]:
    """The timeline of the repository that holds `root`, for `paths` (relative to it).

    Without git or a repository it is empty. In a shallow clone a file whose last commit is the oldest one
    known cannot be dated: an error, since the date would be wrong.
    """
    head = _run(root, "rev-parse", "--verify", "--quiet", "HEAD")
    if head is None:
        return Timeline(), ()
    commit = head.decode("ascii", "replace").strip()
    if not paths:
        return Timeline(commit), ()
    prefix = (_run(root, "rev-parse", "--show-prefix") or b"").decode("utf-8", "surrogateescape").rstrip("\n")
    dirty = _dirty(root)
    if dirty is None:
        return Timeline(commit), (
            finding("config.yaml", Mark(), "S046", "git did not tell which files have changed"),
        )
    wanted = {prefix + path: path for path in paths if path not in dirty}
    last = _last_commits(root, set(wanted))
    boundary = set((_run(root, "rev-parse", "--is-shallow-repository") or b"").split()) == {b"true"}
    oldest = _boundary(root) if boundary else frozenset()
    zone = ZoneInfo(timezone)
    changed: dict[str, date] = {}
    found = []
    for full, (name, seconds) in last.items():
        if name in oldest:
            message = "its value is dated by git, and this clone is too shallow to know the day"
            found.append(
                finding(
                    wanted[full], Mark(), "S042", message, "fetch the whole history: git fetch --unshallow"
                )
            )
        changed[wanted[full]] = datetime.fromtimestamp(seconds, zone).date()
    return Timeline(commit, changed), tuple(found)


def _dirty(root: Path) -> set[str] | None:
    """The files that differ from the last commit, relative to `root`."""
    listed = _run(root, "diff", "--name-only", "--relative", "-z", "--no-ext-diff", "HEAD", "--", ".")
    return (
        None
        if listed is None
        else {name.decode("utf-8", "surrogateescape") for name in listed.split(b"\0") if name}
    )


def _boundary(root: Path) -> frozenset[str]:
    """The commits at which a shallow clone was cut off."""
    where = _run(root, "rev-parse", "--git-path", "shallow")
    if where is None:
        return frozenset()
    path = root / where.decode("utf-8", "surrogateescape").strip()
    try:
        return frozenset(path.read_text(encoding="ascii").split())
    except (OSError, UnicodeDecodeError):
        return frozenset()


def _last_commits(root: Path, wanted: set[str]) -> dict[str, tuple[str, int]]:
    """For each file the newest first-parent commit that touched it: its id and committer time.

    A commit is never older than its parent: clocks that ran backwards are put right from the oldest on.
    """
    log = _run(
        root,
        "log",
        "--first-parent",
        "--diff-merges=first-parent",
        "--no-renames",
        "--no-ext-diff",
        "--name-only",
        "-z",
        "--format=%x01%H %ct%x02",
        "HEAD",
    )
    last: dict[str, tuple[str, int]] = {}
    latest = 0
    for block in reversed((log or b"").split(b"\x01")[1:]):
        head, _, names = block.partition(b"\x02")
        commit, _, seconds = head.decode("ascii").partition(" ")
        latest = max(latest, int(seconds))
        for name in names.strip(b"\0\n").split(b"\0"):
            path = name.decode("utf-8", "surrogateescape").lstrip("\n")
            if path in wanted:
                last[path] = (commit, latest)
    return last
