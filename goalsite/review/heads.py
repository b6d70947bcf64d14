"""How files begin, up to findings of rules about the site: while that stays, so do their places."""

from __future__ import annotations

from collections.abc import Mapping

from goalsite.memory.listing import Seen, mark_of
from goalsite.review.rows import Plain
from goalsite.source.tree import Tree

Heads = dict[tuple[str, int], bytes]
"""Digests of files up to the end of a line, by path and the number of that line."""


def heads_of(found: Plain, known: Heads, tree: Tree, seen: Mapping[str, Seen]) -> Heads:
    """How the files begin that plain findings stand in, up to each of these; `known` are those of files that
    did not change. Of a file that is not what was `seen` of it any more nothing is known."""
    heads: Heads = {}
    for path, line, *_ in found:
        head = known.get((path, line)) or _head(path, line, tree, seen)
        if head is not None:
            heads[path, line] = head
    return heads


def is_as_before(path: str, line: int, known: Heads, tree: Tree, seen: Mapping[str, Seen]) -> bool:
    """Whether a file begins as it is `known` to have begun, up to the end of a line.

    It is not said of a first line, where also stands what is found nowhere in the file.
    """
    head = known.get((path, line))
    return line > 1 and head is not None and head == _head(path, line, tree, seen)


def _head(path: str, line: int, tree: Tree, seen: Mapping[str, Seen]) -> bytes | None:
    try:
        content = tree.read(path)
    except OSError:
        return None
    if path not in seen or mark_of(content) != seen[path].digest:
        return None
    return mark_of(b"\n".join(content.split(b"\n", line)[:line]))
