"""Which cycle is the current one."""

from __future__ import annotations

from collections import Counter
from datetime import date

from goalsite.core.config import Config
from goalsite.model.records import Corpus


def current_cycle(corpus: Corpus, config: Config, as_of: date) -> tuple[str | None, bool]:
    """The current cycle's id (None without any cycle), and whether it is over already.

    The configured one; else of the cycles that contain `as_of` the one with most active objectives, a tie:
    the shorter, then by id; else the last that ended, else the next that starts.
    """
    cycles = {cycle.id: cycle for cycle in corpus.cycles}
    if config.current_cycle in cycles:
        return config.current_cycle, as_of > cycles[config.current_cycle].period.end
    active = Counter(goal.cycle for goal in corpus.objectives if goal.state == "active")
    in_use = [cycle for cycle in corpus.cycles if cycle.in_use]
    running = [cycle for cycle in in_use if as_of in cycle.period]
    if running:
        return min(running, key=lambda cycle: (-active[cycle.id], cycle.period.days, cycle.id)).id, False
    over = [cycle for cycle in in_use if cycle.period.end < as_of]
    if over:
        return max(over, key=lambda cycle: (cycle.period.end, -cycle.period.days, cycle.id)).id, True
    coming = min(in_use, key=lambda cycle: (cycle.period.start, cycle.id), default=None)
    return (coming.id if coming else None), False
