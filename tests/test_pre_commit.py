"""The hooks for pre-commit: what their manifest says holds, and pre-commit itself runs them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from goalsite.cli.init import starter
from goalsite.source import yaml
from goalsite.source.nodes import Mapping, Sequence
from tests.conftest import GitRepo
from tests.schemas.judged import plain

ROOT = Path(__file__).parents[1]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"


def hooks() -> dict[str, Mapping]:
    """Each hook of the manifest by its id."""
    node, found = yaml.parse(MANIFEST.read_text(encoding="utf-8"), MANIFEST.name)
    assert isinstance(node, Sequence)
    assert found == ()
    return {plain(hook)["id"]: hook for hook in node.items if isinstance(hook, Mapping)}


def pre_commit(*arguments: str, folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """pre-commit run in `folder`, with all it keeps in `home`; packages come from this environment alone."""
    environment = {
        **os.environ,
        "PRE_COMMIT_HOME": str(home),
        "PYTHONPATH": sysconfig.get_path("purelib"),  # the libraries, which are not installed once more
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "false",  # by which pip means: no isolation
    }
    command = [sys.executable, "-m", "pre_commit", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8", timeout=300
    )


@pytest.fixture
def repository(git_repo: Callable[..., GitRepo]) -> GitRepo:
    """This repository as it stands, in one commit."""
    git = ["git", "-c", "safe.directory=*", "-C", str(ROOT)]
    listed = [*git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, capture_output=True, check=True, encoding="utf-8").stdout.split("\0")
    copy = git_repo("goalsite")
    copy.commit({name: (ROOT / name).read_bytes() for name in names if name and (ROOT / name).is_file()})
    return copy


def test_pre_commit_finds_the_manifest_sound(tmp_path: Path) -> None:
    done = pre_commit("validate-manifest", str(MANIFEST), folder=tmp_path, home=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")


def test_each_hook_is_in_the_manual_and_runs_alone() -> None:
    manual = (ROOT / "docs" / "how-to" / "pre-commit.md").read_text(encoding="utf-8")
    for name, hook in hooks().items():
        assert f"id: {name}" in manual
        assert plain(hook)["require_serial"] is True


@pytest.mark.parametrize(
    ("path", "looked_at"),
    [
        ("goals/2026-Q4/a.md", True),
        ("goals/kpis/a.csv", True),
        ("config.yaml", True),
        ("src/main.py", False),
        (".github/workflows/ci.yaml", False),
    ],
)
def test_the_check_looks_at_what_goals_are_made_of(path: str, looked_at: bool) -> None:
    pattern = plain(hooks()["goalsite-check"])["files"]
    assert bool(re.search(pattern, path)) is looked_at


def test_a_commit_that_breaks_a_goal_elsewhere_is_stopped(
    repository: GitRepo, git_repo: Callable[..., GitRepo], tmp_path: Path
) -> None:
    goals = git_repo("goals")
    revision = repository.git("rev-parse", "HEAD")
    hook = f"{{repo: {repository.root}, rev: {revision}, hooks: [{{id: goalsite-check}}]}}"
    goals.write({**starter(date(2026, 11, 22)), ".pre-commit-config.yaml": f"repos: [{hook}]\n"})
    goals.git("add", "--all")
    home = tmp_path / "home"
    sound = pre_commit("run", folder=goals.root, home=home)
    assert sound.returncode == 0, sound.stdout + sound.stderr
    goals.commit({})

    aim = "goals/2026-Q4/customers-come-back.md"
    goals.git("mv", aim, aim.replace("come-back", "return"))
    broken = pre_commit("run", folder=goals.root, home=home)
    assert broken.returncode == 1
    assert re.search(r"^goals/product/2026-Q4/feel-at-home\.md:\d+:\d+: S003", broken.stdout, re.MULTILINE)
