"""A new id for a goal or key result, in every file that names it, touching nothing but the names.

A reference by an alias stays as it is; one by the end of an id stays as short as it was where that is
unambiguous. References that the new id would take over are written out.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from goalsite.core.names import fault_in_id, folded, nfc
from goalsite.core.quantities import yaml_number
from goalsite.edit.patch import RefusedError
from goalsite.lsp.meaning import Meaning, aimed, key_result, kinds_at
from goalsite.lsp.navigation import meaning_at, named_at
from goalsite.lsp.occurrences import Occurrence, meant, occurrences, span
from goalsite.lsp.positions import Span, split_lines
from goalsite.lsp.spot import Spot
from goalsite.lsp.workspace import State
from goalsite.model.names import Named, Namespace
from goalsite.model.records import Kpi, Objective
from goalsite.source.nodes import NULLS


class Edit(Struct, frozen=True):
    """A text that takes a part of a line's place."""

    path: str
    span: Span
    text: str


class Renamable(Struct, frozen=True):
    """A name that may be renamed: what it means, what it is now, and where in its line it stands."""

    what: Meaning
    now: str
    start: int
    end: int


def renamable(state: State, spot: Spot) -> Renamable:
    """The name at a spot. RefusedError says why it has to stay."""
    what = meaning_at(state, spot)
    if what is None:
        raise RefusedError("there is no id here: point at that of a goal or key result, or at a reference")
    if what.kind not in ("goal", "result"):
        instead = {"person": "rename the profile in people/", "unit": "rename its folder"}
        raise RefusedError(
            f"a {what.kind} is not renamed here: {instead.get(what.kind, 'write another one')}"
        )
    goal = state.goals[what.id]
    result = key_result(state, what.id, what.result) if what.kind == "result" else None
    if what.kind == "result" and (result is None or not result.named):
        raise RefusedError("the key result has no id of its own: write one first")
    if any(one.path == goal.path for one in state.corpus.missing):
        raise RefusedError(f"{goal.path} cannot be read at present: mend it first")
    text, start = named_at(spot), spot.context.start
    end = start + len(text)
    if result:
        return Renamable(what, what.result, start + text.find("#") + 1, end)
    return Renamable(what, what.id, start, end)


def rename(state: State, what: Meaning, new: str, *, says_it: bool = True) -> tuple[Edit, ...]:
    """The edits that give a goal or key result the id `new`; `says_it` unless the path of a goal will say it.

    RefusedError says why that cannot be.
    """
    name = nfc(new.strip())
    fault = fault_in_id(name) or (
        "holds /, must be one segment" if what.kind == "result" and "/" in name else ""
    )
    if fault:
        raise RefusedError(f'id "{name}" {fault}')
    goal = state.goals[what.id]
    if what.kind == "result":
        _refuse_second_result(goal, what, name)
        written = {one: _with_result(one, name) for one in occurrences(state) if meant(state, one) == what}
    else:
        _refuse_taken(state, goal, name)
        written = dict(_with_goal(state, goal, name))
    edits = [_edit(state, one, text) for one, text in written.items() if text != one.text]
    if what.kind == "goal" and "id" not in goal.marks and says_it:
        edits.append(_new_id(state, goal, name))
    return tuple(edits)


def _refuse_second_result(goal: Objective | Kpi, what: Meaning, name: str) -> None:
    results = goal.key_results if isinstance(goal, Objective) else ()
    if any(one.id == name for one in results if one.id != what.result):
        raise RefusedError(f'{goal.id} has a key result "{name}" already')


def _refuse_taken(state: State, goal: Objective | Kpi, name: str) -> None:
    """An id that another goal has, or an alias, would be an error."""
    for other in state.goals.values():
        own = () if other.id == goal.id else (other.id,)
        if folded(name) in map(folded, (*own, *other.aliases)):
            whose = "an alias of it already" if other.id == goal.id else f"taken by {other.path}"
            raise RefusedError(f'"{name}" is {whose}')
    if any(
        folded(one.id) == folded(name) for one in state.corpus.missing if one.kind in ("objective", "kpi")
    ):
        raise RefusedError(f'"{name}" is taken by a file that cannot be read')


def _with_result(one: Occurrence, name: str) -> str:
    return f"{one.text.partition('#')[0]}#{name}" if "#" in one.text else name


def _with_goal(state: State, goal: Objective | Kpi, name: str) -> Iterator[tuple[Occurrence, str]]:
    """Every reference to a goal as it has to be written once `goal` is called `name`."""
    names = _renamed(state, goal.id, name)
    for one in occurrences(state):
        if one.takes == "id":
            if one.path == goal.path:
                yield one, name
            continue
        kinds = kinds_at(one.takes)
        if not kinds or ":" in one.text:
            continue
        written, sharp, result = one.text.partition("#")
        before = aimed(state, state.names["goals"], one.path, one.takes, written.strip())
        if before is None:
            continue
        wanted = name if before == goal.id else before
        if aimed(state, names, one.path, one.takes, written.strip()) == wanted:
            continue
        segments = written.strip().count("/") + 1
        tail = "/".join(wanted.split("/")[-segments:])
        short = aimed(state, names, one.path, one.takes, tail) == wanted
        yield one, f"{tail if short else wanted}{sharp}{result}"


def _renamed(state: State, old: str, new: str) -> Namespace:
    """The namespace of goals in which `old` is called `new`."""
    entries = []
    for goal in state.goals.values():
        kind = "objective" if isinstance(goal, Objective) else "kpi"
        folder = (state.inside(goal.path) or "").rpartition("/")[0]
        name = new if goal.id == old else goal.id
        entries.append((Named(name, kind, folder, goal.team), goal.aliases))
    return Namespace(entries)


def _edit(state: State, one: Occurrence, text: str) -> Edit:
    lines = split_lines(state.text(one.path))
    place = span(one, lines)
    if place is None:
        where = f"{one.path}:{one.mark.line}"
        raise RefusedError(
            f'{where} writes "{one.text}" in a way that cannot be edited: write it plainly first'
        )
    if one.takes == "formula":
        text = _operand(lines[place.line][: place.start], text)
    elif one.plain and _needs_quotes(text) and not one.path.endswith(".csv"):
        text = f'"{text}"'
    return Edit(one.path, place, text)


def _operand(before: str, text: str) -> str:
    """An id as a formula takes it after what stands before it: in brackets, if it is no plain name."""
    if before.endswith("[[") or (text.isidentifier() and yaml_number(text) is None):
        return text
    if not before.rstrip().endswith(":"):
        return f"[[{text}]]"
    if yaml_number(text) is not None:
        raise RefusedError(
            f"{text} is a number to the formula that names it: put the formula in quotes first"
        )
    return text  # the first word of a value without quotes: brackets would begin a list


def _needs_quotes(text: str) -> bool:
    """Whether YAML would read an id as something else."""
    return text in NULLS or text.startswith("-")


def _new_id(state: State, goal: Objective | Kpi, name: str) -> Edit:
    """The line that says the id of a goal that was called by its path."""
    text = state.text(goal.path)
    lines = split_lines(text)
    document = next((one for one in state.documents.documents if one.path == goal.path), None)
    if document and document.front and any(key.text == "id" for key, _ in document.front.items):
        raise RefusedError(f"{goal.path} has an empty id: write it there")
    end = "\r\n" if "\r\n" in text else "\n"
    said = f'"{name}"' if _needs_quotes(name) else name
    if document is None or document.front is None:
        return Edit(goal.path, Span(0, 0, 0), f"---{end}id: {said}{end}---{end}")
    return Edit(goal.path, Span(0, len(lines[0]), len(lines[0])), f"{end}id: {said}")
