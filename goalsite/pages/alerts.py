"""Everything that asks for somebody, grouped by who can act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from goalsite.pages.alert_rows import answerable, concern_row, told_once
from goalsite.pages.concerns import Concern, concerns
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Figure, Link
from goalsite.pages.filters import filters
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.paging import pager, part_path, parts
from goalsite.pages.sections import AlertGroup
from goalsite.pages.views import AlertsPage

_PATH = "alerts/"
_KEYS = ("unit", "owner", "alert", "tag")


def alert_pages(desk: Desk) -> Iterator[tuple[AlertsPage, Frame]]:
    """The alerts by who can act, from A to Z, each one's most urgent first; 500 to a page."""
    found = concerns(desk.analysis)
    language = desk.language
    told = [(answerable(desk, one), one) for one in found]
    # Sorting is stable: within a group the order of urgency stays.
    told.sort(key=lambda pair: (language.sort_key(pair[0].text), pair[0].href))
    pages = parts(told)
    title, sentence = language.text("Alerts"), _sentence(desk, found)
    for number, part in enumerate(pages, 1):
        groups = tuple(_groups(desk, part))
        page = AlertsPage(
            title,
            sentence,
            groups,
            filters(desk, (row.keys for group in groups for row in group.rows), _KEYS),
            pager(language, _PATH, number, len(pages)),
        )
        yield page, frame(desk, part_path(_PATH, number), title, _PATH)


def _groups(desk: Desk, told: tuple[tuple[Link, Concern], ...]) -> Iterator[AlertGroup]:
    for who, group in groupby(told, lambda pair: pair[0]):
        rows = told_once(concern_row(desk, one) for _, one in group)
        yield AlertGroup(who, tuple(replace(row, who=None) for row in rows))


def _sentence(desk: Desk, found: tuple[Concern, ...]) -> tuple[Figure, ...]:
    """How many there are of each severity."""
    plural, text = desk.language.plural, desk.language.text
    bad, warn, good = (sum(one.severity == level for one in found) for level in ("bad", "warn", "good"))
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
