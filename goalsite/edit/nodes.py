"""Ways through front matter: which node stands at a path, and the change that puts a value there."""

from __future__ import annotations

from goalsite.core.diagnostics import Mark
from goalsite.edit.changes import Append, Assign, Change, Insert, Path, Value
from goalsite.edit.patch import RefusedError
from goalsite.source.nodes import Document, Mapping, Node, Scalar, Sequence
from goalsite.source.read import read_document


def front_of(data: bytes, path: str) -> Mapping:
    """The front matter of a file. Raises RefusedError where there is none to read."""
    document, _ = read_document(data, path)
    if document.front is None:
        raise _unreadable(document)
    return document.front


def _unreadable(document: Document) -> RefusedError:
    if document.broken:
        return RefusedError(f"{document.path} cannot be read at present", "goalsite check tells what to mend")
    return RefusedError(f"{document.path} has no front matter", "begin it with two lines of ---")


def node_at(node: Node | None, path: Path) -> Node | None:
    """The node at `path`; None where there is none."""
    for step in path:
        if isinstance(node, Mapping):
            node = next((value for key, value in node.items if key.text == step), None)
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step] if 0 <= step < len(node.items) else None
        else:
            return None
    return node


def says(node: Node | None, *path: str | int) -> str:
    """The text of the scalar at `path`; empty where there is none."""
    found = node_at(node, path)
    return found.text if isinstance(found, Scalar) and not found.is_null else ""


def items_at(front: Node, path: Path) -> tuple[Node, ...]:
    """The items of the sequence at `path`; none where there is no sequence."""
    found = node_at(front, path)
    return found.items if isinstance(found, Sequence) else ()


def path_of_item(front: Node, path: Path, mark: Mark) -> Path:
    """The path of the item that begins at `mark`. Raises RefusedError where there is none."""
    for at, item in enumerate(items_at(front, path)):
        if item.mark == mark:
            return (*path, at)
    raise RefusedError(f"the {path[-1]} of the goal cannot be found", "goalsite check tells what to mend")


def put(front: Node, path: Path, value: Value, after: str = "") -> Change:
    """The change that writes `value` at `path`, whose last step is a key: new ones behind `after`."""
    *above, key = path
    if node_at(front, path) is not None:
        return Assign(path, value)
    behind = after if node_at(front, (*above, after)) is not None else ""
    return Insert(tuple(above), str(key), value, behind)


def appended(front: Node, path: Path, value: Value, after: str = "") -> Change:
    """The change that adds an item to the list at `path`, or begins the list."""
    if node_at(front, path) is not None:
        return Append(path, value)
    return put(front, path, [value], after)
