"""A change -> the replacements in the text that make it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from goalsite.edit.changes import Append, Assign, Change, Delete, Insert, Path, Rename, Respell, Value
from goalsite.edit.meaning import MisplacedError
from goalsite.edit.splices import Splice
from goalsite.edit.writing import written, written_key, written_pairs
from goalsite.source.spans import MappingSpan, NodeSpan, ScalarSpan, SequenceSpan


def placed_together(changes: Iterable[Change], text: str, root: NodeSpan | None) -> list[Splice]:
    """The replacements that make all of `changes`; those that begin in one place in the order in which they
    are to stand there.

    Raises MisplacedError where a change has no place.
    """
    return [placed(change, text, root) for change in sorted(changes, key=_rank)]


def _rank(change: Change) -> tuple[int, bool]:
    """What ends on one line ends from within: a key of the last key result stands before one of the goal, and
    what comes behind a certain key before what comes last."""
    return -len(change.path), isinstance(change, Insert) and not change.after


def placed(change: Change, text: str, root: NodeSpan | None) -> Splice:
    """The replacement that makes `change` in `text`, whose nodes `root` holds.

    Raises MisplacedError where the change has no place.
    """
    match change:
        case Insert() if root is None and not change.path:
            line = "" if not text or text.endswith("\n") else "\n"
            return Splice(len(text), len(text), f"{line}{_pair(change.key, change.value, False)}\n")
        case Rename():
            key, _ = _pair_at(root, change.path)
            style = _is_flow(root, change.path[:-1])
            return Splice(key.start, key.end, written_key(change.key, style, key.style))
        case Assign() | Respell():
            return _assigned(change, text, root)
        case Append():
            return _appended(change, text, root)
        case Insert():
            return _inserted(change, text, root)
        case Delete():
            return _deleted(change.path, text, root)


def node_at(root: NodeSpan | None, path: Path) -> NodeSpan:
    """The node at `path`. Raises MisplacedError where there is none."""
    node = root
    for step in path:
        if isinstance(node, SequenceSpan) and isinstance(step, int) and 0 <= step < len(node.items):
            node = node.items[step]
        elif isinstance(node, MappingSpan):
            node = next((value for key, value in node.pairs if key.text == step), None)
        else:
            node = None
    if node is None:
        raise MisplacedError(f"there is nothing at {path}")
    return node


def _pair_at(root: NodeSpan | None, path: Path) -> tuple[ScalarSpan, NodeSpan]:
    parent = node_at(root, path[:-1])
    for key, value in parent.pairs if isinstance(parent, MappingSpan) and path else ():
        if key.text == path[-1]:
            return key, value
    raise MisplacedError(f"there is no key at {path}")


def _is_flow(root: NodeSpan | None, path: Path) -> bool:
    """Whether what stands in the node at `path` stands within brackets or braces."""
    nodes = (node_at(root, path[:count]) for count in range(len(path) + 1))
    return any(not isinstance(node, ScalarSpan) and node.flow for node in nodes)


def _assigned(change: Assign | Respell, text: str, root: NodeSpan | None) -> Splice:
    node = node_at(root, change.path)
    style = node.style if isinstance(node, ScalarSpan) else ""
    flow = _is_flow(root, change.path[:-1]) if change.path else False
    new = change.yaml if isinstance(change, Respell) else written(change.value, flow, style)
    if not isinstance(node, ScalarSpan):
        return _in_place_of(node, change.path, text, root, new)
    if node.start < node.end:
        return Splice(node.start, node.end, new)
    return Splice(node.start, node.start, _after_nothing(text, node.start, change.path, new))


def _in_place_of(
    node: SequenceSpan | MappingSpan, path: Path, text: str, root: NodeSpan | None, new: str
) -> Splice:
    """Write `new` for a collection: of one in block style on the line of its key, if no comment forbids."""
    parent = node_at(root, path[:-1]) if path else None
    if node.flow or not isinstance(parent, MappingSpan):
        return Splice(node.start, node.end, new)
    key, _ = _pair_at(root, path)
    if text[key.end : node.start].strip(" \n") == ":":
        return Splice(text.index(":", key.end) + 1, node.end, f" {new}")
    return Splice(node.start, node.end, f"  {new}")  # a sequence may stand in the column of its key


def _after_nothing(text: str, at: int, path: Path, new: str) -> str:
    """What to write where a value is missing: behind its colon, or its dash."""
    before = text[:at].rstrip(" ")
    colon = "" if isinstance(path[-1], int) or before.endswith(":") else ":"
    blank = "" if not colon and text[:at].endswith(" ") else " "
    return f"{colon}{blank}{new}" + ("" if text[at : at + 1] in ("", "\n", " ", ",", "}", "]") else " ")


def _appended(change: Append, text: str, root: NodeSpan | None) -> Splice:
    node = node_at(root, change.path)
    if isinstance(node, ScalarSpan):
        begun = _begun(change, node, text, root)
        return begun or _assigned(Assign(change.path, [change.value]), text, root)
    if not isinstance(node, SequenceSpan):
        raise MisplacedError(f"there is no list at {change.path}")
    if not node.items:
        begun = _begun(change, node, text, root)
        return begun or Splice(node.start + 1, node.start + 1, written(change.value, True))
    last = node.items[-1]
    if node.flow:
        return Splice(last.end, last.end, f", {written(change.value, True)}")
    dash = text.rindex("-", 0, last.start)
    lead = text[dash : last.start]
    if last.start == last.end or "\n" in lead:
        lead = "- "
    column = dash - _line_start(text, dash)
    new = _item(change.value, last, column + len(lead))
    at = _line_end(text, last.end)
    return Splice(at, at, f"\n{' ' * column}{lead}{new}".rstrip())


def _begun(
    change: Append, node: ScalarSpan | SequenceSpan, text: str, root: NodeSpan | None
) -> Splice | None:
    """A list that begins with a mapping, below its key; None where that is not in block style."""
    key = change.path[-1] if change.path else 0
    if not isinstance(change.value, Mapping) or isinstance(key, int) or _is_flow(root, change.path[:-1]):
        return None
    name, _ = _pair_at(root, change.path)
    between, end = text[name.end : node.start], _line_end(text, node.end)
    if between.strip(" ") != ":" or "\n" in text[node.start : node.end]:
        return None
    rest = text[node.end : end]
    start = name.end + between.index(":") + 1
    column = name.start - _line_start(text, name.start)
    return Splice(start, end, f"{rest.rstrip()}\n{' ' * column}  - {written(change.value, False)}")


def _item(value: Value, model: NodeSpan, indent: int) -> str:
    """An item of a block sequence; a mapping in block style where the one before is."""
    if isinstance(value, Mapping) and value and isinstance(model, MappingSpan) and not model.flow:
        return written_pairs(value, indent)
    return written(value, False)


def _pair(key: str, value: Value, flow: bool) -> str:
    return f"{written_key(key, flow)}: {written(value, flow)}".rstrip()


def _inserted(change: Insert, text: str, root: NodeSpan | None) -> Splice:
    node = node_at(root, change.path)
    if isinstance(node, ScalarSpan):
        return _assigned(Assign(change.path, {change.key: change.value}), text, root)
    if not isinstance(node, MappingSpan):
        raise MisplacedError(f"there is no mapping at {change.path}")
    pair = _pair(change.key, change.value, _is_flow(root, change.path))
    if not node.pairs:
        return Splice(node.start + 1, node.start + 1, pair)
    before = node.pairs[-1]
    if change.after:
        before = _pair_at(root, (*change.path, change.after))
    if node.flow:
        return Splice(before[1].end, before[1].end, f", {pair}")
    first = node.pairs[0][0].start
    column = first - _line_start(text, first)
    at = _line_end(text, before[1].end)
    return Splice(at, at, f"\n{' ' * column}{_block_pair(change.key, change.value, column) or pair}")


def _block_pair(key: str, value: Value, column: int) -> str:
    """A key with a list of mappings, each on a line of its own below it; empty for any other value."""
    if isinstance(value, str) or not isinstance(value, Sequence) or not value:
        return ""
    if not all(isinstance(item, Mapping) for item in value):
        return ""
    lines = (f"{' ' * column}  - {written(item, False)}" for item in value)
    return "\n".join([f"{written_key(key, False)}:", *lines])


def _deleted(path: Path, text: str, root: NodeSpan | None) -> Splice:
    if not path:
        raise MisplacedError("the whole document cannot be deleted")
    parent = node_at(root, path[:-1])
    node_at(root, path)
    if isinstance(parent, ScalarSpan):
        raise MisplacedError(f"there is no entry at {path}")
    entries, at = _entries(parent, path[-1], text)
    start, end = entries[at]
    if len(entries) == 1 and not parent.flow:
        return _in_place_of(parent, path[:-1], text, root, "[]" if isinstance(parent, SequenceSpan) else "{}")
    if len(entries) == 1:
        return Splice(start, end, "")
    if parent.flow:
        return Splice(entries[at - 1][1], end, "") if at else Splice(start, entries[1][0], "")
    line = _line_start(text, start)
    if text[line:start].strip():  # it is the first of a mapping or sequence that begins behind a dash
        return Splice(start, entries[1][0], "")
    return Splice(line, min(_line_end(text, end) + 1, len(text)), "")


def _entries(
    parent: SequenceSpan | MappingSpan, step: str | int, text: str
) -> tuple[list[tuple[int, int]], int]:
    """From where to where each entry of a collection goes, and which of them is meant."""
    if isinstance(parent, MappingSpan):
        keys = [key.text for key, _ in parent.pairs]
        return [(key.start, value.end) for key, value in parent.pairs], keys.index(str(step))
    starts = [item.start if parent.flow else text.rindex("-", 0, item.start) for item in parent.items]
    return [(start, item.end) for start, item in zip(starts, parent.items, strict=True)], int(step)


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _line_end(text: str, offset: int) -> int:
    """The end of the line that `offset` stands in, before its line end."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end
