"""What a key result says of itself."""

from __future__ import annotations

import pytest

from goalsite.analysis.key_results import is_checked_in
from tests.analysis.authored import goal_file, key_result, read


@pytest.mark.parametrize(
    ("measure", "kind", "checked_in"),
    [
        ("metric: {baseline: 0, target: 1}", "metric", True),
        ("metric: {baseline: 0, levels: {commit: 1, target: 2, stretch: 3}}", "metric", True),
        ("metric: {kpi: orders, target: 1}", "metric", False),
        ("maintain: {min: 1}", "maintain", True),
        ("maintain: {kpi: orders, min: 1}", "maintain", False),
        ("milestones: [{title: Ship}]", "milestones", False),
        ("binary: {}", "binary", False),
        ("zones: {commit: A, target: B, stretch: C}", "zones", True),
        ("weight: 1", "manual", True),
    ],
)
def test_each_measure_has_its_name_and_most_are_checked_in(measure: str, kind: str, checked_in: bool) -> None:
    files = {
        "goals/kpis/orders.md": "---\ntitle: Orders\n---\n",
        "goals/2026-Q4/trust.md": goal_file(f"- {{id: kr, title: KR, {measure}}}"),
    }
    corpus, *_ = read(files)
    assert is_checked_in(corpus.objectives[0].key_results[0]) is checked_in
    if "kpi" not in measure:
        assert key_result(measure, "2026-11-16").type == kind


def test_confidence_and_report_are_the_latest_that_were_given() -> None:
    said = (
        "checkins: [{date: 2026-11-02, status: at_risk, confidence: 0.3}, "
        "{date: 2026-11-09, confidence: 7/10}, {date: 2026-11-12, note: holiday}, "
        "{date: 2026-11-20, status: achieved}]"
    )
    figures = key_result(said, "2026-11-16")
    assert (figures.reported, figures.confidence) == ("at_risk", 0.7)
