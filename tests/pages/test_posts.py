from __future__ import annotations

import pytest

from goalsite.pages.history_views import Posts
from goalsite.pages.posts import goal_posts, kpi_posts, posts_by_unit
from tests.conftest import GitRepo
from tests.pages.remembered import GOAL, KPI, NAME, MakeRepo, at, begun, desk_of, goal, kpi, spaced


def posts(repo: GitRepo, as_of: str = "2026-11-17") -> Posts | None:
    desk = desk_of(repo, as_of)
    return goal_posts(desk, desk.objectives[NAME])


def rows(found: Posts | None) -> list[tuple[str, str, str]]:
    assert found is not None
    return [(spaced(row.what), row.date, row.reason) for row in found.rows]


def test_a_target_that_moved_is_told_with_the_reason_that_the_commit_gives(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(target=6)}, at("11-12"), "Five was never real")
    assert rows(posts(repo)) == [("Median time: target 5 → 6 min", "12 Nov 2026", "Five was never real")]


def test_a_weight_that_moved_is_told(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(weight=3)}, at("11-12"), "It matters more")
    assert rows(posts(repo)) == [("Median time: weight 1 → 3", "12 Nov 2026", "It matters more")]


def test_the_progress_against_what_was_said_first_stands_beside_the_progress(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(target=6)}, at("11-12"))
    repo.commit({GOAL: goal(target=6, weight=2)}, at("11-13"))
    repo.commit({GOAL: goal(target=6, weight=2, current=9)}, at("11-15"))
    found = posts(repo)
    assert found is not None
    assert found.now is not None
    assert found.original is not None
    assert float(found.now.raw) == pytest.approx((2 * 5 / 8 + 0.5) / 3)
    assert float(found.original.raw) == pytest.approx((5 / 9 + 0.5) / 2)
    assert (found.label, found.now.text, found.original.text) == ("Progress", "58%", "53%")
    assert "Median time 56% instead of 63%." in found.original.meaning


def test_of_a_closed_goal_the_scores_stand_beside_each_other(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(target=10, current=10)}, at("11-12"))
    closed = "status: closed\nclosed: 2026-11-14\noutcome: partly\n"
    repo.commit({GOAL: goal(target=10, current=10, head=closed)}, at("11-14"))
    found = posts(repo)
    assert found is not None
    assert found.now is not None
    assert found.original is not None
    assert (found.label, found.now.text, found.original.text) == ("Score", "0.75", "0.45")


def test_what_moved_back_changes_no_figure(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(target=6)}, at("11-12"))
    repo.commit({GOAL: goal(target=5)}, at("11-13"))
    found = posts(repo)
    assert len(rows(found)) == 2
    assert found is not None
    assert (found.now is not None, found.original) == (True, found.original)
    assert found.original is not None
    assert found.now is not None
    assert found.original.raw == found.now.raw


def test_what_moved_before_the_time_of_the_goal_is_planning(git_repo: MakeRepo) -> None:
    repo = git_repo()
    begin = goal()
    repo.commit({GOAL: begin, "config.yaml": "timezone: UTC\n"}, at("09-01"))
    repo.commit({GOAL: goal(target=6)}, at("09-20"))
    desk = desk_of(repo)
    assert goal_posts(desk, desk.objectives[NAME]) is None


def test_a_unit_that_changed_too_makes_figures_that_cannot_be_held_against_each_other(
    git_repo: MakeRepo,
) -> None:
    repo = begun(git_repo)
    moved = goal().replace("unit: min, baseline: 14, target: 5", "unit: s, baseline: 840, target: 360")
    repo.commit({GOAL: moved}, at("11-12"))
    found = posts(repo)
    assert found is not None
    assert found.rows
    assert found.original is None


def test_a_draft_has_promised_nothing(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(target=6, head="status: draft\n")}, at("11-12"))
    assert posts(repo) is None


def test_the_targets_of_a_kpi_that_moved_in_the_cycle_are_told(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({KPI: kpi()}, at("11-10"))
    repo.commit({KPI: kpi(99.5)}, at("11-15"), "Nobody needs more")
    desk = desk_of(repo)
    found = kpi_posts(desk, desk.kpis["platform/kpis/availability"])
    assert rows(found) == [("target 99.9% → 99.5%", "15 Nov 2026", "Nobody needs more")]


def test_the_review_of_a_cycle_has_them_by_unit(git_repo: MakeRepo) -> None:
    repo = begun(git_repo)
    repo.commit({GOAL: goal(target=6)}, at("11-12"))
    desk = desk_of(repo)
    (unit,) = posts_by_unit(desk, desk.corpus.objectives)
    assert unit.unit.text == "Platform"
    assert [(spaced(row.what), row.goal.text if row.goal else "") for row in unit.rows] == [
        ("Median time: target 5 → 6 min", "Fast builds")
    ]
