"""Desk -> every page of the site with its frame: the registry, written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any, Generic, NamedTuple, TypeVar

from msgspec import Struct

from goalsite.core.values import replace
from goalsite.model.records import Kpi, Objective
from goalsite.pages.alerts import alert_pages, alerts_laid, alerts_place
from goalsite.pages.cards import card_pages
from goalsite.pages.changes import changes_laid, changes_pages, changes_place
from goalsite.pages.compare import compare_pages, compared
from goalsite.pages.cycle import cycle_pages, cycle_place, cycles_laid, unit_cycle_pages
from goalsite.pages.dashboard import dashboard_pages
from goalsite.pages.desk import Desk
from goalsite.pages.frame import Frame
from goalsite.pages.glossary import glossary_pages
from goalsite.pages.goal_history import history_pages
from goalsite.pages.health import health_pages
from goalsite.pages.index_pages import index_laid, index_pages, index_place
from goalsite.pages.kpi import kpi_page
from goalsite.pages.library import library_laid, library_pages, library_place
from goalsite.pages.map import map_laid, map_pages, map_place
from goalsite.pages.objective import objective_page
from goalsite.pages.paging import part_path
from goalsite.pages.paths import compare_path, page_path, unit_cycle_path
from goalsite.pages.people import people_laid, people_pages, people_place
from goalsite.pages.person import person_pages
from goalsite.pages.plain import missing_pages, placeholder_pages, plain_pages, redirect_pages
from goalsite.pages.search import search_pages
from goalsite.pages.tag_pages import tag_pages, tag_places
from goalsite.pages.timeline import timeline_laid, timeline_pages, timeline_place
from goalsite.pages.unit import unit_pages
from goalsite.pages.views import KpiPage, ObjectivePage, Page

T = TypeVar("T")
K = TypeVar("K")

Pages = Iterator[tuple[Page, Frame]]

Make = Callable[[], Pages]


class Sheet(NamedTuple):
    """What makes the pages of one subject, or all of a kind, whoever makes the others: named by the number of
    the kind and the home of the subject. (What files are made of beside the pages is named likewise.)"""

    kind: int
    home: str
    make: Callable[[], Iterator[Any]]


Batch = tuple[Sheet, ...]
"""A few sheets, which one process makes."""

_AT_ONCE = 16
"""Pages of a batch: few enough for processes to end at the same time, enough to make handing over cheap."""


_FEW = 2
"""The same of pages that may hold as much as a list does."""

_MANY = 500
"""The same of goals few of which have such a page, or whose page is a small one."""


def site_pages(desk: Desk) -> Pages:
    """Every page in one language, one at a time, in an order that only the goals decide."""
    taken: set[str] = set()
    for batch in page_batches(desk):
        for page, around in chain.from_iterable(sheet.make() for sheet in batch):
            if around.path not in taken:
                taken.add(around.path)
                yield page, around


def page_batches(desk: Desk) -> Iterator[Batch]:
    """Every page in one language in batches, none of which is made yet.

    Two files can want one address (a README beside an index, an alias of a page): the first has it.
    """
    for number, kind in enumerate(KINDS):
        yield from kind.batches(desk, number)


def page_at(desk: Desk, path: str) -> tuple[Page, Frame] | None:
    """The page at an address, made alone as far as that can be; None where there is none."""
    near = chain.from_iterable(kind.near(desk, path) for kind in KINDS)
    pages = chain.from_iterable(make() for make in near)
    return next(((page, around) for page, around in pages if around.path == path), None)


def _objective_pages(desk: Desk, goals: Iterable[Objective]) -> Iterator[tuple[ObjectivePage, Frame]]:
    return (objective_page(desk, goal) for goal in goals)


def _kpi_pages(desk: Desk, kpis: Iterable[Kpi]) -> Iterator[tuple[KpiPage, Frame]]:
    return (kpi_page(desk, kpi) for kpi in kpis)


class Whole(Struct, frozen=True):
    """A kind of pages that are one batch; they lie in the folders `below` (the root has no other in it)."""

    make: Callable[[Desk], Pages]
    below: tuple[str, ...]

    def batches(self, desk: Desk, number: int) -> Iterator[Batch]:
        """The one batch, of the kind of that number."""
        yield (Sheet(number, "", partial(self.make, desk)),)

    def near(self, desk: Desk, path: str) -> Iterator[Make]:
        """The batch, where the page at `path` may be of it."""
        if path in self.below or path.startswith(tuple(filter(None, self.below))):
            yield partial(self.make, desk)


class Each(Struct, Generic[T], frozen=True):
    """A kind of pages of which each subject has its own, below its `home`; those of `size` are a batch.

    Subjects are named by `keys`, and looked up where their pages are made: whoever watches a page sees whose
    it is.
    """

    keys: Callable[[Desk], Sequence[Any]]
    find: Callable[[Desk, Any], T]
    home: Callable[[Any], str]
    make: Callable[[Desk, Sequence[T]], Pages]
    size: int = _AT_ONCE

    def batches(self, desk: Desk, number: int) -> Iterator[Batch]:
        """The pages of all subjects, of the kind of that number."""
        every = self.keys(desk)
        for at in range(0, len(every), self.size):
            yield tuple(
                Sheet(number, self.home(key), partial(self._pages, desk, key))
                for key in every[at : at + self.size]
            )

    def near(self, desk: Desk, path: str) -> Iterator[Make]:
        """The pages of each subject below whose home `path` is, the nearest first."""
        homes = self._homes(desk)
        folders = [path[:at] for at, sign in enumerate(path, 1) if sign == "/"]
        for folder in reversed(folders):
            for key in homes.get(folder, ()):
                yield partial(self._pages, desk, key)

    def _pages(self, desk: Desk, key: Any) -> Pages:
        return self.make(desk, (self.find(desk, key),))

    def _homes(self, desk: Desk) -> dict[str, list[Any]]:
        """The subjects by their homes, looked up once for each desk."""
        if self not in desk.found:
            homes: dict[str, list[Any]] = {}
            for key in self.keys(desk):
                homes.setdefault(self.home(key), []).append(key)
            desk.found[self] = homes
        found: dict[str, list[Any]] = desk.found[self]
        return found


def _of_kind(
    kind: str, records: Callable[[Desk], Mapping[str, T]], make: Callable[[Desk, Sequence[T]], Pages]
) -> Each[T]:
    return Each(
        lambda desk: tuple(records(desk)),
        lambda desk, key: records(desk)[key],
        partial(page_path, kind),
        make,
    )


def _in_parts(
    laid: Callable[[Desk], Iterable[K]],
    home: Callable[[K], str],
    make: Callable[[Desk, Sequence[K]], Pages],
    size: int = _FEW,
) -> Each[K]:
    """Lists of which each part is made by itself: `laid` names the parts."""
    return Each(lambda desk: tuple(laid(desk)), lambda _, place: place, home, make, size)


def _objectives(desk: Desk) -> Mapping[str, Objective]:
    return desk.objectives


def _kpis(desk: Desk) -> Mapping[str, Kpi]:
    return desk.kpis


_ANYWHERE = ("goals/", "kpis/", "teams/", "people/", "pages/")

Kind = Whole | Each[Any]

KINDS: tuple[Kind, ...] = (
    Whole(dashboard_pages, ("",)),
    _of_kind("team", lambda desk: desk.teams, unit_pages),
    _of_kind("objective", _objectives, _objective_pages),
    _in_parts(library_laid, library_place, library_pages),
    _of_kind("kpi", _kpis, _kpi_pages),
    _in_parts(cycles_laid, cycle_place, cycle_pages),
    _in_parts(lambda desk: desk.goals_of, lambda place: unit_cycle_path(*place), unit_cycle_pages, _AT_ONCE),
    _in_parts(compared, lambda pair: compare_path(*pair), compare_pages, _AT_ONCE),
    _in_parts(timeline_laid, timeline_place, timeline_pages),
    _in_parts(changes_laid, changes_place, changes_pages, _AT_ONCE),
    replace(_of_kind("objective", _objectives, history_pages), size=_MANY),
    replace(_of_kind("kpi", _kpis, history_pages), size=_MANY),
    _in_parts(people_laid, people_place, people_pages),
    _of_kind("person", lambda desk: desk.people, person_pages),
    _in_parts(map_laid, map_place, map_pages),
    _in_parts(alerts_laid, alerts_place, alert_pages),
    Whole(health_pages, ("health/",)),
    Whole(glossary_pages, ("glossary/",)),
    Whole(search_pages, ("search/",)),
    _in_parts(index_laid, index_place, index_pages),
    _in_parts(tag_places, lambda place: part_path(*place), tag_pages, _AT_ONCE),
    replace(_of_kind("objective", _objectives, card_pages), size=_MANY),
    replace(_of_kind("kpi", _kpis, card_pages), size=_MANY),
    Whole(plain_pages, ("pages/",)),
    Whole(placeholder_pages, _ANYWHERE),
    Whole(redirect_pages, _ANYWHERE),
    Whole(missing_pages, ("404.html",)),
)
