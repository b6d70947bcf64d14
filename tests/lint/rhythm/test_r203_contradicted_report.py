"""Which reports the numbers contradict."""

from __future__ import annotations

from tests.lint.objectives import PATH, conversion, objective
from tests.lint.told import told


def contradicted(files: dict[str, str]) -> list[str]:
    return told(files, "R203")


def test_worse_than_the_numbers_is_the_owners_right() -> None:
    assert contradicted(objective(conversion("date: 2026-11-09, value: 60, status: off_track"))) == []


def test_good_and_good_is_no_contradiction() -> None:
    assert contradicted(objective(conversion("date: 2026-11-09, value: 60, status: achieved"))) == []
    assert contradicted(objective(conversion("date: 2026-11-09, value: 66, status: on_track"))) == []


def test_the_last_report_counts() -> None:
    rows = ("date: 2026-11-02, value: 53, status: on_track", "date: 2026-11-09, value: 53, status: at_risk")
    assert contradicted(objective(conversion(*rows))) == []


def test_silence_is_told_by_another_rule() -> None:
    assert contradicted(objective(conversion("date: 2026-10-19, value: 55, status: on_track"))) == []


def test_the_goals_own_report_is_told_only_where_no_key_results_is() -> None:
    own = "checkins: [{date: 2026-11-09, status: on_track}]"
    (one,) = contradicted(objective(conversion("date: 2026-11-09, value: 53, status: on_track"), own))
    assert one.startswith(f"{PATH}:10:")
    assert '"conversion" is reported' in one
    (one,) = contradicted(objective(conversion("date: 2026-11-09, value: 53"), own))
    assert one.startswith(f"{PATH}:4:39: the objective is reported on_track")


def test_the_row_of_a_log_is_the_place() -> None:
    log = {"goals/2026-Q4/checkout.checkins.csv": "date,kr,value,status\n2026-11-09,conversion,53,on_track\n"}
    (one,) = contradicted(objective(conversion()) | log)
    assert one.startswith("goals/2026-Q4/checkout.checkins.csv:2:1: ")


def test_goals_that_do_not_run_are_left_alone() -> None:
    row = "date: 2026-11-09, value: 53, status: on_track"
    for state in ("paused", "draft", "proposed", "closed"):
        assert contradicted(objective(conversion(row), f"status: {state}")) == []
