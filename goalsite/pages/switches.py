"""The switches of the header: from a cycle to the one before, the next, and what holds it; from unit to unit.

They stand on pages that are about a cycle or a unit: on a goal's page they would change with other goals.
"""

from __future__ import annotations

from functools import partial

from goalsite.model.records import Cycle
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Link, site_href
from goalsite.pages.links import cycle_link, cycle_name, unit_link
from goalsite.pages.paths import page_path, unit_cycle_path

_MOST_UNITS = 40
_MOST_PARTS = 60
_ALIKE = 1.5
"""Cycles whose lengths differ by no more than this factor are of one kind."""


def before(desk: Desk, cycle: Cycle) -> Cycle | None:
    """The latest cycle of the same kind that ended before this one began."""
    return max(
        (one for one in _alike(desk, cycle) if one.period.end < cycle.period.start),
        key=lambda one: (one.period.end, one.id),
        default=None,
    )


def after(desk: Desk, cycle: Cycle) -> Cycle | None:
    """The first cycle of the same kind that begins after this one ended."""
    return min(
        (one for one in _alike(desk, cycle) if one.period.start > cycle.period.end),
        key=lambda one: (one.period.start, one.id),
        default=None,
    )


def year_before(desk: Desk, cycle: Cycle) -> Cycle | None:
    """The cycle of the same kind that began in the same month a year before."""
    start = cycle.period.start
    wanted = (start.year - 1, start.month)
    found = (one for one in _alike(desk, cycle) if (one.period.start.year, one.period.start.month) == wanted)
    return min(found, key=lambda one: one.id, default=None)


def _alike(desk: Desk, cycle: Cycle) -> list[Cycle]:
    days = cycle.period.days
    return [
        one
        for one in desk.corpus.cycles
        if one.id != cycle.id and one.in_use and days / _ALIKE <= one.period.days <= days * _ALIKE
    ]


def unit_in_cycle(desk: Desk, unit: str, cycle: str) -> Link:
    """The link to a unit's review of a cycle, called after the unit; where it has none, to the unit."""
    link = unit_link(desk, unit)
    if (unit, cycle) not in desk.reviewed:
        return link
    return Link(link.text, site_href(unit_cycle_path(unit, cycle)))


def cycle_of_unit(desk: Desk, cycle: str, unit: str | None) -> Link:
    """The link to a cycle, called after it: to the unit's review of it if there is one, else to its page."""
    link = cycle_link(desk, cycle)
    if unit is None or (unit, cycle) not in desk.reviewed:
        return link
    return Link(link.text, site_href(unit_cycle_path(unit, cycle)))


def cycle_switch(desk: Desk, cycle: Cycle | None, unit: str | None = None) -> tuple[Link, ...]:
    """The current cycle, this one, the one before and the next, those above and below, and all of them.

    From a unit's page they lead to that unit in each cycle; the current one is the unit's own page.
    """
    text = desk.language.text
    found: dict[str, Link] = {}

    def offer(name: str | None, note: str) -> None:
        if name is not None and name in desk.cycles and name not in found:
            link = cycle_of_unit(desk, name, unit)
            found[name] = Link(link.text, link.href, note)

    current = desk.analysis.current_cycle
    if current is not None and current in desk.cycles:
        here = site_href("" if unit is None else page_path("team", unit))
        found[current] = Link(cycle_name(desk, current), here, text("current"))
    if cycle is not None:
        offer(cycle.id, "")
        previous, following = before(desk, cycle), after(desk, cycle)
        offer(previous.id if previous else None, text("the one before"))
        offer(following.id if following else None, text("the next"))
        above = cycle.parent
        while above is not None and above in desk.cycles and above not in found:
            offer(above, text("holds it"))
            above = desk.cycles[above].parent
        for one in [one for one in desk.corpus.cycles if one.parent == cycle.id][:_MOST_PARTS]:
            offer(one.id, text("part of it"))
    return (*found.values(), Link(text("All cycles"), "cycles/"))


def unit_switch(desk: Desk, cycle: str = "") -> tuple[Link, ...]:
    """The units from the root down, at most 40, and where all are; with a cycle those with goals in it."""
    return desk.piece("unit switch", cycle, partial(_unit_switch, desk, cycle))


def _unit_switch(desk: Desk, cycle: str) -> tuple[Link, ...]:
    units = [team.id for team in desk.corpus.teams if not cycle or (team.id, cycle) in desk.reviewed]
    units.sort(key=lambda unit: (unit.count("/") + bool(unit), unit))
    shown = units[:_MOST_UNITS]
    links = [unit_in_cycle(desk, unit, cycle) if cycle else unit_link(desk, unit) for unit in shown]
    return (*links, Link(desk.language.text("All units"), "teams/"))
