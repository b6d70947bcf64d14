"""Which file became which: the versions of a goal from the newest back, wherever it lay.

A goal is followed by its `id`, if it gives itself one, across whatever happened to files; then by `aliases`;
then by its path; then by what git says has moved. One that was removed and comes back goes on.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from goalsite.core.names import id_from_path, nfc
from goalsite.history.contents import LETTERS, Contents, Key
from goalsite.history.entries import Change, Entry
from goalsite.history.facts import Version
from goalsite.model.outline import kind_by_place

_MANY = 1000
"""In a commit that changes more files, ids are not looked for in those that stayed where they were."""

Event = tuple[int, Change]
"""The number of a commit, and what it did to a file."""


class Step(NamedTuple):
    """One version of a goal, or that it went: the commit's number, the path (of one that went: where it lay),
    the content (None: it went), and how it came about: `changed`, `moved`, `born`, `returned`, `removed`."""

    commit: int
    path: str
    key: Key | None
    how: str


class _Origin(NamedTuple):
    """What a version goes on from: the file at `path` before commit `limit`; `removed` is the commit that had
    removed it meanwhile, or did so later."""

    how: str
    path: str
    limit: int
    removed: int | None = None


class Files:
    """The files of a history; `wanted` are the versions that have to be known to tell which became which."""

    def __init__(self, log: Sequence[Entry], versions: Contents, below: str) -> None:
        self._log, self._versions, self._below = [*log], versions, below
        self._committed = len(log)
        self.wanted: dict[Key, None] = {}
        self._letters: dict[str, str] = {}
        self._guesses = 0  # how often a version was asked for that is not known yet
        self._came: dict[str, list[Event]] = {}
        self._gone: dict[str, list[Event]] = {}
        self._removals: list[Event] = []
        self._links: dict[int, dict[str, str]] = {}
        self._origins: dict[int, frozenset[str]] = {}
        self._removed_ids: dict[str, list[Event]] | None = None
        self._unsure: set[int] = set()  # commits whose links were guessed
        self._is_unsure_of_removals = False
        for number, entry in enumerate(log):
            self._enter(number, entry)

    def _enter(self, number: int, entry: Entry) -> None:
        for change in entry.changes:
            if change.after:
                self._came.setdefault(change.after, []).append((number, change))
            if change.before and change.before != change.after:
                self._gone.setdefault(change.before, []).append((number, change))
                if _may_be_gone(change):
                    self._removals.append((number, change))

    def go_on(self, entry: Entry) -> None:
        """Take in what a commit of what is not committed would do. It is no step of any goal."""
        self._enter(len(self._log), entry)
        self._log.append(entry)
        self._removed_ids = None

    def again(self) -> None:
        """Take back what was guessed, and which versions would have told: more of them are known now."""
        self.wanted.clear()
        for number in self._unsure:
            del self._links[number]
            self._origins.pop(number, None)
        self._unsure.clear()
        if self._is_unsure_of_removals:
            self._removed_ids, self._is_unsure_of_removals = None, False

    def now(self, since: int = 0) -> list[str]:
        """The paths of the files that are there after the last commit, and that one from number `since` on
        touched."""
        return [path for path, came in self._came.items() if came[-1][0] >= since and self.is_there(path)]

    def has_lost(self, since: int) -> bool:
        """Whether a commit from number `since` on removed a goal."""
        return bool(self._removals) and self._removals[-1][0] >= since

    def is_there(self, path: str) -> bool:
        """Whether a file is there after the last commit."""
        came, gone = self._came.get(path), self._gone.get(path)
        return came is not None and (gone is None or came[-1][0] >= gone[-1][0])

    def goes_by(self, path: str, name: str) -> bool:
        """Whether this is the id of the file at `path` as far as git knows: the one that it gave itself last,
        else the one that its path makes."""
        blob = self._came[path][-1][1].new
        version = self._versions.known.get(self.key(path, blob))
        if version is None:
            version = self._before(len(self._log), Change(path, "", blob, "")) or _NOTHING
        if version.id:
            return name == version.id
        return path == f"{self._below}{name}.md" or name == self._id(path)

    def gone(self) -> list[str]:
        """The paths of goals that are no more, and that none of the others goes on from."""
        births = [(number, one) for came in self._came.values() for number, one in came if not one.before]
        origins = [self._origin(*event) for event in births] if self._removals else []
        taken = {(origin.removed, origin.path) for origin in origins if origin}
        return [
            change.before
            for number, change in self._removals
            if number < self._committed
            and (number, change.before) not in taken
            and not self.is_there(change.before)
            and self._gone[change.before][-1][0] == number
            and not self._goes_on(number, change.before)
        ]

    def steps(self, path: str) -> list[Step]:
        """The committed versions of the goal that lies at `path`, or lay there last, from the newest on."""
        steps: list[Step] = []
        limit = len(self._log)
        if not self.is_there(path) and path in self._gone:
            limit = self._gone[path][-1][0]
            steps.append(Step(limit, path, None, "removed"))
        while (event := _last(self._came.get(path, ()), limit)) is not None:
            number, change = event
            origin = self._origin(number, change)
            steps.append(Step(number, path, self.key(path, change.new), origin.how if origin else "born"))
            if origin is None:
                break
            if origin.removed is not None and origin.removed < number:
                steps.append(Step(origin.removed, origin.path, None, "removed"))
            path, limit = origin.path, origin.limit
        return [step for step in steps if step.commit < self._committed]

    def key(self, path: str, blob: str) -> Key:
        """What a content is known by where it lies at a path."""
        letter = self._letters.get(path)
        if letter is None:
            letter = self._letters[path] = LETTERS[kind_by_place(path.removeprefix(self._below), True)]
        return blob + letter

    def _version(self, path: str, blob: str) -> Version | None:
        """What is known of a version; None where it cannot be read, or not yet, which is noted."""
        key = self.key(path, blob)
        if key not in self._versions.known:
            self.wanted[key] = None
            self._guesses += 1
            return None
        return self._versions.known[key]

    def _before(self, number: int, change: Change) -> Version | None:
        """What is known of the version that a change took away or replaced; of one that cannot be read the
        version before it, wherever git says that it lay."""
        path, blob = change.before, change.old
        version = self._version(path, blob)
        while version is None and self.key(path, blob) in self._versions.known:
            event = _last(self._came.get(path, ()), number)
            if event is None or not event[1].before:
                break
            number, its = event
            path, blob = its.before, its.old
            version = self._version(path, blob)
        return version

    def _origin(self, number: int, change: Change) -> _Origin | None:
        """What the version that a change brought goes on from; of the first commit none goes on."""
        if number == 0:
            return None
        if change.before and self._is_plain(number, change):
            how = "changed" if change.before == change.after else "moved"
            return _Origin(how, change.before, number)
        before = self._linked(number).get(change.after)
        if before is not None:
            return _Origin("changed" if before == change.after else "moved", before, number)
        return self._returned(number, change)

    def _is_plain(self, number: int, change: Change) -> bool:
        """Whether a file that stayed or moved is beyond doubt the one it was."""
        if change.old == change.new:
            return True
        new = self._version(change.after, change.new)
        old = self._before(number, change)
        if new is None or old is None:
            return True
        return new.id == old.id and (bool(new.id) or change.before == change.after)

    def _linked(self, number: int) -> dict[str, str]:
        """What each path of a commit goes on from, as far as that is told by the commit alone."""
        if number not in self._links:
            guesses = self._guesses
            changes = [one for one in self._log[number].changes if one.old != one.new]
            self._links[number] = self._link(number, changes)
            if self._guesses > guesses:
                self._unsure.add(number)
        return self._links[number]

    def _goes_on(self, number: int, path: str) -> bool:
        """Whether a path that a commit changed or took away goes on from that commit."""
        if number not in self._origins:
            self._origins[number] = frozenset(self._linked(number).values())
        return path in self._origins[number]

    def _link(self, number: int, changes: Sequence[Change]) -> dict[str, str]:
        links: dict[str, str] = {}
        stayed = [one for one in changes if one.before == one.after]
        if len(stayed) > _MANY:
            links = {one.after: one.before for one in stayed}
            changes = [one for one in changes if one.before != one.after]
        came = {one.after: self._version(one.after, one.new) or _NOTHING for one in changes if one.after}
        went = {one.before: self._before(number, one) or _NOTHING for one in changes if one.before}
        free = set(went)

        def link(path: str, origin: str | None) -> None:
            if path not in links and origin in free:
                links[path] = origin
                free.remove(origin)

        for path, version in came.items():
            if path in went and version.id == went[path].id:
                link(path, path)
        ids = {went[path].id: path for path in sorted(free, reverse=True) if went[path].id}
        left = sorted(free - came.keys(), reverse=True)
        names = {went[path].id or self._id(path): path for path in left} | ids
        back = {alias: path for path in left for alias in went[path].aliases}
        for path, version in came.items():
            link(path, ids.get(version.id))
        for path, version in came.items():
            link(path, next((names[alias] for alias in version.aliases if alias in names), None))
            link(path, back.get(version.id))
        for one in sorted(changes, key=lambda one: one.before != one.after):
            if one.after and one.before and not _is_other(one, went[one.before], came[one.after]):
                link(one.after, one.before)
        return links

    def _id(self, path: str) -> str:
        """The id that a path makes."""
        return id_from_path(nfc(path.removeprefix(self._below).removesuffix(".md")))

    def _returned(self, number: int, change: Change) -> _Origin | None:
        """The goal that a file goes on from: one that was removed, or that lay in two places for a time."""
        path = change.after
        new = self._version(path, change.new) or Version()
        candidates: list[Event] = []
        if new.id:
            candidates += self._removed(new.id)
        if (event := _last(self._gone.get(path, ()), number)) and _may_be_gone(event[1]):
            old = self._before(*event) or Version()
            candidates += [event] if not (old.id and new.id) or old.id == new.id else []
        for alias in new.aliases:
            candidates += self._removed(alias)
        free = [event for event in candidates if not self._goes_on(event[0], event[1].before)]
        earlier = [event for event in free if event[0] < number]
        if earlier:
            removed, its = max(earlier, key=lambda event: event[0])
            return _Origin("returned", its.before, removed, removed)
        for removed, its in free:
            if its.before != path and self._name_at(its.before, number) in (new.id, *new.aliases):
                return _Origin("moved", its.before, number, removed)
        return None

    def _name_at(self, path: str, number: int) -> str | None:
        """What a file went by just before a commit; None where there was none."""
        event = _last(self._came.get(path, ()), number)
        if event is None:
            return None
        version = self._version(path, event[1].new)
        return (version.id if version else "") or self._id(path)

    def _removed(self, name: str) -> list[Event]:
        """The removals of goals that go by a name."""
        if self._removed_ids is None:
            guesses = self._guesses
            found: dict[str, list[Event]] = {}
            for number, change in self._removals:
                version = self._before(number, change)
                its = version.id if version and version.id else self._id(change.before)
                found.setdefault(its, []).append((number, change))
            self._is_unsure_of_removals = self._guesses > guesses
            self._removed_ids = {} if self._is_unsure_of_removals else found
        return self._removed_ids.get(name, [])


_NOTHING = Version()


def _may_be_gone(change: Change) -> bool:
    """Whether a goal may have been removed, and not moved as it was."""
    return not change.after or change.old != change.new


def _is_other(change: Change, was: Version, now: Version) -> bool:
    """Whether what git takes for a move is another goal that looks alike: each has an id of its own."""
    return change.before != change.after and bool(was.id and now.id) and was.id != now.id


def _last(events: Sequence[Event], limit: int) -> Event | None:
    """The last event before commit `limit`."""
    at = bisect_left(events, limit, key=lambda event: event[0])
    return events[at - 1] if at else None
