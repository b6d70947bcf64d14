"""Findings as lines to click on: place, code, message; then the excerpt with a caret, then what to do."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from goalsite.core.codes import CODES
from goalsite.core.diagnostics import Diagnostic
from goalsite.report.findings import Findings, LineOf, level
from goalsite.report.safe import safe, spelt, width

_ROOM = 100  # characters of a source line that are shown


class Style(Struct, frozen=True):
    """How parts are set off: escape sequences on a terminal, empty strings elsewhere."""

    error: str = ""
    warning: str = ""
    code: str = ""
    faint: str = ""
    end: str = ""


PLAIN = Style()
COLORS = Style("\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[2m", "\x1b[0m")


def document(findings: Findings) -> str:
    """The findings and how many there are; empty for none."""
    count = counted(findings.diagnostics)
    return rendered(findings.diagnostics, findings.line_of) + (f"{count}\n" if count else "")


def rendered(diagnostics: Iterable[Diagnostic], line_of: LineOf, style: Style = PLAIN) -> str:
    """All of them as one text that ends in a line end; empty for none."""
    return "".join(one(diagnostic, line_of, style) + "\n" for diagnostic in diagnostics)


def one(diagnostic: Diagnostic, line_of: LineOf, style: Style = PLAIN) -> str:
    """One finding: its line, the excerpt with a caret, the hint."""
    tone = style.error if level(diagnostic) == "error" else style.warning
    place = f"{safe(diagnostic.path)}:{diagnostic.line}:{diagnostic.column}:"
    code = f"{tone}{style.code}{diagnostic.code}{style.end} {tone}{diagnostic.name}:{style.end}"
    lines = [f"{place} {code} {safe(diagnostic.message)}"]
    lines += _excerpt(diagnostic, line_of, style)
    if diagnostic.hint:
        lines.append(f"  {style.faint}hint:{style.end} {safe(diagnostic.hint)}")
    return "\n".join(lines)


def _excerpt(diagnostic: Diagnostic, line_of: LineOf, style: Style) -> list[str]:
    private = CODES[diagnostic.code].private  # logs are read by more people than the file is
    source = None if private else line_of(diagnostic.path, diagnostic.line)
    if not source or not source.strip():
        return []
    column = min(diagnostic.column, len(source) + 1) - 1
    start = max(0, column - _ROOM // 2) if len(source) > _ROOM else 0
    shown = spelt(source[start : start + _ROOM])
    at = column - start
    number, before = str(diagnostic.line), "".join(shown[:at])
    caret = "^" * max(1, width("".join(shown[at : at + diagnostic.length])))
    return [
        f"  {style.faint}{number} |{style.end} {''.join(shown)}",
        f"  {' ' * len(number)} {style.faint}|{style.end} {' ' * width(before)}{caret}",
    ]


def counted(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning`; empty for none."""
    levels = [level(diagnostic) for diagnostic in diagnostics]
    numbers = [(levels.count("error"), "error"), (levels.count("warning"), "warning")]
    return ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in numbers if number)
