"""What stands at a place in YAML, told by its lines alone: no parser would read what is half typed.

It looks at indentation, dashes, colons and brackets, in one pass over the lines above, in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from goalsite.lsp.context import TEXT, Context, Where
from goalsite.lsp.keys import ITEM

_COLON = re.compile(r":(?=[ \t]|$)")
_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(#|$)")
_SIGN = re.compile(r"[,\[\]{}]")
_NO_KEY = "[]{},#&*!|>%@`"


def mapping(lines: Sequence[str], line: int, column: int) -> Context:
    """The context in a mapping of keys, such as front matter or the configuration."""
    if not 0 <= line < len(lines):
        return TEXT
    reader = _Reader()
    for text in lines[:line]:
        reader.take(text)
    return reader.at(lines[line], min(column, len(lines[line])))


@dataclass(slots=True)
class _Block:
    """A key or a dash whose block is open: the column it stands in and the keys right below it."""

    column: int
    name: str
    given: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Flow:
    """An open bracket: the key whose value comes, the keys there were, where the present word begins."""

    sign: str
    start: int
    key: str = ""
    given: set[str] = field(default_factory=set)


class _Reader:
    """Reads lines of YAML as far as to know what is open at their end."""

    def __init__(self) -> None:
        self._blocks: list[_Block] = []
        self._flows: list[_Flow] = []
        self._top: set[str] = set()
        self._text_below: int | None = None  # the column of a key whose value is a block of text

    def take(self, line: str) -> None:
        """Read one whole line."""
        if self._is_text(line) or not line.strip() or (line.lstrip()[0] == "#" and not self._flows):
            return
        if self._flows:
            self._flow(line, 0, len(line))
            return
        at, key = self._enter(line, len(line))
        if key is not None and _BLOCK.match(line, at):
            self._text_below = key
        elif line[at : at + 1] in ("[", "{"):
            self._flow(line, at, len(line))

    def at(self, line: str, column: int) -> Context:
        """The context at a column of the next line."""
        if self._is_text(line) and line.strip():
            return TEXT
        if self._flows:
            return self._in_flow(line, 0, column)
        at, key = self._enter(line, column)
        if key is None and not line[:column].strip(" -\t"):
            at = max(at, column)
        if line[:column].lstrip().startswith("#") or " #" in line[at:column] or at > column:
            return TEXT
        if at < column and line[at] in "[{":
            return self._in_flow(line, at, column)
        if key is not None:
            return self._word("value", line, at, column)
        self._close(at)
        return self._word("key", line, at, column)

    def _is_text(self, line: str) -> bool:
        """Whether a line belongs to a block of text; the first that does not ends it."""
        if self._text_below is None:
            return False
        if not line.strip() or len(line) - len(line.lstrip(" ")) > self._text_below:
            return True
        self._text_below = None
        return False

    def _enter(self, line: str, stop: int) -> tuple[int, int | None]:
        """Open what a line's dashes and key open, as far as `stop`; where its rest begins, and the column of
        its key, if it has one."""
        at = len(line[:stop]) - len(line[:stop].lstrip(" "))
        while line[at : at + 1] == "-" and at < stop and line[at + 1 : at + 2] in ("", " ", "\t"):
            self._close(at, keep_keys=True)
            self._blocks.append(_Block(at, ITEM))
            at += 1
            while at < stop and line[at] in " \t":
                at += 1
        key = _key_at(line[:stop], at)
        if key is None:
            return at, None
        name, end = key
        self._close(at)
        (self._blocks[-1].given if self._blocks else self._top).add(name)
        self._blocks.append(_Block(at, name))
        while end < stop and line[end] in " \t":
            end += 1
        return end, at

    def _close(self, column: int, *, keep_keys: bool = False) -> None:
        """Close what a line that begins at `column` ends; a dash may stand right below its key."""
        while self._blocks:
            last = self._blocks[-1]
            if last.column < column or (keep_keys and last.column == column and last.name != ITEM):
                return
            self._blocks.pop()

    def _flow(self, line: str, at: int, stop: int) -> int | None:
        """Read on within brackets; where a quote begins that is still open, if one is."""
        for flow in self._flows:
            flow.start = 0
        while at < stop:
            character = line[at]
            if character in "\"'":
                closing = line.find(character, at + 1, stop)
                if closing < 0:
                    return at
                at = closing
            elif character in "[{":
                self._flows.append(_Flow(character, at + 1))
            elif character in "]}" or (character == "#" and line[at - 1 : at] in ("", " ")):
                if character == "#":
                    return None
                self._flows.pop()
                if not self._flows:
                    return None
            elif character == ",":
                self._flows[-1].key, self._flows[-1].start = "", at + 1
            elif character == ":" and line[at + 1 : at + 2] in ("", " ", "\t", ",", "]", "}", "["):
                self._name(line, at)
            at += 1
        return None

    def _name(self, line: str, colon: int) -> None:
        """The word before a colon is a key, within braces."""
        flow = self._flows[-1]
        if flow.sign == "{" and not flow.key:
            flow.key = line[flow.start : colon].strip(" \t\"'")
            flow.given.add(flow.key)
            flow.start = colon + 1

    def _in_flow(self, line: str, at: int, column: int) -> Context:
        quote = self._flow(line, at, column)
        if not self._flows or (quote is None and " #" in line[at:column]):
            return TEXT
        flow = self._flows[-1]
        start = flow.start
        while start < column and line[start] in " \t":
            start += 1
        is_key = flow.sign == "{" and not flow.key
        return self._word("key" if is_key else "value", line, start, column)

    def _word(self, where: Where, line: str, start: int, column: int) -> Context:
        quote = line[start : start + 1] if line[start : start + 1] in ("'", '"') else ""
        start = min(start + len(quote), column)
        end = _end_of_word(line, column, quote, bool(self._flows), where == "key")
        text = line[start:end].rstrip(" \t-" if where == "key" else None)
        path = [block.name for block in self._blocks]
        for flow in self._flows:
            path += [ITEM] if flow.sign == "[" else [flow.key] if flow.key else []
        beside = (
            self._flows[-1].given if self._flows else self._blocks[-1].given if self._blocks else self._top
        )
        colon = where == "key" and line[end:].lstrip().startswith(":")
        return Context(
            where,
            tuple(path),
            start,
            max(start + len(text), column),
            line[start:column],
            text,
            frozenset(beside) if where == "key" else frozenset(),
            colon,
        )


def _key_at(line: str, at: int) -> tuple[str, int] | None:
    """The key that begins at `at`, and where its colon ends."""
    colon = _COLON.search(line, at)
    written = line[at : colon.start()].rstrip() if colon else ""
    if colon is None or not written or written[0] in _NO_KEY or " #" in written:
        return None
    if written[0] in "\"'" and (len(written) < 2 or written[-1] != written[0]):
        return None
    return written.strip("\"'"), colon.end()


def _end_of_word(line: str, column: int, quote: str, in_flow: bool, is_key: bool) -> int:
    """Where the word at `column` ends."""
    if quote:
        closing = line.find(quote, column)
        if closing >= 0:
            return closing
    ends = [len(line)]
    if is_key and (colon := _COLON.search(line, column)):
        ends.append(colon.start())
    if in_flow and (closing_sign := _SIGN.search(line, column)):
        ends.append(closing_sign.start())
    if (comment := line.find(" #", column)) >= 0:
        ends.append(comment)
    return min(ends)
