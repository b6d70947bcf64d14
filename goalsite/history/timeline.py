"""The dates that git gives: one pass over the first-parent history, for the files that need one."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from goalsite.core.diagnostics import Diagnostic, Mark, finding


@dataclass(frozen=True, slots=True)
class Timeline:
    """What git knows: `commit` is the checked-out commit's id, None without git.

    `changed` has the day (in the config's time zone) of the last commit that touched a file. A file that is
    not in it is newer than any commit.
    """

    commit: str | None = None
    changed: dict[str, date] = field(default_factory=dict)

    def written(self, path: str, as_of: date) -> date:
        """The day on which what `path` says now became public; `as_of` for what git does not know yet."""
        return self.changed.get(path, as_of)


# Nothing in the repository may run a program, nothing may ask for anything, no taste may change the output.
_SETTINGS = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.quotePath=false",
    "diff.relative=false",
    "log.showRoot=true",
    "log.showSignature=false",
    "safe.bareRepository=explicit",
)
_GIT = ("git", "--no-pager", *(part for setting in _SETTINGS for part in ("-c", setting)))
_TIMEOUT = 120
# Where a hook of git's calls this program, these name the repository of the hook.
_ELSEWHERE = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
)
_OF_THE_REPOSITORY = (b"local", b"worktree")  # the user's own configuration is the user's
_COMMIT = re.compile(rb"([0-9a-f]{40,64}) (-?[0-9]+)")


def _run(root: Path, *arguments: str, settings: Sequence[tuple[str, str]] = ()) -> bytes | None:
    """What git prints under these settings; None where it fails, is not there or does not end."""
    environment = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    environment |= {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    environment |= _as_environment(settings)
    command = (*_GIT, "-C", str(root), *arguments)
    try:
        done = subprocess.run(command, capture_output=True, timeout=_TIMEOUT, env=environment, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def _as_environment(settings: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Settings as git takes them whatever their names hold: `-c` would end a name at its first `=`."""
    variables = {"GIT_CONFIG_COUNT": str(len(settings))}
    for number, (name, value) in enumerate(settings):
        variables |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    return variables


def _without_filters(root: Path) -> list[tuple[str, str]]:
    """Settings that switch off the programs through which the repository's own configuration leads files."""
    listed = _run(
        root, "config", "--includes", "--show-scope", "--name-only", "-z", "--get-regexp", r"^filter\."
    )
    words = iter((listed or b"").split(b"\0"))
    names = [_text(name) for scope, name in zip(words, words, strict=False) if scope in _OF_THE_REPOSITORY]
    return [(name, "false" if name.endswith(".required") else "") for name in names]


def read_timeline(
    root: Path, paths: Collection[str], timezone: str
) -> tuple[Timeline, tuple[Diagnostic, ...]]:
    """The timeline of the repository that holds `root`, for `paths` (relative to it).

    Without git or a repository it is empty. In a shallow clone a file whose last commit is the oldest one
    known cannot be dated: an error, since the date would be wrong.
    """
    head = _run(root, "rev-parse", "--verify", "--quiet", "HEAD")
    if head is None:
        return Timeline(), _refusal(root) if paths else ()
    commit = head.decode("ascii", "replace").strip()
    if not paths:
        return Timeline(commit), ()
    prefix = (_run(root, "rev-parse", "--show-prefix") or b"").decode("utf-8", "surrogateescape").rstrip("\n")
    dirty = _dirty(root)
    if dirty is None:
        return Timeline(commit), (_unreadable("git did not say which files have changed"),)
    wanted = {prefix + path: path for path in paths if path not in dirty}
    last = _last_commits(root, wanted)
    if last is None:
        return Timeline(commit), (_unreadable("git did not give the history"),)
    oldest = _boundary(root)
    message = "its value is dated by git, and this clone is too shallow to know the day"
    hint = "fetch the whole history: git fetch --unshallow"
    found = [finding(wanted[at], Mark(), "S042", message, hint) for at in last if last[at][0] in oldest]
    days = {wanted[at]: _day(seconds, timezone) for at, (_, seconds) in last.items()}
    return Timeline(commit, {path: day for path, day in days.items() if day}), tuple(found)


def state_of_history(root: Path) -> str:
    """What the days of files hang on besides what is in them: the commit, and where a clone was cut off."""
    head = _run(root, "rev-parse", "--verify", "--quiet", "HEAD") or b""
    return " ".join((head.decode("ascii", "replace").strip(), *sorted(_boundary(root))))


def _refusal(root: Path) -> tuple[Diagnostic, ...]:
    """That git would not open a repository, if there is one: an empty one is none to speak of."""
    here = root.absolute()
    there = any((folder / ".git").exists() for folder in (here, *here.parents))
    if not there or _run(root, "rev-parse", "--git-dir") is not None:
        return ()
    hint = f"see what `git -C {root.name or '.'} status` says; another user's folder needs safe.directory"
    return (_unreadable("git would not open the repository", hint),)


def _unreadable(message: str, hint: str = "see what `git status` and `git log` say") -> Diagnostic:
    return finding("config.yaml", Mark(), "S046", f"{message}, and values are dated by it", hint)


def _day(seconds: int, timezone: str) -> date | None:
    """The day of a commit; None for a time that no calendar has."""
    try:
        return datetime.fromtimestamp(seconds, ZoneInfo(timezone)).date()
    except (OverflowError, ValueError, OSError):
        return None


def _dirty(root: Path) -> set[str] | None:
    """The files that differ from the last commit, relative to `root`."""
    command = ("diff", "--name-only", "--relative", "-z", "--no-ext-diff", "--no-renames", "HEAD", "--", ".")
    listed = _run(root, *command, settings=_without_filters(root))
    return None if listed is None else {_text(name) for name in listed.split(b"\0") if name}


def _text(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape")


def _boundary(root: Path) -> frozenset[str]:
    """The commits at which a shallow clone was cut off; none of a whole one."""
    where = _run(root, "rev-parse", "--git-path", "shallow")
    if where is None:
        return frozenset()
    try:
        return frozenset((root / _text(where).rstrip("\n")).read_text(encoding="ascii").split())
    except (OSError, UnicodeDecodeError):
        return frozenset()


def _last_commits(root: Path, wanted: Collection[str]) -> dict[str, tuple[str, int]] | None:
    """For each file the newest first-parent commit that touched it: its id and committer time.

    A commit is never older than its parent: clocks that ran backwards are put right from the oldest on. A
    file that its last commit removed is in none.
    """
    merges = ("--first-parent", "--diff-merges=first-parent")
    names = ("--no-renames", "--no-ext-diff", "--name-status", "-z")
    log = _run(root, "log", *merges, *names, "--format=%H %ct", "HEAD")
    if log is None:
        return None
    last: dict[str, tuple[str, int]] = {}
    latest = 0
    for commit, seconds, changes in reversed(_commits(log)):
        latest = max(latest, seconds)
        for status, path in changes:
            if path not in wanted:
                continue
            if status == b"D":
                last.pop(path, None)
            else:
                last[path] = (commit, latest)
    return last


_Changes = list[tuple[bytes, str]]


def _commits(log: bytes) -> list[tuple[str, int, _Changes]]:
    """The commits of a log, each with its time and (status, path) of what it changed.

    Between NUL bytes stand a commit, then in turn the status and the path of a file, then the next commit.
    """
    commits: list[tuple[str, int, _Changes]] = []
    tokens = iter(log.split(b"\0"))
    for token in tokens:
        word = token.lstrip(b"\n")
        if match := _COMMIT.fullmatch(word):
            commits.append((match[1].decode(), int(match[2]), []))
        elif word and commits:
            commits[-1][2].append((word, _text(next(tokens, b""))))
    return commits
