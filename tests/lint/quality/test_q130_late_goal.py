"""Goals that come when half of their time is over."""

from __future__ import annotations

from tests.lint.quality.a_past import MINUTES, PATH, MakeRepo, at, begun, goal, told

LATE = "goals/2026-Q4/returns.md"


def test_a_goal_that_comes_late_is_told_with_the_day(git_repo: MakeRepo) -> None:
    repo = begun(git_repo, goal(MINUTES))
    repo.commit({"goals/2026-Q4/in-time.md": goal()}, at("10-10"))
    repo.commit({LATE: goal(front="cycle: 2026-Q4")}, at("11-02"))
    repo.write({"goals/2026-Q4/today.md": goal()})
    assert told(repo, "Q130") == [
        "3: the goal was first seen on 2026-11-02, when 35% of its window was over",
        "1: the goal was first seen on 2026-11-16, when 51% of its window was over",
    ]
    repo.write({LATE: goal(front="start: 2026-11-02"), "goals/2026-Q4/today.md": goal(front="status: draft")})
    assert told(repo, "Q130") == []


def test_a_goal_that_moved_or_came_back_is_not_new(git_repo: MakeRepo) -> None:
    repo = begun(git_repo, goal(MINUTES))
    repo.commit({LATE: goal(front="id: returns")}, at("10-02"))
    repo.commit({LATE: None}, at("10-20"))
    repo.commit({"goals/2026-Q4/back.md": goal("id: other", front="id: returns")}, at("11-02"))
    assert told(repo, "Q130") == []


def test_an_import_is_nobodys_late_goal(git_repo: MakeRepo) -> None:
    """A cycle begins with its first goals, and as much time again is left to the others."""
    repo = git_repo()
    repo.write({PATH: goal(MINUTES), LATE: goal()})
    assert told(repo, "Q130") == []
    repo.commit({"goals/team.md": "---\ntitle: Acme\n---\n"}, at("11-02"))
    assert told(repo, "Q130") == []
    repo.commit({"goals/2026-Q4/tenth.md": goal()}, at("11-11"))
    assert told(repo, "Q130") == []
    repo.write({"goals/2026-Q4/later.md": goal()})
    assert len(told(repo, "Q130")) == 1
