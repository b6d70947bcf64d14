"""What is wrong with the input, as values: every stage returns them, only `report` prints them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from goalsite.core.codes import CODES

MOST_ALIKE = 100
"""So many findings of one code are told of one file."""

MOST_SOUGHT = 10_000
"""So many findings of one code are looked for in one file: a table with more is no table of that kind."""


class Mark(NamedTuple):
    """A place in a file: line and column, both counted from 1, columns in Unicode characters."""

    line: int = 1
    column: int = 1


class Diagnostic(Struct, frozen=True):
    """One finding. `path` is relative to the repository, with `/`; `length` is how many characters the caret
    underlines; `level` is its severity where that is not its code's."""

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    length: int = 1
    level: str = ""

    @property
    def name(self) -> str:
        """The code's readable name, such as `unknown-reference`."""
        return CODES[self.code].name

    @property
    def severity(self) -> str:
        """`error` or `warning`."""
        return self.level or CODES[self.code].severity


def plain(one: Diagnostic) -> tuple[str, int, int, str, str, str, int, str]:
    """A finding in plain values, of which `Diagnostic` makes it again."""
    return (one.path, one.line, one.column, one.code, one.message, one.hint, one.length, one.level)


def finding(path: str, mark: Mark, code: str, message: str, hint: str = "", length: int = 1) -> Diagnostic:
    """The diagnostic `code` at `mark` of the file `path`."""
    return Diagnostic(path, mark.line, mark.column, code, message, hint, length)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics by (path, line, column, code), each once."""
    return tuple(sorted(set(diagnostics), key=lambda d: (d.path, d.line, d.column, d.code, d.message)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them forbids publishing."""
    return any(d.severity == "error" for d in diagnostics)
