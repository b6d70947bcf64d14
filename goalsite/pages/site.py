"""Desk -> every page of the site with its frame: the registry, written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any, Generic, TypeVar

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
from goalsite.pages.paths import page_path, unit_cycle_path
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
    for kind in KINDS:
        yield from kind.batches(desk)


def page_at(desk: Desk, path: str) -> tuple[Page, Frame] | None:
    """The page at an address, made alone as far as that can be; None where there is none."""
    near = chain.from_iterable(kind.near(desk, path) for kind in KINDS)
    pages = chain.from_iterable(batch() for batch in near)
    return next(((page, around) for page, around in pages if around.path == path), None)


def _objective_pages(desk: Desk, goals: Iterable[Objective]) -> Iterator[tuple[ObjectivePage, Frame]]:
    return (objective_page(desk, goal) for goal in goals)


def _kpi_pages(desk: Desk, kpis: Iterable[Kpi]) -> Iterator[tuple[KpiPage, Frame]]:
    return (kpi_page(desk, kpi) for kpi in kpis)


@dataclass(frozen=True, slots=True)
class Whole:
    """A kind of pages that are one batch; they lie in the folders `below` (the root has no other in it)."""

    make: Callable[[Desk], Pages]
    below: tuple[str, ...]

    def batches(self, desk: Desk) -> Iterator[Batch]:
        """The one batch."""
        yield partial(self.make, desk)

    def near(self, desk: Desk, path: str) -> Iterator[Batch]:
        """The batch, where the page at `path` may be of it."""
        if path in self.below or path.startswith(tuple(filter(None, self.below))):
            yield partial(self.make, desk)


@dataclass(frozen=True, slots=True)
class Each(Generic[T]):
    """A kind of pages of which each subject has its own, below its `home`; those of `size` are a batch."""

    subjects: Callable[[Desk], Sequence[T]]
    home: Callable[[T], str]
    make: Callable[[Desk, Sequence[T]], Pages]
    size: int = _AT_ONCE

    def batches(self, desk: Desk) -> Iterator[Batch]:
        """The pages of all subjects."""
        every = self.subjects(desk)
        return (
            partial(self.make, desk, every[at : at + self.size]) for at in range(0, len(every), self.size)
        )

    def near(self, desk: Desk, path: str) -> Iterator[Batch]:
        """The pages of each subject below whose home `path` is, the nearest first."""
        homes = self._homes(desk)
        folders = [path[:at] for at, sign in enumerate(path, 1) if sign == "/"]
        for folder in reversed(folders):
            for subject in homes.get(folder, ()):
                yield partial(self.make, desk, (subject,))

    def _homes(self, desk: Desk) -> dict[str, list[T]]:
        """The subjects by their homes, looked up once for each desk."""
        if self not in desk.found:
            homes: dict[str, list[T]] = {}
            for subject in self.subjects(desk):
                homes.setdefault(self.home(subject), []).append(subject)
            desk.found[self] = homes
        found: dict[str, list[T]] = desk.found[self]
        return found


def _home_of_goal(goal: Objective | Kpi) -> str:
    return page_path(goal.kind, goal.id)


_ANYWHERE = ("goals/", "kpis/", "teams/", "people/", "pages/")

Kind = Whole | Each[Any]

KINDS: tuple[Kind, ...] = (
    Whole(dashboard_pages, ("",)),
    Each(lambda desk: desk.corpus.teams, lambda team: page_path("team", team.id), unit_pages),
    Each(lambda desk: desk.corpus.objectives, _home_of_goal, _objective_pages),
    Whole(library_pages, ("kpis/",)),
    Each(lambda desk: desk.corpus.kpis, _home_of_goal, _kpi_pages),
    Whole(cycle_pages, ("cycles/",)),
    Each(units_in_cycles, lambda place: unit_cycle_path(*place), unit_cycle_pages),
    Whole(compare_pages, ("cycles/",)),
    Whole(timeline_pages, ("timeline/",)),
    Whole(changes_pages, ("changes/", "teams/")),
    Each(lambda desk: desk.goals, _home_of_goal, history_pages, _MANY),
    Whole(people_pages, ("people/",)),
    Each(lambda desk: desk.corpus.people, lambda person: page_path("person", person.id), person_pages),
    Whole(map_pages, ("map/",)),
    Whole(alert_pages, ("alerts/",)),
    Whole(health_pages, ("health/",)),
    Whole(glossary_pages, ("glossary/",)),
    Whole(search_pages, ("search/",)),
    Whole(index_pages, ("a-z/",)),
    Whole(tag_pages, ("tags/",)),
    Each(lambda desk: desk.goals, _home_of_goal, card_pages, _MANY),
    Whole(plain_pages, ("pages/",)),
    Whole(placeholder_pages, _ANYWHERE),
    Whole(redirect_pages, _ANYWHERE),
    Whole(missing_pages, ("404.html",)),
)
