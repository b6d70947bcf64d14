"""Text of a Markdown file -> Document: front matter between two lines of `---`, then the body."""

from __future__ import annotations

import re
from typing import NamedTuple

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.source import yaml
from goalsite.source.decode import plain_lines
from goalsite.source.nodes import Document, Mapping, Node, Scalar, Sequence
from goalsite.source.scan import mentions
from goalsite.source.syntax import colon_hint

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


class Parts(NamedTuple):
    """What a file consists of; `front` begins in line 2 and is None without front matter."""

    front: str | None
    body: str
    body_line: int
    closed: bool = True


def split(text: str) -> Parts:
    """The parts of a file, line ends as `\\n`; empty and not `closed` where the closing line is missing."""
    text = plain_lines(text)
    opening = _FENCE.match(text)
    if opening is None:
        return Parts(None, text, 1)
    begin = opening.end() + 1
    closing = _FENCE.search(text, begin)
    if closing is None:
        return Parts(None, "", 1, closed=False)
    body_line = text.count("\n", 0, closing.end()) + 2
    return Parts(text[begin : closing.start()], text[closing.end() + 1 :], body_line)


def document(text: str, path: str) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document that `text` is, and what is wrong with its front matter (S030 to S036)."""
    parts = split(text)
    if not parts.closed:
        hint = "close the front matter with a line of ---; for a rule as a page's first line write ***"
        found = finding(path, Mark(), "S035", "the front matter that opens here is never closed", hint, 3)
        return Document(path, None, "", 1, broken=True), (found,)
    front: Mapping | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    if parts.front is not None:
        front, diagnostics = mapping(parts.front, path, "S036", first_line=2)
    broken = front is None and parts.front is not None
    said = mentions(parts.body, parts.body_line)
    return Document(path, front, parts.body, parts.body_line, said, broken), diagnostics


def mapping(
    text: str, path: str, code: str, first_line: int = 1
) -> tuple[Mapping | None, tuple[Diagnostic, ...]]:
    """The mapping that `text` is, empty where it says nothing; None, with a finding, if it is none.

    `code` is that of a text which is YAML, but no mapping.
    """
    node, diagnostics = yaml.parse(text, path, first_line)
    if isinstance(node, Mapping) or diagnostics:
        return node if isinstance(node, Mapping) else None, diagnostics
    if node is None:
        return Mapping((), Mark()), ()
    hint = colon_hint(node.text) if isinstance(node, Scalar) else ""
    message = f"this is {_kind(node)}, must be keys with values"
    return None, (finding(path, node.mark, code, message, hint or "write each line as key: value"),)


def _kind(node: Node) -> str:
    return "a list" if isinstance(node, Sequence) else "a single text"
