"""Whole repositories as their authors write them: one text each, whose lines `=== path` begin its files."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from goalsite.core.diagnostics import Diagnostic
from goalsite.project import open_project
from goalsite.review.review import Subject, review

SOUND = Path(__file__).parent / "sound"
DAY = date(2026, 11, 16)


def repository(name: str) -> dict[str, str]:
    """The files of a sound repository, by their paths."""
    files: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (SOUND / f"{name}.txt").read_text(encoding="utf-8").splitlines(keepends=True):
        if line.startswith("=== "):
            lines = files[line[4:].strip()] = []
        else:
            lines.append(line)
    return {path: "".join(content) for path, content in files.items()}


def checked(files: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """What a check of these files says that remembers nothing."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for path, content in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(content, encoding="utf-8")
        project = open_project(root)
        subject = Subject(root, project.config, project.config_path, project.diagnostics, DAY, 0)
        return review(subject, None, alone=True).diagnostics
