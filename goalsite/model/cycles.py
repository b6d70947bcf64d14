"""Which cycles there are, and which holds which."""

from __future__ import annotations

from collections.abc import Iterable

from goalsite.core.config import Config
from goalsite.core.periods import Period, known_period
from goalsite.model.records import Cycle, Objective


def cycles_of(objectives: Iterable[Objective], config: Config) -> tuple[Cycle, ...]:
    """The cycles in use or declared, by id, each with its parent.

    A parent is the one a cycle names, else the shortest strictly longer one that contains it; ties go to the later
    start, then to the id that sorts first.
    """
    declared = {cycle.id: cycle for cycle in config.cycles}
    periods: dict[str, Period] = {name: cycle.period for name, cycle in declared.items()}
    for objective in objectives:
        if objective.cycle not in periods:
            period = known_period(objective.cycle, config.fiscal_year)
            if period:
                periods[objective.cycle] = period
    cycles = []
    for name in sorted(periods):
        said = declared.get(name)
        cycles.append(
            Cycle(
                id=name,
                title=said.title if said else name,
                period=periods[name],
                parent=(said.parent if said else None) or _around(name, periods),
                declared=said is not None,
            )
        )
    return tuple(cycles)


def _around(name: str, periods: dict[str, Period]) -> str | None:
    inner = periods[name]
    holders = [
        (period.days, -period.start.toordinal(), other)
        for other, period in periods.items()
        if period.days > inner.days and period.covers(inner)
    ]
    return min(holders)[2] if holders else None
