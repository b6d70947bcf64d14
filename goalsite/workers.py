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
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue
from typing import Any, Generic, Protocol, TypeVar

S = TypeVar("S")
P = TypeVar("P")
R = TypeVar("R")

MOST = 4
"""So many processes, with this one, are used unless more are asked for: each needs memory of its own."""

_AHEAD = 64
"""So many parts for each process may wait for one before them that takes long, or for this process to be done
with what it does meanwhile."""

_ROUND = 512
"""After so many parts other processes begin anew. What one of them or this one looked at is there twice by
then, as the counts of its uses differ, and in the end that is all that is known of all goals."""


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


def aside(work: Callable[..., R], *arguments: Any) -> Callable[[], R | None]:
    """Begins a work in another process. What comes back waits for what came of it: None where that failed or
    was lost, or where there is no other process for it."""
    if cores() == 1:
        return nothing
    context = multiprocessing.get_context("fork")
    try:
        here, there = context.Pipe(duplex=False)
    except OSError:
        return nothing
    process = context.Process(target=_tell, args=(here, there, work, arguments), daemon=True)
    try:
        process.start()
    except OSError:  # the system has no room for another
        here.close()
        return nothing
    finally:
        there.close()

    def result() -> R | None:
        with here:
            told: R | None = None
            with suppress(EOFError, OSError):
                told = here.recv()
        process.join()
        return told

    return result


def _tell(here: Connection, there: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    """Send what comes of a work; nothing where that fails, or where nobody is there any more to hear it."""
    here.close()  # else this process itself would be one that may read it yet
    _depend_on_parent()
    with suppress(Exception):
        there.send(work(*arguments))


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
    here = partial(work, state)
    if min(jobs, len(parts)) < 2:
        meanwhile()
        yield from map(here, parts)
        return
    for start in range(0, len(parts), _ROUND):
        now = parts[start : start + _ROUND]
        others = max(1, min(jobs, len(now)) - 1)
        with engine(others, _hold, work, state) as executor:
            shares: _Shares[P, R] = _Shares(executor, now, others)
            try:
                shares.hand_out()
                if not start:
                    meanwhile()
                yield from shares.results(here)
            finally:
                shares.stop()


class _Shares(Generic[P, R]):
    """The parts of a work: which of them nobody has begun, and what came of the others.

    A part is given to the other processes when one of them is about to be free, and not before: what was
    given cannot be taken back. (An executor of processes that loses one does not bear that a part was
    cancelled: it stops on an error of its own, and may never tell what became of parts after that one.)
    """

    def __init__(self, executor: Executor, parts: Sequence[P], others: int) -> None:
        self._executor, self._parts = executor, parts
        self._most, self._ahead = 2 * others, (1 + others) * _AHEAD
        self._turn = 0
        self._rest = deque(range(len(parts)))
        self._given: set[int] = set()
        self._ended: SimpleQueue[tuple[int, Future[R]]] = SimpleQueue()

    def hand_out(self) -> None:
        """Give the other processes as much as they are to have: one part each, and one that waits for it."""
        while len(self._given) < self._most and (place := self._next()) is not None:
            self._given.add(place)
            try:
                future = self._executor.submit(_do, self._parts[place])
            except (RuntimeError, OSError) as error:  # all are lost, or the system has no room for them
                future = Future()
                future.set_exception(BrokenExecutor(error))
            future.add_done_callback(partial(self._end, place))

    def _end(self, place: int, future: Future[R]) -> None:
        """Take note of what became of a part, in whatever thread the executor tells it. After an error
        nothing is given: the executor may be telling that it is lost, and hold what giving waits for."""
        self._given.discard(place)
        self._ended.put((place, future))
        if not future.cancelled() and future.exception() is None:
            self.hand_out()

    def _next(self) -> int | None:
        """The place of the first part that nobody has begun, unless too many wait for one before it."""
        with suppress(IndexError):  # there is none, or another thread just took the last
            if self._rest[0] < self._turn + self._ahead:
                return self._rest.popleft()
        return None

    def results(self, here: Callable[[P], R]) -> Iterator[R]:
        """The results in order; until one is there, other parts are done `here`."""
        outcomes: dict[int, Future[R]] = {}
        for turn, part in enumerate(self._parts):
            self._turn = turn
            while turn not in outcomes:
                self.hand_out()
                place, outcome = self._outcome(here)
                outcomes[place] = outcome
            outcome = outcomes.pop(turn)
            lost = isinstance(outcome.exception(), BrokenExecutor)
            yield here(part) if lost else outcome.result()

    def _outcome(self, here: Callable[[P], R]) -> tuple[int, Future[R]]:
        """A part that has ended, by its place; one done here if none has, and one is left."""
        with suppress(Empty):
            return self._ended.get_nowait()
        place = self._next()
        if place is None:
            return self._ended.get()
        return place, _outcome(self._parts[place], here)

    def stop(self) -> None:
        """Give nothing more to anybody."""
        self._rest.clear()


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
    """What a process does first."""
    gc.freeze()  # what is inherited stays to the end, and is shared as long as nobody writes to it
    _depend_on_parent()
    begin(*arguments)


def _depend_on_parent() -> None:
    """Leave Ctrl-C to the process that has this one, and end when that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
