"""Goal posts: what is a move of one, when a goal has promised where they stand, and when a reason is given.

The site tells every move since a goal's window began; rules tell those for which nobody says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from goalsite.core.periods import Period
from goalsite.history.records import Edit, Fact, Part

FIELDS = ("target", "commit", "stretch", "baseline", "min", "max", "allowed_misses", "weight")
"""The fields of a key result that say what its values are held against, and how much it weighs."""

MEANWHILE = frozenset(("unit", "kpi", "over", "id", ""))
"""Fields of a key result that make an earlier number mean something else."""

DRAFTS = ("draft", "proposed")
"""The states of a goal that has promised nothing yet."""

_REASONS = ("reason", "note")
_LEAVING = ("status", "replaced_by")


class Move(NamedTuple):
    """That a field said `before`, and says `after` since a day."""

    field: str
    before: Fact
    after: Fact
    day: date


def settled(window: Period, share: float) -> date:
    """The last day on which a goal may still be agreed on: when that share of its window is over."""
    return window.start + timedelta(days=int((window.end - window.start).days * share))


def is_move(edit: Edit) -> bool:
    """Whether an edit moves a goal post: it said something before."""
    return edit.part[:1] == ("key_result",) and edit.field in FIELDS and edit.before is not None


def is_promise(edit: Edit) -> bool:
    """Whether a goal is no draft any more since an edit."""
    return edit.part == () and edit.field == "status" and edit.before in DRAFTS and edit.after not in DRAFTS


def reason_beside(edits: Iterable[Edit], part: Part) -> str:
    """The reason that a commit gives in the file for what it changed in a key result; empty without one."""
    given = (edit.after for edit in edits if edit.part == part and edit.field in _REASONS)
    return next((reason for reason in given if isinstance(reason, str) and reason), "")


def promised(edits: Sequence[Edit]) -> Sequence[Edit]:
    """The edits, oldest first, of the time in which a goal was no draft."""
    commits = [edit.commit for edit in edits if is_promise(edit)]
    if not commits:
        return edits
    last = max(number for number, edit in enumerate(edits) if edit.commit == commits[-1])
    return edits[last + 1 :]


def came(edits: Iterable[Edit], part: Part, after: timedelta) -> date:
    """The last day on which a key result may still be agreed on: so long after it came, and the earliest of
    all days for one that was always there."""
    days = (edit.commit.day for edit in edits if edit.part == part and not edit.field and edit.before is None)
    return max(days, default=date.min) + after


def unexplained(edits: Sequence[Edit], part: Part, fields: Sequence[str], since: date) -> tuple[Move, ...]:
    """The goal posts among `fields` of a key result that moved after a day and stand elsewhere now, and no
    reason was given with it or later."""
    moves: dict[str, Move] = {}
    for commit, together in groupby(edits, key=lambda edit: edit.commit):
        its = [edit for edit in together if edit.part == part]
        if any(_begins_anew(edit) or (edit.field == "reason" and edit.after) for edit in its):
            moves.clear()
        elif commit.day > since and not reason_beside(its, part):
            for edit in filter(is_move, its):
                first = moves.get(edit.field)
                before = first.before if first else edit.before
                moves[edit.field] = Move(edit.field, before, edit.after, commit.day)
    found = (moves[field] for field in fields if field in moves)
    return tuple(move for move in found if move.after is not None and move.before != move.after)


def unexplained_weight(edits: Sequence[Edit], part: Part, since: date) -> tuple[Move, ...]:
    """The same of a weight: it may change with the number of key results, and the reason may stand at any of
    them."""
    resized = {edit.commit for edit in edits if edit.part and edit.field in ("", *_LEAVING)}
    ours = (edit for edit in edits if edit.field != "weight" or edit.commit not in resized)
    ours = (edit._replace(part=part) if edit.field == "reason" else edit for edit in ours)
    return unexplained(tuple(ours), part, ("weight",), since)


def _begins_anew(edit: Edit) -> bool:
    """Whether what a key result said before means nothing for what it says since."""
    if edit.field == "":
        return edit.before is None or edit.after is None
    return edit.field in MEANWHILE
