"""Concern -> AlertRow: what is the matter, since when, why the rules say so, what usually helps."""

from __future__ import annotations

from collections.abc import Iterable

from goalsite.analysis.figures import Alert
from goalsite.core.values import replace
from goalsite.pages import say
from goalsite.pages.alert_reasons import figured_result, reason
from goalsite.pages.alert_words import WORDS, AlertWords
from goalsite.pages.concerns import Concern
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Link, site_href
from goalsite.pages.filters import alert_keys
from goalsite.pages.links import goal_link, person_link, unit_link
from goalsite.pages.rows import AlertRow

_RECENT = 60
"""How many days ago still says more than the date alone."""


def concern_row(desk: Desk, concern: Concern) -> AlertRow:
    """One concern as a row; of several key results it tells the titles, of one the numbers."""
    words = _words(desk, concern)
    text = desk.language.text
    several = len(concern.alerts) > 1
    badge = say.badge(desk, words.family, words.key)
    record = desk.objectives.get(concern.goal) or desk.kpis[concern.goal]
    return AlertRow(
        badge=badge,
        link=_link(desk, concern),
        what=text(words.several, n=len(concern.alerts)) if several else text(words.what),
        since="" if several else _since(desk, concern.first),
        why=_titles(desk, concern) if several else reason(desk, concern.first),
        helps=text(words.helps),
        who=answerable(desk, concern),
        rule=Link(text("The rule"), site_href("glossary/", words.term)),
        keys=alert_keys(desk, record, _actor(desk, concern), badge),
    )


def told_once(rows: Iterable[AlertRow]) -> tuple[AlertRow, ...]:
    """The rows, each knowing whether its advice came before: said seven times it is read no more."""
    said: set[str] = set()
    found = []
    for row in rows:
        found.append(replace(row, helps_again=row.helps in said))
        said.add(row.helps)
    return tuple(found)


def answerable(desk: Desk, concern: Concern) -> Link:
    """Who can act: the owner of the key result or the goal, else the lead of its unit, else the unit."""
    handle = _actor(desk, concern)
    if handle:
        return person_link(desk, handle)
    record = desk.objectives.get(concern.goal) or desk.kpis[concern.goal]
    return unit_link(desk, record.team)


def _actor(desk: Desk, concern: Concern) -> str | None:
    """The handle of who can act; None where nobody is named."""
    record = desk.objectives.get(concern.goal) or desk.kpis[concern.goal]
    owner = record.owner or record.person
    if concern.goal in desk.objectives and len(concern.results) == 1:
        owner = figured_result(desk, concern.first)[0].owner or owner
    return owner or desk.teams[record.team].lead


def _words(desk: Desk, concern: Concern) -> AlertWords:
    """What is said of a kind; a KPI that never had a value is told apart from one whose last is old."""
    missing = concern.kind == "kpi_missing_data" and desk.analysis.kpis[concern.goal].value is None
    return WORDS["kpi_without_data" if missing else concern.kind]


def _link(desk: Desk, concern: Concern) -> Link:
    """The goal or KPI; of one key result that, with its objective beside it."""
    if len(concern.results) != 1:
        return goal_link(desk, concern.goal)
    return goal_link(desk, concern.first.subject, desk.objectives[concern.goal].title)


def _titles(desk: Desk, concern: Concern) -> str:
    """The key results' titles in the order of the file, at most three."""
    results = [one.title for one in desk.objectives[concern.goal].key_results if one.id in concern.results]
    return desk.language.listed(say.and_more(desk, tuple(results[:3]), len(results) - 3))


def _since(desk: Desk, alert: Alert) -> str:
    """Since when: a KPI's colour, a goal's end, a key result's last check-in."""
    day = alert.since
    if day is None:
        return ""
    days = (day - desk.as_of).days
    shown = desk.language.date(day)
    if abs(days) <= _RECENT:
        ago = desk.language.in_days(days)
        shown = desk.language.text("%(date)s (%(ago)s)", date=shown, ago=ago)
    if alert.kind == "kpi_missing_data":
        return desk.language.text("last value %(date)s", date=shown)
    if alert.kind.startswith("result_"):
        return desk.language.text("last check-in %(date)s", date=shown)
    return desk.language.text("since %(date)s", date=shown)
