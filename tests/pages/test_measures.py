"""How a key result is measured, in one line and in figures."""

from __future__ import annotations

import pytest

from goalsite.pages.measures import measure_figures, measure_text
from tests.authored import goal
from tests.pages.desks import desk_of, one_goal


def said(measure: str, as_of: str = "2026-11-16") -> tuple[str, dict[str, str]]:
    """The line and the labelled figures of the key result that is measured so."""
    speed = goal("title: Speed\naggregate: sum")
    files = one_goal(f"key_results: [{{id: kr, title: KR, {measure}}}]", **{"goals/kpis/speed.md": speed})
    desk = desk_of(files, as_of)
    result = desk.objectives["2026-Q4/trust"].key_results[0]
    figures = desk.analysis.objectives["2026-Q4/trust"].key_results[0]
    found = measure_figures(desk, result, figures)
    return measure_text(desk, result, figures), {label: figure.text for label, figure in found}


@pytest.mark.parametrize(
    ("measure", "text"),
    [
        ("metric: {unit: min, baseline: 14, target: 5}", "14 → 5\u00a0min"),
        ("metric: {unit: min, target: 5}", "to 5\u00a0min"),
        ("metric: {unit: complaints a month, baseline: 9, target: 5}", "9 → 5, in complaints a month"),
        ("metric: {kpi: speed, target: 5, over: window}", "0 → 5, as a total of the window"),
        ('metric: {unit: "%", baseline: 20, levels: {commit: 40, target: 60, stretch: 80}}', "20 → 60%"),
        ("maintain: {unit: s, max: 60, every: month}", "at most 60\u00a0s, every month"),
        (
            "maintain: {min: 4, max: 6, allowed_misses: 2}",
            "4 to 6, every week, 2 misses allowed",
        ),
        ("milestones: [{title: A, done: 2026-10-02}, {title: B}]", "1 of 2 milestones done"),
        ("binary: {}", "done or not"),
        ("zones: {commit: a, target: b, stretch: c}", "by zones"),
        ("weight: 1", "judged by hand"),
    ],
)
def test_a_measure_is_told_in_one_line(measure: str, text: str) -> None:
    assert said(measure)[0] == text


def test_a_metric_tells_where_it_comes_from_where_it_goes_and_its_pace() -> None:
    found = said("metric: {unit: min, baseline: 14, target: 5}, checkins: [{date: 2026-11-16, value: 9.5}]")[
        1
    ]
    assert found == {"Baseline": "14\u00a0min", "Target": "5\u00a0min", "Expected": "35%", "Pace": "1.41"}


def test_what_lies_beyond_the_scale_is_told() -> None:
    found = said("metric: {baseline: 0, target: 40}, checkins: [{date: 2026-11-16, value: -4}]")[1]
    assert found["Beyond the scale"] == "−10%"


def test_levels_and_zones_are_told_each_by_name() -> None:
    levels = said("metric: {baseline: 0, levels: {commit: 30, target: 70, stretch: 100}}")[1]
    assert (levels["commit"], levels["Target"], levels["stretch"]) == ("30", "70", "100")
    zones = said("zones: {commit: a draft, target: a law, stretch: a habit}")[1]
    assert (zones["commit"], zones["target"], zones["stretch"]) == ("a draft", "a law", "a habit")


def test_a_range_tells_its_bounds_and_how_often_it_was_kept() -> None:
    found = said(
        "maintain: {min: 4, max: 6, every: month, allowed_misses: 1}, "
        "checkins: [{date: 2026-10-10, value: 9}, {date: 2026-11-10, value: 5}]"
    )[1]
    assert (found["At least"], found["At most"], found["Misses allowed"]) == ("4", "6", "1")
    assert (found["Kept"], found["Misses"]) == ("50%", "1")


def test_a_score_that_a_person_gave_stands_beside_the_suggested_one() -> None:
    assert said("score: 0.7, checkins: [{date: 2026-11-16, value: 0.4}]")[1]["Suggested score"] == "0.4"


def test_a_rhythm_of_its_own_is_told() -> None:
    assert said("cadence: 10d")[1]["Checked in"] == "every 10 days"
