"""Two ends of the past of goals, at which contents are held against each other: once they were settled, and
now. Of all goals that say the same of their goal posts at both, nothing else is read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from goalsite.core.values import replace
from goalsite.history.blobs import blob_id, hash_of, read_blobs
from goalsite.history.contents import Contents, blob_of
from goalsite.history.git import Repository
from goalsite.history.past import Past
from goalsite.history.recent import (
    Line,
    base_entry,
    changed_lines,
    entries_of,
    gone_between,
    read_line,
    tree_of,
)
from goalsite.source.decode import DOCUMENT_BYTES

_LONGEST = 400  # days; what moved a year ago nobody has to be told any more
_MOST = 8  # ends; where goals have more different days, all are looked at from the first on
_POST = "(target|baseline|weight|commit|stretch|min|max|allowed_misses|id)[\"']? *:"  # in git's words, too
_HAS_POST = re.compile(_POST.encode())


class Ends(Struct, frozen=True):
    """The goals of a repository at two ends. By path: `settled` are the days up to which they may be agreed
    on, `bases` the commits of these days, of which `first` is the oldest. `trees` are the files that were
    there at a base, and `head` those that are there at the last commit, as git has their paths."""

    repository: Repository
    line: Line
    settled: Mapping[str, date]
    first: str
    bases: Mapping[str, str]
    trees: Mapping[str, Mapping[str, str]]
    head: Mapping[str, str]

    def past(self, now: Mapping[str, bytes]) -> tuple[Past | None, set[str]]:
        """The past, from the first base on, of the goals whose goal posts read otherwise than they did, and
        of those that were not there; and which these are. `now` is what the files say."""
        repository, in_git = self.repository, self.repository.in_git
        new = {path for path in now if self._held(path) is None}
        chosen = new | self._reworded(now)
        paths = {in_git(path) for path in chosen}
        if not paths:
            return None, chosen
        if new:
            paths |= gone_between(repository, self.first)
        if any(in_git(path) not in self.head for path in new):
            paths |= self._left()
        entries = entries_of(repository, self.line, self.first, paths)
        if entries is None:
            return None, chosen
        if self.first:
            paths |= {path for entry in entries for one in entry.changes for path in one[:2] if path}
            held = tree_of(repository, self.first, paths)
            repository = replace(repository, cut=repository.cut | {self.first})
            entries = [base_entry(self.first, held.items()), *entries]
        return Past(repository, entries, Contents(), self.line.timezone) if entries else None, chosen

    def _held(self, path: str) -> str | None:
        """What a file held at its base."""
        return self.trees[self.bases[path]].get(self.repository.in_git(path))

    def _reworded(self, now: Mapping[str, bytes]) -> set[str]:
        """The files in which goal posts read otherwise than at their base."""
        repository = self.repository
        found: set[str] = set()
        for base in {*self.bases.values()}:
            names = {
                repository.in_git(path): path
                for path in now
                if self.bases[path] == base and self._held(path) not in (None, self.head.get(path))
            }
            changed = changed_lines(repository, base, _POST, names) if names else ()
            found |= {names[name] for name in changed}
        left = {path: self.head[name] for path in now if (name := repository.in_git(path)) in self.head}
        how = hash_of(repository.head)
        dirty = [path for path, blob in left.items() if blob != blob_id(now[path], how)]
        contents = read_blobs(repository, [left[path] for path in dirty], DOCUMENT_BYTES)
        edited = zip(dirty, contents, strict=False)
        return found | {path for path, content in edited if posts(content.data or b"") != posts(now[path])}

    def _left(self) -> set[str]:
        """The files that git knows and that are not on the disk any more."""
        repository = self.repository
        known = tree_of(repository, repository.head, ())
        return {
            path for path in known if not (repository.folder / path.removeprefix(repository.below)).exists()
        }

    def suspects(self, past: Past, now: Mapping[str, bytes]) -> Iterator[str]:
        """The goals, of these in a past, whose goal posts may have moved since they were settled, or that may
        have come late."""
        held: dict[str, str] = {}
        for path, data in now.items():
            steps = [step for step in past.steps(path) if step.key]
            keys = [step.key for step in steps if past.day(step.commit) <= self.settled[path]]
            if keys and keys[-1]:
                if blob_of(keys[-1]) != blob_id(data, hash_of(self.repository.head)):
                    held[path] = blob_of(keys[-1])
            elif steps or self._held(path) is None:
                yield path
        contents = read_blobs(self.repository, [*held.values()], DOCUMENT_BYTES)
        for path, before in zip(held, contents, strict=False):
            if before.data is not None and posts(before.data) != posts(now[path]):
                yield path

    def were_there(self, paths: Collection[str]) -> bool:
        """Whether one of the files was there at the first base."""
        names = [self.repository.in_git(path) for path in paths]
        return not tree_of(self.repository, self.first, names).keys().isdisjoint(names)


def ends_of(repository: Repository, settled: Mapping[str, date], timezone: str, as_of: date) -> Ends | None:
    """The ends of goals, given with the days up to which they may be agreed on; None of no goals, and where
    git does not tell."""
    if not settled:
        return None
    farthest = date.fromordinal(max(1, as_of.toordinal() - _LONGEST))
    since = max(farthest, min(settled.values()))
    line = read_line(repository, since, timezone)
    if line is None:
        return None
    first = line.at(since)
    bases = {path: line.at(max(farthest, day)) for path, day in settled.items()}
    if len({*bases.values()}) > _MOST:
        bases = dict.fromkeys(settled, first)
    paths = [repository.in_git(path) for path in settled]
    trees = {base: tree_of(repository, base, paths) for base in {*bases.values()}}
    return Ends(repository, line, settled, first, bases, trees, tree_of(repository, repository.head, paths))


def posts(data: bytes) -> Sequence[bytes]:
    """The lines of a file that may hold a goal post."""
    return [line for line in data.splitlines() if _HAS_POST.search(line)]
