"""The texts of a file that would be published: values of its front matter, its body, cells of a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.source.nodes import Document, Node, Scalar, Sequence, Table


class Text(NamedTuple):
    """A piece of text and where it begins."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Published:
    """A file's texts; `raw` gives the whole file, which is asked for only where something was found."""

    path: str
    texts: tuple[Text, ...]
    raw: Callable[[], str]

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[Text, re.Match[str]]]:
        """Every match of `pattern` in the texts, with the text it lies in."""
        for text in self.texts:
            for match in pattern.finditer(text.text):
                yield text, match

    def finding(
        self, text: Text, match: re.Match[str], code: str, message: str, hint: str = ""
    ) -> Diagnostic:
        """A finding that points at a match, in the line of the file that holds it."""
        return finding(self.path, self._mark(text, match), code, message, hint, len(match[0]))

    def _mark(self, text: Text, match: re.Match[str]) -> Mark:
        """The place of a match: quotes, folding and cells move a text away from where its value begins."""
        lines = self.raw().split("\n")
        for number in range(text.mark.line, len(lines) + 1):
            column = lines[number - 1].find(match[0], text.mark.column - 1 if number == text.mark.line else 0)
            if column >= 0:
                return Mark(number, column + 1)
        return text.mark


def published_document(document: Document, raw: Callable[[], str]) -> Published:
    """The texts of a Markdown file: each value of the front matter, each line of the body."""
    texts = list(_scalars(document.front)) if document.front else []
    body = document.body.split("\n") if document.body else []
    texts += (Text(line, Mark(document.body_line + n)) for n, line in enumerate(body) if line)
    return Published(document.path, tuple(texts), raw)


def published_table(table: Table, raw: Callable[[], str]) -> Published:
    """The texts of a table: its cells but dates and numbers."""
    texts = (
        Text(cell, Mark(row.line))
        for row in table.rows
        for column, cell in row.cells.items()
        if cell and column not in ("date", "value", "confidence", "status", "kr")
    )
    return Published(table.path, tuple(texts), raw)


def _scalars(node: Node) -> Iterator[Text]:
    if isinstance(node, Scalar):
        yield Text(node.text, node.mark)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    else:
        for _, value in node.items:
            yield from _scalars(value)
