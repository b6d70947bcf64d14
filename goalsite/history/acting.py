"""The second door to git: what its user might do by hand, with the user's own credentials.

The first door reads what strangers wrote, so it runs nothing and reaches nobody. This one stores objects and
talks to a remote: git finds credentials, protocols and keys as it always does, and asks at the terminal only
where somebody sits there. Hooks run only where a call says so, files go into the store byte by byte, and
neither the work tree nor the index of the repository is read or written.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from msgspec import Struct

from goalsite.history.git import ELSEWHERE, text
from goalsite.report.secrets import without_secrets

_SETTINGS = (
    "core.fsmonitor=false",
    "core.quotePath=false",
    "core.sparseCheckout=false",
    "core.splitIndex=false",
    "core.untrackedCache=false",
    "gc.auto=0",  # nothing of the repository is tidied up by the way
    "i18n.commitEncoding=UTF-8",
    "index.sparse=false",
    "maintenance.auto=false",
    "safe.bareRepository=explicit",
)
_NO_HOOKS = ("core.hooksPath=/dev/null",)
_LIMIT = 1800
"""Seconds; a site of a thousand megabytes goes over a slow line in that time."""


class GitError(Exception):
    """Git did not do what it was asked to: `doing` names the command, `said` is what git told, no secrets."""

    def __init__(self, doing: str, said: str) -> None:
        super().__init__(f"git {doing}: {said}")
        self.doing = doing
        self.said = said


class Git(Struct, frozen=True):
    """The repository that holds `folder`. `scratch` is an empty folder of the caller's, where an index of its
    own lies; git may ask for a password only where it `asks`."""

    folder: Path
    scratch: Path
    asks: bool = False

    def run(
        self,
        *arguments: str,
        feed: Iterable[bytes] = (),
        settings: tuple[str, ...] = (),
        hooks: bool = False,
    ) -> bytes:
        """What git prints, fed with `feed`, under `settings` of its configuration; raises GitError where it
        fails, is not there or does not end."""
        own = (*(() if hooks else _NO_HOOKS), *settings)
        command = ("git", "--no-pager", *_options((*_SETTINGS, *own)), "-C", str(self.folder), *arguments)
        with TemporaryFile() as said, TemporaryFile() as told:
            try:
                code = self._ended(command, feed, said, told)
            except OSError as error:
                raise GitError(arguments[0], f"git cannot be run: {error.strerror or error}") from error
            except subprocess.TimeoutExpired as error:
                raise GitError(arguments[0], f"no end after {_LIMIT // 60} minutes") from error
            if code:  # a hook may have told why in either place
                words = _read(told) + (_read(said) if hooks else "")
                raise GitError(arguments[0], without_secrets(words).strip())
            said.seek(0)
            return said.read()

    def succeeds(self, *arguments: str, settings: tuple[str, ...] = ()) -> bool:
        """Whether git ends well with these arguments."""
        try:
            self.run(*arguments, settings=settings)
        except GitError:
            return False
        return True

    def line(self, *arguments: str, feed: Iterable[bytes] = (), settings: tuple[str, ...] = ()) -> str:
        """The one line that git prints."""
        return text(self.run(*arguments, feed=feed, settings=settings)).removesuffix("\n")

    def _ended(
        self, command: tuple[str, ...], feed: Iterable[bytes], said: IO[bytes], told: IO[bytes]
    ) -> int:
        """The exit code. What it prints goes into files: what git may leave behind keeps nobody waiting."""
        environment, pipe = self._environment(), subprocess.PIPE
        with subprocess.Popen(command, stdin=pipe, stdout=said, stderr=told, env=environment) as running:
            try:
                _feed(running.stdin, feed)
                return running.wait(_LIMIT)
            except BaseException:
                running.kill()
                raise

    def _environment(self) -> dict[str, str]:
        known = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
        return known | {
            "GIT_INDEX_FILE": str(self.scratch / "index"),
            "GIT_TERMINAL_PROMPT": "1" if self.asks else "0",
            "GIT_NO_REPLACE_OBJECTS": "1",
            "GIT_OPTIONAL_LOCKS": "0",
            "LC_ALL": "C",
        }


def _options(settings: tuple[str, ...]) -> Iterator[str]:
    for setting in settings:
        yield from ("-c", setting)


def _feed(stream: IO[bytes] | None, pieces: Iterable[bytes]) -> None:
    """Write the pieces, and say that there are no more; one who has gone away says why in its own words."""
    if stream is None:  # which a pipe is not
        return
    with suppress(BrokenPipeError):
        stream.writelines(pieces)
    with suppress(BrokenPipeError):
        stream.close()


def _read(told: IO[bytes]) -> str:
    told.seek(0)
    return told.read().decode("utf-8", "replace")
