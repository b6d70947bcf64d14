"""Text of a Markdown file -> Document: front matter between two lines of `---`, then the body."""

from __future__ import annotations

import re
from typing import NamedTuple

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.source import yaml
from goalsite.source.colons import colon_fault
from goalsite.source.decode import place, plain_lines
from goalsite.source.nodes import Document, Mapping, Node, Scalar, Sequence
from goalsite.source.scan import mentions
from goalsite.source.syntax import NO_COLON

_OPENING = re.compile(r"---[ \t]*$", re.MULTILINE)
_CLOSING = re.compile(r"\n---[ \t]*$", re.MULTILINE)  # after a line end, which is found faster than ^

_ALMOST_CLOSING = re.compile(r"\n[ \t]*+(?P<said>[-–—－]{2,}|[–—]|\.\.\.)[ \t]*$", re.MULTILINE)


class Parts(NamedTuple):
    """What a file consists of; `front` begins in line 2 and is None without front matter."""

    front: str | None
    body: str
    body_line: int
    closed: bool = True


def split(text: str) -> Parts:
    """The parts of a file, line ends as `\\n`; empty and not `closed` where the closing line is missing."""
    text = plain_lines(text)
    opening = _OPENING.match(text)
    if opening is None:
        return Parts(None, text, 1)
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        return Parts(None, "", 1, closed=False)
    body_line = text.count("\n", 0, closing.end()) + 2
    return Parts(text[opening.end() + 1 : closing.start() + 1], text[closing.end() + 1 :], body_line)


def document(text: str, path: str) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document that `text` is, and what is wrong with its front matter (S030 to S036)."""
    parts = split(text)
    if not parts.closed:
        hint = "close the front matter with a line of ---; for a rule as a page's first line write ***"
        if almost := _ALMOST_CLOSING.search(text):
            line = place(text, almost.start("said")).line
            hint = f"write --- in line {line}, which is {almost['said']:.10}"
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
    if node is None or (isinstance(node, Scalar) and node.plain and not node.text):  # a --- alone
        return Mapping((), Mark()), ()
    return None, (_no_mapping(node, path, code, text.split("\n")[node.mark.line - first_line]),)


def _no_mapping(node: Node, path: str, code: str, line: str) -> Diagnostic:
    what = "a list" if isinstance(node, Sequence) else "a single text"
    hint = "write each line as key: value"
    if isinstance(node, Sequence):
        hint += ", without a - before it"
    elif fault := colon_fault(line):
        return finding(path, Mark(node.mark.line, fault[0]), code, NO_COLON, fault[1])
    return finding(path, node.mark, code, f"this is {what}, must be keys with values", hint)
