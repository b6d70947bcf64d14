"""All figures of one key result: pace, scores, values and what is drawn."""

from __future__ import annotations

from datetime import date

import pytest

from tests.analysis.authored import analysed, goal_file, key_result, near, value

METRIC = "metric: {unit: min, baseline: 0, target: 100}"


def test_pace_is_null_where_nothing_is_expected() -> None:
    assert key_result(f"{METRIC}, {value('2026-10-01', 5)}", "2026-10-10").pace is None


@pytest.mark.parametrize(("reached", "score"), [(44, 0.4), (45, 0.5), (94.9, 0.9), (95, 1.0), (0, 0.0)])
def test_the_suggested_score_is_progress_rounded_half_up(reached: float, score: float) -> None:
    said = f"{METRIC}, {value('2026-12-20', reached)}"
    closed = key_result(said, "2027-01-10", "status: closed")
    assert (closed.score, closed.suggested) == (score, score)


def test_an_open_key_result_has_a_suggestion_and_no_score() -> None:
    figures = key_result(f"{METRIC}, {value('2026-11-16', 50)}", "2026-11-16")
    assert (figures.score, figures.suggested) == (None, 0.5)


def test_a_persons_score_wins() -> None:
    assert key_result(f"{METRIC}, score: 0.8", "2027-01-10", "status: closed").score == 0.8


@pytest.mark.parametrize(("allowed", "score"), [(2, 1.0), (1, 0.3)])
def test_maintain_scores_1_unless_it_was_missed_too_often(allowed: int, score: float) -> None:
    said = f"maintain: {{min: 5, every: month, allowed_misses: {allowed}}}, {value('2026-10-02', 9)}"
    assert key_result(said, "2027-01-10", "status: closed").score == score  # one met of three


def test_held_is_what_was_met_of_what_was_judged() -> None:
    said = "maintain: {min: 5}, checkins: [{date: 2026-10-02, value: 9}, {date: 2026-10-08, value: 1}]"
    assert key_result(said, "2026-10-30").held == 0.5
    assert key_result("maintain: {min: 5}", "2026-10-30").held is None


def test_maintain_expects_the_periods_that_have_ended() -> None:
    said = f"maintain: {{min: 5, every: month}}, {value('2026-10-02', 9)}"
    days = ("2026-10-30", "2026-10-31", "2026-11-30", "2026-12-31")
    assert [key_result(said, day).expected for day in days] == near([0, 1 / 3, 2 / 3, 1])


def test_values_have_their_day_and_confidence_by_date() -> None:
    said = (
        f"{METRIC}, checkins: [{{date: 2026-11-02, value: 40, confidence: 0.5}}, "
        "{date: 2026-10-05, value: 10}, {date: 2026-10-12, confidence: 0.9}]"
    )
    figures = key_result(said, "2026-11-16")
    assert list(figures.values) == [(date(2026, 10, 5), 10, None), (date(2026, 11, 2), 40, 0.5)]
    assert len(figures.checkins) == 3


def test_a_metric_has_its_unit_and_bounds() -> None:
    figures = key_result(METRIC, "2026-11-16")
    assert (figures.unit, figures.baseline, figures.target) == ("min", 0, 100)


def test_a_line_is_drawn_through_its_points_and_stairs_after_each_step() -> None:
    line = key_result(METRIC, "2026-11-16").curve
    assert list(line) == [(date(2026, 10, 1), 0), (date(2026, 12, 31), 1)]
    stairs = key_result("milestones: [{title: Plan, due: 2026-10-31}, {title: Ship}]", "2026-11-16").curve
    assert list(stairs) == [(date(2026, 10, 1), 0), (date(2026, 11, 1), 0.5), (date(2027, 1, 1), 1)]


def test_a_dropped_one_keeps_its_figures() -> None:
    said = f"{METRIC}, status: dropped, on: 2026-11-10, {value('2026-11-02', 40)}"
    figures = key_result(said, "2026-11-16")
    assert (figures.counted, figures.progress, figures.value) == (False, 0.4, 40)


def test_of_a_kpi_the_values_are_those_since_the_last_one_before_the_window() -> None:
    series = "[[2020-01-31, 1], [2026-09-30, 2], [2026-10-31, 3], [2026-11-30, 4]]"
    files = {
        "goals/kpis/speed.md": f"---\ntitle: Speed\nseries: {series}\n---\n",
        "goals/2026-Q4/trust.md": goal_file("  - {id: a, metric: {kpi: speed, target: 9}}"),
    }
    (figures,) = analysed(files, "2026-11-16").objectives["2026-Q4/trust"].key_results
    assert figures.values == ((date(2026, 9, 30), 2.0, None), (date(2026, 10, 31), 3.0, None))
    assert (figures.baseline, figures.value) == (3.0, 3.0)
