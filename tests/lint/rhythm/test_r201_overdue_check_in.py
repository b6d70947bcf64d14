"""Which check-ins are overdue."""

from __future__ import annotations

from datetime import date

from tests.lint.objectives import PATH, conversion, objective
from tests.lint.told import told

LATE = "date: 2026-10-19, value: 55, confidence: 0.6"


def overdue(files: dict[str, str], as_of: date = date(2026, 11, 16)) -> list[str]:
    return told(files, "R201", as_of)


def test_the_week_before_this_one_still_counts() -> None:
    assert overdue(objective(conversion("date: 2026-11-09, value: 58"))) == []
    assert len(overdue(objective(conversion("date: 2026-11-08, value: 58")))) == 1


def test_the_row_of_a_log_is_the_place() -> None:
    rows = "2026-10-12,conversion,53\n2026-10-19,conversion,55\n"
    log = {"goals/2026-Q4/checkout.checkins.csv": f"date,kr,value\n{rows}"}
    (one,) = overdue(objective(conversion()) | log)
    assert one.startswith("goals/2026-Q4/checkout.checkins.csv:3:1: ")


def test_current_is_the_place_where_git_or_checked_dates_it() -> None:
    (one,) = overdue(objective(conversion(more="current: 55\nchecked: 2026-10-19")))
    assert one.startswith(f"{PATH}:9:14: ")


def test_a_cadence_of_the_goal_decides() -> None:
    assert overdue(objective(conversion(LATE), "cadence: month")) == []
    (one,) = overdue(objective(conversion(LATE), "cadence: 10d"))
    assert one.endswith("and one is due every 10 days")
    assert overdue(objective(conversion(LATE), "cadence: end")) == []


def test_holidays_ask_for_nothing() -> None:
    config = {"config.yaml": "holidays: [{start: 2026-10-26, end: 2026-11-15}]\n"}
    assert overdue(objective(conversion(LATE)) | config) == []


def test_what_is_off_track_is_overdue_all_the_same() -> None:
    assert len(overdue(objective(conversion("date: 2026-10-26, value: 50")))) == 1


def test_nothing_is_due_of_what_is_reached_paused_drafted_closed_or_over() -> None:
    assert overdue(objective(conversion("date: 2026-10-19, value: 66"))) == []
    for state in ("status: paused", "status: draft", "status: proposed", "status: closed"):
        assert overdue(objective(conversion(LATE), state)) == []
    assert overdue(objective(conversion(LATE)), date(2027, 1, 20)) == []


def test_nothing_is_due_of_milestones_dropped_results_and_those_of_a_kpi() -> None:
    steps = "- {id: a, title: A, milestones: [{title: M}], checkins: [{date: 2026-10-05, confidence: 0.5}]}"
    assert overdue(objective(steps)) == []
    dropped = conversion(LATE, more="status: dropped\non: 2026-10-30\nreason: the bank said no")
    assert overdue(objective(dropped)) == []


def test_one_of_two_is_told_by_itself() -> None:
    other = (
        "- {id: steps, title: B, metric: {baseline: 9, target: 4}, checkins: [{date: 2026-11-10, value: 7}]}"
    )
    (one,) = overdue(objective(f"{conversion(LATE)}\n{other}"))
    assert '"conversion"' in one
