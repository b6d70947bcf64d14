"""Cycles: the review of each, of each unit in it, and all of them beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goalsite.model.records import Cycle
from goalsite.pages.comparisons import unit_side
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Badge
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.links import cycle_link, unit_link
from goalsite.pages.paging import pager, part_path, parts
from goalsite.pages.paths import page_path, unit_cycle_path
from goalsite.pages.reviews import review
from goalsite.pages.rows import CycleRow
from goalsite.pages.say import score, share
from goalsite.pages.sentences import window
from goalsite.pages.sides import Side
from goalsite.pages.switches import before, cycle_switch, unit_switch
from goalsite.pages.views import CyclePage, CyclesPage

_PATH = "cycles/"


def cycle_pages(desk: Desk) -> Iterator[tuple[CyclePage | CyclesPage, Frame]]:
    """The list of cycles, and the page of each, 500 cycles or objectives to a page."""
    in_order = sorted(
        desk.corpus.cycles, key=lambda one: (one.period.start, one.period.end, one.id), reverse=True
    )
    yield from _list(desk, in_order)
    for cycle in in_order:
        path = page_path("cycle", cycle.id)
        cycles, units = cycle_switch(desk, cycle), unit_switch(desk, cycle.id)
        previous = before(desk, cycle)
        now, then = desk.sides[cycle.id], desk.sides[previous.id] if previous else None
        pages = parts(now.goals)
        for number, part in enumerate(pages, 1):
            page = review(desk, now, then, part, (number, len(pages)))
            yield (
                page,
                frame(
                    desk,
                    part_path(path, number),
                    page.title,
                    _PATH,
                    cycle=cycle.id,
                    cycles=cycles,
                    units=units,
                ),
            )


def _list(desk: Desk, in_order: Sequence[Cycle]) -> Iterator[tuple[CyclesPage, Frame]]:
    title, pages = desk.language.text("Cycles"), parts(in_order)
    for number, part in enumerate(pages, 1):
        rows = tuple(_cycle_row(desk, desk.sides[cycle.id]) for cycle in part)
        page = CyclesPage(title, rows, pager(desk.language, _PATH, number, len(pages)))
        yield page, frame(desk, part_path(_PATH, number), title, _PATH)


def units_in_cycles(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Each unit with each cycle in which it has objectives."""
    return tuple(desk.goals_of)


def unit_cycle_pages(
    desk: Desk, chosen: Sequence[tuple[str, str]] | None = None
) -> Iterator[tuple[CyclePage, Frame]]:
    """Every unit's review of every cycle in which it has objectives, 500 to a page; or the chosen ones."""
    pairs = desk.goals_of if chosen is None else chosen
    for unit, name in pairs:
        cycle = desk.cycles[name]
        cycles = cycle_switch(desk, cycle, unit)
        previous = before(desk, cycle)
        now, then = unit_side(desk, cycle, unit), unit_side(desk, previous, unit) if previous else None
        pages = parts(desk.goals_of[unit, name])
        for number, part in enumerate(pages, 1):
            page = review(desk, now, then, part, (number, len(pages)), unit)
            yield (
                page,
                frame(
                    desk,
                    part_path(unit_cycle_path(unit, name), number),
                    page.title,
                    "teams/",
                    breadcrumb=(unit_link(desk, unit),),
                    unit=unit,
                    cycle=name,
                    cycles=cycles,
                    units=unit_switch(desk, name),
                ),
            )


def _cycle_row(desk: Desk, side: Side) -> CycleRow:
    """A cycle in the list, with the figures that let one be held against another."""
    cycle, figures, text = side.cycle, side.portfolio, desk.language.text
    shares = (
        (text("mean score"), score(desk, figures.mean_score)),
        (text("commitments kept"), share(desk, figures.committed_kept, "committed")),
    )
    return CycleRow(
        link=cycle_link(desk, cycle.id),
        window=window(desk, cycle),
        state=_state(desk, cycle),
        figures=tuple((label, figure) for label, figure in shares if figure is not None),
        note=desk.language.plural("%(n)s objective", "%(n)s objectives", len(side.reported)),
    )


def _state(desk: Desk, cycle: Cycle) -> Badge | None:
    """Whether a cycle is the current one."""
    return Badge("active", desk.language.text("current")) if cycle.id == desk.analysis.current_cycle else None
