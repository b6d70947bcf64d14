"""The moments of goals -> what one hears of them: without what check-ins and other events tell already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from goalsite.history.records import Edit, Part
from goalsite.model.records import Binary, Corpus, KeyResult, Kpi, Milestones, Objective
from goalsite.pages.events import Edited
from goalsite.pages.stories import Moment, Stories

CHECKED = frozenset(("current", "confidence", "reported", "note", "checked"))
"""What a key result says of its state: each time it says something else, that is a check-in."""

_CLOSING = frozenset(("status", "closed", "outcome", "score"))
_LEAVING = frozenset(("status", "on", "reason", "replaced_by"))

Where = tuple[Part, str]
"""A field of a part of a goal."""


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


def _edited(name: str, moments: Sequence[Moment], goal: Objective | Kpi | None) -> Iterator[Edited]:
    since = set[Where]()
    for place, moment in enumerate(moments, -len(moments)):
        commit = moment.commit
        edits = tuple(edit for edit in moment.edits if not _is_told(edit, goal, since))
        since |= {(edit.part, edit.field) for edit in moment.edits}
        if edits or moment.turn:
            yield Edited(commit.day, name, f"commit/{commit.id}", commit, moment.turn, edits, place)


def in_log(edit: Edit, goal: Objective | Kpi | None) -> bool:
    """Whether the check-ins of a key result tell an edit: not that it said nothing from then on."""
    if edit.field not in CHECKED or edit.part[:1] != ("key_result",):
        return False
    result = _result(edit, goal)
    is_silence = edit.field == "current" and edit.after is None
    return result is not None and result.current is not None and not is_silence


def _is_told(edit: Edit, goal: Objective | Kpi | None, since: Set[Where]) -> bool:
    """Whether something else that happened to the goal tells an edit; `since` are the fields that changed
    again: what became of a goal is told as it is now."""
    if in_log(edit, goal):
        return True
    if not isinstance(goal, Objective) or (edit.part, edit.field) in since:
        return False
    if edit.field == "done":
        return edit.after is not None and edit.part in _dated(goal)
    is_first = edit.before is None or edit.field == "status"
    if edit.part == ():
        is_closing = edit.field in _CLOSING and (edit.field != "status" or edit.after == "closed")
        return is_closing and is_first and goal.state == "closed" and goal.closed is not None
    result = _result(edit, goal)
    has_left = result is not None and (result.dropped or result.replaced_by is not None)
    is_leaving = edit.field in _LEAVING and is_first
    return result is not None and has_left and result.on is not None and is_leaving


def _dated(goal: Objective) -> Iterator[Part]:
    """What of a goal tells itself on which day it was done."""
    for result in goal.key_results:
        if isinstance(result.measure, Binary):
            yield ("key_result", result.id)
        elif isinstance(result.measure, Milestones):
            yield from (("milestone", result.id, step.title) for step in result.measure.steps)
    yield from (("initiative", work.title) for work in goal.initiatives if work.done)


def _result(edit: Edit, goal: Objective | Kpi | None) -> KeyResult | None:
    """The key result that an edit is about, if the goal still has it."""
    if not isinstance(goal, Objective) or len(edit.part) < 2:
        return None
    return next((one for one in goal.key_results if one.id == edit.part[1]), None)
