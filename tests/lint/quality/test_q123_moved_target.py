"""Goal posts that move in silence."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_past import MINUTES, PAID, PATH, MakeRepo, at, begun, goal, told

SIX = MINUTES.replace("target: 3", "target: 6")
LEVELS = "id: a, metric: {levels: {commit: 1, target: 2, stretch: 3}}"
ZONES = "id: a, zones: {commit: a, target: b, stretch: c}"


def moved(make: MakeRepo, before: str, after: str, on: str = "11-12", as_of: str = "2026-11-16") -> list[str]:
    """What is said of a key result that is other since a day; both are what stands within `{…}`."""
    repo = begun(make, goal(before, PAID))
    repo.commit({PATH: goal(after, PAID)}, at(on))
    return told(repo, "Q123", as_of)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (MINUTES, SIX, "the target moved from 3 to 6"),
        (
            MINUTES,
            SIX.replace("baseline: 9", "baseline: 12"),
            "the target moved from 3 to 6 and the baseline from 9 to 12",
        ),
        (MINUTES, SIX.replace("Time", "Six minutes"), "the target moved from 3 to 6"),
        (f"{MINUTES}, weight: 3", MINUTES, "the weight moved from 3 to 1"),
        (LEVELS, LEVELS.replace("stretch: 3", "stretch: 4"), "the level stretch moved from 3 to 4"),
        (
            "id: a, maintain: {min: 99}",
            "id: a, maintain: {min: 98, allowed_misses: 2}",
            "the minimum moved from 99 to 98 and the number of allowed misses from 0 to 2",
        ),
    ],
)
def test_what_moved_is_told_from_which_to_which(
    git_repo: MakeRepo, before: str, after: str, said: str
) -> None:
    assert moved(git_repo, before, after) == [f"5: {said} on 2026-11-12, and no reason is given"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (MINUTES, f"{SIX}, reason: The bank asks twice"),
        (f"{MINUTES}, current: 9", f"{SIX}, current: 8, note: The bank asks twice"),
        (MINUTES, SIX.replace("unit: min", "unit: s")),
        (MINUTES, f"{SIX}, status: dropped, on: 2026-11-12"),
        (MINUTES, MINUTES.replace("target: 3", "target: 3.0")),
        (MINUTES.replace("id: minutes, ", ""), SIX.replace("id: minutes, ", "")),
        (ZONES, ZONES.replace("target: b", "target: B")),
    ],
)
def test_what_is_explained_or_no_longer_the_same_is_left_alone(
    git_repo: MakeRepo, before: str, after: str
) -> None:
    assert moved(git_repo, before, after) == []


def test_a_tenth_of_the_window_is_for_agreeing(git_repo: MakeRepo) -> None:
    repo = begun(git_repo, goal(MINUTES))
    repo.commit({PATH: goal(SIX)}, at("10-10"))
    assert told(repo, "Q123") == []
    repo.commit({PATH: goal(SIX, PAID)}, at("11-02"))
    repo.commit({PATH: goal(SIX, PAID.replace("65", "60"))}, at("11-11"))
    assert told(repo, "Q123") == []
    repo.write({PATH: goal(SIX, PAID.replace("65", "61"))})
    assert told(repo, "Q123") == ["6: the target moved from 60 to 61 on 2026-11-16, and no reason is given"]
    repo.write({"config.yaml": "rules: {thresholds: {Q123: {share: 0.9}}}\n"})
    assert told(repo, "Q123") == []


def test_what_is_not_committed_yet_is_told_at_its_line(git_repo: MakeRepo) -> None:
    """A proposed change is held against what the branch says."""
    repo = begun(git_repo, goal(MINUTES))
    repo.write({PATH: goal(SIX)})
    assert told(repo, "Q123") == ["5: the target moved from 3 to 6 on 2026-11-16, and no reason is given"]
    repo.write({PATH: goal(f"{SIX}, reason: The bank asks twice")})
    assert told(repo, "Q123") == []


def test_a_reason_explains_what_came_before_it_and_not_what_comes_after(git_repo: MakeRepo) -> None:
    repo = begun(git_repo, goal(MINUTES))
    repo.commit({PATH: goal(SIX)}, at("11-02"))
    repo.commit({PATH: goal(f"{SIX}, reason: The bank asks twice")}, at("11-03"))
    assert told(repo, "Q123") == []
    seven = SIX.replace("target: 6", "target: 7")
    repo.commit({PATH: goal(f"{seven}, reason: The bank asks twice")}, at("11-09"))
    assert told(repo, "Q123") == ["5: the target moved from 6 to 7 on 2026-11-09, and no reason is given"]


def test_what_stands_where_it_stood_has_not_moved(git_repo: MakeRepo) -> None:
    repo = begun(git_repo, goal(MINUTES))
    repo.commit({PATH: goal(SIX)}, at("11-02"))
    repo.commit({PATH: goal(MINUTES, front="owner: lin")}, at("11-03"))
    assert told(repo, "Q123") == []


def test_weights_may_change_with_the_number_of_key_results_and_are_told_once(git_repo: MakeRepo) -> None:
    repo = begun(git_repo, goal(f"{MINUTES}, weight: 1", f"{PAID}, weight: 1"))
    repo.commit({PATH: goal(f"{MINUTES}, weight: 2", f"{PAID}, weight: 2", "id: c, weight: 3")}, at("11-02"))
    assert told(repo, "Q123") == []
    repo.commit({PATH: goal(f"{MINUTES}, weight: 1", f"{PAID}, weight: 4", "id: c, weight: 3")}, at("11-12"))
    assert told(repo, "Q123") == ["5: the weight moved from 2 to 1 on 2026-11-12, and no reason is given"]


def test_a_draft_promises_nothing(git_repo: MakeRepo) -> None:
    repo = begun(git_repo, goal(MINUTES, front="status: proposed"))
    repo.commit({PATH: goal(SIX, front="status: proposed")}, at("11-02"))
    assert told(repo, "Q123") == []
    repo.commit({PATH: goal(SIX, front="status: active")}, at("11-03"))
    assert told(repo, "Q123") == []
    repo.commit({PATH: goal(SIX.replace("target: 6", "target: 7"), front="status: active")}, at("11-04"))
    assert told(repo, "Q123") == ["5: the target moved from 6 to 7 on 2026-11-04, and no reason is given"]


def test_it_is_told_until_a_month_after_the_window(git_repo: MakeRepo) -> None:
    repo = begun(git_repo, goal(MINUTES))
    repo.commit({PATH: goal(SIX, front="status: closed")}, "2026-12-30T09:00:00Z")
    assert told(repo, "Q123", "2026-11-30") == []  # it has not happened yet
    assert len(told(repo, "Q123", "2027-01-31")) == 1
    assert told(repo, "Q123", "2027-02-01") == []


def test_a_goal_that_moves_or_is_renamed_is_followed(git_repo: MakeRepo) -> None:
    there, last = "goals/shop/2026-Q4/buying.md", "goals/shop/2026-Q4/buy.md"
    repo = begun(git_repo, goal(MINUTES, front="id: checkout"))
    repo.commit(
        {PATH: None, there: "---\nid: checkout\nowner: lin\n---\n" + "All is new.\n" * 9}, at("10-20")
    )
    repo.commit({there: None, last: goal(SIX, front="id: checkout")}, at("11-02"))
    repo.write({last: None, "goals/2026-Q4/moved.md": goal(SIX, front="id: checkout")})
    assert told(repo, "Q124") == told(repo, "Q130") == []
    repo.write({"goals/2026-Q4/moved.md": goal(MINUTES, front="id: checkout")})
    assert told(repo, "Q123") == ["5: the target moved from 6 to 3 on 2026-11-16, and no reason is given"]


def test_a_shallow_clone_tells_what_it_has(git_repo: MakeRepo) -> None:
    repo = begun(git_repo, goal(MINUTES))
    repo.commit({PATH: goal(SIX)}, at("11-02"))
    clone = git_repo("clone")
    clone.git("pull", "--quiet", "--depth", "1", f"file://{repo.root}", "main")
    assert told(clone, "Q123") == told(clone, "Q130") == []
    clone.write({PATH: goal(MINUTES)})
    assert told(clone, "Q123") == ["5: the target moved from 6 to 3 on 2026-11-16, and no reason is given"]


def test_a_goal_sets_it_aside_with_a_reason(git_repo: MakeRepo) -> None:
    repo = begun(git_repo, goal(MINUTES))
    repo.write({PATH: goal(SIX, front="lint: {Q123: agreed with all}")})
    assert told(repo, "Q123") == told(repo, "S053") == []
