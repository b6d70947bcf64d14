"""What a YAML parser complains of, in an author's words: where, what, and what to do.

The needles are the wording of libyaml and of PyYAML's own parser; what none of them finds keeps the
parser's words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from goalsite.core.diagnostics import Mark
from goalsite.core.names import describe

_NO_SPACE = re.compile(r"\s*+(?:- ++)?[^\s:\"'{\[]++:[^\s/]")
_QUOTE = "put the value in quotes"
_COLON_IN_VALUE = "a colon and a space stand in a value without quotes"
_PAIR = re.compile(r"\s*+(?:- ++)*+(?P<key>[^\s:{\[\"'#][^:{\[\"']*+):[ \t]++(?P<value>[^\"'\\]+)")


class Complaint(NamedTuple):
    """A finding without its file; the mark counts within the YAML text."""

    mark: Mark
    message: str
    hint: str = ""
    code: str = "S030"


@dataclass(frozen=True, slots=True)
class Trouble:
    """What the parser says: its problem, in which context, at which place, and where that context began."""

    lines: list[str]
    problem: str
    context: str
    at: Mark
    start: Mark

    def line(self, number: int) -> str:
        """The line of that number, empty beyond the last."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    @property
    def character(self) -> str:
        """The character at the place, empty at the end of a line."""
        return self.line(self.at.line)[self.at.column - 1 :][:1]


def explain(trouble: Trouble) -> Complaint:
    """The complaint that an author can act upon."""
    said = f"{trouble.context}: {trouble.problem}"
    for needle, explanation in _EXPLANATIONS:
        if needle in said:
            return explanation(trouble)
    return Complaint(trouble.at, f"this cannot be read as YAML: {trouble.problem}")


def colon_hint(line: str) -> str:
    """What is wrong with the colon of a line that was to be `key: value`; empty if nothing obvious is."""
    if "：" in line:
        return "write a plain colon and a space after the key, not ："
    if _NO_SPACE.match(line):
        return "put a space after the colon"
    return ""


def _tab(trouble: Trouble) -> Complaint:
    return Complaint(trouble.at, "a tab indents the line, must be spaces", "replace the tab with spaces")


def _odd_start(trouble: Trouble) -> Complaint:
    if trouble.character == "\t":
        return _tab(trouble)
    hint = "put it in quotes, or leave the @ out" if trouble.character == "@" else _QUOTE
    message = f"a value begins with {describe(trouble.character or ' ')} outside quotes"
    return Complaint(trouble.at, message, hint)


def _colon(trouble: Trouble) -> Complaint:
    line = trouble.line(trouble.at.line)
    pair = _PAIR.match(line)
    if pair and pair.end("value") >= trouble.at.column and pair.start("value") < trouble.at.column:
        key, value = pair["key"].strip(), pair["value"].strip()
        hint = f'put the value in quotes: {key}: "{value}"' if len(line) <= 100 else _QUOTE
        return Complaint(trouble.at, _COLON_IN_VALUE, hint)
    before = next((n for n in range(trouble.at.line - 1, 0, -1) if trouble.line(n).strip()), 0)
    if hint := colon_hint(trouble.line(before)):
        return Complaint(Mark(before), "a key is without its colon and space", hint)
    message = "a key cannot stand here, the lines above have not ended their value"
    return Complaint(trouble.at, message, "begin it in the same column as the keys it belongs to")


def _without_comma(before: str) -> str:
    """The key that begins within the value of the pair before it, in braces; empty where there is none."""
    if before.rfind("{") <= before.rfind("}"):
        return ""
    pair = before[max(before.rfind("{"), before.rfind(",")) + 1 :]
    words = pair.partition(":")[2].split()
    return words[-1] if len(words) > 1 and words[-1].isidentifier() else ""


def _open_quote(trouble: Trouble) -> Complaint:
    hint = "end the value with the quote that it begins with"
    return Complaint(trouble.start, "the quote that opens here is never closed", hint)


def _escape(trouble: Trouble) -> Complaint:
    hint = r"use single quotes, or write \\ for a backslash"
    return Complaint(trouble.at, "a backslash in double quotes begins no known escape", hint)


def _open_list(trouble: Trouble) -> Complaint:
    hint = "put commas between the items and ] after the last"
    return Complaint(trouble.start, "the list that opens here lacks a comma or its ]", hint)


def _open_braces(trouble: Trouble) -> Complaint:
    if trouble.character == ":" and trouble.at.line == trouble.start.line:
        word = _without_comma(trouble.line(trouble.at.line)[: trouble.at.column - 1])
        hint = f"put a comma before {word}, or the value in quotes" if word else _QUOTE
        return Complaint(trouble.at, _COLON_IN_VALUE, hint)
    hint = "put commas between the keys and } after the last"
    return Complaint(trouble.start, "the mapping that opens here lacks a comma or its }", hint)


def _no_colon(trouble: Trouble) -> Complaint:
    hint = colon_hint(trouble.line(trouble.start.line)) or "write key: value, or indent a value's next line"
    return Complaint(trouble.start, "a key is without its colon and space", hint)


def _no_dash(trouble: Trouble) -> Complaint:
    hint = "begin it with -, or indent it under the item it belongs to"
    return Complaint(trouble.at, "the line stands in a list but is no item of it", hint)


def _no_key(trouble: Trouble) -> Complaint:
    before = trouble.line(trouble.at.line)[: trouble.at.column - 1].rstrip()
    if before.endswith(("'", '"')):
        hint = "write a quote within quotes twice, as in 'it''s', or use the other kind around the value"
        return Complaint(trouble.at, "text follows the closing quote", hint)
    if trouble.character in ("]", "}"):
        return Complaint(trouble.at, f"a {trouble.character} closes what nothing opened", "remove it")
    if trouble.character == ":":
        return Complaint(trouble.at, "a colon stands without a key before it", "write key: value")
    if trouble.character == "-":
        hint = "begin all items of one list in the same column"
        return Complaint(trouble.at, "the item is indented otherwise than those above it", hint)
    hint = "begin all keys of one mapping in the same column"
    return Complaint(trouble.at, "the line is indented otherwise than the keys around it", hint)


def _item(trouble: Trouble) -> Complaint:
    hint = "begin the list on a line of its own, or write it as [a, b]"
    return Complaint(trouble.at, "a list item cannot begin here", hint)


def _no_value(trouble: Trouble) -> Complaint:
    if not trouble.character:
        last = next((n for n in range(len(trouble.lines), 1, -1) if trouble.line(n).strip()), 1)
        message = "the text ends within a list or mapping"
        return Complaint(Mark(last, max(len(trouble.line(last)), 1)), message, "close it with ] or }")
    message = f'"{trouble.character}" stands where a value is expected'
    return Complaint(trouble.at, message, "write one, in quotes if need be")


def _sigil(trouble: Trouble) -> Complaint:
    sigil = trouble.line(trouble.start.line)[trouble.start.column - 1 :][:1]
    return Complaint(trouble.start, f'a value begins with "{sigil}" outside quotes', _QUOTE)


def _tag(trouble: Trouble) -> Complaint:
    message, hint = "a tag begins here, must be a plain value", "put the value in quotes if it is text"
    return Complaint(trouble.start, message, hint, "S032")


def _block(trouble: Trouble) -> Complaint:
    hint = "put the value in quotes, or begin its text on the next line"
    return Complaint(trouble.start, "text follows > or | on the same line", hint)


def _stray(trouble: Trouble) -> Complaint:
    hint = "begin all keys in the same column, with nothing before or after them"
    return Complaint(trouble.at, "this stands outside the mapping of keys to values", hint)


def _question(trouble: Trouble) -> Complaint:
    return Complaint(trouble.at, 'a value begins with "?" outside quotes', _QUOTE)


_EXPLANATIONS: tuple[tuple[str, Callable[[Trouble], Complaint]], ...] = (
    ("tab character", _tab),
    ("cannot start any token", _odd_start),
    ("mapping values are not allowed", _colon),
    ("mapping keys are not allowed", _question),
    ("sequence entries are not allowed", _item),
    ("escape", _escape),
    ("hexdecimal number", _escape),
    ("hexadecimal numbers", _escape),
    ("scalar: found unexpected", _open_quote),
    ("expected ',' or ']'", _open_list),
    ("expected ',' or '}'", _open_braces),
    ("could not find expected ':'", _no_colon),
    ("'-' indicator", _no_dash),
    ("block collection", _no_dash),
    ("block mapping", _no_key),
    ("node content", _no_value),
    ("an alias", _sigil),
    ("an anchor", _sigil),
    (" tag", _tag),
    ("TAG directive", _tag),
    ("block scalar", _block),
    ("document start", _stray),
)
