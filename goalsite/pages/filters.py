"""Rows -> filters: the keys of objectives, KPIs and alerts, and what there is to choose of a whole list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from goalsite.core.names import fold_handle
from goalsite.core.values import replace
from goalsite.language.messages import message
from goalsite.model.records import Common, Kpi, Objective
from goalsite.pages.choices import Choice, Facet, Filters, Key
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Badge, Link
from goalsite.pages.links import person_link, unit_link

FEWEST = 6
"""A shorter list is read faster than it is filtered."""

_LABELS = {
    "unit": message("Unit"),
    "owner": message("Owner"),
    "status": message("Status"),
    "health": message("Health"),
    "alert": message("Alert"),
    "commitment": message("Commitment"),
    "tag": message("Tag"),
}
_BY_NAME = ("owner", "tag")
_ORDER = (
    "off_track",
    "red",
    "at_risk",
    "amber",
    "exposed",
    "stale",
    "no_data",
    "no_target",
    "unscored",
    "planned",
    "on_track",
    "green",
    "achieved",
    "committed",
    "aspirational",
)
"""Worst first, and what was promised before what was aimed at."""


def objective_keys(desk: Desk, goal: Objective, status: Badge) -> tuple[Key, ...]:
    """What an objective can be chosen by; `status` is its computed one."""
    kept = desk.language.word("commitment", goal.commitment).word
    return (
        *_shared(desk, goal, goal.owner or goal.person),
        Key("status", (status.key,), (status.word,)),
        Key("commitment", (goal.commitment,), (kept,)),
    )


def kpi_keys(desk: Desk, kpi: Kpi, health: Badge) -> tuple[Key, ...]:
    """What a KPI can be chosen by."""
    return (*_shared(desk, kpi, kpi.owner or kpi.person), Key("health", (health.key,), (health.word,)))


def alert_keys(desk: Desk, record: Common, owner: str | None, badge: Badge) -> tuple[Key, ...]:
    """What an alert about a goal or KPI can be chosen by; `owner` is who can act."""
    return (*_shared(desk, record, owner), Key("alert", (badge.key,), (badge.word,)))


def _shared(desk: Desk, record: Common, owner: str | None) -> tuple[Key, ...]:
    handle = fold_handle(owner) if owner else ""
    name = person_link(desk, owner).text if owner else desk.language.text("nobody")
    tags = tuple(dict.fromkeys(" ".join(tag.split()) for tag in record.tags))
    return (
        Key("unit", (record.team,), (unit_link(desk, record.team).text,)),
        Key("owner", (handle,), (name,)),
        Key("tag", tags, tags),
    )


def filters(desk: Desk, rows: Iterable[tuple[Key, ...]], names: Sequence[str]) -> Filters | None:
    """What a list with rows of these keys can be narrowed by, in this order.

    A key that all rows have alike is left out; None of a list too short or too much alike to be filtered.
    """
    rows = tuple(rows)
    if len(rows) < FEWEST:
        return None
    counts: dict[str, dict[str, int]] = {name: {} for name in names}
    words: dict[str, dict[str, str]] = {name: {} for name in names}
    for key in chain.from_iterable(rows):
        if key.name in counts:
            number, said = counts[key.name], words[key.name]
            for value, word in zip(key.values, key.words, strict=True):
                number[value] = number.get(value, 0) + 1
                said.setdefault(value, word)
    found = (_facet(desk, name, counts[name], words[name], len(rows)) for name in names)
    facets = tuple(facet for facet in found if facet is not None)
    return Filters(tuple(names), facets) if facets else None


def partly(shown: Filters | None, part: str, whole: Link | None) -> Filters | None:
    """The same filters of a list that is only a part: `whole` is where all of it is."""
    return None if shown is None else replace(shown, part=part, whole=whole)


def _facet(desk: Desk, name: str, counts: dict[str, int], words: dict[str, str], rows: int) -> Facet | None:
    """What there is to choose under one key; None where all of so many rows have the same."""
    if not any(count < rows for count in counts.values()):
        return None
    values = list(counts)
    if name in _BY_NAME:
        values.sort(key=lambda value: (not value, desk.language.sort_key(words[value]), value))
    elif name != "unit":
        values.sort(key=lambda value: _ORDER.index(value) if value in _ORDER else -1)
    number = desk.language.number
    choices = tuple(Choice(value, words[value], number(counts[value])) for value in values)
    return Facet(name, desk.language.text(_LABELS[name]), choices)
