"""The commands `drop`, `replace` and `confirm`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Goalsite
from tests.crashes import files_of
from tests.terminal import typed

FILE = "goals/2026-Q4/builds.md"
GOAL = """\
---
title: Every engineer trusts a green build
owner: ada
key_results:
  - {id: p50, title: Median, owner: lin, metric: {unit: min, baseline: 14, target: 5}}
  - {id: p90, title: Slowest, metric: {unit: min, baseline: 30, target: 10}}
---
"""
FILES = {
    FILE: GOAL,
    "goals/2026-Q4/site.md": "---\ndepends_on: [builds, {goal: other}]\n---\n",
    "goals/2026-Q4/app.md": "---\ndepends_on:\n  - goal: 2026-Q4/builds   # by May\n    note: soon\n---\n",
    "goals/2026-Q4/other.md": "---\ntitle: Other\n---\n",
}
TODAY = ("--as-of", "2026-11-16")

Written = Callable[[dict[str, str]], Path]


def test_a_key_result_is_dropped_for_a_reason_and_the_result_is_sound(
    goalsite: Goalsite, written: Written
) -> None:
    folder = written(FILES)
    run = goalsite("drop", "builds#p50", "--reason", "nobody waits", *TODAY)
    assert run.code == 0, run.err
    assert run.out.startswith(f"2026-Q4/builds#p50: dropped on 2026-11-16; in {FILE}; next: git commit -m")
    assert "status: dropped, on: 2026-11-16, reason: nobody waits}" in (folder / FILE).read_text()
    assert "S0" not in goalsite("check", *TODAY).err


def test_without_a_reason_nothing_leaves_and_a_terminal_asks_for_it(
    goalsite: Goalsite, written: Written
) -> None:
    folder = written(FILES)
    for arguments in (("drop", "builds"), ("replace", "builds#p50", "p90")):
        run = goalsite(*arguments, *TODAY)
        assert run.code == 2
        assert "no reason is given" in run.err
    assert {name: data.decode() for name, data in files_of(folder).items()} == FILES
    assert typed("drop", "builds", *TODAY, answers="moot\n", cwd=folder).code == 0
    assert "outcome: dropped\nretro: {root_cause: moot, decision: abandon}\n" in (folder / FILE).read_text()


def test_a_key_result_is_replaced_by_another_or_by_a_new_one(goalsite: Goalsite, written: Written) -> None:
    folder = written(FILES)
    run = goalsite("replace", "builds#p50", "p90", "--reason", "x", "--on", "2026-11-02", *TODAY)
    assert run.code == 0, run.err
    assert "replaced_by: p90, on: 2026-11-02, reason: x}" in (folder / FILE).read_text()
    new = ("--title", "Mean: all", "--baseline", "14", "--target", "5")
    run = goalsite("replace", "builds#p90", "mean", *new, "--reason", "x", *TODAY)
    assert run.code == 0, run.err
    said = '  - {id: mean, title: "Mean: all", metric: {unit: min, baseline: 14, target: 5}}\n'
    assert said in (folder / FILE).read_text()


def test_a_goal_is_replaced_by_another(goalsite: Goalsite, written: Written) -> None:
    folder = written(FILES)
    assert goalsite("replace", "builds", "other", "--reason", "x", *TODAY).code == 0
    assert "outcome: replaced\nreplaced_by: 2026-Q4/other\n" in (folder / FILE).read_text()


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("replace", "builds#p50", "p50"), 2, "p50 cannot take its own place"),
        (("replace", "builds#p50", "p51"), 2, "has no key result p51"),
        (("replace", "builds#p50", "a/b", "--title", "x", "--target", "1"), 2, "must be one segment"),
        (("replace", "builds#p50", "p90", "--title", "x"), 2, "has a key result p90 already"),
        (("replace", "builds", "builds"), 2, "is no other goal"),
        (("replace", "builds#p50", "p99", "--title", "x", "--target", "soon"), 1, "S015"),
        (("drop", "builds", "--on", "2026-11-17"), 2, "lies after today"),
        (("confirm", "builds"), 2, "  2026-Q4/app  soon\n  2026-Q4/site\n"),
        (("confirm", "builds", "--for", "builds"), 2, "does not depend on 2026-Q4/builds"),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    goalsite: Goalsite, written: Written, arguments: tuple[str, ...], code: int, message: str
) -> None:
    folder = written(FILES)
    why = () if arguments[0] == "confirm" else ("--reason", "x")
    run = goalsite(*arguments, *why, *TODAY)
    assert (run.code, message in run.err) == (code, True), run.err
    assert {name: data.decode() for name, data in files_of(folder).items()} == FILES


def test_an_edit_that_closes_a_circle_is_not_made(goalsite: Goalsite, written: Written) -> None:
    folder = written(FILES)
    assert goalsite("replace", "other", "builds", "--reason", "x", *TODAY).code == 0
    run = goalsite("replace", "builds", "other", "--reason", "x", *TODAY)
    assert run.code == 1
    assert "S007" in run.err
    assert (folder / FILE).read_text() == GOAL


def test_who_depends_on_a_goal_is_answered_where_they_say_so(goalsite: Goalsite, written: Written) -> None:
    folder = written(FILES)
    run = goalsite("confirm", "builds", "--for", "site", *TODAY)
    assert run.code == 0, run.err
    assert run.out.startswith("2026-Q4/builds: confirmed to 2026-Q4/site; next: git commit")
    site = (folder / "goals/2026-Q4/site.md").read_text()
    assert site == "---\ndepends_on: [{goal: builds, confirmed: true}, {goal: other}]\n---\n"
    assert goalsite("confirm", "builds", "--no", "--note", "not before: May", *TODAY).code == 0
    assert (folder / "goals/2026-Q4/app.md").read_text() == (
        "---\ndepends_on:\n  - goal: 2026-Q4/builds   # by May\n    confirmed: false\n"
        '    note: "not before: May"\n---\n'
    )
    assert "nobody who depends on 2026-Q4/builds waits" in goalsite("confirm", "builds", *TODAY).out


def test_on_a_terminal_each_open_dependency_is_asked_about(written: Written) -> None:
    folder = written(FILES)
    assert typed("confirm", "builds", *TODAY, answers="n\ny\n", cwd=folder).code == 0
    assert "confirmed" not in (folder / "goals/2026-Q4/app.md").read_text()
    assert "confirmed: true" in (folder / "goals/2026-Q4/site.md").read_text()
