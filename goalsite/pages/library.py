"""The metric library: every KPI by unit, 500 on a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from goalsite.model.records import Kpi
from goalsite.pages.desk import Desk
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


def library_pages(desk: Desk) -> Iterator[tuple[LibraryPage, Frame]]:
    """The pages of the library, in order of the units."""
    title, sentence = desk.language.text("Metric library"), _sentence(desk)
    sections = parts(sorted(desk.corpus.kpis, key=lambda kpi: (kpi.team, not kpi.north_star, kpi.id)))
    for number, section in enumerate(sections, 1):
        groups = tuple(
            KpiGroup(unit_link(desk, team), tuple(kpi_row(desk, kpi, _role(desk, kpi)) for kpi in kpis))
            for team, kpis in groupby(section, lambda kpi: kpi.team)
        )
        page = LibraryPage(
            title,
            sentence,
            groups,
            filters(desk, (row.keys for group in groups for row in group.rows), _KEYS),
            pager(desk.language, _PATH, number, len(sections)),
            table_links(desk, library_tables(desk)),
        )
        yield page, frame(desk, part_path(_PATH, number), title, _PATH)


def _role(desk: Desk, kpi: Kpi) -> str:
    """What makes it stand out."""
    text = desk.language.text
    if kpi.north_star:
        return text("north star")
    if kpi.person:
        return text("personal")
    return text("leading indicator") if kpi.leading else ""


def _sentence(desk: Desk) -> tuple[Figure, ...]:
    """How many KPIs there are, and how many of which colour."""
    language = desk.language
    count = Counter(figures.health for figures in desk.analysis.kpis.values())
    total = sum(count.values())
    if not total:
        return ()
    words = tuple(
        language.text(
            "%(n)s %(health)s", n=language.number(count[key]), health=language.word("health", key).word
        )
        for key in _TOLD
        if count[key]
    )
    known = language.plural("%(n)s KPI:", "%(n)s KPIs:", total)
    return Figure(known), Figure(language.text("%(list)s.", list=language.listed(words)))
