"""Every name that stands in a file's front matter, body or log, with its place and what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from goalsite.core.diagnostics import Mark
from goalsite.core.names import is_name_character
from goalsite.lsp.half_text import cells
from goalsite.lsp.keys import Key, keys_of
from goalsite.lsp.meaning import Meaning, meaning
from goalsite.lsp.positions import Span, split_lines
from goalsite.lsp.workspace import State
from goalsite.model.formulas import read_formula
from goalsite.model.outline import KINDS, kind_by_place
from goalsite.model.shapes import Reading
from goalsite.source import nodes
from goalsite.source.nodes import Document, Node, Scalar, Sequence, Table


class Occurrence(Struct, frozen=True):
    """A name as it stands in a file: `mark` is where its text begins, `plain` if no quote or bracket holds
    it; `takes` as in `Key`, or `link` for one in a text."""

    path: str
    takes: str
    text: str
    mark: Mark
    plain: bool = True


def occurrences(state: State) -> Iterator[Occurrence]:
    """Every name in every file, in the order of the files."""
    for document in state.documents.documents:
        yield from in_document(state, document)
    for table in state.documents.tables:
        if table.path.endswith(".checkins.csv") and "kr" in table.columns:
            yield from _in_log(state, table)


def in_document(state: State, document: Document) -> Iterator[Occurrence]:
    """The names in one Markdown file."""
    if document.front:
        yield from _in_mapping(document.path, document.front, keys_of(_kind(state, document)))
    for mention in document.mentions:
        width = 2 if mention.kind == "goal" else 1
        mark = Mark(mention.mark.line, mention.mark.column + width)
        yield Occurrence(document.path, "link" if width == 2 else "handle", mention.text, mark, plain=False)


def _kind(state: State, document: Document) -> str:
    """The kind that a file says it is, or its place."""
    said = [value for key, value in document.front.items if key.text == "kind"] if document.front else []
    if said and isinstance(said[0], Scalar) and said[0].text in KINDS:
        return said[0].text
    return kind_by_place(state.inside(document.path) or document.path, has_front=True)


def _in_mapping(path: str, node: nodes.Mapping, keys: Mapping[str, Key]) -> Iterator[Occurrence]:
    for name, value in node.items:
        key = keys.get(name.text)
        if key is None:
            continue
        items = value.items if key.many and isinstance(value, Sequence) else (value,)
        for item in items:
            yield from _in_value(path, item, key)


def _in_value(path: str, value: Node, key: Key) -> Iterator[Occurrence]:
    if isinstance(value, nodes.Mapping):
        yield from _in_mapping(path, value, key.keys)
    elif isinstance(value, Scalar) and key.takes == "formula":
        formula = read_formula(value, Reading(path), "formula")
        for ref in formula.refs if formula else ():
            yield Occurrence(path, "formula", ref.text, ref.mark)
    elif isinstance(value, Scalar) and key.takes and value.text.strip():
        quote = 0 if value.plain else 1
        blank = len(value.text) - len(value.text.lstrip())
        mark = Mark(value.mark.line, value.mark.column + quote + blank)
        yield Occurrence(path, key.takes, value.text.strip(), mark, value.plain)


def _in_log(state: State, table: Table) -> Iterator[Occurrence]:
    """The names of key results in a check-in log."""
    lines = split_lines(state.text(table.path))
    column = table.columns.index("kr")
    for row in table.rows:
        if text := row.cells["kr"]:
            start = _cell(lines[row.line - 1], column, text) if row.line <= len(lines) else 0
            yield Occurrence(table.path, "result", text, Mark(row.line, start + 1))


def _cell(line: str, column: int, text: str) -> int:
    """Where the text of a cell begins in its line; the line's own begin where the row is more than that."""
    found = cells(line)
    start, end, said = found[column] if column < len(found) else (0, 0, "")
    return start + line[start:end].find(text) if said == text else 0


def meant(state: State, one: Occurrence) -> Meaning | None:
    """What an occurrence means."""
    return meaning(state, one.path, one.takes, one.text)


def span(one: Occurrence, lines: list[str]) -> Span | None:
    """Where the text of an occurrence stands in the lines of its file; None where it is written otherwise
    there, by escapes or over several lines."""
    line, column = one.mark.line - 1, one.mark.column - 1
    if not 0 <= line < len(lines):
        return None
    for width in (0, 2):  # a formula's mark may stand before its brackets, a link's name after blanks
        start = column + width
        start += len(lines[line][start:]) - len(lines[line][start:].lstrip())
        end = start + len(one.text)
        is_part = one.takes == "formula" and _goes_on(lines[line], start, end)
        if lines[line].startswith(one.text, start) and not is_part:
            return Span(line, start, end)
    return None


def _goes_on(line: str, start: int, end: int) -> bool:
    """Whether the name in a line is only a part of a longer one."""
    beside = line[max(start - 1, 0) : start] + line[end : end + 1]
    return any(character == "/" or is_name_character(character) for character in beside)
