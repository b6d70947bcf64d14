"""The worked examples of the specification, each as the file an author would write.

Cycle 2026-Q4 goes from 2026-10-01 to 2026-12-31, 91 days; goals are checked in weekly and are committed
unless they say otherwise.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.analysis.authored import key_result, kpi, near, objective

ASPIRATIONAL = "commitment: aspirational"
WEEKS = (
    "maintain: {min: 5, every: week, allowed_misses: 1}, checkins: ["
    "{date: 2026-10-02, value: 6}, {date: 2026-10-08, value: 5}, {date: 2026-10-14, value: 4}, "
    "{date: 2026-10-20, value: 9}, {date: 2026-10-29, value: 7}, {date: 2026-11-08, value: 8}]"
)

KEY_RESULTS: list[tuple[str, str, str, dict[str, Any]]] = [
    (
        "metric: {baseline: 14, target: 5}, checkins: [{date: 2026-11-16, value: 9.5}]",
        "",
        "2026-11-16",
        {"raw": 0.5, "expected": 0.5055, "pace": 0.9891, "status": "on_track", "days_behind": 0.5},
    ),
    (
        "metric: {baseline: 14, target: 5}, checkins: [{date: 2026-11-16, value: 9.5}]",
        ASPIRATIONAL,
        "2026-11-16",
        {"expected": 0.3538, "pace": 1.4130, "status": "on_track", "days_behind": -19},
    ),
    (
        "metric: {baseline: 14, target: 5}, checkins: [{date: 2026-10-12, value: 12.5}]",
        "",
        "2026-10-21",
        {"progress": 0.1667, "expected": 0.2198, "pace": 1.3788, "status": "on_track"},
    ),
    (
        "metric: {baseline: 0, target: 40}, checkins: [{date: 2026-11-16, value: -4}]",
        "",
        "2026-11-16",
        {"raw": -0.1, "progress": 0, "status": "off_track"},
    ),
    (
        "metric: {baseline: 100, target: 200}, checkins: [{date: 2026-10-05, value: 230}]",
        "",
        "2026-10-05",
        {"raw": 1.3, "progress": 1, "status": "achieved"},
    ),
    (
        (
            "metric: {baseline: 0, levels: {commit: 30, target: 70, stretch: 100}}, "
            "checkins: [{date: 2026-11-16, value: 50}]"
        ),
        "",
        "2026-11-16",
        {"raw": 0.7143, "progress": 0.5, "expected": 0.3538, "status": "on_track"},
    ),
    (
        WEEKS,
        "",
        "2026-11-08",
        {"progress": 5 / 14, "expected": 6 / 14, "pace": 0.8333, "status": "at_risk", "met": 5, "misses": 1},
    ),
    (
        "milestones: [{title: Plan, weight: 2, done: 2026-10-20}, {title: Build}, {title: Ship}]",
        "",
        "2026-11-16",
        {"expected": 0.5, "progress": 0.5, "status": "on_track"},
    ),
]


@pytest.mark.parametrize(("said", "head", "as_of", "answer"), KEY_RESULTS)
def test_a_key_result_has_the_figures_of_the_table(
    said: str, head: str, as_of: str, answer: dict[str, Any]
) -> None:
    figures = key_result(said, as_of, head)
    for name, expected in answer.items():
        found = getattr(figures, name)
        assert found == (expected if isinstance(expected, str) else near(expected, 5e-5)), name


def test_milestones_without_dates_are_due_in_equal_steps() -> None:
    figures = key_result("milestones: [{title: Plan}, {title: Build}, {title: Ship}]", "2026-11-16")
    assert [(due - figures.window.start).days for _, _, due, _ in figures.steps] == [30, 60, 91]


def test_a_dropped_key_result_leaves_progress_and_stays_in_progress_original() -> None:
    figures = objective(
        """
- {id: a, title: A, weight: 2, checkins: [{date: 2026-11-02, value: 0.5}]}
- {id: b, title: B, checkins: [{date: 2026-11-02, value: 0.2}]}
- {id: c, title: C, status: dropped, on: 2026-11-10, checkins: [{date: 2026-11-02, value: 1.0}]}
""".strip(),
        "2026-11-16",
    )
    assert (figures.progress, figures.progress_original) == (near(0.4), near(0.55))


def test_a_lower_kpi_between_target_and_red_is_amber() -> None:
    said = (
        "direction: lower\ntargets: [{from: 2026-01-01, target: 200, red: 300}]\nseries: [[2026-11-02, 250]]"
    )
    assert kpi(said, "2026-11-16").health == "amber"


def test_a_range_kpi_within_tolerance_is_amber() -> None:
    said = (
        "direction: range\ntargets: [{from: 2026-01-01, min: 40, max: 60, tolerance: 5}]\n"
        "series: [[2026-11-02, 64]]"
    )
    assert kpi(said, "2026-11-16").health == "amber"


def test_a_total_is_held_against_the_share_of_its_period_that_is_due() -> None:
    months = ", ".join(f"[2026-{month:02}, 90]" for month in range(1, 11))
    figures = kpi(
        f"aggregate: sum\nfrequency: month\ntargets: [{{period: 2026, target: 1200}}]\nseries: [{months}]",
        "2026-11-10",
    )
    assert str(figures.date) == "2026-10-31"
    assert (figures.total, figures.due) == (900, near(998.9, 0.05))
    assert (figures.health, figures.attainment) == ("green", near(0.75))
