"""Which check-ins are far from their goal's window."""

from __future__ import annotations

from datetime import date

from tests.lint.objectives import PATH, conversion, objective
from tests.lint.told import told


def outside(files: dict[str, str], as_of: date = date(2026, 11, 16)) -> list[str]:
    return told(files, "R213", as_of)


def test_a_month_around_the_window_is_near_enough() -> None:
    assert outside(objective(conversion("date: 2026-08-31, value: 52"))) == []
    assert len(outside(objective(conversion("date: 2026-08-30, value: 52")))) == 1
    after = objective(conversion("date: 2027-01-31, value: 60"))
    assert outside(after, date(2027, 3, 1)) == []
    assert len(outside(objective(conversion("date: 2027-02-01, value: 60")), date(2027, 3, 1))) == 1


def test_several_are_told_once() -> None:
    rows = ("date: 2025-10-12, value: 50", "date: 2025-10-19, value: 51", "date: 2026-11-09, value: 58")
    (one,) = outside(objective(conversion(*rows)))
    assert one.startswith(f"{PATH}:9:16: the check-in is dated 2025-10-12, 354 days before the window begins")
    assert one.endswith(", and 1 more lies outside")


def test_the_goals_window_counts_and_not_the_key_results() -> None:
    late = conversion("date: 2026-10-05, value: 52", more="start: 2026-11-10")
    assert outside(objective(late)) == []


def test_what_is_dated_ahead_is_told_by_another_rule() -> None:
    assert outside(objective(conversion("date: 2027-11-09, value: 58"))) == []


def test_how_far_is_a_setting() -> None:
    config = {"config.yaml": "rules: {thresholds: {R213: {days: 400}}}\n"}
    assert outside(objective(conversion("date: 2025-11-09, value: 52")) | config) == []
