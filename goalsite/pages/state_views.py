"""What a page shows of time: which state of the goals it is of, and the way to other states."""

from __future__ import annotations

from msgspec import Struct

from goalsite.pages.elements import Badge, Bar, Figure, Link


class StateSwitch(Struct, frozen=True):
    """The way from a page to the states of the site: `name` is what the switch is called, `every` the page
    with all of them. A script offers this very page in each of them: `index` is the address of what it reads,
    `today` that of the page as it is now, `day` the state one is in (`2026-09-30`), empty today."""

    name: str
    every: Link
    index: str
    today: str = ""
    day: str = ""


class PastState(Struct, frozen=True):
    """Of what a page of a past state shows: the `day` in words, the commit, and where today's is: this page,
    or the dashboard where there is none any more (`is_gone`). `up` leads from the root of the state's
    language to that of the site: `../../`."""

    day: str
    commit: Link
    today: Link
    is_gone: bool
    up: str


class Steps(Struct, frozen=True):
    """The states before and after this one."""

    before: Link | None = None
    after: Link | None = None


class StateRow(Struct, frozen=True):
    """A state as one row: its day, what ended then, the figures of its cycle, the health of its KPIs."""

    link: Link
    note: str
    cycle: str
    objectives: Figure
    progress: Figure | None
    bar: Bar | None
    kpis: tuple[tuple[Badge, str], ...]
    commit: Link


class StatesPage(Struct, frozen=True):
    """All states that the site keeps, the newest first."""

    title: str
    sentence: tuple[Figure, ...]
    rows: tuple[StateRow, ...]
