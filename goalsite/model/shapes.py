"""Nodes -> checked values: which keys a mapping takes, and what each of them takes.

A shape never raises: what it cannot read it reports and leaves out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from sys import intern
from typing import Any, NamedTuple

from msgspec import Struct

from goalsite.core.days import is_day_form, read_day
from goalsite.core.diagnostics import MOST_SOUGHT, Diagnostic, Mark
from goalsite.core.names import fault_in_id, fold_handle, nfc
from goalsite.core.quantities import read_confidence, read_number, read_share, spelt
from goalsite.core.text import Suggestions, any_of, nearest
from goalsite.source.nodes import NULLS, Mapping, Node, Scalar, Sequence
from goalsite.source.scalars import scalar_value


@dataclass(slots=True)
class Reading:
    """The findings of one file while it is read; `renamed` says which handle a person's alias means."""

    path: str
    found: list[Diagnostic] = field(default_factory=list)
    renamed: MappingOf[str, str] = field(default_factory=dict)
    suggestions: Suggestions = field(default_factory=Suggestions)
    _reported: Counter[str] = field(default_factory=Counter)

    @property
    def is_full(self) -> bool:
        """Whether of one code so many findings were noted that nobody need look for more."""
        return max(self._reported.values(), default=0) >= MOST_SOUGHT

    def report(self, mark: Mark, code: str, message: str, hint: str = "", length: int = 1) -> None:
        """Note one finding at `mark` of this file."""
        self._reported[code] += 1
        if self._reported[code] > MOST_SOUGHT:
            return
        self.found.append(Diagnostic(self.path, mark.line, mark.column, code, message, hint, length))

    def report_at(self, values: Values, key: str, code: str, message: str, hint: str = "") -> None:
        """Note one finding on the value of `key`."""
        mark, length = values.place(key)
        self.report(mark, code, message, hint, length)


class Amount(NamedTuple):
    """A number as it is written, whose unit is not known yet."""

    text: str
    mark: Mark


class Ref(NamedTuple):
    """A reference as it is written."""

    text: str
    mark: Mark


_AS_TEXT = "put it in quotes if it is text"
_AS_DATE = "write it as 2026-10-05"

Reader = Callable[[Node, Reading, str], Any]
"""Reads the node of a key (named by the third argument in messages); None if it cannot, having said so."""


class Values(dict[str, Any]):
    """What a mapping said: values by key, and in `marks` where each stands, the unreadable ones too.

    A key without a value is in neither; `empty` says where it stands. `pairs` are the keys with their nodes.
    `misspelt` says where the value of an unknown key stands, by the known key that is nearest to it.
    """

    __slots__ = ("empty", "mark", "marks", "misspelt", "pairs")

    get: Callable[..., Any]  # what a key's value is its reader knows

    def __init__(self, mark: Mark, pairs: tuple[tuple[Scalar, Node], ...] = ()) -> None:
        self.mark, self.pairs = mark, pairs
        self.marks: dict[str, Mark] = {}
        self.empty: dict[str, Mark] = {}
        self.misspelt: dict[str, Mark] = {}

    def __bool__(self) -> bool:  # a mapping that says nothing was read all the same
        return True

    def unreadable(self, key: str) -> bool:
        """Whether `key` has a value that could not be read, which was told."""
        return key in self.marks and key not in self

    def misspells(self, *keys: str) -> bool:
        """Whether an unknown key is nearly one of `keys`, which is what was meant then, and was told."""
        known = self.marks.keys() | self.empty.keys()
        return any(nearest(name.text, keys) for name, _ in self.pairs if name.text not in known)

    @property
    def meant(self) -> dict[str, Mark]:
        """Where the value of each key stands, also of a misspelt one: nobody need be told that it lacks."""
        return self.misspelt | self.marks if self.misspelt else self.marks

    def at(self, key: str) -> Mark:
        """Where the value of `key` stands; the mapping's own place without that key."""
        return self.marks.get(key, self.empty.get(key, self.mark))

    def place(self, key: str) -> tuple[Mark, int]:
        """What to point at for `key`, and how wide it is: its scalar, else the key itself."""
        for name, node in self.pairs:
            if name.text == key:
                shown = name if is_null(node) or not isinstance(node, Scalar) else node
                return shown.mark, span(shown.text)
        return self.at(key), 1


class Shape(Struct, frozen=True):
    """The keys that one kind of mapping takes; `what` names it in messages."""

    what: str
    keys: MappingOf[str, Reader]
    required: tuple[str, ...] = ()

    def read(self, node: Node, reading: Reading, name: str = "") -> Values | None:
        """The values of a mapping; None, having said so, where `node` is none."""
        if not isinstance(node, Mapping):
            keys = ", ".join(list(self.keys)[:3])
            wrong(node, reading, name or self.what, "a mapping", f"write keys such as {keys}")
            return None
        values = Values(node.mark, node.items)
        readers, marks = self.keys, values.marks
        for key, value in node.items:
            said = intern(key.text)  # which stays, in the marks of a record
            reader = readers.get(said)
            if reader is None:
                self._unknown(key, value, reading)
                if meant := nearest(said, readers):
                    values.misspelt.setdefault(meant, value.mark)
            elif value.__class__ is Scalar and value.plain and value.text in NULLS:  # quicker than is_null
                values.empty[said] = key.mark
            else:
                marks[said] = value.mark
                if (read := reader(value, reading, said)) is not None:
                    values[said] = read
        for key_name in self.required:
            if key_name not in marks and not values.misspells(key_name):
                mark = values.empty.get(key_name, node.mark)
                reading.report(mark, "S006", f'{self.what} has no "{key_name}"', f"add {key_name}: …")
        return values

    def _unknown(self, key: Scalar, value: Node, reading: Reading) -> None:
        owners = [name for name, reader in self.keys.items() if key.text in _keys_within(reader)]
        hint = f"write it under {any_of(owners)}:" if owners else ""
        hint = hint or reading.suggestions.did_you_mean(key.text, self.keys)
        hint = hint or f"known are {', '.join(sorted(self.keys))}"
        if " " in key.text and is_null(value):  # what follows a comma within {…} begins a key
            hint = "put a text that holds a comma in quotes"
        shown = shorten(key.text)
        reading.report(key.mark, "S001", f'{self.what} has no key "{shown}"', hint, len(shown))


def _keys_within(reader: Reader) -> Collection[str]:
    """The keys of the mapping that a reader reads; none where it reads something else."""
    shape = getattr(reader, "__self__", None)
    return shape.keys if isinstance(shape, Shape) else ()


def is_null(node: Node) -> bool:
    """Whether a node says nothing."""
    return isinstance(node, Scalar) and node.is_null


def kind_of(node: Node) -> str:
    """What a node is, in a message's words."""
    if isinstance(node, Scalar):
        return "nothing" if node.is_null else f'"{shorten(node.text)}"'
    return "a list" if isinstance(node, Sequence) else "a mapping"


def shorten(text: str, most: int = 40) -> str:
    """`text` on one line, cut to `most` characters."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"


def wrong(node: Node, reading: Reading, name: str, expected: str, hint: str = "") -> None:
    """Report that `name` holds something else than what is expected."""
    length = span(node.text) if isinstance(node, Scalar) else 1
    reading.report(node.mark, "S002", f"{name} is {kind_of(node)}, must be {expected}", hint, length)


def text(node: Node, reading: Reading, name: str) -> str | None:
    """A scalar as it is written."""
    if isinstance(node, Scalar):
        return node.text
    wrong(node, reading, name, "text", _AS_TEXT)
    return None


def line(node: Node, reading: Reading, name: str) -> str | None:
    """A scalar as it is written, on one line."""
    if isinstance(node, Scalar):
        return on_one_line(node.text)
    wrong(node, reading, name, "text", _AS_TEXT)
    return None


def word(node: Node, reading: Reading, name: str) -> str | None:
    """A scalar on one line that many goals say alike, such as a cycle or a unit of measure."""
    said = line(node, reading, name)
    return None if said is None else intern(said)


def on_one_line(written: str) -> str:
    """A text with one space for each stretch of blanks and line ends, and none around it."""
    if written.isprintable() and "  " not in written:  # so no blank but a space, and quick to see
        return written.strip(" ")
    return " ".join(written.split())


def flag(node: Node, reading: Reading, name: str) -> bool | None:
    """`true` or `false`."""
    said = _truth(node)
    if said is None:
        wrong(node, reading, name, "true or false")
    return said


def _truth(node: Node) -> bool | None:
    """The boolean that YAML reads in a node, if any."""
    said = scalar_value(node) if isinstance(node, Scalar) else None
    return said if isinstance(said, bool) else None


def day(node: Node, reading: Reading, name: str) -> date | None:
    """An ISO date."""
    if not isinstance(node, Scalar):
        wrong(node, reading, name, "a date", _AS_DATE)
        return None
    value = read_day(node.text)
    if value is None:
        bad_date(node.text, node.mark, reading, name)
    return value


def bad_date(written: str, mark: Mark, reading: Reading, name: str, hint: str = _AS_DATE) -> None:
    """Report a date that does not exist or is not written as one; `hint` says how it is written."""
    what = "no date"
    if is_day_form(written):
        what, hint = "which the calendar does not have", "mend the day, the month or the year"
    reading.report(mark, "S011", f'{name} is "{shorten(written)}", {what}', hint, span(written))


def day_or_true(node: Node, reading: Reading, name: str) -> date | bool | None:
    """An ISO date, or `true` / `false`."""
    said = _truth(node)
    return day(node, reading, name) if said is None else said


def choice(*words: str) -> Reader:
    """One of a few words."""

    def read(node: Node, reading: Reading, name: str) -> str | None:
        if isinstance(node, Scalar) and node.text in words:
            return intern(node.text)
        if not isinstance(node, Scalar):
            wrong(node, reading, name, any_of(words))
            return None
        message = f'{name} is "{shorten(node.text)}", must be {any_of(words)}'
        hint = reading.suggestions.did_you_mean(node.text, words)
        reading.report(node.mark, "S008", message, hint, span(node.text))
        return None

    return read


def _number(reader: Callable[[str], float | None], expected: str, most: float | None, code: str) -> Reader:
    def read(node: Node, reading: Reading, name: str) -> float | None:
        if not isinstance(node, Scalar) or (value := reader(node.text)) is None:
            wrong_number(node, reading, name, expected)
            return None
        if value < 0 or (most is not None and value > most):
            message = f"{name} is {shorten(node.text)}, must be {expected}"
            reading.report(node.mark, code, message, "", span(node.text))
            return None
        return value

    return read


def span(written: str) -> int:
    """How many characters of its line a text takes, as far as a caret has to show."""
    return len(shorten(written)) or 1


def wrong_number(node: Node, reading: Reading, name: str, expected: str) -> None:
    """Report something that should have been a number."""
    if isinstance(node, Scalar):
        message = f"{name} is {kind_of(node)}, must be {expected}"
        reading.report(node.mark, "S015", message, "", span(node.text))
    else:
        wrong(node, reading, name, expected)


weight = _number(read_number, "a number, 0 or more", None, "S014")
share = _number(read_share, "a share of 0 or more, such as 0.4 or 40%", None, "S014")
score = _number(read_number, "a number from 0 to 1", 1.0, "S015")
_confidence = lru_cache(maxsize=1 << 12)(read_confidence)  # of which a site has few
confidence = _number(_confidence, "a number from 0 to 1, or such as 7/10", 1.0, "S015")
positive = _number(read_number, "a number, 0 or more", None, "S015")


def whole(node: Node, reading: Reading, name: str) -> int | None:
    """A whole number, 0 or more."""
    value = positive(node, reading, name)
    if value is not None and value != int(value):
        message = f"{name} is {spelt(value)}, must be a whole number"
        reading.report(node.mark, "S015", message, "", span(spelt(value)))
        return None
    return None if value is None else int(value)


def number(node: Node, reading: Reading, name: str) -> float | None:
    """Any number, without a unit."""
    value = read_number(node.text) if isinstance(node, Scalar) else None
    if value is None:
        wrong_number(node, reading, name, "a number")
    return value


def amount(node: Node, reading: Reading, name: str) -> Amount | None:
    """A number whose unit is read elsewhere."""
    if isinstance(node, Scalar):
        return Amount(node.text, node.mark)
    wrong(node, reading, name, "a number")
    return None


def ref(node: Node, reading: Reading, name: str) -> Ref | None:
    """A reference as it is written."""
    if isinstance(node, Scalar) and node.text.strip():
        return Ref(node.text.strip(), node.mark)
    inner = node.items[0] if isinstance(node, Sequence) and len(node.items) == 1 else None
    hint = f"write {shorten(inner.text)}" if isinstance(inner, Scalar) else "write its id alone"
    wrong(node, reading, name, "the id of a goal", hint)
    return None


def handle(node: Node, reading: Reading, name: str) -> str | None:
    """A person's handle, without its @."""
    written = nfc(node.text.strip().removeprefix("@")) if isinstance(node, Scalar) else ""
    if "/" in written or fault_in_id(written):
        several = name == "owner" and isinstance(node, Sequence)
        hint = "name the one who answers for it, and the others under contributors:" if several else ""
        wrong(node, reading, name, "the handle of one person, such as ada", hint)
        return None
    return intern(reading.renamed.get(fold_handle(written), written))


def many(reader: Reader) -> Reader:
    """A list of what `reader` reads, as a tuple; None where it could read nothing of what is there."""

    def read(node: Node, reading: Reading, name: str) -> tuple[Any, ...] | None:
        if not isinstance(node, Sequence):
            hint = f"write [{shorten(node.text)}]" if isinstance(node, Scalar) else "begin each entry with -"
            wrong(node, reading, name, "a list", hint)
            return None
        written = [item for item in node.items if not is_null(item)]
        items = [read for item in written if (read := reader(item, reading, name)) is not None]
        return tuple(items) if items or not written else None

    return read


def table(reader: Reader) -> Reader:
    """A mapping with keys of the author's choice, as a tuple of (key, value) pairs."""

    def read(node: Node, reading: Reading, name: str) -> tuple[tuple[str, Any], ...] | None:
        if not isinstance(node, Mapping):
            wrong(node, reading, name, "a mapping of names to values", "write name: value, one on each line")
            return None
        pairs = ((key.text, reader(value, reading, f"{name}.{key.text}")) for key, value in node.items)
        return tuple(pair for pair in pairs if pair[1] is not None)

    return read
