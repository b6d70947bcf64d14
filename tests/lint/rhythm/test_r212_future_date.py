"""What is dated after today."""

from __future__ import annotations

from datetime import date

from tests.lint.objectives import PATH, conversion, objective
from tests.lint.told import told


def ahead(files: dict[str, str]) -> list[str]:
    return told(files, "R212")


def test_today_is_not_ahead() -> None:
    assert ahead(objective(conversion("date: 2026-11-16, value: 58"))) == []
    (one,) = ahead(objective(conversion("date: 2026-11-17, value: 58")))
    assert one == f"{PATH}:9:16: the check-in is dated 2026-11-17, after 2026-11-16"


def test_the_row_of_a_log_is_the_place() -> None:
    log = {"goals/2026-Q4/checkout.checkins.csv": "date,kr,value\n2026-11-09,conversion,58\n2027-11-09,,\n"}
    (one,) = ahead(objective(conversion()) | log)
    assert one.startswith("goals/2026-Q4/checkout.checkins.csv:3:1: ")


def test_current_may_not_be_dated_ahead() -> None:
    (one,) = ahead(objective(conversion(more="current: 58\nchecked: 2027-11-09")))
    assert one.startswith(f"{PATH}:9:14: ")


def test_the_period_that_runs_stands_for_today_and_the_next_is_ahead() -> None:
    kpi = {"goals/kpis/k.md": "---\ntitle: K\nseries: [[2026-10, 1], [2026-11, 2]]\n---\n"}
    assert ahead(kpi) == []
    kpi = {"goals/kpis/k.md": "---\ntitle: K\nseries: [[2026-10, 1], [2026-12, 2], [2027, 3]]\n---\n"}
    assert ahead(kpi) == [
        "goals/kpis/k.md:3:25: the point is dated 2026-12, after 2026-11-16, and so is 1 more"
    ]


def test_plans_and_due_days_may_lie_ahead() -> None:
    plan = conversion("date: 2026-11-09, value: 58", more="plan: [{date: 2026-12-01, value: 60}]")
    steps = "- {id: a, title: A, milestones: [{title: M, due: 2026-12-20}]}"
    assert ahead(objective(f"{plan}\n{steps}", "initiatives: [{title: I, due: 2026-12-01}]")) == []


def test_closed_goals_are_held_to_it_too() -> None:
    files = objective(conversion("date: 2027-03-01, value: 58"), "status: closed\nclosed: 2026-11-10")
    assert len(told(files, "R212", date(2026, 11, 16))) == 1
