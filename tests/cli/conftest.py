"""The command line and a fresh folder to run it in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import commands
from tests.commands import Run

Goalsite = Callable[..., Run]


@pytest.fixture
def goalsite(tmp_path: Path) -> Goalsite:
    """Calls `goalsite` with arguments, in `cwd` (a fresh folder unless given)."""

    def call(*arguments: str, cwd: Path | None = None, **variables: str) -> Run:
        return commands.goalsite(*arguments, cwd=cwd or tmp_path, **variables)

    return call


@pytest.fixture
def written(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """Writes files into a fresh folder and returns it."""
    return lambda files: commands.write(tmp_path, files)
