"""The metric library: every KPI by unit, 500 on a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from goalsite.model.records import Kpi
from goalsite.pages.desk import Desk, once
from goalsite.pages.elements import Figure
from goalsite.pages.filters import filters
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.kpi_rows import kpi_row
from goalsite.pages.links import unit_link
from goalsite.pages.paging import pager, part_path, parts
from goalsite.pages.sections import KpiGroup
from goalsite.pages.table_sets import library_tables, table_links
from goalsite.pages.views import LibraryPage

_PATH = "kpis/"
_KEYS = ("unit", "owner", "health", "tag")
_TOLD = ("green", "amber", "red", "stale", "no_data", "no_target")


class Part(NamedTuple):
    """What stands on one of so many `pages`, by unit; and how many KPIs there are in all, by health."""

    groups: tuple[tuple[str, tuple[str, ...]], ...]
    pages: int
    healths: tuple[tuple[str, int], ...]


def library_pages(desk: Desk, chosen: Sequence[int] | None = None) -> Iterator[tuple[LibraryPage, Frame]]:
    """The pages of the library, in order of the units; or the chosen ones of these."""
    laid = library_laid(desk)
    for number in laid if chosen is None else chosen:
        yield _page(desk, number, laid[number])


def library_place(number: int) -> str:
    """Where such a page lies."""
    return part_path(_PATH, number)


@once
def library_laid(desk: Desk) -> dict[int, Part]:
    """Which KPIs stand on which page."""
    sections = parts(sorted(desk.corpus.kpis, key=lambda kpi: (kpi.team, not kpi.north_star, kpi.id)))
    count = Counter(figures.health for figures in desk.analysis.kpis.values())
    healths = tuple(sorted(count.items()))
    return {
        number: Part(
            tuple(
                (team, tuple(kpi.id for kpi in kpis)) for team, kpis in groupby(section, lambda kpi: kpi.team)
            ),
            len(sections),
            healths,
        )
        for number, section in enumerate(sections, 1)
    }


def _page(desk: Desk, number: int, part: Part) -> tuple[LibraryPage, Frame]:
    kpis = [(team, tuple(desk.kpis[name] for name in names)) for team, names in part.groups]
    groups = tuple(
        KpiGroup(unit_link(desk, team), tuple(kpi_row(desk, kpi, _role(desk, kpi)) for kpi in its))
        for team, its in kpis
    )
    page = LibraryPage(
        desk.language.text("Metric library"),
        _sentence(desk, dict(part.healths)),
        groups,
        filters(desk, (row.keys for group in groups for row in group.rows), _KEYS),
        pager(desk.language, _PATH, number, part.pages),
        table_links(desk, library_tables(desk, tuple(kpi for _, its in kpis for kpi in its))),
    )
    return page, frame(desk, library_place(number), page.title, _PATH)


def _role(desk: Desk, kpi: Kpi) -> str:
    """What makes it stand out."""
    text = desk.language.text
    if kpi.north_star:
        return text("north star")
    if kpi.person:
        return text("personal")
    return text("leading indicator") if kpi.leading else ""


def _sentence(desk: Desk, count: dict[str, int]) -> tuple[Figure, ...]:
    """How many KPIs there are, and how many of which colour."""
    language = desk.language
    total = sum(count.values())
    if not total:
        return ()
    words = tuple(
        language.text(
            "%(n)s %(health)s", n=language.number(count[key]), health=language.word("health", key).word
        )
        for key in _TOLD
        if count.get(key)
    )
    known = language.plural("%(n)s KPI:", "%(n)s KPIs:", total)
    return Figure(known), Figure(language.text("%(list)s.", list=language.listed(words)))
