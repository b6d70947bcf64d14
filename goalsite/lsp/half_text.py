"""What stands at a place in a Markdown or CSV file, told by its lines alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from goalsite.core.names import is_name_character, joins_mention
from goalsite.lsp.context import TEXT, Context, Where
from goalsite.lsp.half_yaml import mapping

_FENCE = re.compile(r"---[ \t]*$")
_TOKEN_END = re.compile(r"[\s()\[\]]")


def markdown(lines: Sequence[str], line: int, column: int) -> Context:
    """The context in a Markdown file: its front matter, or the body below."""
    if not 0 <= line < len(lines):
        return TEXT
    if line == 0 or not _FENCE.match(lines[0]):
        return _body(lines[line], column)
    for number in range(1, line):
        if _FENCE.match(lines[number]):
            return _body(lines[line], column)
    return TEXT if _FENCE.match(lines[line]) else mapping(lines[1:], line - 1, column)


def table(lines: Sequence[str], line: int, column: int) -> Context:
    """The context in a CSV file: a column's name in the first line, else a cell by its column."""
    if not 0 <= line < len(lines):
        return TEXT
    text, columns = lines[line], [name for _, _, name in cells(lines[0])]
    for index, (start, end, cell) in enumerate(cells(text)):
        if start <= column <= end:
            begin = start + text[start:end].find(cell) if cell else column
            path = (columns[index],) if line and index < len(columns) else ()
            where: Where = "cell" if line else "column"
            typed = text[begin:column] if column >= begin else ""
            return Context(where, path, begin, begin + len(cell), typed, cell, frozenset(columns))
    return TEXT


def cells(line: str) -> list[tuple[int, int, str]]:
    """The cells of one line of a CSV file, each from where to where it goes and what it says, stripped."""
    found = []
    start, quoted = 0, False
    for at, character in enumerate(f"{line},"):
        if character == '"':
            quoted = not quoted
        elif character == "," and (not quoted or at == len(line)):
            found.append((start, at, line[start:at].strip().strip('"').strip()))
            start = at + 1
    return found


def operand(context: Context, line: str) -> Context:
    """The operand of a formula at the place, without its brackets; an empty one between two of them."""
    column = context.start + len(context.typed)
    begins = [match.end() for match in _TOKEN_END.finditer(line, context.start, column)]
    start = begins[-1] if begins else context.start
    following = _TOKEN_END.search(line, column, context.end)
    end = following.start() if following else max(context.end, column)
    return Context("value", context.path, start, end, line[start:column], line[start:end])


def _body(line: str, column: int) -> Context:
    """A `[[goal]]` or an `@handle` in text."""
    before = line[:column]
    opening = before.rfind("[[")
    if opening >= 0 and "]" not in before[opening:]:
        start = opening + 2
        closing = re.search(r"[\[\]]", line[start:])
        end = start + closing.start() if closing else column
        end = end if line.startswith("]]", end) else column
        return Context("link", (), start, end, line[start:column], line[start:end].strip())
    start = column
    while start and is_name_character(line[start - 1]):
        start -= 1
    if not start or line[start - 1] != "@" or (start > 1 and joins_mention(line[start - 2])):
        return TEXT
    end = column
    while end < len(line) and is_name_character(line[end]):
        end += 1
    text = line[start:end].rstrip(".")
    return Context("person", (), start, max(start + len(text), column), line[start:column], text)
