"""Body -> mentions: where a text says `[[goal]]`, `[[goal#kr]]` or `@handle`, found in linear time.

No Markdown engine: lines of code are told by fences, by four columns of indentation after a blank line
(beyond the content of a list's item), and by HTML comments that begin a line. In all other lines, code
spans, HTML tags, `<links>`, targets and definitions of links, URLs and what a backslash escapes do not
count. Where Markdown is subtler (a code span across quoted lines, code in a list in a quote), a mention
may be found too many or missed: a link is added or not, nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from goalsite.core.diagnostics import Mark
from goalsite.core.names import is_name_character, joins_mention
from goalsite.source.nodes import Mention

_SIGNS = " \t>-+*#`~<0123456789"  # what a line begins with that may be more than prose; an empty line, too
_CONTAINER = re.compile(r"(?:[ \t]*(?:>|(?P<item>[-+*]|[0-9]{1,9}[.)])(?=[ \t])))*[ \t]*")
_FENCE = re.compile(r"`{3,}(?=[^`]*$)|~{3,}")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")
_NEW_BLOCK = re.compile(r"[ \t]*(?:#{1,6}[ \t]|>|\||(?:[-+*]|[0-9]{1,9}[.)])[ \t])")
_TOKEN = re.compile(
    r"`+|\\[!-/:-@\[-`{-~]|<!--|<[A-Za-z/?!][^<>]*>|://[^\s<>]*|\]\([^()\n]*\)"
    r"|^ {0,3}\[[^\[\]\n]{1,500}+\]:|\[\[(?P<goal>[^\[\]\n]{1,500}+)\]\](?![(\[])|@",
    re.MULTILINE,
)


def mentions(body: str, body_line: int = 1) -> tuple[Mention, ...]:
    """The mentions in `body`, whose first line is `body_line`, in order; a mark points at the `[[` or `@`."""
    if "@" not in body and "[[" not in body:
        return ()
    found: list[Mention] = []
    for line, text in _blocks(body.split("\n"), body_line):
        if "@" in text or "[[" in text:
            found.extend(_in_block(text, line))
    return tuple(found)


def _blocks(lines: list[str], number: int) -> Iterator[tuple[int, str]]:
    """The first line and the text of each run of lines in which a code span could lie."""
    code = _Code()
    block: list[str] = []
    for at, line in enumerate(lines, number):
        apart = code.holds(line) or not line.strip()
        if block and (apart or _NEW_BLOCK.match(line) or _HEADING.match(block[0])):
            yield at - len(block), "\n".join(block)
            block = []
        if not apart:
            block.append(line)
    if block:
        yield number + len(lines) - len(block), "\n".join(block)


class _Code:
    """Tells of each line in turn whether it is code (or a comment)."""

    def __init__(self) -> None:
        self.fence = ""  # the one we are in
        self.quoted = False  # whether it stands in a quote
        self.margin = 0  # the column at which the content of its list item begins
        self.comment = False
        self.item = 0  # the column at which the content of the last list item begins
        self.after_blank = True

    def holds(self, line: str) -> bool:
        """Whether `line`, the next one, is code."""
        if self.comment:
            self.comment = "-->" not in line
            return True
        if line[:1] not in _SIGNS and not self.fence:  # most lines of prose
            self.item = 0 if self.after_blank else self.item
            self.after_blank = False
            return False
        content = line.strip(" \t")
        if not content:
            self.after_blank = True
            return bool(self.fence)
        column = _column(line, line.index(content[0]))
        if self.fence and (content[0] == ">" or not self.quoted) and column >= self.margin:
            self._within_fence(content)
            return True
        self.fence = ""  # its quote or its list item has ended
        return self._opens(line, content, column)

    def _within_fence(self, content: str) -> None:
        rest = content.lstrip("> \t") if self.quoted else content
        if rest.startswith(self.fence) and not rest.strip(self.fence[0]):
            self.fence = ""
            self.after_blank = True

    def _opens(self, line: str, content: str, column: int) -> bool:
        """Whether a line outside fences is code, be it by opening a fence or a comment."""
        if self.after_blank:
            self.item = min(self.item, column)
            if column >= self.item + 4:
                return True
        prefix, is_item = _container(line)
        if is_item:
            self.item = _column(line, prefix)
        self.comment = content.startswith("<!--") and "-->" not in content
        self.after_blank = _HEADING.match(line) is not None
        if fence := _FENCE.match(line, prefix):
            self.fence = fence[0]
            self.quoted = content[0] == ">"
            self.margin = self.item if (is_item or column >= self.item) and not self.quoted else 0
        return self.comment or fence is not None


def _container(line: str) -> tuple[int, bool]:
    """Where a line's content begins after the signs of quotes and items, and whether it begins an item."""
    container = _CONTAINER.match(line)
    return (container.end(), container["item"] is not None) if container else (0, False)


def _column(line: str, offset: int) -> int:
    return len(line[:offset].expandtabs(4))


def _in_block(text: str, line: int) -> Iterator[Mention]:
    """The mentions in a block that begins at `line`."""
    runs = _code_runs(text) if "`" in text else {}
    comments = True  # whether one could still end: else a text of nothing but `<!--` took quadratic time
    position = line_start = counted = 0
    while token := _TOKEN.search(text, position):
        start, position = token.span()
        kind = text[start]
        mention = None
        if kind == "`":
            position = _end_of_code(runs, start, position)
        elif kind == "@":
            handle = _handle(text, start)
            position += len(handle)
            mention = ("person", handle)
        elif token["goal"]:
            mention = ("goal", token["goal"].strip())
        elif token[0] == "<!--" and comments:
            end = text.find("-->", position)
            comments = end >= 0
            position = end if comments else position
        if mention and mention[1]:
            if newlines := text.count("\n", counted, start):
                line += newlines
                line_start = text.rindex("\n", counted, start) + 1
            counted = start
            yield Mention(*mention, Mark(line, start - line_start + 1))


def _code_runs(text: str) -> dict[int, list[int]]:
    """Where runs of backticks begin, in order, by their length."""
    runs: dict[int, list[int]] = {}
    for run in re.finditer("`+", text):
        runs.setdefault(len(run[0]), []).append(run.start())
    return runs


def _end_of_code(runs: dict[int, list[int]], start: int, end: int) -> int:
    """Where the code span ends that the backticks from `start` to `end` open; `end` if nothing closes it."""
    starts = runs.get(end - start, [])
    following = bisect_right(starts, start)
    return starts[following] + end - start if following < len(starts) else end


def _handle(text: str, at: int) -> str:
    """The handle after the `@` at that offset; empty within a word, an address, a path or a scope."""
    if at and joins_mention(text[at - 1]):
        return ""
    end = at + 1
    while end < len(text) and is_name_character(text[end]):
        end += 1
    handle = text[at + 1 : end].rstrip(".")
    if not handle or handle[0] in "-_." or text[end : end + 1] in ("@", "/"):
        return ""
    return handle
