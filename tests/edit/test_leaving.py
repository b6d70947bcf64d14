from __future__ import annotations

from datetime import date

import pytest

from goalsite.core.config import Config
from goalsite.edit.changes import Value
from goalsite.edit.goals import corpus_of_goal
from goalsite.edit.leaving import drop, replace
from goalsite.edit.patch import RefusedError
from goalsite.model.records import Objective
from goalsite.source.tree import MemoryTree

FILE, DAY = "goals/2026-Q4/builds.md", date(2026, 11, 16)
GOAL = """\
---
title: Trusted   # comments stay
key_results:
  - id: p50
    title: Median   # so does this

  # the flow style, too
  - {id: p90, title: Slowest}
  - {id: gone, status: dropped, on: 2026-10-05, reason: moot}
---
Body.
"""


def goal_in(text: str) -> tuple[MemoryTree, Objective]:
    """The files, and the objective in them."""
    tree = MemoryTree({FILE: text})
    goal, _ = corpus_of_goal(tree, Config(), "builds")
    assert isinstance(goal, Objective)
    return tree, goal


def test_a_key_result_is_dropped_with_its_day_and_reason() -> None:
    tree, goal = goal_in(GOAL)
    new = '\n    status: dropped\n    on: 2026-11-16\n    reason: "moot: # nobody asks"'
    after = drop(tree, goal, goal.key_results[0], DAY, "moot: # nobody asks").after.decode()
    assert after == GOAL.replace("# so does this", f"# so does this{new}")
    after = drop(tree, goal, goal.key_results[1], DAY, "moot, now").after.decode()
    assert after == GOAL.replace("Slowest", 'Slowest, status: dropped, on: 2026-11-16, reason: "moot, now"')


def test_a_key_result_that_has_left_does_not_leave_again() -> None:
    tree, goal = goal_in(GOAL)
    with pytest.raises(RefusedError, match='"gone" was dropped already'):
        drop(tree, goal, goal.key_results[2], DAY, "x")


def test_a_key_result_is_replaced_by_one_that_is_there_or_made() -> None:
    tree, goal = goal_in(GOAL)
    said = "replaced_by: p90, on: 2026-11-16, reason: x"
    flow = GOAL.replace("- id: p50\n    title: Median   # so does this", "- {id: p50}")
    assert said in replace(*goal_in(flow), goal_in(flow)[1].key_results[0], "p90", DAY, "x").after.decode()
    fresh: dict[str, Value] = {"title": "Mean", "metric": {"unit": "min", "target": "5"}}
    after = replace(tree, goal, goal.key_results[1], "mean", DAY, "x", fresh).after.decode()
    assert "  - {id: mean, title: Mean, metric: {unit: min, target: 5}}\n---\n" in after


def test_a_goal_that_is_dropped_is_closed_and_its_retrospective_says_why() -> None:
    tree, goal = goal_in(GOAL)
    after = drop(tree, goal, None, DAY, "nobody asks").after.decode()
    new = "status: closed\nclosed: 2026-11-16\noutcome: dropped\n"
    assert after == GOAL.replace(
        "---\nBody", f"{new}retro: {{root_cause: nobody asks, decision: abandon}}\n---\nBody"
    )
    with pytest.raises(RefusedError, match="is closed already"):
        drop(*goal_in(after), None, DAY, "x")


def test_a_retrospective_and_a_status_that_are_there_are_completed() -> None:
    text = GOAL.replace("title: Trusted", "status: active   # now\nretro: {learned: a lot}\ntitle: Trusted")
    after = replace(*goal_in(text), None, "other", DAY, "better").after.decode()
    assert "status: closed   # now\nretro: {learned: a lot, root_cause: better, decision: modify}\n" in after
    assert "replaced_by: other\n---" in after
