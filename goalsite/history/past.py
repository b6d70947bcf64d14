"""What git knows of goals: each goal's versions, read once; and from them its story and what it said when."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import accumulate

from goalsite.history.blobs import blob_id, hash_of
from goalsite.history.clock import nearest_day
from goalsite.history.contents import Contents, Kept, Key, Progress, kind_of
from goalsite.history.entries import Entry
from goalsite.history.facts import Reader
from goalsite.history.files import Files, Step
from goalsite.history.git import Repository
from goalsite.history.recent import tree_of
from goalsite.history.records import Commit, Edit, Fact, Story, Turn
from goalsite.history.uncommitted import came_and_went, changes_of, edited, is_on_disk

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
        self._steps: dict[str, list[Step]] = {}

    def learn(self, goals: Mapping[str, str], tell: Progress | None = None, *, whole: bool = False) -> None:
        """Read whatever of these goals (ids by path) has not been read; with `whole` of all goals, those that
        are no more too. What is not committed goes on as it will once it is. To be called once."""
        tip = self.log[-1].id if self.log else ""
        known = [at for path in goals if self.files.is_there(at := self.repository.in_git(path))]
        wanted = self._unread() if whole else known
        has_gone = whole and self.whole != tip
        self._read(lambda: (*wanted, *(self.files.gone() if has_gone else ())), tell)
        if whole and self.versions.is_whole:
            self.whole = tip
        if self.repository.is_ahead and self.log:
            changed = self._go_on({self.repository.in_git(path): name for path, name in goals.items()})
            if changed:
                self._read(lambda: changed, tell)

    def _read(self, paths: Callable[[], Iterable[str]], tell: Progress | None) -> None:
        """Read the versions of the files at these paths, which may be others the more is known."""
        while True:
            self.files.again()
            steps = {path: self.files.steps(path) for path in paths()}
            contents = [list(_keys(its)) for its in steps.values()]
            told = {key for keys in contents for key in keys}
            contents += [[key] for key in self.files.wanted if key not in told]
            if not self.versions.learn(self.repository, contents, tell):
                break
        self._steps |= steps

    def _go_on(self, goals: Mapping[str, str]) -> Collection[str]:
        """Take in what a commit of the working tree would do, if it would bring, take away or rename a goal:
        the paths of the goals (given with their ids) of which it may change what they go on from."""
        files, repository = self.files, self.repository
        known = dict.fromkeys(path for path in files.now() if path.startswith(repository.below))
        others = [path for path in known if path not in goals]
        is_short = any(not is_on_disk(repository, path) for path in others)
        named = [path for path in known if goals.get(path)]
        renamed = [path for path in named if not files.goes_by(path, goals[path])]
        new = goals.keys() - known.keys()
        if not (is_short or renamed or (new and files.has_lost(0))):
            return ()
        held = tree_of(repository, repository.head, ())
        came, went = came_and_went(repository, held, goals.keys())
        stayed = edited(repository, held, (path for path in (*renamed, *others) if path in held))
        self._hold({**came, **stayed})
        changes = changes_of(repository, held, came, went, stayed)
        files.go_on(Entry("", 0, (), "", "", changes, {}))
        return goals.keys() if went else {*new, *renamed}

    def _hold(self, contents: Mapping[str, bytes]) -> None:
        """Read what files say that are not committed, by path."""
        known, how = self.versions.known, hash_of(self.repository.head)
        keys = {self.files.key(path, blob_id(data, how)): data for path, data in contents.items()}
        for key, data in keys.items():
            if key not in known:
                read = Reader().read(data, kind_of(key))
                known[key] = read.version if read else None

    def _unread(self) -> list[str]:
        """The files that a commit touched which came after all goals were read for the last time; all, where
        one was removed since then: a copy of it may go on from it."""
        numbers = (number for number, entry in enumerate(self.log, 1) if entry.id == self.whole)
        since = next(numbers, 0) if self.whole else 0
        return self.files.now(0 if self.files.has_lost(since) else since)

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
        at = self.repository.in_git(path)
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
