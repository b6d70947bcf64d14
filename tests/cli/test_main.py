from __future__ import annotations

import click
import pytest

from goalsite.cli.main import COMMANDS
from goalsite.cli.main import goalsite as goalsite_group
from tests.cli.conftest import Goalsite


def test_help_names_every_command_with_what_it_does(goalsite: Goalsite) -> None:
    run = goalsite("--help")
    assert run.code == 0
    for command in ("init", "new", "check", "build", "serve", "graph"):
        assert f"\n  {command} " in run.out


def test_every_command_explains_itself(goalsite: Goalsite) -> None:
    for command in ("init", "new", "check", "build", "serve", "graph"):
        run = goalsite(command, "--help")
        assert run.code == 0
        assert run.out.startswith(f"Usage: goalsite {command}")


def test_no_command_at_all_shows_the_help_and_is_wrong_usage(goalsite: Goalsite) -> None:
    run = goalsite()
    assert run.code == 2
    assert "Commands:" in run.out + run.err


def test_a_misspelt_command_is_answered_with_the_nearest_one(goalsite: Goalsite) -> None:
    run = goalsite("biuld")
    assert run.code == 2
    assert 'did you mean "build"?' in run.err


def test_a_folder_that_is_not_there_is_wrong_usage(goalsite: Goalsite) -> None:
    run = goalsite("check", "-C", "nowhere")
    assert run.code == 2
    assert "there is no folder nowhere" in run.err


def test_a_configuration_that_is_not_there_is_wrong_usage(goalsite: Goalsite) -> None:
    run = goalsite("check", "--config", "other.yaml")
    assert run.code == 2
    assert "there is no configuration other.yaml" in run.err


def test_a_day_that_is_none_is_wrong_usage(goalsite: Goalsite) -> None:
    run = goalsite("check", "--as-of", "2026-02-31")
    assert run.code == 2
    assert "'2026-02-31' is no date, write it as 2026-11-16" in run.err


def test_a_day_is_written_in_one_way_only(goalsite: Goalsite) -> None:
    for day in ("20261116", "2026-W41-1", "16.11.2026", ""):
        assert goalsite("check", "--as-of", day).code == 2


def test_what_the_file_system_refuses_is_told_in_a_line(goalsite: Goalsite) -> None:
    run = goalsite("check", "x" * 5000)
    assert run.code in (1, 2)
    assert "this is a bug" not in run.err
    assert len(run.err) < 6000


def test_a_source_date_epoch_that_is_no_number_is_wrong_usage(goalsite: Goalsite) -> None:
    run = goalsite("check", SOURCE_DATE_EPOCH="yesterday")
    assert run.code == 2
    assert "SOURCE_DATE_EPOCH is 'yesterday', must be a number of seconds" in run.err


def test_the_version_is_told(goalsite: Goalsite) -> None:
    from goalsite import __version__

    assert goalsite("--version").out == f"goalsite {__version__}\n"


def test_a_bug_of_ours_is_told_in_a_line_and_ends_with_three(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from goalsite.cli import main as module

    def broken(**_: object) -> None:
        raise RuntimeError("\x1b[2Jboom")

    monkeypatch.setattr(module.goalsite, "main", broken)
    assert module.main() == module.OUR_BUG
    told = capsys.readouterr().err
    assert "this is a bug of goalsite: RuntimeError: \\x1B[2Jboom" in told
    assert "Traceback" not in told


def test_the_reference_of_commands_names_every_option_and_no_other() -> None:
    import re
    from pathlib import Path

    text = (Path(__file__).parents[2] / "docs/reference/commands.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL))
    common = {"-C", "--config", "--as-of", "--help", "--dry-run"}
    for name in COMMANDS:
        command = goalsite_group.get_command(click.Context(goalsite_group), name)
        assert command is not None
        real = {option for parameter in command.params for option in parameter.opts if option.startswith("-")}
        documented = set(re.findall(r"^\| `(--?[\w-]+)", sections[name], re.MULTILINE))
        assert documented - common == real - common, name
