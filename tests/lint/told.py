"""What rules say of files as an author writes them."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from goalsite.core.diagnostics import Diagnostic
from goalsite.lint.manual import EXAMPLE_DAY
from goalsite.pipeline import figure
from goalsite.project import open_project


def findings(files: Mapping[str, str], as_of: date = EXAMPLE_DAY) -> tuple[Diagnostic, ...]:
    """Every finding on a repository of these files."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "goals").mkdir()
        for path, content in files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        return figure(open_project(folder), as_of).diagnostics


def told(files: Mapping[str, str], code: str, as_of: date = EXAMPLE_DAY) -> list[str]:
    """The findings of one code as `path:line:column: message`."""
    return [
        f"{one.path}:{one.line}:{one.column}: {one.message}"
        for one in findings(files, as_of)
        if one.code == code
    ]
