"""`-C DIR`: all that is typed means what it would mean in DIR."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Goalsite
from tests.conftest import GitRepo

DAY = ("--as-of", "2026-11-16")


@pytest.fixture
def repo(git_repo: Callable[..., GitRepo]) -> GitRepo:
    """A repository with goals in the folder `okr`."""
    repo = git_repo()
    repo.commit({"okr/goals/2026-Q4/a.md": "---\ntitle: Builds are slow\n---\n", ".gitignore": "*.json\n"})
    return repo


@pytest.mark.parametrize("is_absolute", [False, True])
def test_the_paths_that_are_typed_begin_in_the_folder_that_is_named(
    repo: GitRepo, goalsite: Goalsite, tmp_path: Path, is_absolute: bool
) -> None:
    base = tmp_path / "elsewhere" if is_absolute else repo.root / "okr"
    (base / "www").mkdir(parents=True)
    typed = f"{base}/" if is_absolute else ""

    def did(*words: str) -> None:
        run = goalsite("-C", "okr", *words, cwd=repo.root)
        assert run.code == 0, run.err

    did("build", "--site-dir", f"{typed}built", *DAY)
    did("verify", f"{typed}built")
    did("publish", f"{typed}www", "--site-dir", f"{typed}built")
    did("diff", "HEAD", "--format", "json", "--output", f"{typed}d.json", *DAY)
    did("check", "--format", "json", "--output-file", f"{typed}c.json", *DAY)
    made = {path.name for path in base.iterdir() if not path.name.startswith(".")} - {"goals"}
    assert made == {"built", "www", "d.json", "c.json"}
    assert (base / "www/index.html").is_file()
    assert {path.name for path in repo.root.iterdir()} == {".git", ".gitignore", "okr"}


def test_a_file_of_the_shell_s_folder_is_no_site_of_the_project(repo: GitRepo, goalsite: Goalsite) -> None:
    (repo.root / "built").mkdir()
    run = goalsite("-C", "okr", "verify", "built", cwd=repo.root)
    assert (run.code, "there is no folder okr/built" in run.err) == (2, True)
