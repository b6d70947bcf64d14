"""What the server shows at this moment, for many threads to read and to wait for."""

from __future__ import annotations

import threading

from msgspec import Struct

from goalsite.core.values import replace
from goalsite.serve.outcome import BuildOutcome, Files, Finding


class Shown(Struct, frozen=True):
    """The files of the last build that has any, and the findings of the last one.

    `build` counts builds. `pages` names the files: it changes when one of them may, and no two runs of the
    server give the same name. A page of the build that is named by `since` is one of these files where its
    bytes are the same, unless it loaded data. The files `are_old` where the last build has none.
    """

    files: Files | None
    pages: str
    build: int
    findings: tuple[Finding, ...] = ()
    failed: bool = False
    are_old: bool = False
    since: str = ""


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
        with self._changed:
            self._take(outcome)

    def renew(self, files: Files) -> None:
        """Shows other files of the same build, which are alike those that are shown."""
        with self._changed:
            shown = self._shown
            self._take(BuildOutcome(files, shown.findings, shown.failed, alike=True))

    def _take(self, outcome: BuildOutcome) -> None:
        before = self._shown
        build = before.build + 1
        files, pages, since = before.files, before.pages, before.since
        if outcome.files is not None and outcome.files != before.files:
            files, pages = outcome.files, f"{self._run}-{build}"
            since = before.pages if outcome.alike else ""
        are_old = outcome.files is None and files is not None
        self._shown = Shown(files, pages, build, outcome.findings, outcome.failed, are_old, since)
        self._changed.notify_all()

    def add(self, shown: Shown, finding: Finding) -> bool:
        """Shows what was found while files of the build that is `shown` were made; whether that is news: it
        is not known yet, and there was no other build since."""
        with self._changed:
            now = self._shown
            is_news = now.build == shown.build and not now.are_old and finding not in now.findings
            if is_news:
                self._shown = replace(now, findings=(finding, *now.findings), failed=True)
                self._changed.notify_all()
            return is_news

    def after(self, told: Shown, patience: float) -> Shown | None:
        """What is shown once it is not what was `told`, or after `patience` seconds; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed or self._shown is not told, patience)
            return None if self._is_closed else self._shown

    def close(self) -> None:
        """Lets everyone who waits go."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()
