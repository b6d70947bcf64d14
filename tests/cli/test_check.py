from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Goalsite

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
