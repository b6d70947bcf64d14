"""The texts that would be published: values of front matter, bodies, cells of tables, the site's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, cast

from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.source.flow import FlatRows, said
from goalsite.source.nodes import Document, Mapping, Node, Scalar, Sequence, Table

_NUMBER = re.compile(r"[-+]?[0-9][0-9.:,_%-]*")
"""What is a number or a day, unless it stands where words do."""

_NUMBERS = re.compile(rf"{_NUMBER.pattern}(?:\n{_NUMBER.pattern})*")

_BEGIN = frozenset("-+0123456789")

_WORDED = frozenset(
    ("title", "note", "text", "blocked", "next", "description", "definition", "source", "ask")
)
_FIGURES = frozenset(("date", "value", "confidence", "status", "kr"))
"""Columns of tables in which no words stand."""

_NO_KEY = Scalar("", True, Mark())
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_REACH = 200  # how many lines below its first a text is looked for
_SPAN = re.compile(r"`[^`\n]+`")


class Text(NamedTuple):
    """A piece of text and where it begins."""

    text: str
    mark: Mark


Said = Text | Scalar
"""What is published as it stands: a value of the front matter is a text, too."""


class Lines(NamedTuple):
    """The lines of a body, each of which is a text, from the one of this number on."""

    text: str
    first: int

    def texts(self) -> list[Said]:
        """The lines that say anything."""
        lines = enumerate(self.text.split("\n"), self.first)
        return [Text(line, Mark(number, 1)) for number, line in lines if line]


class Rows(NamedTuple):
    """Rows of the front matter, whose texts are looked for one by one only where something was found."""

    flat: FlatRows

    @property
    def text(self) -> str:
        """All that any of them says, and perhaps some numbers."""
        return "\n".join([cell for columns in self.flat.columns for cell in _worded(columns)])

    def texts(self) -> list[Said]:
        """What each of them says."""
        found: list[Part] = []
        for row in self.flat.items:
            _gather(cast(Mapping, row), _NO_KEY, found)
        return cast(list[Said], found)


Part = Said | Lines | Rows
"""Some of what is published, in one piece where that is quicker to look at."""


@dataclass(frozen=True)  # without slots, so that what is asked for twice is kept
class Published:
    """A file's texts, in `parts`; `raw` gives the whole file, which is asked for only where something was
    found.

    `kind` is `objective` or `kpi`, of a goal's table too, else empty; `is_over` where that goal is closed or
    its window has ended.
    """

    path: str
    parts: tuple[Part, ...]
    raw: Callable[[], str]
    kind: str = ""
    is_over: bool = False

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, read once."""
        return self.raw().split("\n")

    @cached_property
    def texts(self) -> tuple[Said, ...]:
        """The texts, each with its place."""
        found: list[Said] = []
        for part in self.parts:
            found += part.texts() if isinstance(part, (Lines, Rows)) else (part,)
        return tuple(found)

    @cached_property
    def whole(self) -> str:
        """All texts, each on lines of its own."""
        return "\n".join([part.text for part in self.parts])

    @cached_property
    def _folded(self) -> str:
        return self.whole.casefold()

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Whether `pattern`, read line by line, matches in any of the texts: quicker than to look at each."""
        return pattern.search(self.whole) is not None

    def says(self, words: Iterable[str]) -> bool:
        """Whether any of the words, written small, stands in the texts, in any case; quickest of all, and of
        single characters (`words` may be a text of them) ten times as quick."""
        folded = self._folded
        return any(word in folded for word in words)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[Said, re.Match[str]]]:
        """Every match of `pattern` in the texts, with the text it lies in."""
        for text in self.texts:
            for match in pattern.finditer(text.text):
                yield text, match

    def among(self, may: Callable[[str], bool]) -> Iterator[Said]:
        """The texts that `may` takes; it must take whatever holds such a text, too."""
        for part in self.parts:
            if may(part.text):
                texts = part.texts() if isinstance(part, (Lines, Rows)) else (part,)
                yield from (text for text in texts if may(text.text))

    def once(self, text: Said, what: str) -> tuple[str, Mark]:
        """What makes two findings one: the same thing in one text, and in all rows of a table."""
        return what, Mark() if self.path.endswith(".csv") else text.mark

    def outside_code(self) -> Iterator[Text]:
        """The texts with spaces in place of Markdown's code: spans everywhere, fenced lines of the body."""
        fence = ""
        for text in self.texts:
            if text.mark.column == 1 and (mark := _FENCE.match(text.text)):
                if not fence:
                    fence = mark[1]
                elif mark[1].startswith(fence):
                    fence = ""
            elif not fence or text.mark.column > 1:
                yield Text(_SPAN.sub(lambda span: " " * len(span[0]), text.text), text.mark)

    def finding(
        self, text: Said, match: re.Match[str], code: str, message: str, hint: str = ""
    ) -> Diagnostic:
        """A finding that points at a match, in the line of the file that holds it."""
        return finding(self.path, self._mark(text, match), code, message, hint, len(match[0]))

    def _mark(self, text: Said, match: re.Match[str]) -> Mark:
        """The place of a match: quotes, folding and cells move a text away from where its value begins."""
        lines = self.lines
        for number in range(text.mark.line, min(len(lines), text.mark.line + _REACH) + 1):
            begin = text.mark.column - 1 + match.start() if number == text.mark.line else 0
            column = lines[number - 1].find(match[0], begin)
            if column >= 0:
                return Mark(number, column + 1)
        return text.mark


def published_document(
    document: Document, raw: Callable[[], str], kind: str = "", is_over: bool = False
) -> Published:
    """The texts of a Markdown file: each value of the front matter, each line of the body."""
    parts: list[Part] = []
    if document.front:
        _gather(document.front, _NO_KEY, parts)
    parts.append(Lines(document.body, document.body_line))
    return Published(document.path, tuple(parts), raw, kind, is_over)


def published_table(table: Table, raw: Callable[[], str], kind: str = "", is_over: bool = False) -> Published:
    """The texts of a table: its cells but dates and numbers."""
    worded = [column for column in table.columns if column not in _FIGURES]
    texts = (
        Text(cell, Mark(row.line))
        for row in (table.rows if worded else ())
        for column, cell in row.cells.items()
        if cell and column not in _FIGURES
    )
    return Published(table.path, tuple(texts), raw, kind, is_over)


def published_config(config: Config, path: str, raw: Callable[[], str]) -> Published:
    """The texts and addresses of the configuration that stand on pages."""
    said = (config.site_name, config.site_description, config.footer, config.site_url, config.repo_url)
    texts = [*said, *(cycle.title for cycle in config.cycles), *(url for _, url in config.sites)]
    return Published(path, tuple(Text(text, Mark()) for text in texts if text), raw)


def _gather(node: Mapping | Sequence, key: Scalar, parts: list[Part]) -> None:
    """Add the texts of a value that stands under `key`; its days and numbers are none, names of links are."""
    if isinstance(node, Sequence):
        if isinstance(node, FlatRows) and key.text != "links":
            parts.append(Rows(node))
            return
        pairs: Iterable[tuple[Scalar, Node]] = [(key, value) for value in node.items]
    else:
        pairs = node.items
        if key.text == "links":
            parts += [name for name, _ in pairs]
    for name, value in pairs:
        if not isinstance(value, Scalar):
            _gather(value, name, parts)
        elif (
            value[0][:1] not in _BEGIN  # most are told by this; [0] is .text, and quicker
            or not value.plain
            or name.text in _WORDED
            or not _NUMBER.fullmatch(value.text)
        ):
            parts.append(value)


def _worded(columns: MappingOf[str, tuple[str, ...]]) -> Iterator[str]:
    """What columns say but those of days and numbers alone, quotes left out."""
    for key, texts in columns.items():
        if key in _WORDED or not _NUMBERS.fullmatch("\n".join(texts)):
            yield from map(said, texts)
