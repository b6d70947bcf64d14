"""Builds after changes, times it, tells of it, and shows the outcome, whatever comes.

Pages are made when they are asked for. What was saved is shown before all is figured, where that can be.
"""

from __future__ import annotations

import gc
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from math import inf
from pathlib import Path
from typing import Protocol

from goalsite.core.values import replace
from goalsite.serve.live import Live
from goalsite.serve.outcome import BuildOutcome, Files, bug, counted

_LULL, _LONGEST_LULL = 0.3, 2.0
"""Seconds in which a browser has a page that is shown, undisturbed by a build; and as long as it is worth to
wait where builds take longer."""

_QUIET, _MANY = 5.0, 10_000
"""Seconds without a build after which nobody waits for anything; so many new values are worth a look then."""

_MOST_BUILDS = 30
"""So many builds may leave what went out of use in circles."""

_LONGEST_WAIT = 10.0
"""Seconds after a change until which a build is put off because others came after it."""


class Builds(Protocol):
    """What makes the builds of one run of the server."""

    def __call__(self) -> BuildOutcome:
        """One build of all that lies there."""
        ...

    def standing(self) -> BuildOutcome | None:
        """The site that lies there already, where a build would make just that; else None."""
        ...

    def recall(self) -> None:
        """Get ready for what is saved before the first build, where a site lies there already: what that was
        made from is known, and needs no figuring."""
        ...

    def soon(self, changed: Iterable[Path]) -> Files | None:
        """The files of the last build where these paths changed since it began, in far less time than a build
        takes; None where that cannot be told, or is not worth it."""
        ...


class Rebuilding:
    """Shows builds on `live`, one after the other, and tells of them to `announce`."""

    def __init__(self, builds: Builds, live: Live, announce: Callable[[str], None]) -> None:
        self._builds, self._live, self._announce = builds, live, announce
        self._showing = threading.Lock()
        self._since: set[Path] = set()  # changed since the build began that is shown
        self._meanwhile: set[Path] = set()  # changed since the present one began
        self._took = 0.0
        self._has_changed, self._asked, self._ended = threading.Event(), threading.Event(), threading.Event()

    def changed(self, paths: Iterable[Path]) -> None:
        """Build again: these paths changed."""
        with self._showing:
            self._since.update(paths)
            self._meanwhile.update(paths)
        self._has_changed.set()

    def start(self) -> None:
        """Shows the first build, and follows changes from now on, in threads of its own. Where its site lies
        there already that is shown meanwhile."""
        standing = self._standing()
        if standing:
            self._live.take(standing)
            self._announce("shown as it was published, until all is figured")
            self._asked.set()
        else:
            self.once()
        for follow in (self._show_soon, self._build_after):
            threading.Thread(target=follow, daemon=True).start()

    def end(self) -> None:
        """Follow no more; a build under way is not waited for, its thread ends with the process."""
        self._ended.set()
        self._has_changed.set()
        self._asked.set()

    def once(self) -> None:
        """Builds once and shows what came of it; an exception is shown as a bug of ours."""
        begun = time.perf_counter()
        with self._showing:
            self._meanwhile.clear()
        outcome = self._outcome()
        if not (self._took or gc.isenabled()):
            gc.freeze()
        with self._showing:
            self._since = set(self._meanwhile)
            if self._since and outcome.files is not None and (files := self._soon()):
                self._live.take(replace(outcome, files=files))
            else:
                self._live.take(outcome)
            has_site = self._live.shown.files is not None
        self._took = time.perf_counter() - begun
        self._announce(_told(outcome, self._took, has_site))

    def _show_soon(self) -> None:
        """Shows what changed where that can be told by itself, then asks for a build once it was quiet for as
        long as the last one took: so nobody who goes on writing waits for one."""
        latest = inf
        while self._awaited(self._has_changed):
            latest = min(latest, time.monotonic() + _LONGEST_WAIT)
            is_shown, lull = self._is_shown(), min(max(_LULL, self._took), _LONGEST_LULL)
            left = latest - time.monotonic()
            if is_shown and left > 0 and self._has_changed.wait(min(lull, left)):
                continue
            latest = inf
            self._asked.set()

    def _build_after(self) -> None:
        """Builds whenever that is asked for. What went out of use in circles is looked for when nothing is
        asked for, or after many builds: there is little of it, and everything else waits meanwhile."""
        self._recall()
        builds = 0
        while not self._ended.is_set():
            is_quiet = not self._asked.wait(_QUIET)
            if not is_quiet and self._awaited(self._asked):
                self.once()
                builds += 1
            if builds == _MOST_BUILDS or (is_quiet and gc.get_count()[0] > _MANY):
                gc.collect()
                builds = 0

    def _awaited(self, event: threading.Event) -> bool:
        """Waits until that happens; whether that is not the end."""
        event.wait()
        event.clear()
        return not self._ended.is_set()

    def _is_shown(self) -> bool:
        """Whether what changed since the last build is shown."""
        with self._showing:
            shown = self._live.shown
            files = None if shown.are_old else self._soon()
            if files is not None:
                self._live.renew(files)
            return files is not None

    def _standing(self) -> BuildOutcome | None:
        try:
            return self._builds.standing()
        except Exception:
            self._announce(traceback.format_exc().rstrip())
            return None

    def _recall(self) -> None:
        """Gets ready for what is saved before the first build, and shows what was saved meanwhile."""
        try:
            self._builds.recall()
        except (Exception, SystemExit):  # this thread is to build what follows
            self._announce(traceback.format_exc().rstrip())
        if self._since:
            self._is_shown()

    def _soon(self) -> Files | None:
        try:
            return self._builds.soon(self._since)
        except Exception:
            self._announce(traceback.format_exc().rstrip())
            return None  # the build that follows shows all of it

    def _outcome(self) -> BuildOutcome:
        try:
            return self._builds()
        except (Exception, SystemExit) as error:
            self._announce(traceback.format_exc().rstrip())
            return BuildOutcome(None, (bug("the build", error),), failed=True)


def _told(outcome: BuildOutcome, seconds: float, has_site: bool) -> str:
    found = counted(outcome.findings) or "nothing to complain of"
    stays = "; the last good build stays" if outcome.files is None and has_site else ""
    return f"{'failed' if outcome.failed else 'figured'} in {seconds:.2f} s: {found}{stays}"
