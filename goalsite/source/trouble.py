"""What a YAML parser says of a text, and what an author is told of it."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from goalsite.core.diagnostics import Mark


class Complaint(NamedTuple):
    """A finding without its file; the mark counts within the YAML text."""

    mark: Mark
    message: str
    hint: str = ""
    code: str = "S030"


class Trouble(Struct, frozen=True):
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

    @property
    def before(self) -> str:
        """What stands before the place on its line."""
        return self.line(self.at.line)[: self.at.column - 1].rstrip()
