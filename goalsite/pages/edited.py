"""The moments of goals -> what one hears of them: without what check-ins and other events tell already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goalsite.history.records import Edit
from goalsite.model.records import Corpus, KeyResult, Kpi, Objective
from goalsite.pages.events import Edited
from goalsite.pages.stories import Moment, Stories

CHECKED = frozenset(("current", "confidence", "reported", "note", "checked"))
"""What a key result says of its state: each time it says something else, that is a check-in."""

_CLOSING = frozenset(("status", "closed", "outcome", "score"))
_LEAVING = frozenset(("status", "on", "reason", "replaced_by"))


def edited_goals(corpus: Corpus, past: Stories) -> dict[str, tuple[Edited, ...]]:
    """What commits did to goals, by id, newest first, with those that are no more."""
    if not past.is_known:
        return {}
    found = {}
    goals: tuple[Objective | Kpi, ...] = (*corpus.objectives, *corpus.kpis)
    for goal in goals:
        found[goal.id] = tuple(_edited(goal.id, past.moments.get(goal.id, ()), goal))
    for gone in past.gone.values():
        found.setdefault(gone.id, tuple(_edited(gone.id, gone.moments, None)))
    return {name: its for name, its in found.items() if its}


def _edited(name: str, moments: Iterable[Moment], goal: Objective | Kpi | None) -> Iterator[Edited]:
    for moment in moments:
        commit = moment.commit
        edits = tuple(edit for edit in moment.edits if not _is_told(edit, goal))
        if edits or moment.turn:
            yield Edited(commit.day, name, f"commit/{commit.id}", commit, moment.turn, edits)


def in_log(edit: Edit, goal: Objective | Kpi | None) -> bool:
    """Whether the check-ins of a key result tell an edit."""
    if edit.field not in CHECKED or edit.part[:1] != ("key_result",):
        return False
    result = _result(edit, goal)
    return result is not None and result.current is not None


def _is_told(edit: Edit, goal: Objective | Kpi | None) -> bool:
    """Whether something else that happened to the goal tells an edit."""
    if in_log(edit, goal):
        return True
    if edit.field == "done":
        return edit.after is not None
    if not isinstance(goal, Objective):
        return False
    if edit.part == ():
        is_closing = edit.field in _CLOSING and (edit.field != "status" or edit.after == "closed")
        return is_closing and goal.state == "closed" and goal.closed is not None
    result = _result(edit, goal)
    has_left = result is not None and (result.dropped or result.replaced_by is not None)
    return result is not None and has_left and result.on is not None and edit.field in _LEAVING


def _result(edit: Edit, goal: Objective | Kpi | None) -> KeyResult | None:
    """The key result that an edit is about, if the goal still has it."""
    if not isinstance(goal, Objective) or len(edit.part) < 2:
        return None
    return next((one for one in goal.key_results if one.id == edit.part[1]), None)
