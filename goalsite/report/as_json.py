"""Findings -> JSON of our own, described by the schema in `schema`."""

from __future__ import annotations

from typing import Any

from msgspec.structs import asdict

from goalsite import __version__
from goalsite.core.diagnostics import Diagnostic
from goalsite.report.findings import Findings, end_column, level
from goalsite.report.json_text import json_line, json_lines
from goalsite.report.schema import VERSION
from goalsite.report.statistics import by_code


def document(findings: Findings, *, statistics: bool = False) -> str:
    """The findings with every text as it is, one a line; on request with how many there are of each code."""
    levels = [level(one) for one in findings.diagnostics]
    head = {
        "version": VERSION,
        "generator": f"goalsite {__version__}",
        "as_of": findings.as_of.isoformat(),
        "summary": {"errors": levels.count("error"), "warnings": levels.count("warning")},
    }
    parts = [f"{json_line(name)}: {json_line(value)}" for name, value in head.items()]
    if statistics:
        parts.append(f'"statistics": {json_lines([asdict(row) for row in by_code(findings)])}')
    parts.append(f'"diagnostics": {json_lines([_diagnostic(one) for one in findings.diagnostics])}')
    return "{" + ",\n".join(parts) + "}\n"


def _diagnostic(one: Diagnostic) -> dict[str, Any]:
    return {
        "code": one.code,
        "name": one.name,
        "severity": level(one),
        "path": one.path,
        "line": one.line,
        "column": one.column,
        "end_column": end_column(one),
        "message": one.message,
        "hint": one.hint,
    }
