"""What a document says, without how it is written; and what it is to say once it is changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from goalsite.core.quantities import spelt
from goalsite.edit.changes import Append, Assign, Change, Delete, Insert, Path, Rename, Respell, Value
from goalsite.source import nodes, yaml

Meaning = Any
"""None, the text of a scalar, a list of meanings, or a tuple of (key, meaning) pairs in order."""


class MisplacedError(Exception):
    """A change that has no place in the document."""


def meaning(node: nodes.Node | None) -> Meaning:
    """What a node says."""
    if node is None or isinstance(node, nodes.Scalar):
        return None if node is None or node.is_null else node.text
    if isinstance(node, nodes.Sequence):
        return [meaning(item) for item in node.items]
    return tuple((key.text, meaning(value)) for key, value in node.items)


def meaning_of_text(text: str) -> Meaning:
    """What a YAML text says. Raises MisplacedError where it cannot be read."""
    node, found = yaml.parse(text, "")
    if found:
        raise MisplacedError(found[0].message)
    return meaning(node)


def meaning_of_value(value: Value) -> Meaning:
    """What a value will say."""
    if isinstance(value, Mapping):
        return tuple((key, meaning_of_value(inner)) for key, inner in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [meaning_of_value(inner) for inner in value]
    return scalar_text(value)


def scalar_text(value: str | bool | float | date | None) -> str | None:
    """The text of a scalar that says `value`; None for null."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else spelt(value)


def changed(before: Meaning, changes: Iterable[Change]) -> Meaning:
    """What a document that says `before` is to say. Raises MisplacedError where a change has no place."""
    by_path: dict[Path, list[Change]] = {}
    for change in changes:
        by_path.setdefault(change.path, []).append(change)
    after = _changed(before, (), by_path)
    if by_path:
        raise MisplacedError(f"there is nothing at {next(iter(by_path))}")
    return after


def _changed(node: Meaning, path: Path, pending: dict[Path, list[Change]]) -> Meaning:
    """What the node at `path` is to say; takes what it has done out of `pending`."""
    changes = pending.pop(path, [])
    if isinstance(node, list):
        items = [_changed(item, (*path, at), pending) for at, item in enumerate(node)]
        node = [item for item in items if item is not _GONE]
    elif isinstance(node, tuple):
        node = _changed_pairs(node, path, pending)
    behind = [one for one in changes if isinstance(one, Insert) and one.after]
    for change in [*(one for one in changes if one not in behind), *reversed(behind)]:
        node = _applied(change, node)  # of several keys behind one the last comes first, to stand last
    return node


_GONE = object()


def _changed_pairs(
    pairs: tuple[tuple[str, Meaning], ...], path: Path, pending: dict[Path, list[Change]]
) -> Meaning:
    kept = []
    for key, value in pairs:
        inner = pending.get((*path, key), [])
        name = key
        for change in [one for one in inner if isinstance(one, Rename)]:
            name = change.key
            inner.remove(change)
        after = _changed(value, (*path, key), pending)
        if after is not _GONE:
            kept.append((name, after))
    if len({key for key, _ in kept}) != len(kept):
        raise MisplacedError("two keys would have one name")
    return tuple(kept)


def _applied(change: Change, node: Meaning) -> Meaning:
    match change:
        case Assign():
            return meaning_of_value(change.value)
        case Respell():
            return meaning_of_text(" " * (change.column - 1) + change.yaml)
        case Delete():
            return _GONE
        case Append() if node is None or isinstance(node, list):
            return [*(node or ()), meaning_of_value(change.value)]
        case Insert() if node is None or isinstance(node, tuple):
            return _with_key(change, node or ())
    raise MisplacedError(f"{type(change).__name__} has no place at {change.path}")


def _with_key(change: Insert, pairs: tuple[tuple[str, Meaning], ...]) -> Meaning:
    keys = [key for key, _ in pairs]
    if change.key in keys or (change.after and change.after not in keys):
        raise MisplacedError(f'"{change.key}" cannot stand behind "{change.after}"')
    at = keys.index(change.after) + 1 if change.after else len(keys)
    return (*pairs[:at], (change.key, meaning_of_value(change.value)), *pairs[at:])
