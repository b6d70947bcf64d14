"""Runs the command line as a person does: another process, its output, its exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Run:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


def command(*arguments: str) -> list[str]:
    """The words of a `goalsite` command."""
    return [sys.executable, "-m", "goalsite", *arguments]


def environment(**variables: str) -> dict[str, str]:
    """The environment of a command: this one's, without a day of its own, with this checkout's package."""
    known = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    return {**known, "PYTHONPATH": str(ROOT), "COLUMNS": "80", **variables}


def goalsite(*arguments: str, cwd: Path, **variables: str) -> Run:
    """One command in the folder `cwd`, run to its end."""
    done = subprocess.run(
        command(*arguments),
        cwd=cwd,
        env=environment(**variables),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)


def write(folder: Path, files: dict[str, str]) -> Path:
    """The folder, with the files in it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
