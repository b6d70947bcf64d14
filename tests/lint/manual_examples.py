"""Examples of the manual as repositories, and what the product says of them."""

from __future__ import annotations

from pathlib import Path

from goalsite.core.diagnostics import Diagnostic
from goalsite.lint.manual import Example
from goalsite.pipeline import figure
from goalsite.project import open_project
from goalsite.report.text import rendered
from tests.conftest import GitRepo


def findings(example: Example, folder: Path) -> tuple[Diagnostic, ...]:
    """Every finding on an example whose files are written into `folder`."""
    write(example, folder)
    return figure(open_project(folder), example.as_of).diagnostics


def write(example: Example, folder: Path) -> None:
    """The files of an example, as they stand in the manual, with the commits that it has."""
    (folder / "goals").mkdir(exist_ok=True)
    repo = GitRepo(folder)
    if example.commits:
        repo.git("init", "--quiet")
        repo.git("config", "commit.gpgsign", "false")
    for day, files in example.commits:
        repo.commit(dict(files), f"{day}T09:00:00Z")
    repo.write(dict(example.files))


def told(found: tuple[Diagnostic, ...], code: str, folder: Path) -> str:
    """What `goalsite check` prints of one code."""

    def line_of(path: str, line: int) -> str | None:
        lines = (folder / path).read_text(encoding="utf-8").split("\n")
        return lines[line - 1] if 0 < line <= len(lines) else None

    return rendered([one for one in found if one.code == code], line_of)
