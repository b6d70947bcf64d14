"""What git remembers of goals, ready to be shown."""

from __future__ import annotations

from msgspec import Struct

from goalsite.pages.elements import Figure, Link, Pager


class HistoryRow(Struct, frozen=True):
    """What one commit did to a goal. Whoever wrote it has an empty href without a page of the site, and the
    commit without a place on the web."""

    date: str
    commit: Link
    authors: tuple[Link, ...] = ()
    lines: tuple[str, ...] = ()


class HistorySection(Struct, frozen=True):
    """The newest of a goal's history; `note` says why no more is known."""

    rows: tuple[HistoryRow, ...] = ()
    more: Link | None = None
    note: str = ""


class HistoryPage(Struct, frozen=True):
    """All of a goal's history, newest first, 500 commits to a page."""

    title: str
    goal: Link
    rows: tuple[HistoryRow, ...] = ()
    note: str = ""
    pager: Pager | None = None


class PostRow(Struct, frozen=True):
    """A target, baseline or weight that moved: from what to what, when, by whom, and the reason given."""

    what: str
    date: str
    commit: Link
    authors: tuple[Link, ...] = ()
    reason: str = ""
    goal: Link | None = None


class Posts(Struct, frozen=True):
    """The goal posts that moved; `now` is the progress or score as it is, `original` the same held against
    what was said first."""

    rows: tuple[PostRow, ...]
    label: str = ""
    now: Figure | None = None
    original: Figure | None = None


class UnitPosts(Struct, frozen=True):
    """The goal posts that moved in one unit."""

    unit: Link
    rows: tuple[PostRow, ...]


class ChangeRow(Struct, frozen=True):
    """One thing that happened to a goal: what it was, in lines, by whom, and by which commit, if by one."""

    what: str
    lines: tuple[str, ...] = ()
    authors: tuple[Link, ...] = ()
    commit: Link | None = None


class GoalChanges(Struct, frozen=True):
    """What happened to one goal on a day; one that is no more has an empty href."""

    goal: Link
    rows: tuple[ChangeRow, ...]


class DayChanges(Struct, frozen=True):
    """What one day brought, goal by goal."""

    date: str
    goals: tuple[GoalChanges, ...]


class Period(Struct, frozen=True):
    """What a stretch of time brought, day by day, newest first; `note` says from when to when it is."""

    id: str
    title: str
    note: str
    days: tuple[DayChanges, ...]


class ChangesPage(Struct, frozen=True):
    """What changed on the site, or in a unit with those below it; `earlier` leads to the months before."""

    title: str
    intro: str = ""
    note: str = ""
    places: tuple[Link, ...] = ()
    periods: tuple[Period, ...] = ()
    earlier: tuple[Link, ...] = ()
    pager: Pager | None = None
