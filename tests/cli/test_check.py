from __future__ import annotations

import json
import os
import pty
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from goalsite.report.formats import FORMATS
from tests.cli.conftest import Goalsite
from tests.commands import command, environment
from tests.report.runner import commands

Write = Callable[[dict[str, str]], Path]

GOOD = """\
---
title: Every engineer trusts a green build
cycle: 2026-Q4
---
"""
MISSPELT = """\
---
title: Every engineer trusts a green build
cycle: 2026-Q4
supports: [win-trsut]
---
"""


@pytest.fixture
def written(written: Write) -> Write:
    """A repository of files of which only structure is judged, where they do not configure it themselves."""
    return lambda files: written({"config.yaml": "rules: {select: [S]}\n"} | files)


def test_goals_without_a_fault_are_counted(goalsite: Goalsite, written: Write) -> None:
    folder = written({"goals/a.md": GOOD})
    run = goalsite("check", cwd=folder)
    assert (run.code, run.out, run.err) == (0, "1 objective, 0 KPIs, 1 unit: all is well\n", "")


def test_a_finding_is_a_clickable_line_an_excerpt_with_a_caret_and_a_hint(
    goalsite: Goalsite, written: Write
) -> None:
    folder = written({"goals/a.md": MISSPELT, "goals/win-trust.md": GOOD})
    run = goalsite("check", cwd=folder)
    assert run.code == 1
    assert run.err == (
        'goals/a.md:4:12: S003 unknown-reference: no goal is called "win-trsut"\n'
        "  4 | supports: [win-trsut]\n"
        "    |            ^^^^^^^^^\n"
        '  hint: did you mean "win-trust"?\n'
        "1 error\n"
    )


def test_all_findings_of_all_files_are_told_at_once(goalsite: Goalsite, written: Write) -> None:
    files = {"goals/a.md": MISSPELT, "goals/b.md": "---\ntitel: x\n---\n", "goals/c.md": "---\na: [\n---\n"}
    run = goalsite("check", cwd=written(files))
    codes = [line.split(": ")[1][:4] for line in run.err.splitlines() if line.startswith("goals/")]
    assert codes == ["S003", "S013", "S001", "S030"]


def test_with_files_only_their_findings_are_told(goalsite: Goalsite, written: Write) -> None:
    folder = written({"goals/a.md": MISSPELT, "goals/b.md": "---\ntitel: x\n---\n"})
    run = goalsite("check", "goals/a.md", cwd=folder)
    assert "goals/a.md:4" in run.err
    assert "\ngoals/b.md" not in run.err


def test_a_file_that_is_not_there_is_wrong_usage(goalsite: Goalsite, written: Write) -> None:
    run = goalsite("check", "goals/x.md", cwd=written({"goals/a.md": GOOD}))
    assert run.code == 2
    assert "there is no file goals/x.md" in run.err


def test_warnings_pass_unless_strict(goalsite: Goalsite, written: Write) -> None:
    folder = written({"goals/a.md": GOOD + "See [[nowhere]].\n"})
    relaxed, strict = goalsite("check", cwd=folder), goalsite("check", "--strict", cwd=folder)
    assert (relaxed.code, strict.code) == (0, 1)
    assert "S016 broken-link" in relaxed.err


def test_a_folder_without_goals_is_told_with_what_to_do(goalsite: Goalsite, written: Write) -> None:
    run = goalsite("check")
    assert run.code == 1
    assert "config.yaml:1:1: S050 no-goals: there is no folder goals here" in run.err
    assert "goalsite init" in run.err
    assert goalsite("check", cwd=written({"goals/team.md": "# Us\n"})).code == 0


def test_nothing_an_author_wrote_reaches_the_terminal_alive(goalsite: Goalsite, written: Write) -> None:
    evil = '---\ntitle: x\ncycle: 2026-Q4\nowner: "a\\e]8;;http://x\\a\\u202Eb"\n---\n'
    run = goalsite("check", cwd=written({"goals/a.md": evil, "goals/c.md": "---\n\u200bkey: 1\n---\n"}))
    assert run.code == 1
    assert "\x1b" not in run.err + run.out
    assert "\u202e" not in run.err + run.out
    assert "\u200b" not in run.err + run.out


def test_colours_are_for_terminals_only(goalsite: Goalsite, written: Write) -> None:
    run = goalsite("check", cwd=written({"goals/a.md": MISSPELT}))
    assert "\x1b[" not in run.err


def test_other_formats_go_to_standard_output_alone_and_their_number_to_standard_error(
    goalsite: Goalsite, written: Write
) -> None:
    folder = written({"goals/a.md": MISSPELT, "goals/b.md": GOOD + "See [[nowhere]].\n"})
    run = goalsite("check", "--format", "json", cwd=folder)
    assert (run.code, run.err) == (1, "1 error, 1 warning\n")
    assert [one["code"] for one in json.loads(run.out)["diagnostics"]] == ["S003", "S016"]


@pytest.mark.parametrize("form", ["json", "github", "gitlab", "sarif", "junit"])
def test_without_findings_a_format_has_standard_output_for_itself(
    goalsite: Goalsite, written: Write, form: str
) -> None:
    run = goalsite("check", "--format", form, cwd=written({"goals/a.md": GOOD}))
    assert (run.code, run.err) == (0, "")
    assert "all is well" not in run.out


def test_github_s_log_has_the_findings_as_text_beside_the_annotations(
    goalsite: Goalsite, written: Write
) -> None:
    run = goalsite("check", "--format", "github", cwd=written({"goals/a.md": MISSPELT}))
    assert run.out.startswith("::error file=goals/a.md,line=4,col=12,")
    assert run.err.startswith("goals/a.md:4:12: S003 unknown-reference: ")


def test_nothing_an_author_wrote_is_a_command_to_a_build_service(goalsite: Goalsite, written: Write) -> None:
    evil = '---\ntitle: x\ncycle: 2026-Q4\n"##[add-mask]x": 1\nsupports: ["::error::x", "##vso[x]y"]\n---\n'
    folder = written({"goals/::error::a.md": evil, "goals/x ##[debug]y.md": evil})
    for form in FORMATS:
        run = goalsite("check", "--format", form, cwd=folder)
        assert run.code == 1
        assert {one.name for one in commands(run.out)} == ({"error"} if form == "github" else set())
        assert commands(run.err) == []


def test_an_output_file_holds_the_format_and_people_read_the_text(goalsite: Goalsite, written: Write) -> None:
    folder = written({"goals/a.md": MISSPELT, "report.json": "an old one"})
    run = goalsite("check", "--format", "json", "--output-file", "report.json", cwd=folder)
    assert (run.code, run.out) == (1, "")
    assert run.err.startswith("goals/a.md:4:12: S003")
    assert json.loads((folder / "report.json").read_text())["summary"] == {"errors": 1, "warnings": 0}
    names = {path.name for path in folder.iterdir()}
    assert names == {".goalsite", "config.yaml", "goals", "report.json"}


def test_an_output_file_of_text_is_what_stands_on_standard_error(goalsite: Goalsite, written: Write) -> None:
    folder = written({"goals/a.md": MISSPELT})
    run = goalsite("check", "--output-file", "report.txt", cwd=folder)
    assert (folder / "report.txt").read_text() == run.err


def test_an_output_file_that_is_no_file_is_written_to_and_left(goalsite: Goalsite, written: Write) -> None:
    folder = written({"goals/a.md": GOOD})
    (folder / "null").symlink_to("/dev/null")
    run = goalsite("check", "--format", "json", "--output-file", "null", cwd=folder)
    assert run.code == 0
    assert (folder / "null").is_symlink()


def test_an_output_file_in_a_folder_that_is_not_there_is_wrong_usage(
    goalsite: Goalsite, written: Write
) -> None:
    run = goalsite("check", "--output-file", "no/report.txt", cwd=written({"goals/a.md": GOOD}))
    assert run.code == 2
    assert "there is no folder no for report.txt" in run.err


def test_statistics_count_the_findings_of_each_code(goalsite: Goalsite, written: Write) -> None:
    folder = written({"goals/a.md": MISSPELT, "goals/b.md": MISSPELT + "See [[nowhere]].\n"})
    run = goalsite("check", "--statistics", cwd=folder)
    assert run.out == "2  error    S003 unknown-reference\n1  warning  S016 broken-link\n"
    assert (run.code, run.err) == (1, "2 errors, 1 warning\n")
    data = json.loads(goalsite("check", "--statistics", "--format", "json", cwd=folder).out)
    assert [row["count"] for row in data["statistics"]] == [2, 1]


def test_statistics_in_a_format_that_has_none_are_wrong_usage(goalsite: Goalsite, written: Write) -> None:
    run = goalsite("check", "--statistics", "--format", "sarif", cwd=written({"goals/a.md": GOOD}))
    assert run.code == 2
    assert "--statistics goes with the formats text and json, not with sarif" in run.err


def test_of_a_folder_the_findings_below_it_are_told(goalsite: Goalsite, written: Write) -> None:
    folder = written({"goals/a/x.md": MISSPELT, "goals/ab/x.md": MISSPELT, "goals/a/b/y.md": MISSPELT})
    run = goalsite("check", "goals/a/", cwd=folder)
    assert run.err.count("S003") == 2
    assert "goals/ab" not in run.err
    assert goalsite("check", ".", cwd=folder).err.count("S003") == 3


def test_files_that_are_no_goals_have_no_findings(goalsite: Goalsite, written: Write) -> None:
    folder = written({"goals/a.md": MISSPELT, "README.md": "# Us\n"})
    run = goalsite("check", "README.md", cwd=folder)
    assert (run.code, run.out) == (0, "README.md: all is well\n")


def test_a_symlink_s_own_finding_is_told(goalsite: Goalsite, written: Write) -> None:
    folder = written({"goals/a.md": GOOD, "goals/team.md": "# Us\n"})
    (folder / "goals/link.md").symlink_to("nowhere.md")
    assert "goals/link.md:1:1: S038" in goalsite("check", "goals/link.md", cwd=folder).err


def test_build_services_get_paths_from_the_root_of_the_git_repository(
    goalsite: Goalsite, written: Write
) -> None:
    folder = written({"sub/goals/a.md": MISSPELT})
    (folder / ".git").mkdir()
    assert "file=sub/goals/a.md" in goalsite("-C", "sub", "check", "--format", "github", cwd=folder).out
    data = json.loads(goalsite("check", "--format", "json", cwd=folder / "sub").out)
    assert data["diagnostics"][0]["path"] == "goals/a.md"


def test_on_a_terminal_it_is_said_once_what_explains_a_finding(written: Write) -> None:
    folder = written({"goals/a.md": MISSPELT, "goals/b.md": MISSPELT})
    ours, theirs = pty.openpty()
    done = subprocess.run(command("check"), cwd=folder, env=environment(), stderr=theirs, check=False)
    os.close(theirs)
    told = os.read(ours, 1 << 16).decode()
    os.close(ours)
    assert done.returncode == 1
    assert told.endswith("2 errors\r\n`goalsite rule S003` explains a finding\r\n")
    assert told.count("goalsite rule") == 1


SLIPS = """\
---
Title: Every engineer trusts a green build
cycle: 2026-Q4  # the running one
due: 2026/12/5
supports: [win-trsut]
---
"""


def test_what_has_one_right_answer_is_shown_as_a_patch_and_nothing_changes(
    goalsite: Goalsite, written: Write
) -> None:
    folder = written({"goals/a.md": SLIPS})
    run = goalsite("check", "--diff", cwd=folder)
    assert run.code == 1
    changed = [line for line in run.out.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert changed == [
        "-Title: Every engineer trusts a green build",
        "+title: Every engineer trusts a green build",
        "-due: 2026/12/5",
        "+due: 2026-12-05",
    ]
    assert "goalsite check --fix does it" in run.err
    assert (folder / "goals/a.md").read_text() == SLIPS


def test_what_has_one_right_answer_is_mended_and_the_rest_is_told(goalsite: Goalsite, written: Write) -> None:
    folder = written({"goals/a.md": SLIPS, "goals/b.md": SLIPS})
    run = goalsite("check", "--fix", "goals/a.md", cwd=folder)
    mended = SLIPS.replace("Title", "title").replace("2026/12/5", "2026-12-05")
    assert (folder / "goals/a.md").read_text() == mended
    assert (folder / "goals/b.md").read_text() == SLIPS
    assert run.out == "mended 2 findings\n"
    assert [line.split(":")[1] for line in run.err.splitlines() if " S0" in line] == ["5"]
    assert goalsite("check", "--fix", "goals/a.md", cwd=folder).out == ""


def test_on_a_terminal_slips_are_pointed_out(written: Write) -> None:
    folder = written({"goals/a.md": SLIPS})
    ours, theirs = pty.openpty()
    subprocess.run(command("check"), cwd=folder, env=environment(), stderr=theirs, check=False)
    os.close(theirs)
    told = os.read(ours, 1 << 16).decode()
    os.close(ours)
    assert "2 of them `goalsite check --fix` mends by itself" in told


def test_a_second_check_says_the_same_and_so_does_one_that_remembers_nothing(
    goalsite: Goalsite, written: Write, tmp_path: Path
) -> None:
    folder = written({"goals/a.md": MISSPELT})
    home = {"XDG_CACHE_HOME": str(tmp_path / "home")}
    first = goalsite("check", cwd=folder, **home)
    assert (folder / ".goalsite" / "check").is_file()
    assert goalsite("check", cwd=folder, **home) == first
    assert goalsite("check", "--no-cache", cwd=folder, **home) == first


def test_a_check_writes_nothing_where_it_is_to_remember_nothing(goalsite: Goalsite, written: Write) -> None:
    folder = written({"goals/a.md": MISSPELT})
    goalsite("check", "--no-cache", cwd=folder)
    assert not (folder / ".goalsite").exists()


def test_a_check_leaves_nothing_behind_where_there_are_no_goals(goalsite: Goalsite, tmp_path: Path) -> None:
    assert "S050 no-goals" in goalsite("check", cwd=tmp_path).err
    assert list(tmp_path.iterdir()) == []


def test_strict_counts_for_a_patch_that_is_only_shown_too(goalsite: Goalsite, written: Write) -> None:
    folder = written({"goals/a.md": GOOD + "See [[nowhere]].\n"})
    codes = [goalsite("check", "--diff", *strict, cwd=folder).code for strict in ((), ("--strict",))]
    assert codes == [0, 1]


def test_a_line_far_down_a_large_table_is_shown(goalsite: Goalsite, written: Write) -> None:
    rows = "".join(f"2026-10-05,nobody,1,,,{'x' * 400},,,\n" for _ in range(3000))
    log = f"date,kr,value,confidence,status,note,blocked,next,by\n{rows}"
    folder = written({"goals/a.md": GOOD, "goals/a.checkins.csv": log})
    assert "| 2026-10-05,nobody" in goalsite("check", cwd=folder).err
