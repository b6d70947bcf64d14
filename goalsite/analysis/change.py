"""What differs between two states, as values."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from goalsite.analysis.effects import Effect, UnitEffects
from goalsite.core.diagnostics import Diagnostic
from goalsite.history.facts import differences
from goalsite.history.parts import Facts
from goalsite.history.records import Fact, Part
from goalsite.model.records import Common

_FIRST = (
    *("", "title", "kind", "status", "outcome", "cycle", "team", "owner", "start", "due"),
    *("baseline", "target"),
)
"""Fields that are told first, in this order; all others follow by their names."""

_PARTS = ("", "key_result", "milestone", "target", "point", "checkin")
"""The kinds of parts in the order in which they are told, before all others."""


class Change(NamedTuple):
    """That a field of a part says something else, as `history.records.Edit` tells it of a commit."""

    part: Part
    field: str
    before: Fact
    after: Fact


class Altered(Struct, frozen=True):
    """A goal, unit, person or page that is not the same on both sides; a record is None where it is not.

    `body` are the lines of its text that went (`-…`) and came (`+…`); `effects` what changed of its figures.
    """

    kind: str
    before: Common | None
    after: Common | None
    changes: tuple[Change, ...] = ()
    body: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()

    @property
    def record(self) -> Common:
        """As it is, or else as it was."""
        record = self.after or self.before
        if record is None:
            raise ValueError("a record that is on neither side")
        return record

    @property
    def change(self) -> str:
        """`added`, `removed`, `moved`, `changed`, or `affected` where nothing of it was written."""
        if self.before is None or self.after is None:
            return "added" if self.before is None else "removed"
        if self.is_moved:
            return "moved"
        return "changed" if self.is_touched else "affected"

    @property
    def is_moved(self) -> bool:
        """Whether it is on both sides and has another id or path."""
        before, after = self.before, self.after
        if before is None or after is None:
            return False
        return (before.id, before.path) != (after.id, after.path)

    @property
    def is_touched(self) -> bool:
        """Whether something of it was written, and not only its figures are others."""
        return not (self.before and self.after) or self.is_moved or bool(self.changes or self.body)


class Difference(Struct, frozen=True):
    """All that differs.

    `goals` are objectives and KPIs, `others` units, people and pages; `settings` those of the configuration,
    by key; `new` and `gone` findings; `unread` the files that one side alone can read, by path, with whether
    that is the side after.
    """

    goals: tuple[Altered, ...] = ()
    others: tuple[Altered, ...] = ()
    units: tuple[UnitEffects, ...] = ()
    settings: tuple[Change, ...] = ()
    new: tuple[Diagnostic, ...] = ()
    gone: tuple[Diagnostic, ...] = ()
    unread: tuple[tuple[str, bool], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return self == Difference()


def changes_between(before: Facts, after: Facts) -> tuple[Change, ...]:
    """What changed, each field once: first of the goal itself, then part by part.

    Of a key result that came or went only that is told, and nothing of its check-ins and milestones.
    """
    found = [Change(*one) for one in differences(before, after)]
    whole = {change.part[1] for change in found if change.part[:1] == ("key_result",) and not change.field}
    kept = (
        change
        for change in found
        if not (change.part[:1] in (("milestone",), ("checkin",)) and change.part[1] in whole)
    )
    return tuple(sorted(kept, key=_place))


def _place(change: Change) -> tuple[int, Part, int, str]:
    name = change.field
    kind = change.part[0] if change.part else ""
    rank = _PARTS.index(kind) if kind in _PARTS else len(_PARTS)
    return rank, change.part, _FIRST.index(name) if name in _FIRST else len(_FIRST), name
