"""What git knows of goals, as values: commits, and of each goal how it came, moved, changed and went."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

Fact = str | float | bool | date | tuple["Fact", ...] | None
"""What a field said; None where it said nothing. Lists are tuples, in one order whatever the file's."""

Part = tuple[str, ...]
"""What a field belongs to: `()` the goal itself, `("key_result", id)`, `("milestone", id, title)`,
`("target", "2026-01-01")` (the `from` or `period` of a KPI's target), `("initiative", title)`."""


class Commit(NamedTuple):
    """A commit of the branch's first-parent history, and the day (in the config's time zone) on which it
    became public: its committer's, never before its parent's. `authors` are names without addresses; of a
    merge those who wrote what it brought. `subject` is the first line of its message. It `is_verified` where
    signatures were checked and git says that this one is good and of a trusted key."""

    id: str
    day: date
    authors: tuple[str, ...]
    subject: str
    is_verified: bool = False


class Edit(NamedTuple):
    """That a field of a goal says something else since a commit.

    Of a merge `commit.authors` are those of the commits that touched this file. A part that came or went
    has the field `""`, before and after being None and its title; its other fields are told only while it
    is there before and after.
    """

    commit: Commit
    part: Part
    field: str
    before: Fact
    after: Fact


class Turn(NamedTuple):
    """That a goal's file came (`born`), moved (`moved`: another path), went (`removed`) or came back
    (`returned`). Paths are relative to the project, empty where there is none."""

    commit: Commit
    kind: str
    before: str
    after: str


class Story(NamedTuple):
    """One goal's past, oldest first. `path` is where it lies today, or lay last.

    `is_whole` is false where a shallow clone begins after the goal did: then nothing was `born`.
    `last` is the commit that touched the file last, and `title` the last one of a goal that is no more.
    """

    path: str
    turns: tuple[Turn, ...] = ()
    edits: tuple[Edit, ...] = ()
    last: Commit | None = None
    is_whole: bool = True
    title: str = ""

    @property
    def born(self) -> Commit | None:
        """The commit that brought the goal; None while git does not know it, or where the clone is too
        shallow to tell."""
        return next((turn.commit for turn in self.turns if turn.kind == "born"), None)

    def of(self, part: Part) -> tuple[Edit, ...]:
        """The edits of one part."""
        return tuple(edit for edit in self.edits if edit.part == part)
