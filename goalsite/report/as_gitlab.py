"""Findings -> a Code Quality report of GitLab.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from typing import Any

from goalsite.core.diagnostics import Diagnostic
from goalsite.report.findings import Findings, level
from goalsite.report.fingerprints import fingerprints
from goalsite.report.json_text import json_lines
from goalsite.report.safe import safe

_SEVERITIES = {"error": "major", "warning": "minor"}


def document(findings: Findings) -> str:
    """A list with an issue for each finding, one a line."""
    known = zip(findings.diagnostics, fingerprints(findings), strict=True)
    return json_lines([_issue(one, mark, findings.prefix) for one, mark in known]) + "\n"


def _issue(one: Diagnostic, fingerprint: str, prefix: str) -> dict[str, Any]:
    said = "; ".join(safe(part) for part in (one.message, one.hint) if part)
    return {
        "description": f"{one.code} {one.name}: {said}",
        "check_name": one.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[level(one)],
        "location": {"path": prefix + one.path, "lines": {"begin": one.line}},
    }
