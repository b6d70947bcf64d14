"""Builds, times it, tells of it, and shows the outcome, whatever comes; pages are made when asked for."""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable

from goalsite.serve.live import Live
from goalsite.serve.outcome import BuildOutcome, bug, counted


def rebuild(build: Callable[[], BuildOutcome], live: Live, announce: Callable[[str], None]) -> None:
    """Builds once and shows what came of it; an exception is shown as a bug of ours."""
    start = time.perf_counter()
    outcome = _outcome(build, announce)
    live.take(outcome)
    announce(_told(outcome, time.perf_counter() - start, live.shown.files is not None))


def keep_rebuilding(asked: threading.Event, ended: threading.Event, once: Callable[[], None]) -> None:
    """Calls `once` whenever it was asked for since the last call began, until the end."""
    while True:
        asked.wait()
        if ended.is_set():
            return
        asked.clear()
        once()


def _outcome(build: Callable[[], BuildOutcome], announce: Callable[[str], None]) -> BuildOutcome:
    try:
        return build()
    except (Exception, SystemExit) as error:
        announce(traceback.format_exc().rstrip())
        return BuildOutcome(None, (bug("the build", error),), failed=True)


def _told(outcome: BuildOutcome, seconds: float, has_site: bool) -> str:
    found = counted(outcome.findings) or "nothing to complain of"
    stays = "; the last good build stays" if outcome.files is None and has_site else ""
    return f"{'failed' if outcome.failed else 'figured'} in {seconds:.2f} s: {found}{stays}"
