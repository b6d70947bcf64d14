"""Where the time of a build goes: by stage, of the wall and of the processor, and the memory used at most."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Spent(NamedTuple):
    """What a stage took: seconds of the wall, of this process, of processes that it began and that have
    ended; and the most memory that this one has used by its end, in MiB, 0 where that is not known."""

    wall: float = 0.0
    own: float = 0.0
    others: float = 0.0
    peak: float = 0.0


@dataclass(slots=True, eq=False)
class Stopwatch:
    """What each stage took, in the order in which they first began; what a stage within another takes is not
    counted for that. One that is not `on` looks at no clock."""

    on: bool = False
    stages: dict[str, Spent] = field(default_factory=dict)
    _under_way: list[str] = field(default_factory=list)
    _since: Spent = field(default_factory=Spent)

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """A stretch of a stage."""
        if not self.on:
            yield
            return
        self._credit()
        self.stages.setdefault(stage, Spent())
        self._under_way.append(stage)
        try:
            yield
        finally:
            self._credit()
            self._under_way.pop()

    def taking(self, stage: str, items: Iterable[T]) -> Iterator[T]:
        """The items; the time until each is there counts for the stage."""
        if not self.on:
            yield from items
            return
        source = iter(items)
        while True:
            with self(stage):
                try:
                    item = next(source)
                except StopIteration:
                    return
            yield item

    def _credit(self) -> None:
        """Count what was spent since the last time for the stage that is under way."""
        before, self._since = self._since, _now()
        if self._under_way:
            stage, now = self._under_way[-1], self._since
            known = self.stages[stage]
            wall, own, others = (so_far + b - a for so_far, a, b in zip(known[:3], before, now, strict=False))
            self.stages[stage] = Spent(wall, own, others, now.peak)

    def lines(self) -> list[str]:
        """A table of the stages and of all together, a line each."""
        rows = list(self.stages.items())
        wall, own, others = (sum(spent[place] for _, spent in rows) for place in range(3))
        rows.append(("all", Spent(wall, own, others, max((spent.peak for _, spent in rows), default=0.0))))
        width = max(len(stage) for stage, _ in rows)
        head = f"{'stage':{width}}  {'wall s':>8} {'own s':>8} {'others s':>8} {'peak MiB':>8}"
        return [head, *(f"{stage:{width}}  {_row(spent)}" for stage, spent in rows)]


OFF = Stopwatch()
"""What measures nothing."""


def _row(spent: Spent) -> str:
    return f"{spent.wall:8.2f} {spent.own:8.2f} {spent.others:8.2f} {spent.peak:8.0f}"


def _now() -> Spent:
    """The clocks, from any moment on."""
    try:
        import resource
    except ImportError:  # not everywhere
        return Spent(time.perf_counter(), time.process_time())
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Spent(
        time.perf_counter(),
        own.ru_utime + own.ru_stime,
        others.ru_utime + others.ru_stime,
        own.ru_maxrss / unit,
    )
