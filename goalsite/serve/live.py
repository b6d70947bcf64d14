"""What the server shows at this moment, for many threads to read and to wait for."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass

from goalsite.serve.outcome import BuildOutcome, Finding


@dataclass(frozen=True, slots=True)
class Shown:
    """The files of the last good build, and the findings of the last one.

    `build` counts builds. `pages` names the files: it changes when one of them does, and no two runs of the
    server give the same name.
    """

    files: Mapping[str, bytes] | None
    pages: str
    build: int
    findings: tuple[Finding, ...] = ()
    failed: bool = False


class Live:
    """Holds what is shown; `run` tells this run of the server from every other."""

    def __init__(self, run: str) -> None:
        self._run = run
        self._changed = threading.Condition()
        self._shown = Shown(None, f"{run}-0", 0)
        self._is_closed = False

    @property
    def shown(self) -> Shown:
        """What is shown now."""
        return self._shown

    def take(self, outcome: BuildOutcome) -> None:
        """Shows a build: its findings, and its files if it has any."""
        before = self._shown
        build = before.build + 1
        files, pages = before.files, before.pages
        if outcome.files is not None and outcome.files != before.files:
            files, pages = outcome.files, f"{self._run}-{build}"
        with self._changed:
            self._shown = Shown(files, pages, build, outcome.findings, outcome.failed)
            self._changed.notify_all()

    def after(self, build: int, patience: float) -> Shown | None:
        """What is shown once it is not `build` any more, or after `patience` seconds; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed or self._shown.build != build, patience)
            return None if self._is_closed else self._shown

    def close(self) -> None:
        """Lets everyone who waits go."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()
