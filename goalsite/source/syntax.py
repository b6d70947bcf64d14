"""What a YAML parser complains of, in an author's words: where, what, and what to do.

The needles are the wording of libyaml and of PyYAML's own parser; what none of them finds keeps the
parser's words.
"""

from __future__ import annotations

from collections.abc import Callable

from goalsite.core.diagnostics import Mark
from goalsite.core.names import describe
from goalsite.source.colons import QUOTE, colon_fault, in_quotes, pair_around, without_comma
from goalsite.source.trouble import Complaint, Trouble

NO_ESCAPE = "a backslash in double quotes begins no known escape"
UNESCAPE = r"use single quotes, or write \\ for a backslash"
_COLON_IN_VALUE = "a colon and a space stand in a value without quotes"
NO_COLON = "a key is without its colon and space"


def explain(trouble: Trouble) -> Complaint:
    """The complaint that an author can act upon."""
    said = f"{trouble.context}: {trouble.problem}"
    for needle, explanation in _EXPLANATIONS:
        if needle in said:
            return explanation(trouble)
    hint = "put the text in quotes, if it is one"
    return Complaint(trouble.at, f"this cannot be read as YAML: {trouble.problem}", hint)


def _tab(trouble: Trouble) -> Complaint:
    return Complaint(trouble.at, "a tab indents the line, must be spaces", "replace the tab with spaces")


def _odd_start(trouble: Trouble) -> Complaint:
    if trouble.character == "\t":
        return _tab(trouble)
    hint = "put it in quotes, or leave the @ out" if trouble.character == "@" else QUOTE
    message = f"a value begins with {describe(trouble.character or ' ')} outside quotes"
    return Complaint(trouble.at, message, hint)


def _colon(trouble: Trouble) -> Complaint:
    line = trouble.line(trouble.at.line)
    if pair := pair_around(line, trouble.at.column):
        after_quote = trouble.before.endswith(("'", '"'))
        message = "a colon and a space follow the closing quote" if after_quote else _COLON_IN_VALUE
        return Complaint(trouble.at, message, in_quotes(*pair))
    before = next((n for n in range(trouble.at.line - 1, 0, -1) if trouble.line(n).strip()), 0)
    if fault := colon_fault(trouble.line(before)):
        return Complaint(Mark(before, fault[0]), NO_COLON, fault[1])
    message = "a key cannot stand here, the lines above have not ended their value"
    begin = Mark(trouble.at.line, len(line) - len(line.lstrip()) + 1)
    return Complaint(begin, message, "begin it in the same column as the keys it belongs to")


def _open_quote(trouble: Trouble) -> Complaint:
    hint = "end the value with the quote that it begins with"
    return Complaint(trouble.start, "the quote that opens here is never closed", hint)


def _escape(trouble: Trouble) -> Complaint:
    return Complaint(trouble.at, NO_ESCAPE, UNESCAPE)


def _open_list(trouble: Trouble) -> Complaint:
    if trouble.character and trouble.at.line == trouble.start.line:
        return _within(trouble, "list", "]")
    hint = "put commas between the items and ] after the last"
    return Complaint(trouble.start, "the list that opens here lacks a comma or its ]", hint)


def _open_braces(trouble: Trouble) -> Complaint:
    if trouble.character and trouble.at.line == trouble.start.line:
        return _within(trouble, "mapping", "}")
    hint = "put commas between the keys and } after the last"
    return Complaint(trouble.start, "the mapping that opens here lacks a comma or its }", hint)


def _within(trouble: Trouble, what: str, closing: str) -> Complaint:
    """What is wrong at a character of the line on which a list or mapping opens."""
    if trouble.character == ":":
        word = without_comma(trouble.before)
        hint = f"put a comma before {word}, or the value in quotes" if word else QUOTE
        return Complaint(trouble.at, _COLON_IN_VALUE, hint)
    if trouble.character in ("]", "}"):
        message = f"a {trouble.character} closes the {what}, must be {closing}"
        return Complaint(trouble.at, message, f"write {closing}")
    message = f"a comma or the {closing} of the {what} is missing before this"
    return Complaint(trouble.at, message, "put a comma after each value, and quotes around a whole value")


def _no_colon(trouble: Trouble) -> Complaint:
    if fault := colon_fault(trouble.line(trouble.start.line)):
        return Complaint(Mark(trouble.start.line, fault[0]), NO_COLON, fault[1])
    return Complaint(trouble.start, NO_COLON, "write key: value, or indent a value's next line")


def _no_dash(trouble: Trouble) -> Complaint:
    hint = "begin it with -, or indent it under the item it belongs to"
    return Complaint(trouble.at, "the line stands in a list but is no item of it", hint)


def _no_key(trouble: Trouble) -> Complaint:
    if trouble.before.endswith(("'", '"')):
        hint = "write a quote within quotes twice, as in 'it''s', or use the other kind around the value"
        return Complaint(trouble.at, "text follows the closing quote", hint)
    if trouble.character in ("]", "}"):
        return Complaint(trouble.at, f"a {trouble.character} closes what nothing opened", "remove it")
    if trouble.character == ":":
        return Complaint(trouble.at, "a colon stands without a key before it", "write key: value")
    if trouble.before.endswith(("]", "}")):
        message = f"text follows the closing {trouble.before[-1]}"
        return Complaint(trouble.at, message, "put the whole value in quotes")
    if trouble.character == "-" and trouble.at.column == trouble.start.column:
        hint = "put it below the key of its list, and begin the list's other items with -, too"
        return Complaint(trouble.at, "a list item stands among keys", hint)
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
    return Complaint(trouble.start, f'a value begins with "{sigil}" outside quotes', QUOTE)


def _tag(trouble: Trouble) -> Complaint:
    message, hint = "a tag begins here, must be a plain value", "put the value in quotes if it is text"
    return Complaint(trouble.start, message, hint, "S032")


def _block(trouble: Trouble) -> Complaint:
    hint = "put the value in quotes, or begin its text on the next line"
    return Complaint(trouble.start, "text follows > or | on the same line", hint)


def _stray(trouble: Trouble) -> Complaint:
    hint = "write each line as key: value, and begin all keys in the same column"
    return Complaint(trouble.at, "this stands outside the mapping of keys to values", hint)


def _question(trouble: Trouble) -> Complaint:
    return Complaint(trouble.at, 'a value begins with "?" outside quotes', QUOTE)


def _directive(trouble: Trouble) -> Complaint:
    hint = "put the text in quotes, or take the line away"
    return Complaint(trouble.start, "a line that begins with % instructs the YAML parser", hint)


_EXPLANATIONS: tuple[tuple[str, Callable[[Trouble], Complaint]], ...] = (
    (" tag", _tag),
    ("TAG directive", _tag),
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
    ("block scalar", _block),
    ("document start", _stray),
    ("directive", _directive),
    ("incompatible YAML document", _directive),
)
