"""The answer to somebody who depends on a goal: written where they say so."""

from __future__ import annotations

from goalsite.core.diagnostics import Mark
from goalsite.edit.changes import Assign, Change, Path, Value
from goalsite.edit.document import patched
from goalsite.edit.nodes import front_of, items_at, node_at, put
from goalsite.edit.patch import FilePatch, RefusedError
from goalsite.source.nodes import Node, Scalar
from goalsite.source.tree import Tree


def answered(tree: Tree, path: str, at: Mark, *, confirmed: bool, note: str = "") -> FilePatch:
    """The patch of the file at `path` in which the dependency whose goal stands at `at` is answered.

    Raises RefusedError where it is not found.
    """
    data = tree.read(path)
    front = front_of(data, path)
    where = _dependency(front, at)
    node = node_at(front, where)
    if isinstance(node, Scalar):
        said: dict[str, Value] = {"goal": node.text, "confirmed": confirmed}
        return patched(data, path, [Assign(where, said | ({"note": note} if note else {}))])
    changes: list[Change] = [put(front, (*where, "confirmed"), confirmed, "goal")]
    if note:
        changes.append(put(front, (*where, "note"), note))
    return patched(data, path, changes)


def _dependency(front: Node, at: Mark) -> Path:
    for number, item in enumerate(items_at(front, ("depends_on",))):
        goal = item if isinstance(item, Scalar) else node_at(item, ("goal",))
        if at in (item.mark, goal.mark if goal else None):
            return ("depends_on", number)
    raise RefusedError("the dependency cannot be found", "goalsite check tells what to mend")
