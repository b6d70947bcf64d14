"""Key results that are gone without a word."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_past import MINUTES, PAID, PATH, MakeRepo, at, begun, goal, told

CALLS = "id: calls, title: Few have to call us, metric: {baseline: 40, target: 10}"


def test_what_went_together_is_told_once_at_the_list(git_repo: MakeRepo) -> None:
    repo = begun(git_repo, goal(MINUTES, PAID, CALLS))
    repo.commit({PATH: goal(MINUTES)}, at("11-12"))
    who = '"Share of baskets that are paid" (paid) and 1 more key result were'
    assert told(repo, "Q124") == [f"4: {who} deleted on 2026-11-12, and not dropped"]
    repo.write({PATH: "---\nowner: ada\n---\n"})
    assert told(repo, "Q124") == [
        f"1: {who} deleted on 2026-11-12, and not dropped",
        '1: "Time from basket to receipt" (minutes) was deleted on 2026-11-16, and not dropped',
    ]


@pytest.mark.parametrize(
    "after",
    [
        goal(MINUTES, f"{PAID}, status: dropped, on: 2026-11-12, reason: They only compare"),
        goal(MINUTES, PAID.replace("id: paid", "id: share")),
        goal(MINUTES, PAID.replace("id: paid, title: Share of baskets", "id: sold, title: Part of baskets")),
        goal(MINUTES, PAID.replace("Share of baskets that are paid", "Whatever else")),
        goal(PAID, MINUTES),
        goal(MINUTES, front="status: draft"),
    ],
)
def test_what_is_there_under_some_name_is_not_deleted(git_repo: MakeRepo, after: str) -> None:
    repo = begun(git_repo, goal(MINUTES, PAID))
    repo.commit({PATH: after}, at("11-12"))
    assert told(repo, "Q124") == []


def test_what_was_tried_for_a_few_days_may_go(git_repo: MakeRepo) -> None:
    repo = begun(git_repo, goal(MINUTES))
    repo.commit({PATH: goal(MINUTES, PAID)}, at("11-02"))
    repo.commit({PATH: goal(MINUTES, front="owner: lin")}, at("11-09"))
    assert told(repo, "Q124") == []
    repo.commit({PATH: goal(MINUTES, CALLS.replace("id: calls, ", ""))}, at("11-10"))
    repo.commit({PATH: goal(MINUTES)}, at("11-14"))
    assert told(repo, "Q124") == []


def test_one_that_is_put_back_is_there(git_repo: MakeRepo) -> None:
    repo = begun(git_repo, goal(MINUTES, PAID))
    repo.commit({PATH: goal(MINUTES)}, at("11-12"))
    repo.write({PATH: goal(MINUTES, f"{PAID}, status: dropped, on: 2026-11-12, reason: They only compare")})
    assert told(repo, "Q124") == []
