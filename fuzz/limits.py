"""One input, judged: no exception, no more than a second of processor time, no more than 300 MB."""

from __future__ import annotations

import resource
import signal
import traceback
from collections.abc import Callable
from pathlib import Path

SECONDS = 1.0
"""Of the processor, not of the clock: a machine that is busy makes no input slow."""

MEGABYTES = 300


class TooSlowError(BaseException):
    """The input took longer than it may; no `except Exception` of the product catches this."""


def limited() -> None:
    """Let this process have no more memory than it has now and what one input may take."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + MEGABYTES * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    signal.signal(signal.SIGVTALRM, _too_slow)


def fault(run: Callable[[], object]) -> str:
    """What is wrong with running an input in a process that is `limited`; empty where nothing is."""
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        run()
    except (Exception, TooSlowError):  # whatever it is, it is found
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        return traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return ""


def _too_slow(*_: object) -> None:
    raise TooSlowError
