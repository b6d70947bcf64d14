"""The order of a KPI's targets and plans."""

from __future__ import annotations

import pytest

from tests.lint.kpis.a_kpi import PATH, files
from tests.lint.told import told


def said(*targets: str, front: str = "") -> list[str]:
    """What is said of a KPI with these targets, the first of them in line 11."""
    entries = "\n".join(["targets:", *(f"  - {target}" for target in targets)])
    return [one.removeprefix(f"{PATH}:") for one in told(files(f"{front}\n{entries}"), "K302")]


@pytest.mark.parametrize(
    "targets",
    [
        ["{from: 2026-01-01, target: 9}", "{from: 2026-07-01, target: 8}"],
        ["{from: 2026-01-01, target: 9}"],
        ["{target: 9}", "{target: 8}"],
        ["{from: 2026-07-01, target: 9}", "{target: 8}"],
        ["{from: 2026-02-30, target: 9}", "{from: 2026-01-01, target: 8}"],
        ["{period: 2026-Q3, target: 9}", "{period: 2026-Q4, target: 9}", "{period: 2026, target: 40}"],
        ["{period: 2026, target: 40}", "{period: 2027, target: 50}", "{period: 2026-Q4, target: 9}"],
        ["{from: 2026-10-01, target: 9}", "{period: 2026, target: 40}"],
        ["{period: 2026-01, target: 9}", "{period: 2026-02, target: 9}", "{period: 2026-03, target: 9}"],
        ["{period: 2026, target: 4, plan: [{date: 2026-06-30, value: 1}, {date: 2026-09-30, value: 2}]}"],
    ],
)
def test_targets_in_order_are_left_alone(targets: list[str]) -> None:
    """Undated ones, unreadable dates, and levels beside periods of different lengths have no order."""
    assert said(*targets) == []


def test_only_the_first_that_stands_too_low_is_told() -> None:
    """A list from the newest to the oldest is one slip."""
    targets = [f"{{from: {year}-01-01, target: 9}}" for year in (2026, 2025, 2024)]
    assert said(*targets) == ["12:12: the target from 2025-01-01 stands below the one from 2026-01-01"]


def test_months_are_held_in_their_order_whatever_their_lengths() -> None:
    targets = ["{period: 2026-03, target: 9}", "{period: 2026-02, target: 9}"]
    assert said(*targets) == ["12:14: the target for 2026-02 stands below the one for 2026-03"]


def test_a_date_may_stand_in_quotes() -> None:
    targets = ['{from: "2026-07-01", target: 9}', '{from: "2026-07-01", target: 8}']
    assert said(*targets) == ["12:12: two targets are from 2026-07-01, and only the last one counts"]


def test_a_red_bound_on_the_wrong_side_is_told_by_structure_alone() -> None:
    assert said("{from: 2026-01-01, target: 9, red: 5}") == []
