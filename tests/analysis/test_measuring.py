"""Each measure read on a day: which value counts, raw, progress and the day it is held against."""

from __future__ import annotations

from datetime import date

import pytest

from goalsite.analysis.figures import KeyResultFigures
from tests.analysis.authored import analysed, goal_file, key_result, near, value

METRIC = "metric: {baseline: 0, target: 100}"


def from_kpi(measure: str, series: str, as_of: str, kpi: str = "", head: str = "") -> KeyResultFigures:
    """The figures of a key result that reads the KPI `orders` with the given points."""
    files = {
        "goals/kpis/orders.md": f"---\nunit: orders\n{kpi}\nseries: [{series}]\n---\n",
        "goals/2026-Q4/trust.md": goal_file(
            f"- {{id: kr, title: KR, {measure}}}", f"commitment: committed\n{head}"
        ),
    }
    return analysed(files, as_of).objectives["2026-Q4/trust"].key_results[0]


def test_without_a_value_progress_is_0_and_raw_unknown() -> None:
    figures = key_result(METRIC, "2026-11-16")
    assert (figures.value, figures.raw, figures.progress) == (None, None, 0)
    assert figures.pace == 0  # d is T, where the plan expects something


def test_a_row_without_a_value_hides_none() -> None:
    said = f"{METRIC}, checkins: [{{date: 2026-11-01, value: 30}}, {{date: 2026-11-08, confidence: 0.4}}]"
    figures = key_result(said, "2026-11-16")
    assert (figures.value, figures.value_date, figures.confidence) == (30, date(2026, 11, 1), 0.4)


def test_a_value_is_held_against_the_plan_of_its_own_day() -> None:
    figures = key_result(f"{METRIC}, {value('2026-10-31', 30)}", "2026-12-31")
    assert (figures.expected, figures.expected_then) == (1, near(30 / 91))
    assert figures.pace == near(0.3 * 91 / 30)


def test_a_value_from_before_the_start_is_held_against_the_start() -> None:
    figures = key_result(f"{METRIC}, {value('2026-09-01', 30)}", "2026-11-16")
    assert (figures.expected_then, figures.pace) == (0, None)


def test_a_value_from_after_the_end_is_held_against_the_end() -> None:
    assert key_result(f"{METRIC}, {value('2027-01-05', 90)}", "2027-01-10").pace == near(0.9)


@pytest.mark.parametrize(
    ("checkins", "baseline"),
    [
        ("{date: 2026-09-20, value: 7}, {date: 2026-10-05, value: 10}, {date: 2026-11-01, value: 55}", 10),
        ("{date: 2026-10-01, value: 10}, {date: 2026-11-01, value: 55}", 10),
        ("{date: 2026-09-10, value: 4}, {date: 2026-09-20, value: 10}", 10),
    ],
    ids=["the first after the start", "the first on the start", "the last before the start"],
)
def test_a_baseline_that_is_not_written_is_the_first_value(checkins: str, baseline: float) -> None:
    figures = key_result(f"metric: {{target: 100}}, checkins: [{checkins}]", "2026-11-16")
    assert figures.baseline == baseline
    assert figures.raw == near(((figures.value if isinstance(figures.value, float) else 0) - 10) / 90)


def test_levels_that_are_reached_at_the_target_are_raw_1_and_progress_7_tenths() -> None:
    said = "metric: {baseline: 0, levels: {commit: 30, target: 70, stretch: 100}}"
    figures = key_result(f"{said}, {value('2026-11-16', 70)}", "2026-11-16")
    assert (figures.target, figures.raw, figures.progress) == (70, 1, near(0.7))


ZONES = "zones: {commit: it runs, target: it shines, stretch: it sings}"


@pytest.mark.parametrize(
    ("zone", "raw", "progress"),
    [("fail", 0, 0), ("commit", 3 / 7, 0.3), ("target", 1, 0.7), ("stretch", 10 / 7, 1)],
)
def test_zones_have_their_worth_and_raw_measures_the_target(zone: str, raw: float, progress: float) -> None:
    figures = key_result(f"{ZONES}, {value('2026-11-16', zone)}", "2026-11-16")
    assert (figures.value, figures.raw, figures.progress) == (zone, near(raw), progress)


@pytest.mark.parametrize("head", ["", "commitment: aspirational"])
@pytest.mark.parametrize(
    "measure", [ZONES, "metric: {baseline: 0, levels: {commit: 30, target: 70, stretch: 100}}"]
)
def test_levels_and_zones_are_expected_at_their_target(measure: str, head: str) -> None:
    assert key_result(measure, "2026-12-31", head).expected == 0.7


def test_top_is_a_setting() -> None:
    config = "pace: {top: 0.6}"
    assert key_result(METRIC, "2026-12-31", "commitment: aspirational", config).expected == 0.6
    assert key_result(METRIC, "2026-12-31", "", config).expected == 1


@pytest.mark.parametrize("written", ["0.4", "40%"])
def test_a_value_by_hand_is_its_own_progress(written: str) -> None:
    figures = key_result(value("2026-11-16", written), "2026-11-16")
    assert (figures.type, figures.raw, figures.progress) == ("manual", 0.4, 0.4)


def test_milestones_weigh_and_have_no_value() -> None:
    figures = key_result(
        "milestones: [{title: Plan, weight: 3, done: 2026-10-20}, {title: Ship}]", "2026-11-16"
    )
    assert (figures.value, figures.raw, figures.progress) == (None, 0.75, 0.75)


def test_a_milestone_done_later_is_not_done_yet() -> None:
    said = "milestones: [{title: Plan, done: 2026-11-17}, {title: Ship}]"
    assert [key_result(said, day).progress for day in ("2026-11-16", "2026-11-17")] == [0, 0.5]


def test_milestones_go_on_after_the_end_until_the_closing() -> None:
    said = "milestones: [{title: Plan, done: 2027-01-05}, {title: Ship, done: 2027-01-20}]"
    assert key_result(said, "2027-02-01", "status: closed\nclosed: 2027-01-10").progress == 0.5


def test_a_milestone_is_expected_from_the_day_after_it_is_due() -> None:
    said = "milestones: [{title: Plan, due: 2026-11-10}, {title: Ship}]"
    assert [key_result(said, day).expected for day in ("2026-11-10", "2026-11-11")] == [0, 0.5]


def test_milestones_without_weight_make_no_progress() -> None:
    said = "milestones: [{title: Plan, weight: 0, done: 2026-10-20}]"
    assert key_result(said, "2026-11-16").progress == 0


def test_a_binary_one_is_expected_from_the_day_after_its_due_day() -> None:
    figures = [key_result("binary: {}, due: 2026-11-10", day) for day in ("2026-11-10", "2026-11-11")]
    assert [one.expected for one in figures] == [0, 1]


def test_a_binary_one_is_done_from_its_day_on() -> None:
    figures = [key_result("binary: {done: 2026-11-10}", day) for day in ("2026-11-09", "2026-11-10")]
    assert [(one.value, one.progress) for one in figures] == [(None, 0), (None, 1)]


MONTHLY = "maintain: {min: 5, max: 8, every: month}"


@pytest.mark.parametrize(
    ("checkins", "met", "misses"),
    [
        ("{date: 2026-10-05, value: 5}, {date: 2026-11-05, value: 8}", 2, 0),
        ("{date: 2026-10-05, value: 4.9}, {date: 2026-11-05, value: 8.1}", 0, 2),
        ("{date: 2026-10-05, value: 4}, {date: 2026-10-30, value: 6}", 1, 0),
        ("{date: 2026-10-05, value: 6}, {date: 2026-10-30, value: 4}", 0, 1),
    ],
    ids=["bounds count as inside", "outside", "the last of a period mends", "the last of a period spoils"],
)
def test_a_period_is_met_or_missed_by_its_last_typed_value(checkins: str, met: int, misses: int) -> None:
    figures = key_result(f"{MONTHLY}, checkins: [{checkins}]", "2026-11-16")
    assert (figures.met, figures.misses) == (met, misses)


def test_periods_are_calendar_ones_clipped_to_the_window() -> None:
    figures = key_result(f"maintain: {{min: 5}}, {value('2026-10-04', 6)}", "2026-11-16")
    assert figures.periods[0] == ((date(2026, 10, 1), date(2026, 10, 4)), True)
    assert figures.periods[1] == ((date(2026, 10, 5), date(2026, 10, 11)), None)
    assert len(figures.periods) == 14


def test_a_period_without_a_value_is_missed_once_the_window_is_over() -> None:
    said = f"{MONTHLY}, {value('2026-10-05', 6)}"
    ended, over = (key_result(said, day) for day in ("2026-12-31", "2027-01-01"))
    assert (ended.misses, ended.held, over.misses, over.held) == (0, 1, 2, near(1 / 3))


def test_periods_after_an_early_closing_are_left_out() -> None:
    figures = key_result(
        f"{MONTHLY}, {value('2026-10-05', 6)}", "2027-02-01", "status: closed\nclosed: 2026-11-10"
    )
    assert [state for _, state in figures.periods] == [True, False]
    assert (figures.progress, figures.held) == (0.5, 0.5)


def test_a_maintained_kpi_is_judged_by_its_aggregate() -> None:
    series = "[2026-10-05, 2], [2026-10-20, 6], [2026-11-03, 9]"
    figures = from_kpi(
        "maintain: {kpi: orders, min: 4, every: month}", series, "2026-11-16", "aggregate: mean"
    )
    assert [state for _, state in figures.periods] == [True, True, None]
    strict = from_kpi("maintain: {kpi: orders, min: 4, every: month}", series, "2026-11-16", "aggregate: min")
    assert [state for _, state in strict.periods] == [False, True, None]


def test_a_metric_reads_the_latest_point_of_its_kpi_and_its_unit() -> None:
    figures = from_kpi(
        "metric: {kpi: orders, baseline: 0, target: 80}", "[2026-10-05, 20], [2026-11-09, 40]", "2026-11-16"
    )
    assert (figures.kpi, figures.unit, figures.value, figures.progress) == ("kpis/orders", "orders", 40, 0.5)
    assert figures.expected_then == near(39 / 91)


@pytest.mark.parametrize(("aggregate", "read"), [("sum", 60), ("mean", 30), ("last", 40), ("max", 40)])
def test_over_the_window_a_kpi_is_read_by_its_aggregate(aggregate: str, read: float) -> None:
    series = "[2026-09-28, 900], [2026-10-05, 20], [2026-11-09, 40]"
    figures = from_kpi(
        "metric: {kpi: orders, target: 80, over: window}", series, "2026-11-16", f"aggregate: {aggregate}"
    )
    assert (figures.baseline, figures.value) == (0, read)


def test_over_the_window_older_points_are_no_value() -> None:
    figures = from_kpi("metric: {kpi: orders, target: 80, over: window}", "[2026-09-28, 900]", "2026-11-16")
    assert figures.value is None
