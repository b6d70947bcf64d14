"""The formats in which findings are told; each lives in a module that is loaded when it is asked for."""

from __future__ import annotations

import importlib

from goalsite.report.findings import Findings

FORMATS = {
    "text": "text",
    "json": "as_json",
    "github": "as_github",
    "gitlab": "as_gitlab",
    "sarif": "as_sarif",
    "junit": "as_junit",
}
"""Every format with its module."""


def written(findings: Findings, form: str) -> str:
    """The findings in the format of that name."""
    text: str = importlib.import_module(f"goalsite.report.{FORMATS[form]}").document(findings)
    return text
