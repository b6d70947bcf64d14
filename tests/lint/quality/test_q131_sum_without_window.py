"""Sums that are read as if they were levels."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_site import goal
from tests.lint.told import told


def reads(result: str, aggregate: str = "sum", more: str = "") -> list[str]:
    """What is said of a key result that reads orders a week."""
    kpi = {"goals/kpis/orders.md": f"---\ntitle: Orders\naggregate: {aggregate}\n---\n"}
    return told(kpi | goal("2026-Q4/a", f"key_results: [{{id: a, title: A, {result}}}]\n{more}"), "Q131")


def test_the_kpi_is_the_place() -> None:
    found = reads("metric: {kpi: orders, target: 9k}")
    assert found == ['goals/2026-Q4/a.md:3:47: "Orders" adds up, and only its latest point is read']


@pytest.mark.parametrize("aggregate", ["last", "mean", "min", "max"])
def test_other_kpis_are_read_at_their_latest_point(aggregate: str) -> None:
    assert reads("metric: {kpi: orders, target: 9k}", aggregate) == []


@pytest.mark.parametrize(
    "result",
    [
        "metric: {kpi: orders, target: 9k, over: window}",
        "maintain: {kpi: orders, min: 800}",  # by periods, each added up
        "status: dropped, metric: {kpi: orders, target: 9k}",
    ],
)
def test_what_adds_up_or_does_not_count_is_left_alone(result: str) -> None:
    assert reads(result) == []


def test_a_closed_objective_is_history() -> None:
    assert reads("metric: {kpi: orders, target: 9k}", more="status: closed") == []
