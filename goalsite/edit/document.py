"""A file, changed: the bytes of a Markdown file's front matter or of a YAML file, and no other byte.

What comes out has been read again by the reader of the whole program: it says what was meant, and everything
else says what it said. Decisions: docs/adr/0009-round-trip-editing.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from goalsite.edit.changes import Change
from goalsite.edit.meaning import Meaning, MisplacedError, changed, meaning
from goalsite.edit.patch import FilePatch, RefusedError
from goalsite.edit.placing import placed_together
from goalsite.edit.splices import Splice, as_text, spliced_bytes
from goalsite.source import frontmatter
from goalsite.source.decode import decode
from goalsite.source.spans import spans


class Source(NamedTuple):
    """The YAML of a file: where it begins in the file's text, in which line; and what the rest of it is."""

    yaml: str
    offset: int
    line: int
    rest: str


def source(data: bytes, path: str) -> Source | None:
    """The front matter of a Markdown file, or a YAML file's whole text; None where there is none to read."""
    if decode(data, path)[1]:
        return None
    text = as_text(data)
    if not path.endswith(".md"):
        return Source(text, 0, 1, "")
    parts = frontmatter.split(text)
    if parts.front is None:
        return None
    offset = text.index("\n") + 1
    return Source(parts.front, offset, 2, text[:offset] + text[offset + len(parts.front) :])


def edited(data: bytes, path: str, changes: Iterable[Change]) -> bytes | None:
    """The file with all the changes made.

    None where one of them has no place, where two overlap, or where the text could not be changed so that it
    says what was meant and nothing else.
    """
    wanted = tuple(changes)
    before = source(data, path)
    if before is None:
        return None
    says, readable = _says(before.yaml)
    if not readable:
        return None
    try:
        meant = changed(says, wanted)
        root = spans(before.yaml)
        splices = placed_together(wanted, before.yaml, root)
    except (MisplacedError, ValueError):
        return None
    after = resplice(data, path, splices)
    return after if after is not None and says_at_last(after, path) == meant else None


def resplice(data: bytes, path: str, splices: Iterable[Splice]) -> bytes | None:
    """The file with replacements in its YAML; None where they overlap or the rest of it would change."""
    before = source(data, path)
    if before is None:
        return None
    moved = (Splice(start + before.offset, end + before.offset, text) for start, end, text in splices)
    after = spliced_bytes(data, moved)
    there = source(after, path) if after is not None else None
    return after if there is not None and there.rest == before.rest else None


def says_at_last(data: bytes, path: str) -> Meaning:
    """What a file's YAML says; not equal to anything where it cannot be read."""
    there = source(data, path)
    says, readable = _says(there.yaml) if there else (None, False)
    return says if readable else object()


def _says(text: str) -> tuple[Meaning, bool]:
    """What YAML says, and whether it can be read."""
    node, _ = frontmatter.mapping(text, "", "S036")
    return meaning(node), node is not None


def patched(data: bytes, path: str, changes: Iterable[Change]) -> FilePatch:
    """The patch that makes the changes. Raises RefusedError where `edited` gives nothing."""
    after = edited(data, path, changes)
    if after is None:
        raise RefusedError(f"{path} is written in a way that cannot be edited", "write it by hand")
    return FilePatch(path, data, after)
