"""YAML text of the most regular forms -> nodes, line by line: nearly every file, in half the parser's time.

A line is blank, a comment, `key: value`, `- value` or `- key: value`. Its value ends on it, as `flow` takes
it, or are the lines below it. Of a text with any other line, faulty or not, nothing is said here, and `yaml`
reads it. What is said is what `yaml` would say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goalsite.source.flow import KEY, FlatRow, FlatRows, IrregularError, flat_cells, form_of, value
from goalsite.source.nodes import Mapping, Node, Scalar, Sequence, mark_at, plain_at

_LEVELS = 8  # of blocks; with the three of brackets that a line can hold, fewer than `yaml` takes

_LINES = re.compile(rf"( *+)(- ++)?+(?:({KEY}):( ++|$))?+(.*+)\n?", re.MULTILINE)

_Line = tuple[int, int, str, str, str, str]
"""Its number, the column it begins in, its dash with the blanks after it, its key, the blanks after that, and
the rest. (A tuple, as there are hundreds of thousands: no value with names is made as fast.)"""

_END: _Line = (0, 0, "", "", "", "")


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
    except IrregularError:
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
                raise IrregularError
            self.next = next(self._lines, _END)
            name = plain_at(key, line, column)
            after = column + len(key) + 1
            pairs[key] = name, value(rest, line, after + len(gap)) if rest else self._below(name, level)
            _, begin, dash, *_ = self.next
        if begin > column:
            raise IrregularError
        return Mapping(tuple(pairs.values()), mark)

    def _below(self, name: Scalar, level: int) -> Node:
        """The value of a key that has none on its line."""
        (line, at), (_, column, dash, *_) = name.mark, self.next
        if column < at or (column == at and not dash):
            return Scalar("", True, mark_at(line, at + len(name.text) + 1))
        if level == _LEVELS:
            raise IrregularError
        return self._sequence(column, level + 1) if dash else self.mapping(column, level + 1)

    def _sequence(self, column: int, level: int) -> Sequence:
        """The sequence whose dashes stand in `column`."""
        mark = mark_at(self.next[0], column)
        items: list[Node] = []
        if self.next[5][:1] == "{":
            flat = FlatRows.of(self._flat_rows(column), mark)
            if flat.places and (self.next[1] < column or (self.next[1] == column and not self.next[2])):
                return flat
            items += flat.items
        while self.next[1] == column and self.next[2]:
            line, _, dash, key, _, rest = self.next
            at = column + len(dash)
            if key:
                items.append(self.mapping(at, level + 1))
            elif rest:
                self.next = next(self._lines, _END)
                items.append(value(rest, line, at))
            else:
                raise IrregularError
        if self.next[1] > column:
            raise IrregularError
        return Sequence(tuple(items), mark)

    def _flat_rows(self, column: int) -> Iterator[FlatRow]:
        """The next lines that are mappings in braces after a dash in `column`."""
        keys: tuple[str, ...] = ()
        form = None  # that of the row before, which most rows have, too
        while True:
            line, begin, dash, key, _, rest = self.next
            if begin != column or not dash or key:
                return
            if form and (match := form.fullmatch(rest)):
                values = match.groups()
            elif cells := flat_cells(rest):
                keys, values = cells
                form = form_of(keys)
            else:
                return
            self.next = next(self._lines, _END)
            yield keys, values, line, column + len(dash)
