"""What a check found, with what the formats need to tell it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from goalsite.core.diagnostics import Diagnostic

LineOf = Callable[[str, int], str | None]
"""The text of a line (from 1) of a file; None where there is none to show."""


class Findings(Struct, frozen=True):
    """The findings of one check, in the order in which they are told, made for the day `as_of`.

    `prefix` is the project's folder within its git repository, empty or ending in `/`: build services name
    files from the repository's root. `fixable` are the codes that goalsite can mend by itself.
    """

    diagnostics: tuple[Diagnostic, ...]
    as_of: date
    line_of: LineOf
    prefix: str = ""
    fixable: frozenset[str] = frozenset()


def level(diagnostic: Diagnostic) -> str:
    """`error` or `warning`: what is no error is a warning to formats that know only these two."""
    return "error" if diagnostic.severity == "error" else "warning"


def end_column(diagnostic: Diagnostic) -> int:
    """The column behind the last character of what is meant."""
    return diagnostic.column + max(1, diagnostic.length)
