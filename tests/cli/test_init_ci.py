"""`goalsite init --ci`: files for a host, at the root of the repository; none that is there is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from goalsite import __version__
from tests.cli.conftest import Goalsite

CHECK = ".github/workflows/goals-check.yml"


def test_a_new_project_gets_goals_and_workflows(goalsite: Goalsite, tmp_path: Path) -> None:
    run = goalsite("init", "demo", "--ci", "github")
    assert (run.code, run.err) == (0, "")
    assert f"written: demo/{CHECK}" in run.out
    assert f'GOALSITE: "goalsite=={__version__}"' in (tmp_path / "demo" / CHECK).read_text()
    assert (tmp_path / "demo/config.yaml").is_file()
    again = goalsite("init", "demo", "--ci", "github")
    assert (again.code, again.out) == (0, "demo: every file for github is there already\n")


def test_a_project_below_the_root_of_its_repository_gets_workflows_there_that_name_it(
    goalsite: Goalsite, tmp_path: Path
) -> None:
    (tmp_path / ".git").mkdir()
    goals = tmp_path / "docs/okr"
    goals.mkdir(parents=True)
    (goals / "config.yaml").write_text("outputs: {full_text: true}\n")
    run = goalsite("-C", "docs/okr", "init", "--ci", "github")
    assert (run.code, run.err) == (0, "")
    text = (tmp_path / CHECK).read_text()
    assert 'GOALS: "docs/okr"' in text
    assert f'GOALSITE: "goalsite[search]=={__version__}"' in text
    assert [path.name for path in goals.iterdir()] == ["config.yaml"]


def test_what_pip_installs_can_be_named(goalsite: Goalsite, tmp_path: Path) -> None:
    where = "goalsite @ git+https://git.example.org/goalsite@v1"
    assert goalsite("init", "--ci", "gitlab", "--install", where).code == 0
    assert f'GOALSITE: "{where}"' in (tmp_path / ".gitlab/goals.yml").read_text()
    alone = goalsite("init", "elsewhere", "--install", where)
    assert (alone.code, (tmp_path / "elsewhere").exists()) == (2, False)


def test_a_file_that_says_something_else_stops_all_before_anything_is_written(
    goalsite: Goalsite, tmp_path: Path
) -> None:
    (tmp_path / CHECK).parent.mkdir(parents=True)
    (tmp_path / CHECK).write_text("name: ours\n")
    run = goalsite("init", "--ci", "github")
    assert run.code == 1
    assert f"{CHECK}: there already, with other words" in run.err
    assert "move yours away" in run.err
    assert [path.name for path in tmp_path.iterdir()] == [".github"]
    assert (tmp_path / CHECK).read_text() == "name: ours\n"


def test_a_pipeline_that_is_there_stays_and_the_line_it_lacks_is_told(
    goalsite: Goalsite, tmp_path: Path
) -> None:
    (tmp_path / "config.yaml").write_text("")
    pipeline = tmp_path / ".gitlab-ci.yml"
    pipeline.write_text("build: {script: make}\n")
    run = goalsite("init", "--ci", "gitlab")
    assert run.code == 0
    assert "  include:\n    - local: /.gitlab/goals.yml" in run.out
    assert pipeline.read_text() == "build: {script: make}\n"
    pipeline.write_text("include: {local: /.gitlab/goals.yml}\n")
    assert goalsite("init", "--ci", "gitlab").out == ".: every file for gitlab is there already\n"


def test_nothing_is_written_through_a_symbolic_link(goalsite: Goalsite, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo/.github").symlink_to(tmp_path / "elsewhere")
    run = goalsite("init", "demo", "--ci", "github")
    assert run.code == 1
    assert "symbolic link" in run.err
    assert sorted(path.name for path in tmp_path.rglob("*")) == [".github", "demo", "elsewhere"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--ci", "jenkins"), "'jenkins' is not one of 'github', 'gitlab'"),
        (("${{ secrets }}", "--ci", "github"), "a host would not take '${{ secrets }}' literally"),
    ],
)
def test_wrong_usage_is_told_and_writes_nothing(
    goalsite: Goalsite, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    (tmp_path / ".git").mkdir()
    run = goalsite("init", *arguments)
    assert run.code == 2
    assert told in run.err.replace("\n", " ")
    assert [path.name for path in tmp_path.iterdir()] == [".git"]
