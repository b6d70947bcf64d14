"""The lines of a page's lists. A row tells its story alone: what, whose, how far, and why it says so.

An empty text or None means that there is nothing to say; templates leave it out.
"""

from __future__ import annotations

from msgspec import Struct

from goalsite.pages.choices import Key
from goalsite.pages.elements import Badge, Bar, Figure, Html, Link, NextStep, Svg, Table, Trend


class ObjectiveRow(Struct, frozen=True):
    """An objective in a list. `counts` is the one line under its title (`2 of 3 key results on track`);
    `keys` are what lists of it can be filtered by.
    """

    link: Link
    status: Badge
    owner: Link | None = None
    unit: Link | None = None
    cycle: Link | None = None
    state: Badge | None = None
    reported: Badge | None = None
    exposed: Badge | None = None
    commitment: str = ""
    bar: Bar | None = None
    progress: Figure | None = None
    confidence: Figure | None = None
    behind: Figure | None = None
    score: Figure | None = None
    counts: str = ""
    spark: Svg | None = None
    keys: tuple[Key, ...] = ()


class KpiRow(Struct, frozen=True):
    """A KPI in a list or strip. `since` says how long it has had this colour; `role` why it stands here."""

    link: Link
    health: Badge
    value: Figure | None = None
    target: Figure | None = None
    since: str = ""
    date: str = ""
    owner: Link | None = None
    unit: Link | None = None
    attainment: Figure | None = None
    change: Figure | None = None
    trend: Trend | None = None
    frequency: str = ""
    role: str = ""
    spark: Svg | None = None
    keys: tuple[Key, ...] = ()


class CheckInRow(Struct, frozen=True):
    """A check-in: what was said on a day, newest first in lists."""

    date: str
    value: Figure | None = None
    confidence: Figure | None = None
    status: Badge | None = None
    note: str = ""
    blocked: str = ""
    next: str = ""
    by: Link | None = None


class MilestoneRow(Struct, frozen=True):
    """A milestone of a key result: `state` is its word (done, due, overdue), `date` its day in words."""

    title: str
    state: Badge
    date: str = ""
    weight: Figure | None = None


class KeyResultRow(Struct, frozen=True):
    """A key result, unfolded to its chart, log and plan. `id` is its anchor on the page (`kr-p50`); `measure`
    says how it is measured in words (`14 → 5 min`); `ended` why it left the count; `next_step` what to do
    without check-ins.
    """

    id: str
    title: str
    status: Badge
    measure: str = ""
    owner: Link | None = None
    reported: Badge | None = None
    bar: Bar | None = None
    value: Figure | None = None
    progress: Figure | None = None
    behind: Figure | None = None
    confidence: Figure | None = None
    score: Figure | None = None
    weight: Figure | None = None
    spark: Svg | None = None
    figures: tuple[tuple[str, Figure], ...] = ()
    kpi: Link | None = None
    window: str = ""
    ended: str = ""
    description: Html | None = None
    chart: Svg | None = None
    data: Table | None = None
    log: tuple[CheckInRow, ...] = ()
    older: Link | None = None
    milestones: tuple[MilestoneRow, ...] = ()
    plan: Table | None = None
    next_step: NextStep | None = None


class EdgeRow(Struct, frozen=True):
    """One alignment as a sentence: `before` + the goal + `after` (`supports X`, `由 X 支撑`).

    `direction` is `up` (why it exists), `down` (who carries it) or `across` (depends on, waits for); `kind`
    the edge's key (`supports`); `counts` says that it moves a number and by which weight.
    """

    direction: str
    kind: str
    link: Link
    before: str = ""
    after: str = ""
    unit: Link | None = None
    status: Badge | None = None
    confirmed: Badge | None = None
    counts: str = ""
    note: str = ""


class AskRow(Struct, frozen=True):
    """Something one unit asks of another: who, what, for which goal, how big, and whether it was agreed."""

    unit: Link
    goal: Link
    what: str = ""
    size: str = ""
    confirmed: Badge | None = None
    note: str = ""


class AlertRow(Struct, frozen=True):
    """One thing to act on: what, about which goal, since when, why it says so, what usually helps, and
    whether a row before it helps in the same way."""

    badge: Badge
    link: Link
    what: str
    since: str = ""
    why: str = ""
    helps: str = ""
    helps_again: bool = False
    who: Link | None = None
    rule: Link | None = None
    keys: tuple[Key, ...] = ()


class InitiativeRow(Struct, frozen=True):
    """A piece of work under an objective; never counted."""

    title: str
    state: Badge
    date: str = ""
    owner: Link | None = None
    link: Link | None = None


class ReviewRow(Struct, frozen=True):
    """An interim score or comment of somebody else."""

    date: str
    text: str
    by: Link | None = None
    score: Figure | None = None


class PersonRow(Struct, frozen=True):
    """A person and what they are here (`owner`, `lead of Platform`)."""

    link: Link
    role: str = ""
    unit: Link | None = None


class ComingRow(Struct, frozen=True):
    """Something due: the day, what happens, to which goal, and who does it."""

    date: str
    what: str
    link: Link
    who: Link | None = None
    relative: str = ""


class EventRow(Struct, frozen=True):
    """Something that happened: the day, to what, and the first lines of what it tells."""

    date: str
    link: Link
    lines: tuple[str, ...] = ()
    relative: str = ""
    by: str = ""


class PortfolioRow(Struct, frozen=True):
    """A figure of a whole unit or site: what it means and where it is healthy, with a verdict if there is
    one.
    """

    label: str
    figure: Figure
    healthy: str = ""
    verdict: Badge | None = None
    term: str = ""


class UnitRow(Struct, frozen=True):
    """A unit in a list, by name and what it holds."""

    link: Link
    lead: Link | None = None
    mode: str = ""
    counts: str = ""
    statuses: tuple[Badge, ...] = ()


class CycleRow(Struct, frozen=True):
    """A cycle in a list or in a unit's past: its window in words and what came of it."""

    link: Link
    window: str = ""
    state: Badge | None = None
    figures: tuple[tuple[str, Figure], ...] = ()
    note: str = ""


class CountRow(Struct, frozen=True):
    """How often something occurs, as a bar of shares within 0…1."""

    text: str
    count: Figure
    bar: Bar
