"""What one commit did to a goal, in lines that a manager reads, with what that did to progress."""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.values import replace
from goalsite.history.records import Edit, Turn
from goalsite.model.records import Objective
from goalsite.pages.changed import about, clause, effect, joined, part_of, result_of
from goalsite.pages.changed_values import Called, Measured
from goalsite.pages.desk import Desk
from goalsite.pages.edit_effects import progress_around, progress_of_values
from goalsite.pages.events import Edited, Said

_MOST = 40
"""So many lines are told of one commit."""


def called(desk: Desk, name: str) -> Called:
    """What everything is called for who reads of the goal `name`, its own key results among it."""
    past = desk.stories
    names = Called(past.goals, past.units, past.names)
    if name in desk.kpis:
        return replace(names, unit=desk.kpis[name].unit)
    results = {
        edit.part[1]: Measured(str(edit.after or edit.before or edit.part[1]))
        for moment in past.moments.get(name, ())
        for edit in moment.edits
        if edit.part[:1] == ("key_result",) and not edit.field
    }
    if name in desk.objectives:
        figures = desk.analysis.objectives[name].key_results
        for result, known in zip(desk.objectives[name].key_results, figures, strict=True):
            results[result.id] = Measured(result.title, known.unit)
    return replace(names, results=results)


def edit_lines(desk: Desk, event: Edited) -> Iterator[str]:
    """What the commit changed, a line for each key result or part; of one that came or moved also that."""
    if event.turn and (told := _turned(desk, event.turn)):
        yield told
    lines = _by_part(desk, event)
    yield from lines[:_MOST]
    if len(lines) > _MOST:
        yield desk.language.plural("%(n)s more", "%(n)s more", len(lines) - _MOST)


def _turned(desk: Desk, turn: Turn) -> str:
    """From where to where it moved."""
    if turn.kind != "moved":
        return ""
    return desk.language.text("moved: %(before)s → %(after)s", before=turn.before, after=turn.after)


def _by_part(desk: Desk, event: Edited) -> list[str]:
    language, names = desk.language, called(desk, event.subject)
    told: dict[tuple[str, str, str], list[str]] = {}
    titles = {"": ""}
    for place, edit in enumerate(event.edits):
        title, part = result_of(edit, names), part_of(edit, names, language)
        result = edit.part[1] if title else ""
        titles[result] = title
        alone = "" if result or part else str(place)
        told.setdefault((result, part, alone), []).append(clause(edit, names, language))
    for result, effects in _effects(desk, event).items():
        told.setdefault((result, "", ""), []).append(effects)
    return [
        about((titles[result], part, joined(clauses, language)), language)
        for (result, part, _), clauses in told.items()
    ]


def _effects(desk: Desk, event: Edited) -> dict[str, str]:
    """What edits did to the progress of key results, by id."""
    found: dict[str, str] = {}
    for edit in event.edits:
        known = _progress(desk, event, edit)
        if known and (said := effect("progress", *known, "", desk.language)):
            found[edit.part[1]] = said
    return found


def _progress(desk: Desk, event: Edited, edit: Edit) -> tuple[float, float] | None:
    goal = desk.objectives.get(event.subject)
    if goal is None or edit.part[:1] != ("key_result",) or edit.field not in ("baseline", "target"):
        return None
    figures = desk.analysis.objectives[goal.id].key_results
    for result, one in zip(goal.key_results, figures, strict=True):
        if result.id == edit.part[1]:
            return progress_around(result, one, desk.stories.moments.get(goal.id, ()), event.commit)
    return None


def edited_title(desk: Desk, event: Edited) -> str:
    """What a commit did to a goal, with the goal's title."""
    text, title = desk.language.text, subject_title(desk, event.subject)
    match event.turn.kind if event.turn else "":
        case "born":
            return text("New: %(title)s", title=title)
        case "removed":
            return text("Taken out: %(title)s", title=title)
        case "returned":
            return text("Back again: %(title)s", title=title)
        case "moved" if not event.edits:
            return text("Moved: %(title)s", title=title)
    return text("Changed: %(title)s", title=title)


def subject_title(desk: Desk, name: str) -> str:
    """The title of a goal, of one that is no more the last that is known."""
    goal = desk.objectives.get(name) or desk.kpis.get(name)
    if goal:
        return goal.title
    return desk.stories.gone[name].title if name in desk.stories.gone else name


def value_effect(desk: Desk, goal: Objective, said: Said) -> str:
    """What the value did to the progress of its key result, where that is certain."""
    values = (said.before, said.checkin.value)
    figures = desk.analysis.objectives[goal.id].key_results
    for result, one in zip(goal.key_results, figures, strict=True):
        if result.id == said.result and desk.stories.is_known:
            before, after = values
            if isinstance(before, float) and isinstance(after, float):
                moments = desk.stories.moments.get(goal.id, ())
                known = progress_of_values(result, one, moments, (before, after), said.checkin.date)
                return effect("progress", *known, "", desk.language) if known else ""
    return ""
