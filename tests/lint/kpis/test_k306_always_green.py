"""How long green is too long."""

from __future__ import annotations

import pytest

from tests.lint.kpis.a_kpi import PATH, files
from tests.lint.told import told

MONTHS = [f"{year}-{month:02}" for year in (2025, 2026) for month in range(1, 13)][9:22]  # 2025-10 … 2026-10
TARGET = "targets: [{from: 2025-01-01, target: 8, red: 16}]"


def said(
    front: str = TARGET,
    months: list[str] = MONTHS,
    value: str = "5",
    last: str = "5",
    keys: str = "frequency: month",
    config: str = "",
) -> list[str]:
    """What is said of a KPI in which lower is better, with a value for each month."""
    points = ", ".join(f"[{month}, {last if month == months[-1] else value}]" for month in months)
    name = keys.partition(":")[0]
    shown = files(f"{keys}\n{front}\nseries: [{points}]", without=name) | {"config.yaml": config}
    return told(shown, "K306")


def test_a_year_of_green_under_one_target_is_told_at_the_target() -> None:
    assert said() == [
        f"{PATH}:10:38: each of 13 points since 2025-10-01 met the target of 8, which was never changed"
    ]


def test_a_year_is_long_enough_and_a_month_less_is_not() -> None:
    """A point of a month tells of the whole month."""
    assert len(said(months=MONTHS[1:])) == 1
    assert said(months=MONTHS[2:]) == []


def test_points_before_the_target_do_not_count() -> None:
    assert said("targets: [{from: 2025-12-01, target: 8}]") == []


@pytest.mark.parametrize("value", ["9", "20"])
def test_one_point_that_missed_is_enough(value: str) -> None:
    assert said(value=value) == []
    assert said(last=value) == []


@pytest.mark.parametrize(
    "front",
    [
        "targets: [{from: 2025-01-01, target: 12}, {from: 2026-07-01, target: 8}]",
        "targets: [{from: 2025-01-01, target: 12}, {from: 2027-01-01, target: 8}]",
        "targets: [{from: 2025-01-01, target: 0, red: 16}]",
        "targets: [{period: 2026, target: 100}]",
        "",
    ],
)
def test_what_was_or_will_be_changed_or_cannot_be_better_is_left_alone(front: str) -> None:
    assert said(front, value="-1" if "target: 0" in front else "5") == []


def test_a_range_and_a_hundred_percent_are_kept_and_not_raised() -> None:
    assert said("targets: [{from: 2025-01-01, min: 1, max: 9}]", keys="direction: range") == []
    points = ", ".join(f"[{month}, 100]" for month in MONTHS)
    whole = "targets: [{from: 2025-01-01, target: 100}]"
    front = f'unit: "%"\nfrequency: month\n{whole}\nseries: [{points}]'
    assert told(files(front, without="unit direction frequency"), "K306") == []


def test_few_points_prove_nothing() -> None:
    assert said(months=["2025-01", "2025-05", "2025-09", "2026-02", "2026-10"]) == []


def test_one_that_nobody_measures_any_more_is_grey() -> None:
    assert said(months=[month.replace("2026", "2024").replace("2025", "2023") for month in MONTHS]) == []


def test_the_thresholds_are_the_sites() -> None:
    assert said(config="rules: {thresholds: {K306: {days: 500}}}") == []
    assert len(said(months=MONTHS[5:], config="rules: {thresholds: {K306: {days: 200}}}")) == 1
    assert said(config="rules: {thresholds: {K306: {points: 14}}}") == []
