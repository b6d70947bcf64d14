"""Views of what spans cycles: verdicts, two cycles beside each other, time, what names a person."""

from __future__ import annotations

from msgspec import Struct

from goalsite.pages.choices import Filters, Key
from goalsite.pages.elements import Badge, Figure, Link, Pager, Svg, Table


class VerdictRow(Struct, frozen=True):
    """What a cycle came to in one unit: `closed` says how many of its objectives are."""

    unit: Link
    closed: str
    progress: Figure | None = None
    score: Figure | None = None
    verdict: Badge | None = None
    kept: Figure | None = None


class ComparedUnit(Struct, frozen=True):
    """A unit's mean score in two cycles; `change` says the difference in words."""

    unit: Link
    now: Figure | None = None
    before: Figure | None = None
    verdict: Badge | None = None
    verdict_before: Badge | None = None
    change: str = ""


class ComparePage(Struct, frozen=True):
    """Two cycles held against each other: the whole, then by unit, then by root cause."""

    title: str
    sentence: tuple[Figure, ...] = ()
    cycles: tuple[Link, ...] = ()
    figures: Table | None = None
    units: tuple[ComparedUnit, ...] = ()
    units_note: str = ""
    root_causes: Table | None = None
    others: tuple[Link, ...] = ()


class MentionRow(Struct, frozen=True):
    """A text that names a person: where it stands, when it was written if that is known, and what it says."""

    link: Link
    where: str
    text: str
    date: str = ""


class TimelineRow(Struct, frozen=True):
    """An objective along time, with those it goes on from: `spans` draws them, `words` say the same."""

    link: Link
    status: Badge
    spans: Svg
    words: str
    earlier: tuple[Link, ...] = ()
    waits: tuple[Link, ...] = ()
    keys: tuple[Key, ...] = ()


class TimelineGroup(Struct, frozen=True):
    """The objectives of one unit; `id` is the anchor."""

    id: str
    title: Link
    rows: tuple[TimelineRow, ...]


class TimelinePage(Struct, frozen=True):
    """Objectives of several cycles beside each other on one axis; `note` says what is left out."""

    title: str
    window: str = ""
    axis: Svg | None = None
    groups: tuple[TimelineGroup, ...] = ()
    filters: Filters | None = None
    note: str = ""
    pager: Pager | None = None
