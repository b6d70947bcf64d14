"""The door to git: what a program of it prints, and a conversation with one that goes on.

Whatever lies in the repository, it runs no program, asks nobody for anything, fetches nothing, and nobody's
taste changes what it prints.
"""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from msgspec import Struct

_SETTINGS = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.quotePath=false",
    "core.deltaBaseCacheLimit=256m",  # versions of one file are deltas of each other
    "diff.orderFile=/dev/null",
    "diff.relative=false",
    "i18n.logOutputEncoding=UTF-8",
    "log.follow=false",
    "log.showRoot=true",
    "log.showSignature=false",
    "safe.bareRepository=explicit",
)
_GIT = ("git", "--no-pager", *(part for setting in _SETTINGS for part in ("-c", setting)))
# Where a hook of git's calls this program, these name the repository of the hook.
ELSEWHERE = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
    "GIT_SHALLOW_FILE",
)
_SAFE = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",  # what a commit says is what its id stands for
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # the same for versions of git that do not know the line above
    "GIT_GRAFT_FILE": os.devnull,
    "LC_ALL": "C",
}
_SHORT, _LONG = 120, 900  # seconds


def ask(folder: Path, *arguments: str, feed: bytes | None = None, long: bool = False) -> bytes | None:
    """What git prints about the repository that holds `folder`; None where it fails, is not there or does
    not end. `feed` is its input."""
    command, environment = _call(folder, arguments)
    try:
        done = subprocess.run(
            command,
            input=feed,
            stdin=subprocess.DEVNULL if feed is None else None,
            capture_output=True,
            timeout=_LONG if long else _SHORT,
            env=environment,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


@contextmanager
def conversation(folder: Path, *arguments: str, lines: Iterable[bytes]) -> Iterator[IO[bytes]]:
    """What git prints, to be read while it is fed `lines`; the program ends with the block.

    Raises OSError where git is not there. That it failed shows in what it did not print.
    """
    command, environment = _call(folder, arguments)
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nothing, env=environment) as running:
        fed, said = running.stdin, running.stdout
        if fed is None or said is None:  # which pipes are not
            raise OSError("git has no pipes")
        feeding = threading.Thread(target=_feed, args=(fed, lines), daemon=True)
        clock = threading.Timer(_LONG, running.kill)
        clock.daemon = True
        feeding.start()
        clock.start()
        try:
            yield said
        finally:
            clock.cancel()
            running.kill()
            feeding.join()


def _feed(stream: IO[bytes], lines: Iterable[bytes]) -> None:
    """Write the lines, and say that there are no more; one who has gone away hears nothing."""
    try:
        stream.writelines(lines)
        stream.close()
    except OSError:
        pass


def _call(folder: Path, arguments: tuple[str, ...]) -> tuple[tuple[str, ...], dict[str, str]]:
    environment = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    return (*_GIT, "-C", str(folder), *arguments), environment | _SAFE


def text(name: bytes) -> str:
    """A path as Python has it."""
    return name.decode("utf-8", "surrogateescape")


class Repository(Struct, frozen=True):
    """The repository that holds a project's goals. `folder` is where git is asked, `head` the id of the
    commit that is checked out, `below` the goals folder within the repository (`okr/goals/`, or empty),
    `inside` the same within the project (`goals/`), and `cut` the commits at which a shallow clone was cut
    off. What lies on the disk `is_ahead` of that commit, or is it; else it has nothing to do with it."""

    folder: Path
    head: str
    below: str
    inside: str
    cut: frozenset[str]
    is_ahead: bool = False

    def in_git(self, path: str) -> str:
        """A path of the project as git has it."""
        return self.below + path.removeprefix(self.inside)

    def in_project(self, path: str) -> str:
        """A path of git's as the project has it; one that lies outside the goals folder begins with `/`."""
        return self.inside + path.removeprefix(self.below) if path.startswith(self.below) else f"/{path}"


def open_repository(root: Path, goals_dir: str, commit: str = "") -> Repository | None:
    """The repository of the goals of a project, which need not be the project's, at a commit, else at what is
    checked out; None without one, or without a commit."""
    inside = "" if goals_dir.strip("/") in ("", ".") else f"{goals_dir.strip('/')}/"
    folder = root / inside
    if not folder.is_dir():
        folder, inside = root, ""
    said = ask(folder, "rev-parse", "HEAD", "--show-prefix")
    if said is None:
        return None
    head, _, below = text(said).removesuffix("\n").partition("\n")
    return Repository(folder, commit or head, below, inside, cut_commits(folder), is_ahead=not commit)


def state_of_history(root: Path, goals_dir: str) -> str:
    """What the days hang on besides what is in the files: the commit, and where a clone was cut off."""
    repository = open_repository(root, goals_dir)
    return " ".join((repository.head, *sorted(repository.cut))) if repository else ""


def prefix(folder: Path) -> str:
    """A folder within its repository: empty, or ending in `/`."""
    return text(ask(folder, "rev-parse", "--show-prefix") or b"").removesuffix("\n")


def is_refused(root: Path) -> bool:
    """Whether there is a repository that git will not open."""
    here = root.absolute()
    there = any((folder / ".git").exists() for folder in (here, *here.parents))
    return there and ask(root, "rev-parse", "--git-dir") is None


def cut_commits(folder: Path) -> frozenset[str]:
    """The commits at which the repository that holds a folder was cut off; none where it is whole."""
    where = ask(folder, "rev-parse", "--git-path", "shallow")
    if where is None:
        return frozenset()
    try:
        return frozenset((folder / text(where).removesuffix("\n")).read_text(encoding="ascii").split())
    except (OSError, UnicodeDecodeError):
        return frozenset()
