"""The end of an objective -> the patch of its file: scores, outcome, what it taught, the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from goalsite.edit.changes import Change, Path, Value
from goalsite.edit.document import patched
from goalsite.edit.nodes import front_of, path_of_item, put
from goalsite.edit.patch import FilePatch, RefusedError
from goalsite.model.records import Objective
from goalsite.source.tree import Tree

OUTCOMES = ("achieved", "partly", "missed")
DECISIONS = ("keep", "modify", "abandon")
_RETRO = ("root_cause", "decision", "learned")


class Ending(NamedTuple):
    """How an objective ends: `scores` by key result, under the empty name its own; empty texts: nothing."""

    on: date
    outcome: str
    scores: Mapping[str, str]
    root_cause: str = ""
    decision: str = ""
    learned: str = ""


def close(tree: Tree, goal: Objective, ending: Ending) -> FilePatch:
    """The patch by which an objective is closed. Raises RefusedError where it is closed already."""
    if goal.state == "closed":
        raise RefusedError(f"{goal.id} is closed already", "edit the file to change how it ended")
    data = tree.read(goal.path)
    front = front_of(data, goal.path)
    said: dict[str, Value] = {"status": "closed", "closed": ending.on, "outcome": ending.outcome}
    changes: list[Change] = [put(front, (key,), value) for key, value in said.items()]
    if own := ending.scores.get(""):
        changes.append(put(front, ("score",), own))
    for result in goal.key_results:
        if score := ending.scores.get(result.id):
            base: Path = path_of_item(front, ("key_results",), result.mark)
            changes.append(put(front, (*base, "score"), score))
    retro: dict[str, Value] = {key: text for key in _RETRO if (text := getattr(ending, key))}
    if retro and goal.retro is None:
        changes.append(put(front, ("retro",), retro))
    elif retro:
        changes += [put(front, ("retro", key), text) for key, text in retro.items()]
    return patched(data, goal.path, changes)
