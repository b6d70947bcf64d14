"""The commits that a branch stood at when days ended: what a past state of a site is made from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import accumulate
from pathlib import Path

from msgspec import Struct

from goalsite.core.periods import DAY, months_from
from goalsite.history.clock import nearest_day
from goalsite.history.git import ask, cut_commits


class State(Struct, frozen=True):
    """A project as it was at the end of a day: at the commit that the branch had then. `cycles` are those
    that ended on that day, by id."""

    day: date
    commit: str
    cycles: tuple[str, ...] = ()


class Branch(Struct, frozen=True):
    """The commits of a first-parent history, oldest first, and the day on which each became public.

    `is_cut` tells that there are older ones, which a shallow clone does not have.
    """

    commits: tuple[str, ...]
    days: tuple[date, ...]
    is_cut: bool = False

    def at_end_of(self, day: date) -> str | None:
        """The last commit of a day or before it; None before the first."""
        number = bisect_right(self.days, day)
        return self.commits[number - 1] if number else None


def read_branch(root: Path, commit: str, timezone: str) -> Branch | None:
    """The branch that leads to a commit of the repository that holds `root`; None where git does not tell.

    As everywhere, a commit is never older than the one before it.
    """
    said = ask(root, "log", "--first-parent", "--format=%H %ct", commit, "--")
    lines = [line.split() for line in (said or b"").decode("ascii", "replace").splitlines()][::-1]
    if not lines:
        return None
    names = tuple(name for name, _ in lines)
    moments = accumulate((int(seconds) for _, seconds in lines), max)
    days = tuple(nearest_day(seconds, timezone) for seconds in moments)
    return Branch(names, days, is_cut=names[0] in cut_commits(root))


def ends_of_months(first: date, before: date) -> Iterator[date]:
    """The last day of each month from that of `first` on that is over `before` a day, the newest first."""
    day = before.replace(day=1)
    while day > first and day > date.min:
        day -= DAY
        yield day
        day = months_from(day.year, day.month, 1).start
