from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Goalsite
from tests.crashes import files_of, killed_everywhere, restore
from tests.terminal import typed

FILE, NEXT = "goals/platform/2026-Q4/builds.md", "goals/platform/2027-Q1/builds.md"
GOAL = """\
---
title: Every engineer trusts a green build   # why
owner: ada
supports: [aim]
start: 2026-10-05
key_results:
  - id: p50
    title: "Median: push to green"
    weight: 2
    metric: {unit: min, baseline: 14, target: 5}
    checkins:
      - {date: 2026-12-18, value: 9.5, confidence: 0.6}   # the last one
  - {id: done, metric: {baseline: 0, target: 3}, checkins: [{date: 2026-12-18, value: 3}]}
  - {id: gone, status: dropped, on: 2026-11-02, reason: moot}
  - {id: steps, milestones: [{title: One, done: 2026-11-02}, {title: Two, due: 2026-12-01}]}
---
Why it matters.
"""
FILES = {
    FILE: GOAL,
    "goals/2026/aim.md": "---\ntitle: Aim\n---\n",
    "goals/web/2026-Q4/site.md": "---\nsupports: [builds]\n---\n",
}
CONTINUED = """\
---
id: builds-2027-Q1
title: Every engineer trusts a green build
owner: ada
supports: [aim]
continues: [platform/2026-Q4/builds]
key_results:
  - id: p50
    title: "Median: push to green"
    weight: 2
    metric: {unit: min, baseline: 9.5, target: 5}
  - id: steps
    milestones: [{title: Two}]
---
Why it matters.
"""
TODAY = ("--as-of", "2027-01-04")
ONE = ("close", "2026-Q4", "--goal", "builds")

Written = Callable[[dict[str, str]], Path]


def texts(folder: Path) -> dict[str, str]:
    """What lies in the folder."""
    return {name: data.decode() for name, data in files_of(folder).items()}


def test_a_script_closes_a_goal_that_goes_on_from_where_it_stands(
    goalsite: Goalsite, written: Written
) -> None:
    folder = written(FILES)
    why = ("--root-cause", "two of us were ill", "--decision", "keep", "--score", "p50=0.6")
    run = goalsite(*ONE, "--outcome", "partly", *why, *TODAY)
    assert run.code == 0, run.err
    assert run.out.startswith(
        f"platform/2026-Q4/builds: partly, goes on in {NEXT}; next: git add {NEXT} && git commit -m"
    )
    after = texts(folder)
    retro = "retro: {root_cause: two of us were ill, decision: keep}"
    ends = f"status: closed\nclosed: 2027-01-04\noutcome: partly\n{retro}\n---\nWhy"
    closed = GOAL.replace("# the last one\n", "# the last one\n    score: 0.6\n")
    closed = closed.replace("value: 3}]}", "value: 3}], score: 1}").replace(
        "2026-12-01}]}", "2026-12-01}], score: 0.5}"
    )
    assert after == {**FILES, FILE: closed.replace("---\nWhy", ends), NEXT: CONTINUED}
    check = goalsite("check", *TODAY)
    assert (check.code, "S0" in check.err) == (0, False)


@pytest.mark.parametrize(
    ("results", "scored"),
    [
        (
            "  - id: p50\n    metric: {baseline: 14, target: 5}\n    current: 12.5\n",
            "  - id: p50\n    metric: {baseline: 14, target: 5}\n    current: 12.5\n    score: 0.2\n",
        ),
        (
            "- id: p50\n  metric: {baseline: 14, target: 5}\n  current: 12.5   # of today\n",
            "- id: p50\n  metric: {baseline: 14, target: 5}\n  current: 12.5   # of today\n  score: 0.2\n",
        ),
    ],
)
def test_a_goal_that_ends_in_its_key_results_is_closed(
    goalsite: Goalsite, written: Written, results: str, scored: str
) -> None:
    folder = written({FILE: f"---\ntitle: Builds\nkey_results:\n{results}---\nWhy.\n"})
    run = goalsite(*ONE, "--suggested", "--root-cause", "x", "--as-of", "2026-12-31")
    assert run.code == 0, run.err
    ends = "status: closed\nclosed: 2026-12-31\noutcome: missed\nretro: {root_cause: x}\n"
    assert texts(folder) == {FILE: f"---\ntitle: Builds\nkey_results:\n{scored}{ends}---\nWhy.\n"}


def test_the_goals_to_start_from_are_closed(goalsite: Goalsite, tmp_path: Path) -> None:
    assert goalsite("init").code == 0
    goals = [path for path in tmp_path.glob("goals/**/*.md") if path.parent.name.startswith("20")]
    cycle = goals[0].parent.name
    run = goalsite("close", cycle, "--suggested", "--root-cause", "x")
    assert (run.code, run.out.count("; next: ")) == (0, 2), run.err
    assert all("\nstatus: closed\n" in path.read_text() for path in goals)
    assert "S0" not in goalsite("check").err


def test_without_a_terminal_what_is_to_be_closed_is_listed_with_suggestions(
    goalsite: Goalsite, written: Written
) -> None:
    folder = written(FILES)
    run = goalsite("close", "2026-Q4", *TODAY)
    assert run.code == 2
    assert "2 goals are to be closed" in run.err
    assert "  platform/2026-Q4/builds: partly; p50 0.5, done 1, steps 0.5\n" in run.err
    assert texts(folder) == FILES


def test_all_suggestions_are_taken_at_once_and_a_second_time_nothing_is_left(
    goalsite: Goalsite, written: Written
) -> None:
    folder = written(FILES)
    run = goalsite("close", "2026-Q4", "--suggested", *TODAY)
    assert run.code == 0, run.err
    assert [line.partition(";")[0] for line in run.out.splitlines()] == [
        "platform/2026-Q4/builds: partly",
        "web/2026-Q4/site: missed",
    ]
    assert NEXT not in texts(folder)
    assert goalsite("close", "2026-Q4", "--suggested", *TODAY).out == "nothing is left to close in 2026-Q4\n"


def test_a_dry_run_prints_both_files_and_writes_none(goalsite: Goalsite, written: Written) -> None:
    folder = written(FILES)
    run = goalsite(*ONE, "--suggested", "--carry-over", "--dry-run", *TODAY)
    assert run.code == 0, run.err
    assert f"--- /dev/null\n+++ b/{NEXT}\n" in run.out
    assert "+status: closed\n" in run.out
    assert texts(folder) == FILES


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("2026-Q3", "--suggested"), "no objective has the cycle 2026-Q3\n  hint: did you mean"),
        (("2026-Q4", "--goal", "aim", "--suggested"), "2026/aim is of another cycle"),
        (
            ("2026-Q4", "--goal", "builds", "--outcome", "partly", "--score", "p51=1"),
            "has no key result p51\n  hint: write --score p50=0.7; there are p50, done, gone, steps",
        ),
        (
            ("2026-Q4", "--goal", "site", "--outcome", "partly", "--score", "7"),
            "score is 7, must be a number",
        ),
        (
            ("2026-Q4", "--outcome", "partly", "--score", "1"),
            "--score is for one goal, and 2 are to be closed",
        ),
        (
            ("2026-Q4", "--goal", "builds", "--outcome", "partly", "--score", "1"),
            "is scored by its key results, --score 1 names none\n  hint: write --score p50=0.7",
        ),
        (("2026-Q4", "--outcome", "good"), "is not one of"),
        (
            ("2026-Q4", "--suggested", "--carry-over", "--into", "soon"),
            "the cycle after 2026-Q4 is not known",
        ),
        (("2026-Q4", "--suggested", "--on", "2027-01-05"), "lies after today"),
        (("2026-Q4", "--suggested", "--learned", "a\x1b[2J"), "the lesson holds U+001B"),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    goalsite: Goalsite, written: Written, arguments: tuple[str, ...], message: str
) -> None:
    folder = written(FILES)
    run = goalsite("close", *arguments, *TODAY)
    assert (run.code, message in run.err) == (2, True), run.err
    assert texts(folder) == FILES


def test_on_a_terminal_scores_outcome_cause_and_decision_are_asked_for(written: Written) -> None:
    folder = written(FILES)
    answers = "0.6\n\n\n\nill: two of us\nkeep\ny\n"
    run = typed(*ONE, *TODAY, answers=answers, cwd=folder)
    assert run.code == 0, run.out
    after = texts(folder)
    assert '\nretro: {root_cause: "ill: two of us", decision: keep}\n' in after[FILE]
    assert "    score: 0.6\n" in after[FILE]
    assert after[NEXT] == CONTINUED


def test_a_goal_whose_folder_is_no_cycle_goes_on_beside_it(goalsite: Goalsite, written: Written) -> None:
    goal = "---\nid: b\ncycle: 2026-Q4\ncommitment: committed\n---\nBody.\n"
    folder = written({"goals/platform/b.md": goal})
    run = goalsite("close", "2026-Q4", "--outcome", "missed", "--decision", "modify", *TODAY)
    assert run.code == 0, run.err
    assert texts(folder)["goals/platform/b-2027-Q1.md"] == (
        "---\nid: b-2027-Q1\ncycle: 2027-Q1\ncommitment: committed\ncontinues: [b]\n---\nBody.\n"
    )
    again = goalsite("close", "2027-Q1", "--outcome", "missed", "--decision", "keep", "--as-of", "2027-04-02")
    assert again.code == 0, again.err
    assert texts(folder)["goals/platform/b-2027-Q2.md"].startswith("---\nid: b-2027-Q2\ncycle: 2027-Q2\n")


def test_a_close_killed_at_any_moment_leaves_a_sound_project_and_can_be_finished(
    goalsite: Goalsite, written: Written
) -> None:
    folder = written(FILES)
    arguments = (*ONE, "--outcome", "partly", "--decision", "keep", *TODAY)
    before, seen, deaths = files_of(folder), [], 0
    git = ("git", "-C", str(folder))
    subprocess.run([*git, "init", "--quiet"], check=True)
    assert goalsite("check", *TODAY).code == 0  # what is remembered has its folder
    for _ in killed_everywhere(folder, *arguments, again=lambda: restore(folder, before)):
        deaths += 1
        strays = subprocess.check_output([*git, "ls-files", "--others", "--exclude-standard"], text=True)
        assert ".goalsite" not in strays, "git add --all would keep it for ever"
        state = files_of(folder)
        if state not in seen:
            seen.append(state)
    after = files_of(folder)
    assert deaths > 3
    assert all(state in (before, {**before, NEXT: after[NEXT]}, after) for state in seen)
    restore(folder, {**before, NEXT: after[NEXT]})
    assert "S0" not in goalsite("check", *TODAY).err
    assert goalsite(*arguments).code == 0
    assert files_of(folder) == after
