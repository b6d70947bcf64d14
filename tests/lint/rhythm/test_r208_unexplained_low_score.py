"""Which low scores are left without a reason."""

from __future__ import annotations

import pytest

from tests.lint.objectives import PATH, conversion, objective
from tests.lint.told import told


def low(front: str, results: str = "", body: str = "") -> list[str]:
    return told(objective(results, f"status: closed\n{front}", body), "R208")


def test_below_four_tenths_is_low() -> None:
    assert low("outcome: partly\nscore: 0.4") == []
    assert low("outcome: missed\nscore: 0.3") == [f"{PATH}:6:8: the score is 0.3, and no root cause says why"]


def test_a_score_that_is_figured_counts_as_well() -> None:
    (one,) = low("outcome: missed", conversion("date: 2026-11-09, value: 53"))
    assert one == f"{PATH}:5:10: the score is 0.1, and no root cause says why"


@pytest.mark.parametrize("outcome", ["dropped", "replaced"])
def test_what_was_given_up_needs_no_reason_here(outcome: str) -> None:
    assert low(f"outcome: {outcome}\nscore: 0.1") == []


def test_a_retrospective_explains_it_and_a_decision_alone_does_not() -> None:
    assert low("outcome: missed\nscore: 0.1\nretro: {root_cause: we began too late}") == []
    assert len(low("outcome: missed\nscore: 0.1\nretro: {decision: keep}")) == 1
    assert low("outcome: missed\nscore: 0.1", body="## Retrospective\n\nToo late.\n") == []
    assert low("outcome: missed\nscore: 0.1", body="## 复盘\n\n开始得太晚。\n") == []


def test_a_missed_commitment_without_any_retrospective_is_told_by_another_rule() -> None:
    assert low("commitment: committed\noutcome: missed\nscore: 0.1") == []
    assert len(low("commitment: committed\noutcome: missed\nscore: 0.1\nretro: {decision: keep}")) == 1


def test_a_key_result_that_was_dropped_is_left_out() -> None:
    dropped = "- {id: a, title: A, score: 0.1, status: dropped, on: 2026-10-20, reason: no use}"
    assert low("outcome: partly\nscore: 0.7", dropped) == []
    assert len(low("outcome: partly\nscore: 0.7", "- {id: a, title: A, score: 0.1}")) == 1


def test_an_achieved_goal_without_any_value_is_not_scored() -> None:
    assert low("outcome: achieved", conversion()) == []
    assert len(low("outcome: achieved\nscore: 0.2", conversion())) == 1


def test_open_goals_are_left_alone() -> None:
    assert told(objective(conversion("date: 2026-11-09, value: 52")), "R208") == []
