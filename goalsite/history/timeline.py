"""The dates that git gives: what key results said by `current`, and when; since when steps are done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from goalsite.core.diagnostics import Diagnostic
from goalsite.history.contents import Progress
from goalsite.history.doubts import doubts, refusal, unreadable
from goalsite.history.git import open_repository
from goalsite.history.parts import step_name
from goalsite.history.past import Past
from goalsite.history.remember import keep_past, open_past
from goalsite.history.statements import Stated, done_since, statements
from goalsite.model.records import KeyResult


class Timeline(Struct, frozen=True):
    """What git knows: `commit` is the checked-out commit's id, None without git.

    Of each file that was asked for: `changed` is the day (in the config's time zone) of the last commit that
    touched it, `said` what its key results said by `current`, by id, and `done` since when its steps are
    done, by key result and title.
    """

    commit: str | None = None
    changed: Mapping[str, date] = field(default_factory=dict)
    said: Mapping[str, Mapping[str, tuple[Stated, ...]]] = field(default_factory=dict)
    done: Mapping[str, Mapping[tuple[str, str], date]] = field(default_factory=dict)

    def statements(self, path: str, result: str) -> tuple[Stated, ...]:
        """What a key result said by `current`, oldest first."""
        return self.said.get(path, {}).get(result, ())

    def done_since(self, path: str, result: KeyResult, milestone: str) -> date | None:
        """The day since which a step is done without saying when; None where git does not know."""
        name = step_name(result.id if result.named else "", result.title)
        return self.done.get(path, {}).get((name, milestone))

    def dating(self, path: str) -> tuple[Any, ...]:
        """All that dates what one file says."""
        return (self.said.get(path), self.done.get(path))

    def of(self, path: str) -> tuple[str, ...]:
        """All that is known of one file, in a form that can be compared and kept."""
        known = (self.changed.get(path), self.said.get(path), self.done.get(path))
        return tuple(map(repr, known))


class Where(Struct, frozen=True):
    """Where history is looked for: for goals in this folder, up to this commit (else the one that is checked
    out), and in what is remembered in this folder. Signatures are checked where there is a day on which."""

    goals_dir: str = "goals"
    commit: str = ""
    memory: Path | None = None
    signatures_on: date | None = None


ANYWHERE = Where()
"""In the folder `goals`, up to what is checked out, with nothing remembered."""


def read_timeline(
    root: Path,
    goals: Mapping[str, str],
    timezone: str,
    where: Where = ANYWHERE,
    as_of: date = date.max,
    tell: Progress | None = None,
) -> tuple[Timeline, tuple[Diagnostic, ...]]:
    """The timeline of the repository that holds the project in `root`, for `goals`: ids by path.

    Without git or a repository it is empty. What git cannot date rightly is told, and what it dates after
    `as_of`.
    """
    repository = open_repository(root, where.goals_dir, where.commit)
    if repository is None:
        return Timeline(), refusal(root) if goals else ()
    if not goals:
        return Timeline(repository.head), ()
    past = open_past(repository, timezone, where.memory)
    if past is None:
        return Timeline(repository.head), (unreadable("git did not give the history"),)
    past.learn(goals, tell)
    keep_past(past, where.memory)
    return timeline_of(past, goals), doubts(past, goals, as_of)


def timeline_of(past: Past, goals: Mapping[str, str]) -> Timeline:
    """The timeline of goals that a past was made to learn."""
    known = {path: steps for path in goals if (steps := past.steps(path))}
    return Timeline(
        past.repository.head,
        {path: past.day(steps[-1].commit) for path, steps in known.items()},
        {path: said for path in known if (said := statements(past, path))},
        {path: done for path in known if (done := done_since(past, path))},
    )
