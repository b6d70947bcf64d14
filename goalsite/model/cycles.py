"""Which cycles there are, and which holds which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from goalsite.core.config import Config
from goalsite.core.periods import Period, known_period

if TYPE_CHECKING:
    from goalsite.model.records import Cycle, Objective


def cycles_of(objectives: Iterable[Objective], config: Config) -> tuple[Cycle, ...]:
    """The cycles in use, declared or named as a parent, by id, each with its parent.

    A parent is the one a cycle names, else the shortest strictly longer one that contains it; ties go to the
    later start, then to the id that sorts first; one that is only named as a parent is no such candidate. No
    chain of parents leads back to where it began.
    """
    from goalsite.model.records import Cycle  # which take long to load, and the configuration needs none

    declared = {cycle.id: cycle for cycle in config.cycles}
    parents = {cycle.id: cycle.parent for cycle in config.cycles if cycle.parent}
    periods: dict[str, Period] = {name: cycle.period for name, cycle in declared.items()}
    used = {objective.cycle for objective in objectives}
    for name in (*used, *parents.values()):
        period = known_period(name, config.fiscal_year)
        if name not in periods and period:
            periods[name] = period
    holders = {name: periods[name] for name in periods if name in used or name in declared}
    for name in sorted(periods):
        around = None if name in parents else _around(name, periods[name], holders, parents)
        if around:
            parents[name] = around
    return tuple(
        Cycle(
            id=name,
            title=declared[name].title if name in declared else name,
            period=periods[name],
            parent=parents.get(name),
            declared=name in declared,
            in_use=name in holders,
        )
        for name in sorted(periods)
    )


def _around(
    name: str, inner: Period, periods: Mapping[str, Period], parents: Mapping[str, str]
) -> str | None:
    holders = [
        (period.days, -period.start.toordinal(), other)
        for other, period in periods.items()
        if period.days > inner.days and period.covers(inner)
    ]
    while holders:
        nearest = min(holders)
        if name not in above(nearest[2], parents):
            return nearest[2]
        holders.remove(nearest)
    return None


def above(name: str, parents: Mapping[str, str]) -> list[str]:
    """The chain of parents above a cycle, nearest first; where it is a circle, once round."""
    chain: dict[str, None] = {}  # in order, and quick to look into
    at = parents.get(name)
    while at is not None and at not in chain:
        chain[at] = None
        at = parents.get(at)
    return list(chain)
