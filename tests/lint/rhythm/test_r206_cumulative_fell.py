"""Which figures cannot fall, and which may."""

from __future__ import annotations

import pytest

from tests.lint.objectives import objective
from tests.lint.told import told


def of_result(title: str, unit: str, *values: float, baseline: float = 0, target: float = 100) -> list[str]:
    """What is said of a key result with that title and these weekly values."""
    days = ("10-05", "10-12", "10-19", "10-26", "11-02", "11-09")
    rows = "".join(
        f"\n    - {{date: 2026-{day}, value: {value}}}" for day, value in zip(days, values, strict=False)
    )
    metric = f"{{unit: {unit}, baseline: {baseline}, target: {target}}}"
    return told(objective(f"- id: a\n  title: {title}\n  metric: {metric}\n  checkins:{rows}"), "R206")


def of_kpi(front: str, *rows: str) -> list[str]:
    csv = "date,value\n" + "".join(f"{row}\n" for row in rows)
    return told({"goals/kpis/k.md": f"---\n{front}\n---\n", "goals/kpis/k.csv": csv}, "R206")


@pytest.mark.parametrize(
    "title", ["Cumulative sign-ups", "Readers so far", "Money raised to date", "累计注册用户", "Revenue YTD"]
)
def test_what_says_that_it_adds_up_may_not_fall(title: str) -> None:
    assert len(of_result(title, "people", 10, 20, 18)) == 1


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Conversion rate year to date", '"%"'),
        ("Average score so far", "points"),
        ("Active users", "people"),
        ("Teams that use the pipeline", "teams"),
        ("Orders per week", "orders"),
        ("累计平均满意度", "分"),
        ("Bring the handbook up to date", "pages"),
        ("Total active users", "people"),
    ],
)
def test_levels_rates_and_means_may_fall(title: str, unit: str) -> None:
    assert of_result(title, unit, 10, 20, 30, 40, 38) == []


def test_things_that_happen_once_fall_only_by_mistake() -> None:
    assert len(of_result("We talk to customers", "interviews", 3, 7, 12, 15, 9)) == 1
    assert of_result("We talk to customers", "interviews", 3, 7, 5, 12, 9) == []
    assert of_result("We talk to customers", "interviews", 7, 5) == []
    assert of_result("We talk to customers", "interviews", 23, 27, 32, 35, 29, baseline=20) == []


def test_a_metric_that_is_to_fall_may() -> None:
    assert of_result("Cumulative delay", "days", 30, 20, baseline=40, target=10) == []


def test_a_slipped_digit_is_told_by_another_rule() -> None:
    assert of_result("Cumulative interviews", "interviews", 30, 320, 35, 38) == []


def test_a_year_to_date_series_begins_anew_with_its_period() -> None:
    front = "title: Revenue\nunit: €\ntargets: [{period: 2025, target: 120}, {period: 2026, target: 130}]"
    assert of_kpi(front, "2025-11-30,105", "2025-12-31,118", "2026-01-31,9", "2026-02-28,21") == []
    (one,) = of_kpi(front, "2025-12-31,118", "2026-01-31,9", "2026-02-28,21", "2026-03-31,19")
    assert one.startswith("goals/kpis/k.csv:5:1: ")


def test_a_year_to_date_series_without_targets_begins_anew_with_the_year() -> None:
    front = "title: Downloads year to date"
    assert of_kpi(front, "2025-12-31,118", "2026-01-31,9", "2026-02-28,21") == []


def test_a_level_under_a_target_for_a_period_may_fall() -> None:
    front = "title: Customers\ntargets: [{period: 2026, target: 1500}]"
    assert of_kpi(front, "2026-01-31,1000", "2026-02-28,1050", "2026-03-31,1020") == []


def test_points_that_are_summed_up_may_fall() -> None:
    front = "title: Cumulative downloads\naggregate: sum\ntargets: [{period: 2026, target: 1500}]"
    assert of_kpi(front, "2026-01-31,100", "2026-02-28,300", "2026-03-31,150") == []


def test_a_correction_of_the_same_value_is_no_fall() -> None:
    assert of_result("Cumulative interviews", "interviews", 10, 10, 12) == []
