"""The source is in its one form, its types hold, and this repository's own goals have no errors."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("goalsite", "tests", "bench")
# `noqa: X` and `type: ignore[x]`, and what stands after them
SILENCED = re.compile(r"#\s*(?:noqa: [A-Z0-9, ]+|type: ignore\[[a-z, -]+\])(?P<reason>.*)$", re.MULTILINE)


@pytest.mark.parametrize(
    "arguments",
    [
        ["-m", "ruff", "check"],
        ["-m", "ruff", "format", "--check"],
        ["-m", "mypy"],
        ["-c", "from goalsite.cli.main import main; main()", "check"],
    ],
    ids=["lint", "format", "types", "goals"],
)
def test_tool_is_content(arguments: list[str]) -> None:
    command = [sys.executable, *arguments]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, encoding="utf-8")
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_silenced_check_gives_its_reason() -> None:
    bare = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for folder in FOLDERS
        for path in sorted((ROOT / folder).rglob("*.py"))
        for found in SILENCED.finditer(path.read_text(encoding="utf-8"))
        if not re.search(r"\w{2}", found["reason"])
    ]
    assert "\n".join(bare) == ""
