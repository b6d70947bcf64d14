"""Cycles: the review of each, of each unit in it, and all of them beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from goalsite.analysis.figures import Portfolio
from goalsite.model.records import Cycle
from goalsite.pages.comparisons import unit_side
from goalsite.pages.desk import Desk, once
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

Place = tuple[str, int]
"""A page: the cycle, which is empty for the list of all; the number among its parts."""


class Part(NamedTuple):
    """What stands on one of so many `pages`, by id: objectives of a cycle, or cycles."""

    names: tuple[str, ...]
    pages: int


def cycle_pages(
    desk: Desk, chosen: Sequence[Place] | None = None
) -> Iterator[tuple[CyclePage | CyclesPage, Frame]]:
    """The list of cycles, and the page of each, 500 cycles or objectives to a page; or the chosen ones of
    these pages."""
    laid = cycles_laid(desk)
    for place in laid if chosen is None else chosen:
        yield _cycle_page(desk, place, laid[place]) if place[0] else _list(desk, place[1], laid[place])


def cycle_place(place: Place) -> str:
    """Where such a page lies."""
    cycle, number = place
    return part_path(page_path("cycle", cycle) if cycle else _PATH, number)


@once
def cycles_laid(desk: Desk) -> dict[Place, Part]:
    """What stands on which page: the list of cycles, then the objectives of each, the latest first."""
    in_order = sorted(
        desk.corpus.cycles, key=lambda one: (one.period.start, one.period.end, one.id), reverse=True
    )
    lists = {"": [cycle.id for cycle in in_order]}
    lists |= {cycle.id: [goal.id for goal in desk.sides[cycle.id].goals] for cycle in in_order}
    return {
        (name, number): Part(page, len(pages))
        for name, pages in ((name, parts(listed)) for name, listed in lists.items())
        for number, page in enumerate(pages, 1)
    }


def _cycle_page(desk: Desk, place: Place, part: Part) -> tuple[CyclePage, Frame]:
    """A part of a cycle's page; only the first looks at the whole, of which the others say nothing."""
    name, number = place
    cycle = desk.cycles[name]
    goals = tuple(desk.objectives[goal] for goal in part.names)
    now, then = Side(cycle, (), (), Portfolio()), None
    if number == 1:
        previous = before(desk, cycle)
        now, then = desk.sides[name], desk.sides[previous.id] if previous else None
    page = review(desk, now, then, goals, (number, part.pages))
    around = frame(
        desk,
        cycle_place(place),
        page.title,
        _PATH,
        cycle=name,
        cycles=cycle_switch(desk, cycle),
        units=unit_switch(desk, name),
    )
    return page, around


def _list(desk: Desk, number: int, part: Part) -> tuple[CyclesPage, Frame]:
    rows = tuple(_cycle_row(desk, desk.sides[cycle]) for cycle in part.names)
    page = CyclesPage(desk.language.text("Cycles"), rows, pager(desk.language, _PATH, number, part.pages))
    return page, frame(desk, cycle_place(("", number)), page.title, _PATH)


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
