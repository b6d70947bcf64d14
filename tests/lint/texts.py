"""What a rule about published texts says of one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from goalsite.core.diagnostics import Diagnostic, Mark
from goalsite.lint.published import Published, Text


def said(check: Callable[[Published], Iterator[Diagnostic]], line: str) -> list[str]:
    """The messages on a file of that line alone."""
    published = Published("goals/a.md", (Text(line, Mark()),), lambda: line)
    return [one.message for one in check(published)]
