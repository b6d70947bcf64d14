"""YAML text of the most regular forms -> nodes, line by line: nearly every file, in half the parser's time.

A line is blank, a comment, `key: value`, `- value` or `- key: value`. Its value ends on it (plain text, text
in quotes without escapes, `{key: value, …}` and `[value, …]` spaced like this), or are the lines below it. Of
a text with any other line, faulty or not, nothing is said here, and `yaml` reads it. What is said is what
`yaml` would say.
"""

from __future__ import annotations

import re

from goalsite.source.nodes import Mapping, Node, Scalar, Sequence, mark_at, plain_at

_LEVELS = 8  # of blocks; with the three of brackets that a line can hold, fewer than `yaml` takes

_KEY = r"\w[\w-]{0,99}+"
_BEGIN = r"(?:[^-?:,\[\]{}#&*!|>'\"%@`\s]|-(?=[0-9]))"  # none of the signs of YAML
_QUOTED = r"\"[^\"\\]*+\"|'[^']*+(?:''[^']*+)*+'"
_PLAIN = rf"{_BEGIN}[^:#]*+(?:(?::(?! |\Z)|(?<! )#)[^:#]*+)*+"
_PLAIN_WITHIN = rf"{_BEGIN}[^:#?,\[\]{{}}]*+(?:(?::(?=[\w/])|(?<! )#)[^:#?,\[\]{{}}]*+)*+(?<! )"
_WITHIN = rf"{_PLAIN_WITHIN}|{_QUOTED}|\{{[^{{}}]*+\}}|\[[^\[\]]*+\]"  # in brackets

_LINES = re.compile(rf"( *+)(- ++)?+(?:({_KEY}):( ++|$))?+(.*+)\n?", re.MULTILINE)
_VALUE = re.compile(rf"{_PLAIN}|{_QUOTED}|\[.*\]|\{{.*\}}")

# Within brackets each part is found where the one before it ends; what is no such part is found whole, as "".
_NEXT = r"(?:, (?!\Z)|\Z)|.+"
_PAIRS = re.compile(rf"({_KEY}): ({_WITHIN}){_NEXT}")
_ITEMS = re.compile(rf"({_WITHIN}){_NEXT}")

_Line = tuple[int, int, str, str, str, str]
"""Its number, the column it begins in, its dash with the blanks after it, its key, the blanks after that, and
the rest. (A tuple, as there are hundreds of thousands: no value with names is made as fast.)"""

_END: _Line = (0, 0, "", "", "", "")

_new = tuple.__new__  # makes what Scalar(…) makes, without a call


class _IrregularError(Exception):
    """A line is of another form."""


def regular(text: str, first_line: int = 1) -> Mapping | None:
    """The mapping that a text of regular lines says, with marks from `first_line` on; None for other texts.

    `text` holds nothing unprintable, and its lines end in `\\n`.
    """
    if "\t" in text:
        return None
    blocks = _Blocks(text, first_line)
    _, column, dash, *_ = blocks.next
    try:
        root = None if dash else blocks.mapping(column, 1)
    except _IrregularError:
        return None
    return root if blocks.next is _END else None


class _Blocks:
    """Mappings and sequences from lines; `next` is the first line that no block has taken yet."""

    def __init__(self, text: str, first_line: int) -> None:
        self._lines = iter(
            [
                (number, len(indent) + 1, dash, key, gap, rest)
                for number, (indent, dash, key, gap, rest) in enumerate(_LINES.findall(text), first_line)
                if dash or key or (rest and rest[0] != "#")
            ]
        )
        self.next: _Line = next(self._lines, _END)

    def mapping(self, column: int, level: int) -> Mapping:
        """The mapping whose keys stand in `column`, the first of them perhaps after a dash."""
        mark = mark_at(self.next[0], column)
        pairs: dict[str, tuple[Scalar, Node]] = {}
        begin, dash = column, ""
        while begin == column and not dash:
            line, _, _, key, gap, rest = self.next
            if not key or key in pairs:
                raise _IrregularError
            self.next = next(self._lines, _END)
            name = plain_at(key, line, column)
            after = column + len(key) + 1
            pairs[key] = name, _value(rest, line, after + len(gap)) if rest else self._below(name, level)
            _, begin, dash, *_ = self.next
        if begin > column:
            raise _IrregularError
        return Mapping(tuple(pairs.values()), mark)

    def _below(self, name: Scalar, level: int) -> Node:
        """The value of a key that has none on its line."""
        (line, at), (_, column, dash, *_) = name.mark, self.next
        if column < at or (column == at and not dash):
            return Scalar("", True, mark_at(line, at + len(name.text) + 1))
        if level == _LEVELS:
            raise _IrregularError
        return self._sequence(column, level + 1) if dash else self.mapping(column, level + 1)

    def _sequence(self, column: int, level: int) -> Sequence:
        """The sequence whose dashes stand in `column`."""
        mark = mark_at(self.next[0], column)
        items: list[Node] = []
        while self.next[1] == column and self.next[2]:
            line, _, dash, key, _, rest = self.next
            at = column + len(dash)
            if key:
                items.append(self.mapping(at, level + 1))
            elif rest:
                self.next = next(self._lines, _END)
                items.append(_value(rest, line, at))
            else:
                raise _IrregularError
        if self.next[1] > column:
            raise _IrregularError
        return Sequence(tuple(items), mark)


def _value(text: str, line: int, column: int) -> Node:
    """The value that ends a line."""
    text = text.rstrip(" ")
    if not _VALUE.fullmatch(text):
        raise _IrregularError
    return _node(text, line, column)


def _node(text: str, line: int, column: int) -> Node:
    """What a value says; between its brackets nobody has looked yet."""
    match text[0]:
        case "{":
            return _braces(text, line, column)
        case "[":
            return _brackets(text, line, column)
        case '"':
            return Scalar(text[1:-1], False, mark_at(line, column))
        case "'":
            return Scalar(text[1:-1].replace("''", "'"), False, mark_at(line, column))
    return _new(Scalar, (text, True, mark_at(line, column)))


def _braces(text: str, line: int, column: int) -> Mapping:
    """The mapping in braces that `text` is."""
    pairs: dict[str, tuple[Scalar, Node]] = {}
    at = column + 1
    for key, value in _PAIRS.findall(text, 1, len(text) - 1):
        if not key or key in pairs:
            raise _IrregularError
        name = plain_at(key, line, at)
        at += len(key) + 2
        pairs[key] = name, _node(value, line, at)
        at += len(value) + 2
    return Mapping(tuple(pairs.values()), mark_at(line, column))


def _brackets(text: str, line: int, column: int) -> Sequence:
    """The sequence in brackets that `text` is."""
    items: list[Node] = []
    at = column + 1
    for item in _ITEMS.findall(text, 1, len(text) - 1):
        if not item:
            raise _IrregularError
        items.append(_node(item, line, at))
        at += len(item) + 2
    return Sequence(tuple(items), mark_at(line, column))
