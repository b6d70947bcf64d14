"""Units that score too high or too low, cycle after cycle."""

from __future__ import annotations

from tests.lint.quality.a_site import goal, unit
from tests.lint.told import told


def scored(**scores: float) -> dict[str, str]:
    """A unit with one aspirational objective closed in each quarter of 2026 that is given a score."""
    files = unit("shop")
    for quarter, score in scores.items():
        front = f"status: closed\noutcome: partly\nscore: {score}"
        files |= goal(f"shop/2026-{quarter}/{quarter.lower()}", front)
    return files


def test_the_last_cycles_count_together() -> None:
    """Only the last two, by their mean; the place is the score that lifted it most in the last of them."""
    files = scored(Q1=0.1, Q2=0.8, Q3=0.95)
    files |= goal("shop/2026-Q3/less", "status: closed\noutcome: achieved\nscore: 0.9")
    message = "the aspirational objectives of Shop scored 0.863 on average in 2026-Q2, 2026-Q3, above 0.85"
    assert told(files, "Q112") == [f"goals/shop/2026-Q3/q3.md:5:8: {message}"]


def test_scores_of_key_results_point_at_the_status() -> None:
    files = scored(Q2=0.2)
    results = "status: closed\noutcome: missed\nkey_results: [{id: a, title: A, score: 0.1}]"
    files |= goal("shop/2026-Q3/q3", results)
    assert [one.partition(": ")[0] for one in told(files, "Q112")] == ["goals/shop/2026-Q3/q3.md:3:9"]


def test_healthy_scores_and_bounds_are_left_alone() -> None:
    assert told(scored(Q2=0.6, Q3=0.7), "Q112") == []
    assert told(scored(Q2=0.85, Q3=0.85), "Q112") == []
    assert told(scored(Q2=0.4, Q3=0.4), "Q112") == []


def test_one_cycle_may_be_luck() -> None:
    assert told(scored(Q3=1), "Q112") == []
    assert told(scored(Q3=1, Q4=1), "Q112") == []  # the second one still runs


def test_promises_and_what_was_given_up_are_not_looked_at() -> None:
    promises = {
        path: text.replace("status:", "commitment: committed\nstatus:")
        for path, text in scored(Q2=1, Q3=1).items()
    }
    dropped = {path: text.replace("partly", "dropped") for path, text in scored(Q2=0, Q3=0).items()}
    assert told(promises, "Q112") == []
    assert told(dropped, "Q112") == []


def test_the_thresholds_can_be_moved() -> None:
    config = {"config.yaml": "rules: {thresholds: {Q112: {cycles: 1, low: 0.2, high: 0.99}}}\n"}
    assert told(scored(Q2=0.1, Q3=0.3) | config, "Q112") == []
    assert len(told(scored(Q3=0.1) | config, "Q112")) == 1
