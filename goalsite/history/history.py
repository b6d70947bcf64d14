"""The past of all goals: the stage's value for pages, which ask for one goal's story at a time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from goalsite.core.diagnostics import Diagnostic
from goalsite.history.contents import Progress
from goalsite.history.doubts import doubts, refusal, unreadable
from goalsite.history.git import open_repository
from goalsite.history.past import Past
from goalsite.history.records import Commit, Story
from goalsite.history.remember import keep_past, open_past
from goalsite.history.signatures import verified
from goalsite.history.timeline import ANYWHERE, Timeline, Where, timeline_of
from goalsite.history.titles import titles_of


class History(Struct, frozen=True):
    """What git knows of all goals; without git nothing. `commit` is the one it goes up to."""

    commit: str | None = None
    past: Past | None = None

    @property
    def commits(self) -> tuple[Commit, ...]:
        """The commits of the first-parent history, oldest first."""
        return self.past.commits if self.past else ()

    def story(self, path: str, until: date = date.max) -> Story:
        """The past of the goal at `path` as it was known on a day, made when it is asked for; an empty one
        where git knows none."""
        return self.past.story(path, until) if self.past else Story(path)

    @property
    def is_cut(self) -> bool:
        """Whether the history begins where a shallow clone was cut off."""
        return self.past is not None and bool(self.past.log) and self.past.is_cut(0)

    @property
    def is_whole(self) -> bool:
        """Whether everything was read that the commits name: the repository has it, and git gave it."""
        return self.past is None or self.past.versions.is_whole

    def lacks(self, path: str) -> bool:
        """Whether the repository does not have all versions of the goal at `path`."""
        return self.past is not None and self.past.lacks(path) > 0

    @property
    def gone(self) -> tuple[Story, ...]:
        """The goals that are no more."""
        past = self.past
        if past is None:
            return ()
        last = {path: past.last(path) for path in past.removed}
        titles = titles_of(past.repository, {path: key for path, key in last.items() if key})
        return tuple(past.story(path, removed=True)._replace(title=titles.get(path, "")) for path in last)

    def timeline(self, goals: Mapping[str, str], as_of: date) -> tuple[Timeline, tuple[Diagnostic, ...]]:
        """What `read_timeline` says, for some of the goals that were read."""
        if self.past is None or not goals:
            return Timeline(self.commit), ()
        return timeline_of(self.past, goals), doubts(self.past, goals, as_of)


NO_HISTORY = History()
"""What is known without git."""


def read_history(
    root: Path,
    goals: Mapping[str, str],
    timezone: str,
    where: Where = ANYWHERE,
    tell: Progress | None = None,
) -> tuple[History, tuple[Diagnostic, ...]]:
    """The history of the repository that holds the project in `root`, with the past of `goals` (ids by path)
    and of those that are no more. Without git or a repository it is empty."""
    repository = open_repository(root, where.goals_dir, where.commit)
    if repository is None:
        return History(), refusal(root)
    past = open_past(repository, timezone, where.memory)
    if past is None:
        return History(repository.head), (unreadable("git did not give the history"),)
    past.learn(goals, tell, whole=True)
    keep_past(past, where.memory)
    if where.signatures_on is not None:
        touching = [entry.id for entry in past.log if entry.changes]
        past.verified = verified(repository.folder, touching, where.signatures_on, where.memory)
    return History(repository.head, past), ()
