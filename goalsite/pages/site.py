"""Desk -> every page of the site with its frame: the registry, written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from goalsite.pages.alerts import alert_pages
from goalsite.pages.cards import card_pages
from goalsite.pages.changes import changes_pages
from goalsite.pages.compare import compare_pages
from goalsite.pages.cycle import cycle_pages, unit_cycle_pages
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

Pages = Iterator[tuple[Page, Frame]]


def site_pages(desk: Desk) -> Pages:
    """Every page in one language, one at a time, in an order that only the goals decide."""
    taken: set[str] = set()
    for make in PAGES:
        for page, around in make(desk):
            # Two files can want one address (a README beside an index, an alias of a page): the first has it.
            if around.path not in taken:
                taken.add(around.path)
                yield page, around


def _objective_pages(desk: Desk) -> Iterator[tuple[ObjectivePage, Frame]]:
    return (objective_page(desk, goal) for goal in desk.corpus.objectives)


def _kpi_pages(desk: Desk) -> Iterator[tuple[KpiPage, Frame]]:
    return (kpi_page(desk, kpi) for kpi in desk.corpus.kpis)


PAGES: tuple[Callable[[Desk], Pages], ...] = (
    dashboard_pages,
    unit_pages,
    _objective_pages,
    library_pages,
    _kpi_pages,
    cycle_pages,
    unit_cycle_pages,
    compare_pages,
    timeline_pages,
    changes_pages,
    history_pages,
    people_pages,
    person_pages,
    map_pages,
    alert_pages,
    health_pages,
    glossary_pages,
    search_pages,
    index_pages,
    tag_pages,
    card_pages,
    plain_pages,
    placeholder_pages,
    redirect_pages,
    missing_pages,
)
