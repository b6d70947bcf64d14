"""What git knows of goals: each goal's versions, read once; and from them its story and what it said when."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import accumulate

from goalsite.history.clock import nearest_day
from goalsite.history.contents import Contents, Kept, Key, Progress
from goalsite.history.entries import Entry
from goalsite.history.files import Files, Step
from goalsite.history.git import Repository
from goalsite.history.records import Commit, Edit, Fact, Story, Turn

_DAYS = frozenset(("start", "due", "closed", "on", "checked", "done"))
"""Fields that are days, where they are text."""


class Past:
    """The history of one repository, in a time zone. Paths are the project's.

    `before` is the log that was remembered, and `whole` the last commit at which all goals had been read.
    """

    def __init__(
        self,
        repository: Repository,
        log: Sequence[Entry],
        versions: Contents,
        timezone: str,
        before: Sequence[Entry] = (),
        whole: str = "",
    ) -> None:
        self.repository, self.log, self.versions, self.before = repository, log, versions, before
        self.files = Files(log, versions, repository.below)
        self._timezone = timezone
        self._public = list(accumulate((entry.seconds for entry in log), max))
        self.whole = self.was_whole = whole
        self.kept = Kept()
        self.verified: frozenset[str] = frozenset()
        self._at: dict[str, str] = {}
        self._steps: dict[str, list[Step]] = {}

    def learn(self, goals: Mapping[str, str], tell: Progress | None = None, *, whole: bool = False) -> None:
        """Read whatever of these goals (ids by path) has not been read; with `whole` of all goals, those that
        are no more too. A file that git does not know goes on from the one that has its id and is not there
        any more."""
        known = {path: at for path in goals if self.files.is_there(at := self.repository.in_git(path))}
        unknown = {name: path for path, name in goals.items() if path not in known}
        left = self._left() if unknown else []
        tip = self.log[-1].id if self.log else ""
        wanted = self._unread() if whole else [*known.values()]
        while True:
            self.files.again()
            moved = {unknown[name]: path for path in left if (name := self.files.name(path)) in unknown}
            removed = self.files.gone() if whole and self.whole != tip else []
            self._steps = {path: self.files.steps(path) for path in (*wanted, *moved.values(), *removed)}
            contents = [list(_keys(steps)) for steps in self._steps.values()]
            told = {key for keys in contents for key in keys}
            contents += [[key] for key in self.files.wanted if key not in told]
            if not self.versions.learn(self.repository, contents, tell):
                break
        self._at = moved
        if whole and self.versions.is_whole:
            self.whole = tip

    def _unread(self) -> list[str]:
        """The files that a commit touched which came after all goals were read for the last time; all, where
        one was removed since then: a copy of it may go on from it."""
        numbers = (number for number, entry in enumerate(self.log, 1) if entry.id == self.whole)
        since = next(numbers, 0) if self.whole else 0
        return self.files.now(0 if self.files.has_lost(since) else since)

    def _left(self) -> list[str]:
        """The goals that git knows and that are not on the disk any more."""
        below, folder = self.repository.below, self.repository.folder
        mine = (path for path in self.files.now() if path.startswith(below))
        return [path for path in mine if not (folder / path.removeprefix(below)).exists()]

    @property
    def removed(self) -> tuple[str, ...]:
        """The paths of goals that are no more, where they lay last."""
        return tuple(map(self.repository.in_project, self.files.gone()))

    def last(self, path: str) -> Key | None:
        """The last content that can be read of a goal that was removed from there."""
        steps = reversed(self._steps_at(self.repository.in_git(path)))
        return next((step.key for step in steps if step.key and self.versions.known.get(step.key)), None)

    def steps(self, path: str) -> list[Step]:
        """The versions of a goal, from the oldest on; none where git does not know the file."""
        at = self._at.get(path, self.repository.in_git(path))
        return self._steps_at(at) if self.files.is_there(at) else []

    def _steps_at(self, at: str) -> list[Step]:
        if at not in self._steps:
            self._steps[at] = self.files.steps(at)
        return self._steps[at][::-1]

    def day(self, number: int) -> date:
        """The day on which commit `number` became public."""
        return nearest_day(self._public[number], self._timezone)

    def own_day(self, number: int) -> date:
        """The day of the commit's own clock."""
        return nearest_day(self.log[number].seconds, self._timezone)

    def leader(self, number: int) -> int:
        """The number of the commit up to this one whose clock gave the day."""
        return bisect_left(self._public, self._public[number])

    def commit(self, number: int, path: str | None = None) -> Commit:
        """A commit, of a merge with the authors of what it brought, of one file or of all."""
        entry = self.log[number]
        authors: Iterable[str] = (entry.author,)
        if entry.authors:
            authors = entry.authors.get(path, authors) if path else sum(entry.authors.values(), ())
        is_verified = entry.id in self.verified
        return Commit(entry.id, self.day(number), tuple(dict.fromkeys(authors)), entry.subject, is_verified)

    @cached_property
    def commits(self) -> tuple[Commit, ...]:
        """All commits, oldest first."""
        return tuple(self.commit(number) for number in range(len(self.log)))

    def is_cut(self, number: int) -> bool:
        """Whether a shallow clone begins with this commit: what it says may have been said before."""
        return self.log[number].id in self.repository.cut

    def lacks(self, path: str) -> int:
        """How many versions of a goal the repository does not have."""
        return len(set(_keys(self.steps(path))) & self.versions.lacking)

    def story(self, path: str, until: date = date.max, *, removed: bool = False) -> Story:
        """The past, as it was known on a day, of a goal that lies there, or of one that was `removed` from
        there."""
        steps = self._steps_at(self.repository.in_git(path)) if removed else self.steps(path)
        steps = [step for step in steps if self.day(step.commit) <= until]
        turns: list[Turn] = []
        edits: list[Edit] = []
        before: Key | None = None
        for earlier, step in zip((None, *steps), steps, strict=False):
            commit = self.commit(step.commit, step.path)
            if step.how != "changed" and not (step.how == "born" and self.is_cut(step.commit)):
                turns.append(self._turn(commit, earlier, step))
            if step.key is None or self.versions.known.get(step.key) is None:
                continue
            if before:
                changes = self.versions.changes.get((before, step.key), ())
                edits += [Edit(commit, part, field, *_typed(field, facts)) for part, field, *facts in changes]
            before = step.key
        last = self.commit(steps[-1].commit, steps[-1].path) if steps else None
        is_whole = not steps or not self.is_cut(steps[0].commit)
        return Story(path, tuple(turns), tuple(edits), last, is_whole)

    def _turn(self, commit: Commit, earlier: Step | None, step: Step) -> Turn:
        here = self.repository.in_project(step.path)
        if step.how == "removed":
            return Turn(commit, step.how, here, "")
        there = self.repository.in_project(earlier.path) if earlier and step.how == "moved" else ""
        return Turn(commit, step.how, there, here)


def _keys(steps: Iterable[Step]) -> Iterator[Key]:
    """The contents of a goal's versions, from the oldest on."""
    return (step.key for step in reversed([*steps]) if step.key)


def _typed(field: str, facts: Iterable[Fact]) -> tuple[Fact, Fact]:
    before, after = facts
    return _day_of(field, before), _day_of(field, after)


def _day_of(field: str, fact: Fact) -> Fact:
    """A day as a day, where the text is one."""
    if field in _DAYS and isinstance(fact, str):
        try:
            return date.fromisoformat(fact)
        except ValueError:
            return fact
    return fact
