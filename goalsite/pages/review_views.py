"""Views of what spans cycles: verdicts, two cycles beside each other, time, what names a person."""

from __future__ import annotations

from dataclasses import dataclass

from goalsite.pages.choices import Filters, Key
from goalsite.pages.elements import Badge, Figure, Link, Pager, Svg, Table


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """What a cycle came to in one unit: `closed` says how many of its objectives are."""

    unit: Link
    closed: str
    progress: Figure | None = None
    score: Figure | None = None
    verdict: Badge | None = None
    kept: Figure | None = None


@dataclass(frozen=True, slots=True)
class ComparedUnit:
    """A unit's mean score in two cycles; `change` says the difference in words."""

    unit: Link
    now: Figure | None = None
    before: Figure | None = None
    verdict: Badge | None = None
    verdict_before: Badge | None = None
    change: str = ""


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two cycles held against each other: the whole, then by unit, then by root cause."""

    title: str
    sentence: tuple[Figure, ...] = ()
    cycles: tuple[Link, ...] = ()
    figures: Table | None = None
    units: tuple[ComparedUnit, ...] = ()
    units_note: str = ""
    root_causes: Table | None = None
    others: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A text that names a person: where it stands, when it was written if that is known, and what it says."""

    link: Link
    where: str
    text: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """An objective along time, with those it goes on from: `spans` draws them, `words` say the same."""

    link: Link
    status: Badge
    spans: Svg
    words: str
    earlier: tuple[Link, ...] = ()
    waits: tuple[Link, ...] = ()
    keys: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineGroup:
    """The objectives of one unit; `id` is the anchor."""

    id: str
    title: Link
    rows: tuple[TimelineRow, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Objectives of several cycles beside each other on one axis; `note` says what is left out."""

    title: str
    window: str = ""
    axis: Svg | None = None
    groups: tuple[TimelineGroup, ...] = ()
    filters: Filters | None = None
    note: str = ""
    pager: Pager | None = None
