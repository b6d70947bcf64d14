"""Runs the command line as a person does: another process, its output, its exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Run:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


Goalsite = Callable[..., Run]


@pytest.fixture
def goalsite(tmp_path: Path) -> Goalsite:
    """Calls `goalsite` with arguments, in `cwd` (a fresh folder unless given)."""

    def call(*arguments: str, cwd: Path | None = None, **variables: str) -> Run:
        known = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
        environment = {**known, "PYTHONPATH": str(ROOT), "COLUMNS": "80", **variables}
        done = subprocess.run(
            [sys.executable, "-m", "goalsite", *arguments],
            cwd=cwd or tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        return Run(done.returncode, done.stdout, done.stderr)

    return call


@pytest.fixture
def written(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """Writes files into a fresh folder and returns it."""

    def write(files: dict[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write
