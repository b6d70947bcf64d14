"""Desk -> every page of the site with its frame: the registry, written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from goalsite.model.records import Kpi, Objective
from goalsite.pages.alerts import alert_pages
from goalsite.pages.cards import card_pages
from goalsite.pages.changes import changes_pages
from goalsite.pages.compare import compare_pages
from goalsite.pages.cycle import cycle_pages, unit_cycle_pages, units_in_cycles
from goalsite.pages.dashboard import dashboard_pages
from goalsite.pages.desk import Desk
from goalsite.pages.frame import Frame
from goalsite.pages.glossary import glossary_pages
from goalsite.pages.goal_history import history_pages
from goalsite.pages.health import health_pages
from goalsite.pages.index_pages import index_pages
from goalsite.pages.kpi import kpi_page
from goalsite.pages.library import library_pages
from goalsite.pages.map import map_pages
from goalsite.pages.objective import objective_page
from goalsite.pages.people import people_pages
from goalsite.pages.person import person_pages
from goalsite.pages.plain import missing_pages, placeholder_pages, plain_pages, redirect_pages
from goalsite.pages.search import search_pages
from goalsite.pages.tag_pages import tag_pages
from goalsite.pages.timeline import timeline_pages
from goalsite.pages.unit import unit_pages
from goalsite.pages.views import KpiPage, ObjectivePage, Page

T = TypeVar("T")

Pages = Iterator[tuple[Page, Frame]]
Batch = Callable[[], Pages]
"""What makes a few pages, whoever makes the others."""

_AT_ONCE = 16
"""Pages of a batch: few enough for processes to end at the same time, enough to make handing over cheap."""


_MANY = 500
"""The same of goals few of which have such a page, or whose page is a small one."""


def site_pages(desk: Desk) -> Pages:
    """Every page in one language, one at a time, in an order that only the goals decide."""
    taken: set[str] = set()
    for batch in page_batches(desk):
        for page, around in batch():
            if around.path not in taken:
                taken.add(around.path)
                yield page, around


def page_batches(desk: Desk) -> Iterator[Batch]:
    """Every page in one language in batches, none of which is made yet.

    Two files can want one address (a README beside an index, an alias of a page): the first has it.
    """
    for batches in BATCHES:
        yield from batches(desk)


def _objective_pages(desk: Desk, goals: Iterable[Objective]) -> Iterator[tuple[ObjectivePage, Frame]]:
    return (objective_page(desk, goal) for goal in goals)


def _kpi_pages(desk: Desk, kpis: Iterable[Kpi]) -> Iterator[tuple[KpiPage, Frame]]:
    return (kpi_page(desk, kpi) for kpi in kpis)


def _whole(make: Callable[[Desk], Pages]) -> Callable[[Desk], Iterator[Batch]]:
    """All pages of a kind as one batch."""
    return lambda desk: iter((partial(make, desk),))


def _by(
    subjects: Callable[[Desk], Sequence[T]], make: Callable[[Desk, Sequence[T]], Pages], size: int = _AT_ONCE
) -> Callable[[Desk], Iterator[Batch]]:
    """The pages of a kind, those of a few subjects to a batch."""

    def batches(desk: Desk) -> Iterator[Batch]:
        every = subjects(desk)
        return (partial(make, desk, every[at : at + size]) for at in range(0, len(every), size))

    return batches


BATCHES: tuple[Callable[[Desk], Iterator[Batch]], ...] = (
    _whole(dashboard_pages),
    _by(lambda desk: desk.corpus.teams, unit_pages),
    _by(lambda desk: desk.corpus.objectives, _objective_pages),
    _whole(library_pages),
    _by(lambda desk: desk.corpus.kpis, _kpi_pages),
    _whole(cycle_pages),
    _by(units_in_cycles, unit_cycle_pages),
    _whole(compare_pages),
    _whole(timeline_pages),
    _whole(changes_pages),
    _by(lambda desk: desk.goals, history_pages, _MANY),
    _whole(people_pages),
    _by(lambda desk: desk.corpus.people, person_pages),
    _whole(map_pages),
    _whole(alert_pages),
    _whole(health_pages),
    _whole(glossary_pages),
    _whole(search_pages),
    _whole(index_pages),
    _whole(tag_pages),
    _by(lambda desk: desk.goals, card_pages, _MANY),
    _whole(plain_pages),
    _whole(placeholder_pages),
    _whole(redirect_pages),
    _whole(missing_pages),
)
