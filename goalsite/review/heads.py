"""How files begin, up to findings of rules about the site: while that stays, so do their places."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from operator import itemgetter

from goalsite.memory.listing import Seen, mark_of
from goalsite.review.rows import Plain
from goalsite.source.tree import Tree

Heads = dict[tuple[str, int], bytes]
"""Digests of files up to the end of a line, by path and the number of that line."""


def heads_of(found: Plain, known: Heads, tree: Tree, seen: Mapping[str, Seen]) -> Heads:
    """How the files begin that plain findings stand in, up to each of these; `known` are those of files that
    did not change. Of a file that is not what was `seen` of it any more nothing is known."""
    places = {(path, line) for path, line, *_ in found}
    heads = {place: known[place] for place in places & known.keys()}
    for path, unknown in groupby(sorted(places - heads.keys()), key=itemgetter(0)):
        content = _content(path, tree, seen)
        if content is not None:
            heads |= {place: _head(content, place[1]) for place in unknown}
    return heads


def is_as_before(path: str, line: int, known: Heads, tree: Tree, seen: Mapping[str, Seen]) -> bool:
    """Whether a file begins as it is `known` to have begun, up to the end of a line.

    It is not said of a first line, where also stands what is found nowhere in the file.
    """
    head = known.get((path, line))
    content = None if head is None or line == 1 else _content(path, tree, seen)
    return content is not None and head == _head(content, line)


def _content(path: str, tree: Tree, seen: Mapping[str, Seen]) -> bytes | None:
    """What was seen of a file; None where it is something else by now."""
    try:
        content = tree.read(path)
    except OSError:
        return None
    return content if path in seen and mark_of(content) == seen[path].digest else None


def _head(content: bytes, line: int) -> bytes:
    return mark_of(b"\n".join(content.split(b"\n", line)[:line]))
