"""Everything that asks for somebody, grouped by who can act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from goalsite.core.values import replace
from goalsite.pages.alert_rows import answerable, concern_row, told_once
from goalsite.pages.concerns import Concern, concerns
from goalsite.pages.desk import Desk, once
from goalsite.pages.elements import Figure
from goalsite.pages.filters import filters
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.paging import pager, part_path, parts
from goalsite.pages.sections import AlertGroup
from goalsite.pages.views import AlertsPage

_PATH = "alerts/"
_KEYS = ("unit", "owner", "alert", "tag")
_LEVELS = ("bad", "warn", "good")


class Part(NamedTuple):
    """What stands on one of so many `pages`, and how much there is in all, by severity."""

    concerns: tuple[Concern, ...]
    pages: int
    severities: tuple[int, ...]


def alert_pages(desk: Desk, chosen: Sequence[int] | None = None) -> Iterator[tuple[AlertsPage, Frame]]:
    """The alerts by who can act, from A to Z, each one's most urgent first; 500 to a page. Or the chosen ones
    of these pages."""
    laid = alerts_laid(desk)
    for number in laid if chosen is None else chosen:
        yield _page(desk, number, laid[number])


def alerts_place(number: int) -> str:
    """Where such a page lies."""
    return part_path(_PATH, number)


@once
def alerts_laid(desk: Desk) -> dict[int, Part]:
    """What stands on which page."""
    found = concerns(desk.analysis)
    told = [(answerable(desk, one), one) for one in found]
    # Sorting is stable: within a group the order of urgency stays.
    told.sort(key=lambda pair: (desk.language.sort_key(pair[0].text), pair[0].href))
    pages = parts([one for _, one in told])
    severities = tuple(sum(one.severity == level for one in found) for level in _LEVELS)
    return {number: Part(part, len(pages), severities) for number, part in enumerate(pages, 1)}


def _page(desk: Desk, number: int, part: Part) -> tuple[AlertsPage, Frame]:
    groups = tuple(_groups(desk, part.concerns))
    page = AlertsPage(
        desk.language.text("Alerts"),
        _sentence(desk, part.severities),
        groups,
        filters(desk, (row.keys for group in groups for row in group.rows), _KEYS),
        pager(desk.language, _PATH, number, part.pages),
    )
    return page, frame(desk, alerts_place(number), page.title, _PATH)


def _groups(desk: Desk, told: tuple[Concern, ...]) -> Iterator[AlertGroup]:
    for who, group in groupby(told, lambda one: answerable(desk, one)):
        rows = told_once(concern_row(desk, one) for one in group)
        yield AlertGroup(who, tuple(replace(row, who=None) for row in rows))


def _sentence(desk: Desk, severities: tuple[int, ...]) -> tuple[Figure, ...]:
    """How many there are of each severity."""
    plural, text = desk.language.plural, desk.language.text
    bad, warn, good = severities
    clauses = []
    if bad:
        told = plural("%(n)s needs a decision.", "%(n)s need a decision.", bad)
        clauses.append(Figure(told, text("Off track, red, or a KPI broken that must hold.")))
    if warn:
        told = plural("%(n)s needs a look.", "%(n)s need a look.", warn)
        clauses.append(Figure(told, text("At risk, silent, exposed, or over and not scored.")))
    if good:
        told = plural("%(n)s is good news.", "%(n)s are good news.", good)
        clauses.append(Figure(told, text("Back on the good side of a target.")))
    return tuple(clauses)
