"""Which goals are over and not closed."""

from __future__ import annotations

from datetime import date

from tests.lint.objectives import PATH, objective
from tests.lint.told import told


def test_the_day_after_the_end_is_the_first() -> None:
    assert told(objective(), "R209", date(2026, 12, 31)) == []
    (one,) = told(objective(), "R209", date(2027, 1, 1))
    assert one.startswith(f"{PATH}:2:8: the window ended on 2026-12-31, 1 day ago, and the objective")


def test_days_of_grace_are_a_setting() -> None:
    config = {"config.yaml": "rules: {thresholds: {R209: {days: 14}}}\n"}
    assert told(objective() | config, "R209", date(2027, 1, 14)) == []
    assert len(told(objective() | config, "R209", date(2027, 1, 15))) == 1


def test_a_due_day_ends_the_window() -> None:
    assert len(told(objective(front="due: 2026-11-01"), "R209")) == 1


def test_what_never_ran_or_rests_or_is_closed_is_left_alone() -> None:
    for state in ("draft", "proposed", "paused", "closed"):
        assert told(objective(front=f"status: {state}"), "R209", date(2027, 2, 1)) == []
