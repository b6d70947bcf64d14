"""Values that end on their line -> nodes: plain text, text in quotes without escapes, `{key: value, …}` and
`[value, …]` spaced like this. The part of `regular` that looks within a line.

Most lines of a site's goals are rows of check-ins in braces. `FlatRows` keeps those as they are written: who
reads them all has no need of their nodes, and who asks for one gets it made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from sys import intern

from goalsite.core.diagnostics import Mark
from goalsite.source.nodes import Mapping, Node, Scalar, Sequence, mark_at, plain_at

KEY = r"\w[\w-]{0,99}+"
_BEGIN = r"(?:[^-?:,\[\]{}#&*!|>'\"%@`\s]|-(?=[0-9]))"  # none of the signs of YAML
_QUOTED = r"\"[^\"\\]*+\"|'[^']*+(?:''[^']*+)*+'"
_PLAIN = rf"{_BEGIN}[^:#]*+(?:(?::(?! |\Z)|(?<! )#)[^:#]*+)*+"
_PLAIN_WITHIN = rf"{_BEGIN}[^:#?,\[\]{{}}]*+(?:(?::(?=[\w/])|(?<! )#)[^:#?,\[\]{{}}]*+)*+(?<! )"
_SCALAR = rf"{_PLAIN_WITHIN}|{_QUOTED}"  # in brackets
_WITHIN = rf"{_SCALAR}|\{{[^{{}}]*+\}}|\[[^\[\]]*+\]"

_VALUE = re.compile(rf"{_PLAIN}|{_QUOTED}|\[.*\]|\{{.*\}}")

# Within brackets each part is found where the one before it ends; what is no such part is found whole, as "".
_NEXT = r"(?:, (?!\Z)|\Z)|.+"
_PAIRS = re.compile(rf"({KEY}): ({_WITHIN}){_NEXT}")
_FLAT_PAIRS = re.compile(rf"({KEY}): ({_SCALAR}){_NEXT}")
_ITEMS = re.compile(rf"({_WITHIN}){_NEXT}")

_SIGNS = frozenset("{['\"")  # with which a value begins that is not plain text

_new = tuple.__new__  # makes what Scalar(…) makes, without a call


class IrregularError(Exception):
    """A line is of another form."""


def value(text: str, line: int, column: int) -> Node:
    """The value that ends a line. Raises IrregularError where it is none of these."""
    text = text.rstrip(" ")
    if text[0].isalnum() and ": " not in text and " #" not in text and text[-1] != ":":
        return _new(Scalar, (text, True, mark_at(line, column)))  # as nearly all of `_PLAIN`, and seen faster
    if not _VALUE.fullmatch(text):
        raise IrregularError
    return _node(text, line, column)


Cells = tuple[tuple[str, ...], tuple[str, ...]]
"""The keys of a mapping in braces, and its values as they are written, quotes and all."""

_MOST_FORMS = 16  # rows of a site have few keys in few orders; of others nothing is remembered
_forms: dict[tuple[str, ...], re.Pattern[str]] = {}


def flat_cells(text: str) -> Cells | None:
    """What stands in the braces that a value is, where that is nothing but scalars; None for other values."""
    text = text.rstrip(" ")
    if text[:1] != "{" or text[-1:] != "}":
        return None
    pairs = _FLAT_PAIRS.findall(text, 1, len(text) - 1)
    if not pairs or not pairs[-1][0]:
        return None
    keys, values = zip(*pairs, strict=True)
    return (keys, values) if len(set(keys)) == len(keys) else None


def form_of(keys: tuple[str, ...]) -> re.Pattern[str] | None:
    """A pattern whose groups are the values of a flat mapping with these keys, which says of it what
    `flat_cells` says; None after enough of them."""
    if keys not in _forms and len(_forms) < _MOST_FORMS:
        _forms[keys] = re.compile(rf"\{{{', '.join(f'{key}: ({_SCALAR})' for key in keys)}\}} *")
    return _forms.get(keys)


def said(written: str) -> str:
    """What a scalar in brackets says, which may stand in quotes."""
    if written[0] == '"':
        return written[1:-1]
    return written[1:-1].replace("''", "'") if written[0] == "'" else written


FlatRow = tuple[tuple[str, ...], tuple[str, ...], int, int]
"""A mapping in braces that holds scalars alone: its keys and values, the line and column it begins in."""

_SHORT = 12  # characters: days and numbers have no more, of which a site says the same again and again

_keys_alike = lru_cache(maxsize=256)(tuple)
_place_alike = lru_cache(maxsize=1 << 14)(lambda *place: place)


class FlatRows(Sequence):
    """A sequence of such mappings; it equals the plain sequence of their nodes.

    A site has hundreds of thousands of them, which take a third of the room as columns: the `written` values
    under each of some keys, of all rows that have these. `places` are those of the rows, in order: the number
    of its columns, line and column of the text.
    """

    written: tuple[tuple[tuple[str, ...], tuple[tuple[str, ...], ...]], ...]
    places: tuple[tuple[int, int, int], ...]

    @classmethod
    def of(cls, rows: Iterable[FlatRow], mark: Mark) -> FlatRows:
        """The sequence of these rows."""
        alike: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        places = []
        for keys, values, line, column in rows:
            alike.setdefault(keys, []).append(values)
            places.append((keys, line, column))
        numbers = {keys: number for number, keys in enumerate(alike)}
        made = cls((), mark)
        made.places = tuple([_place_alike(numbers[keys], line, column) for keys, line, column in places])
        made.written = tuple([(_keys_alike(keys), _columns(values)) for keys, values in alike.items()])
        return made

    @cached_property
    def items(self) -> tuple[Node, ...]:
        """The mappings, made when the first is asked for."""
        rows = [(keys, zip(*columns, strict=True)) for keys, columns in self.written]
        return tuple(
            [
                _mapping(zip(rows[number][0], next(rows[number][1]), strict=True), line, column)
                for number, line, column in self.places
            ]
        )

    @property
    def columns(self) -> tuple[dict[str, tuple[str, ...]], ...]:
        """What is written under each key, of all rows that have the same keys together."""
        return tuple([dict(zip(keys, columns, strict=True)) for keys, columns in self.written])

    def _plain(self) -> Sequence:
        return Sequence(self.items, self.mark)

    def __eq__(self, other: object) -> bool:
        return self._plain() == (other._plain() if isinstance(other, FlatRows) else other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self._plain())

    def __repr__(self) -> str:
        return repr(self._plain())


def _columns(rows: list[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The values of rows by column; of short ones that are equal there is one."""
    return tuple(
        [
            tuple([intern(text) if len(text) <= _SHORT else text for text in column])
            for column in zip(*rows, strict=True)
        ]
    )


def _node(text: str, line: int, column: int) -> Node:
    """What a value says; between its brackets nobody has looked yet."""
    sign = text[0]
    if sign not in _SIGNS:
        return _new(Scalar, (text, True, mark_at(line, column)))
    if sign == "{":
        return _mapping(_PAIRS.findall(text, 1, len(text) - 1), line, column)
    if sign == "[":
        return _brackets(text, line, column)
    return Scalar(said(text), False, mark_at(line, column))


def _mapping(written: Iterable[tuple[str, str]], line: int, column: int) -> Mapping:
    """The mapping in braces that begins there."""
    pairs: dict[str, tuple[Scalar, Node]] = {}
    at = column + 1
    for key, text in written:
        if not key or key in pairs:
            raise IrregularError
        name = plain_at(key, line, at)
        at += len(key) + 2
        pairs[key] = name, _node(text, line, at)
        at += len(text) + 2
    return Mapping(tuple(pairs.values()), mark_at(line, column))


def _brackets(text: str, line: int, column: int) -> Sequence:
    """The sequence in brackets that `text` is."""
    items: list[Node] = []
    at = column + 1
    for item in _ITEMS.findall(text, 1, len(text) - 1):
        if not item:
            raise IrregularError
        items.append(_node(item, line, at))
        at += len(item) + 2
    return Sequence(tuple(items), mark_at(line, column))
