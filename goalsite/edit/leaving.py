"""What leaves the count: a key result that is dropped or replaced, and a goal given up altogether."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from goalsite.edit.changes import Append, Change, Path, Value
from goalsite.edit.document import patched
from goalsite.edit.nodes import front_of, path_of_item, put
from goalsite.edit.patch import FilePatch, RefusedError
from goalsite.model.records import KeyResult, Objective
from goalsite.source.nodes import Node
from goalsite.source.tree import Tree

_RESULTS: Path = ("key_results",)


def drop(tree: Tree, goal: Objective, result: KeyResult | None, on: date, reason: str) -> FilePatch:
    """The patch by which a key result, or with None the whole goal, is dropped on a day for a reason.

    Raises RefusedError where it has left already.
    """
    data = tree.read(goal.path)
    front = front_of(data, goal.path)
    if result is None:
        return patched(data, goal.path, _closing(front, goal, "dropped", "", on, reason))
    _refuse_left(result)
    said: dict[str, Value] = {"status": "dropped", "on": on, "reason": reason}
    return patched(data, goal.path, _leaving(front, result, said))


def replace(
    tree: Tree,
    goal: Objective,
    result: KeyResult | None,
    heir: str,
    on: date,
    reason: str,
    fresh: Mapping[str, Value] | None = None,
) -> FilePatch:
    """The patch by which another one takes the place of a key result, or with None of the whole goal.

    `heir` is the key result, or the goal; `fresh` what a key result says that is to be made for it. Raises
    RefusedError where what is replaced has left already.
    """
    data = tree.read(goal.path)
    front = front_of(data, goal.path)
    if result is None:
        return patched(data, goal.path, _closing(front, goal, "replaced", heir, on, reason))
    _refuse_left(result)
    changes = _leaving(front, result, {"replaced_by": heir, "on": on, "reason": reason})
    if fresh is not None:
        changes.append(Append(_RESULTS, {"id": heir, **fresh}))
    return patched(data, goal.path, changes)


def _refuse_left(result: KeyResult) -> None:
    if result.dropped or result.replaced_by:
        how = "replaced" if result.replaced_by else "dropped"
        raise RefusedError(
            f'"{result.id}" was {how} already', "edit the file to change the day or the reason"
        )


def _leaving(front: Node, result: KeyResult, said: Mapping[str, Value]) -> list[Change]:
    base = path_of_item(front, _RESULTS, result.mark)
    return [put(front, (*base, key), value) for key, value in said.items()]


def _closing(front: Node, goal: Objective, outcome: str, heir: str, on: date, reason: str) -> list[Change]:
    """What a goal that is given up says: when, and in its retrospective why."""
    if goal.state == "closed":
        raise RefusedError(f"{goal.id} is closed already", "edit the file to change its outcome")
    said: dict[str, Value] = {"status": "closed", "closed": on, "outcome": outcome}
    said |= {"replaced_by": heir} if heir else {}
    changes = [put(front, (key,), value) for key, value in said.items()]
    decision = "modify" if heir else "abandon"
    if goal.retro is None:
        return [*changes, put(front, ("retro",), {"root_cause": reason, "decision": decision})]
    changes.append(put(front, ("retro", "root_cause"), reason))
    return [*changes, put(front, ("retro", "decision"), decision)]
