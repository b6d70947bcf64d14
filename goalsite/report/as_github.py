"""Findings -> workflow commands, from which GitHub Actions makes annotations.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from goalsite.core.diagnostics import Diagnostic
from goalsite.report.findings import Findings, end_column, level
from goalsite.report.safe import safe


def document(findings: Findings) -> str:
    """One command a line for each finding, with the hint on the annotation's second line."""
    return "".join(_command(one, findings.prefix) for one in findings.diagnostics)


def _command(one: Diagnostic, prefix: str) -> str:
    places = {
        "file": safe(prefix + one.path),
        "line": str(one.line),
        "col": str(one.column),
        "endColumn": str(end_column(one) - 1),  # the last character's own column
        "title": f"{one.code} {one.name}",
    }
    said = ",".join(f"{key}={_property(value)}" for key, value in places.items())
    text = "\n".join(safe(part) for part in (one.message, one.hint) if part)
    return f"::{level(one)} {said}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
