from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from goalsite.cli.init import placeholders, starter
from tests.cli.conftest import Goalsite


def test_the_starter_project_has_nothing_wrong(goalsite: Goalsite, tmp_path: Path) -> None:
    run = goalsite("init", "demo")
    assert run.code == 0
    assert "next: goalsite -C demo serve" in run.out
    strict = goalsite("-C", "demo", "check", "--strict")
    assert (strict.code, strict.err) == (0, "")
    assert (tmp_path / "demo/.gitignore").is_file()


def test_the_goals_begin_on_the_day_that_the_environment_says(goalsite: Goalsite, tmp_path: Path) -> None:
    assert goalsite("init", SOURCE_DATE_EPOCH="951782400").code == 0  # 2000-02-29
    assert (tmp_path / "goals/2000-Q1").is_dir()


def test_goals_that_are_there_are_never_overwritten(goalsite: Goalsite, tmp_path: Path) -> None:
    (tmp_path / "goals").mkdir()
    (tmp_path / "goals/team.md").write_text("mine")
    run = goalsite("init")
    assert run.code == 1
    assert "goals/team.md is there already" in run.err
    assert (tmp_path / "goals/team.md").read_text() == "mine"
    assert not (tmp_path / "config.yaml").exists()


def test_a_file_that_is_there_is_left_as_it_is(goalsite: Goalsite, tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine\n")
    assert goalsite("init").code == 0
    assert (tmp_path / ".gitignore").read_text() == "mine\n"


@pytest.mark.parametrize("today", ["2026-01-01", "2026-11-21", "2027-12-31", "2028-02-29"])
def test_on_any_day_no_placeholder_is_left_and_the_quarter_is_the_running_one(today: str) -> None:
    day = date.fromisoformat(today)
    files = starter(day)
    assert not [path for path, text in files.items() if "{{" in path + text]
    places = placeholders(day)
    assert places["{{start}}"] <= today <= places["{{end}}"]
