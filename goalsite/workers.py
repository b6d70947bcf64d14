"""Parts of one work done by several processes, through the standard interface of executors.

Parts and results are values that can be pickled, and so is the state that all parts need: where processes are
forked it is inherited as it is. The order of doing does not matter, that of the results is that of the parts,
and the part of a process that was lost is done again.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from functools import cache, partial
from typing import Any, Protocol, TypeVar

S = TypeVar("S")
P = TypeVar("P")
R = TypeVar("R")

MOST = 4
"""So many processes, with this one, are used unless more are asked for: each needs memory of its own."""

_AHEAD = 64
"""So many parts for each process are under way, or wait for one before them that takes long, or for this
process to be done with what it does meanwhile."""


class Engine(Protocol):
    """What gives an executor of so many other processes, each of which first calls `begin` with these
    arguments."""

    def __call__(self, others: int, begin: Callable[..., None], *arguments: Any) -> Executor:
        """The executor, to be used as a context."""
        ...


def cores() -> int:
    """How many processes can work at the same time here, at most `MOST`; 1 where there is no forking."""
    if not _can_fork():
        return 1
    found = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(found, MOST)


def _can_fork() -> bool:
    """Whether processes can be forked, and safely so."""
    return hasattr(os, "fork") and sys.platform != "darwin"


def processes(others: int, begin: Callable[..., None], *arguments: Any) -> Executor:
    """An executor of processes of this machine; forked where that is safe, as they then have the arguments
    without being sent them."""
    context = multiprocessing.get_context("fork" if _can_fork() else "spawn")
    return ProcessPoolExecutor(others, context, _begin, (begin, arguments))


def nothing() -> None:
    """What is done meanwhile where there is nothing to do."""


def done(
    work: Callable[[S, P], R],
    state: S,
    parts: Sequence[P],
    jobs: int,
    engine: Engine = processes,
    meanwhile: Callable[[], object] = nothing,
) -> Generator[R, None, None]:
    """What `work` makes of each part with the state that all share, in the order of the parts.

    So many jobs are this process and others; where these are lost it goes on alone. An error of a part is
    raised when its turn comes. What this process is to do `meanwhile` it does once, as soon as the others
    have begun, and before it does parts itself.
    """
    rest, also, here = iter(parts), cache(meanwhile), partial(work, state)
    if jobs > 1 and len(parts) > 1:
        waiting: _Waiting[P, R] = deque()
        with engine(min(jobs, len(parts)) - 1, _hold, work, state) as executor:
            try:
                for ahead in _submitted(executor, rest, waiting):
                    if ahead >= jobs * _AHEAD:
                        also()
                        yield _next(waiting, here)
                also()
                while waiting:
                    yield _next(waiting, here)
            except BrokenExecutor:
                pass
            except BaseException:
                executor.shutdown(cancel_futures=True)
                raise
        also()
        for part, _ in waiting:
            yield here(part)
    also()
    for part in rest:
        yield here(part)


_Waiting = deque[tuple[P, Future[R]]]
"""Parts whose results are not taken yet, in order."""


def _submitted(executor: Executor, rest: Iterator[P], waiting: _Waiting[P, R]) -> Iterator[int]:
    """How many parts are waiting, once each of the rest waits, too; also the one that a broken executor did
    not take."""
    for part in rest:
        waiting.append((part, Future()))
        waiting[-1] = part, executor.submit(_do, part)
        yield len(waiting)


def _next(waiting: _Waiting[P, R], here: Callable[[P], R]) -> R:
    """The result of the part whose turn it is; until that is there, other parts are done `here`."""
    while not waiting[0][1].done() and _one_done(waiting, here):
        pass
    result = waiting[0][1].result()
    waiting.popleft()
    return result


def _one_done(waiting: _Waiting[P, R], here: Callable[[P], R]) -> bool:
    """Do the first part here that no other process has begun; whether there was one."""
    for place, (part, future) in enumerate(waiting):
        if future.cancel():
            waiting[place] = part, _outcome(part, here)
            return True
    return False


def _outcome(part: P, here: Callable[[P], R]) -> Future[R]:
    """What comes of a part done here, as the others tell theirs."""
    outcome: Future[R] = Future()
    try:
        outcome.set_result(here(part))
    except Exception as error:
        outcome.set_exception(error)
    return outcome


_held: list[tuple[Callable[[Any, Any], Any], Any]] = []
"""In a working process: the work, and the state that all its parts share."""


def _hold(work: Callable[[Any, Any], Any], state: Any) -> None:
    _held[:] = [(work, state)]


def _do(part: Any) -> Any:
    ((work, state),) = _held
    return work(state, part)


def _begin(begin: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    """What a process does first: it leaves Ctrl-C to the one that has it, and ends when that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()  # what is inherited stays to the end, and is shared as long as nobody writes to it
    threading.Thread(target=_end_with_parent, daemon=True).start()
    begin(*arguments)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
