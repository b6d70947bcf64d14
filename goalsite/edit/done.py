"""What is done or not: milestones, and key results that are one step."""

from __future__ import annotations

from datetime import date

from goalsite.core.text import did_you_mean
from goalsite.edit.changes import Change, Path
from goalsite.edit.nodes import node_at, path_of_item, put
from goalsite.edit.patch import RefusedError
from goalsite.model.records import Binary, KeyResult, Milestone, Milestones
from goalsite.model.shapes import shorten
from goalsite.source.nodes import Mapping, Node


def open_steps(result: KeyResult) -> tuple[tuple[int, Milestone], ...]:
    """The milestones that are not done, with their numbers from 1."""
    steps = result.measure.steps if isinstance(result.measure, Milestones) else ()
    return tuple((number, step) for number, step in enumerate(steps, 1) if not step.done)


def check_done(value: str) -> None:
    """Raises RefusedError where `value` says something else than that it is done."""
    if value != "done":
        message = f'"{shorten(value)}" is no value of what is done or not, it takes done'
        raise RefusedError(message, "say how sure you are with --confidence, and what happened with --note")


def done_change(
    front: Node, base: Path, result: KeyResult, value: str, step: str, day: date
) -> tuple[Change, ...]:
    """The change that says that a milestone, or the whole key result at `base`, is done since `day`.

    Raises RefusedError where something else is said of it, or it is not clear which milestone is meant.
    """
    check_done(value)
    if isinstance(result.measure, Binary):
        if result.measure.done:
            raise RefusedError(f'"{result.id}" is done already', "edit the file to change the day")
        if isinstance(node_at(front, (*base, "binary")), Mapping):
            return (put(front, (*base, "binary", "done"), day),)
        return (put(front, (*base, "binary"), {"done": day}),)
    number = _step(result, step)
    at = (*base, "milestones")
    return (put(front, (*_path_of_step(front, at, number), "done"), day, "title"),)


def _path_of_step(front: Node, at: Path, number: int) -> Path:
    """Where the milestone of that number, counted without what is empty, stands."""
    listed = node_at(front, at)
    items = [item for item in getattr(listed, "items", ()) if isinstance(item, Mapping)]
    return path_of_item(front, at, items[number - 1].mark)


def _step(result: KeyResult, said: str) -> int:
    """The number of the milestone that is meant: by number, title, or the beginning of one."""
    steps = result.measure.steps if isinstance(result.measure, Milestones) else ()
    left = open_steps(result)
    listed = "; ".join(f"{number} {shorten(step.title)}" for number, step in left)
    if not left:
        raise RefusedError(f'every milestone of "{result.id}" is done already')
    if not said:
        if len(left) == 1:
            return left[0][0]
        raise RefusedError(
            f'"{result.id}" has {len(left)} milestones that are not done',
            f"name the one by --milestone: {listed}",
        )
    if said.isdecimal() and 1 <= int(said) <= len(steps):
        found = [int(said)]
    else:
        exact = [n for n, one in enumerate(steps, 1) if one.title.casefold() == said.casefold()]
        begun = [n for n, one in enumerate(steps, 1) if one.title.casefold().startswith(said.casefold())]
        found = exact or begun
    if len(found) != 1:
        hint = did_you_mean(said, [one.title for one in steps]) or f"open are {listed}"
        raise RefusedError(f'no one milestone of "{result.id}" is called "{shorten(said)}"', hint)
    if steps[found[0] - 1].done:
        raise RefusedError(f"milestone {found[0]} is done already", "edit the file to change the day")
    return found[0]
