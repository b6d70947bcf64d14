"""The example of the manual's page on what a change does, done as it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tests.commands import goalsite
from tests.conftest import GitRepo

MANUAL = Path(__file__).parents[1] / "docs" / "how-to" / "see-what-a-change-does.md"
WHEN = "2026-11-16T09:00:00+00:00"


def block(language: str) -> str:
    """The first code block of a language."""
    found = re.search(rf"```{language}\n(.*?)```", MANUAL.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found[1]


def test_the_what_if_of_the_manual_answers_as_the_manual_says(git_repo: Callable[..., GitRepo]) -> None:
    repo, goal = git_repo(), block("markdown")
    path = "goals/2026-Q4/faster-builds.md"
    repo.commit({"config.yaml": "site_name: Acme\n", path: goal}, author="ada")
    repo.git("switch", "--quiet", "--create", "what-if")
    repo.commit({path: goal.replace("target: 5", "target: 8")}, WHEN, author="lin")
    repo.git("switch", "--quiet", "main")
    run = goalsite(*block("sh").split()[1:], cwd=repo.root)
    assert (run.code, run.err) == (0, "")
    assert run.out.replace("\N{NO-BREAK SPACE}", " ") == block("text")
