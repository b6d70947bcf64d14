"""A KPI's health, attainment, trend and changes on a day."""

from __future__ import annotations

from datetime import date

import pytest

from tests.analysis.authored import kpi, near

TARGET = "targets: [{target: 10}]"


def test_without_points_there_is_no_data() -> None:
    figures = kpi(f"frequency: month\n{TARGET}", "2026-11-16")
    assert (figures.health, figures.value, figures.target, figures.trend) == ("no_data", None, 10, None)


@pytest.mark.parametrize(
    ("said", "last_fresh", "stale"),
    [
        ("frequency: month", "2026-03-17", "2026-03-18"),  # 45 days
        ("frequency: month\nlag: 10d", "2026-03-27", "2026-03-28"),
        ("frequency: week", "2026-02-10", "2026-02-11"),  # 10.5 days
        ("frequency: 5d", "2026-02-07", "2026-02-08"),
    ],
)
def test_it_is_stale_after_one_and_a_half_frequencies_and_its_lag(
    said: str, last_fresh: str, stale: str
) -> None:
    said = f"{said}\n{TARGET}\nseries: [[2026-01-31, 12]]"
    assert [kpi(said, day).health for day in (last_fresh, stale)] == ["green", "stale"]


def test_how_many_frequencies_may_pass_is_a_setting() -> None:
    said = f"frequency: month\n{TARGET}\nseries: [[2026-01-31, 12]]"
    assert kpi(said, "2026-04-01", "pace: {stale: 2}").health == "green"


@pytest.mark.parametrize("frequency", ["", "frequency: irregular"])
def test_without_a_regular_frequency_it_is_never_stale(frequency: str) -> None:
    assert kpi(f"{frequency}\n{TARGET}\nseries: [[2020-01-31, 12]]", "2026-11-16").health == "green"


def test_the_point_of_a_running_period_is_not_stale() -> None:
    said = f"frequency: month\n{TARGET}\nseries: [[2026, 12]]"
    figures = kpi(said, "2026-11-16")
    assert (figures.health, figures.date) == ("green", date(2026, 11, 16))


def test_no_data_and_stale_come_before_no_target() -> None:
    assert kpi("frequency: month", "2026-11-16").health == "no_data"
    assert kpi("frequency: month\nseries: [[2026-01-31, 1]]", "2026-11-16").health == "stale"
    assert kpi("frequency: month\nseries: [[2026-10-31, 1]]", "2026-11-16").health == "no_target"


@pytest.mark.parametrize(
    ("said", "attainment"),
    [
        (TARGET, 1.2),
        (f"direction: lower\n{TARGET}", 10 / 12),
        ("direction: range\ntargets: [{min: 5, max: 20}]", None),
        ("title: No target", None),
        ("targets: [{target: 0}]", None),
        ("aggregate: sum\ntargets: [{period: 2026, target: 48}]", 0.5),
    ],
)
def test_attainment_is_value_or_total_by_target(said: str, attainment: float | None) -> None:
    said = said.removeprefix("title: No target")
    figures = kpi(f"{said}\nseries: [[2026-01-31, 12], [2026-10-31, 12]]", "2026-11-16")
    assert figures.attainment == (None if attainment is None else near(attainment))


def test_a_range_has_bounds_and_no_target() -> None:
    figures = kpi("direction: range\ntargets: [{min: 5, max: 20}]\nseries: [[2026-10-31, 12]]", "2026-11-16")
    assert (figures.target, figures.low, figures.high) == (None, 5, 20)


@pytest.mark.parametrize(
    ("series", "change"),
    [("[2026-10-01, 40], [2026-10-02, 50]", 0.25), ("[2026-10-01, -40], [2026-10-02, -50]", -0.25),
     ("[2026-10-01, 0], [2026-10-02, 50]", None), ("[2026-10-02, 50]", None)],
)  # fmt: skip
def test_the_change_is_against_the_point_before(series: str, change: float | None) -> None:
    assert kpi(f"series: [{series}]", "2026-11-16").change_previous == change


@pytest.mark.parametrize(
    ("frequency", "series", "change"),
    [
        ("month", "[2025-09-30, 50], [2025-10-31, 100], [2026-10-31, 110]", 0.1),
        ("month", "[2025-10-01, 100], [2025-11-01, 1], [2026-10-31, 110]", 0.1),  # 30 days before that day
        ("month", "[2025-09-30, 100], [2025-11-01, 1], [2026-10-31, 110]", None),  # 31 days
        ("month", "[2026-09-30, 100], [2026-10-31, 110]", None),
        ("month", "[2023-02-28, 100], [2024-02-29, 110]", 0.1),
        ("irregular", "[2025-10-31, 100], [2026-10-31, 110]", None),
    ],
)
def test_the_change_of_a_year_is_against_the_last_point_up_to_that_day(
    frequency: str, series: str, change: float | None
) -> None:
    figures = kpi(f"frequency: {frequency}\nseries: [{series}]", "2026-11-16")
    assert figures.change_year == (None if change is None else near(change))


def test_since_is_the_first_day_of_the_present_colour() -> None:
    said = f"{TARGET}\nseries: [[2026-08-01, 1], [2026-09-01, 12], [2026-10-01, 1], [2026-11-01, 2]]"
    assert kpi(said, "2026-11-16").since == date(2026, 10, 1)


PARTS = {
    "north": "cascades_from: {kpi: k, share: 0.5}\ntargets: [{target: 50}]",
    "south": "cascades_from: {kpi: k, share: 0.5}\ntargets: [{target: 42}]",
}


@pytest.mark.parametrize(
    ("rollup", "coverage"),
    [
        ("", 0.92),
        ("rollup: sum", 0.92),
        ("rollup: mean", 0.46),
        ("rollup: weighted", 0.46),
        ("rollup: max", 0.5),
    ],
)
def test_the_targets_of_the_parts_are_held_against_the_whole(rollup: str, coverage: float) -> None:
    said = f"{rollup}\nfrequency: month\ntargets: [{{target: 100}}]"
    assert kpi(said, "2026-11-16", **PARTS).coverage == near(coverage)


def test_a_part_or_whole_without_a_target_leaves_the_coverage_open() -> None:
    assert kpi("targets: [{target: 100}]", "2026-11-16").coverage is None
    assert kpi("rollup: sum", "2026-11-16", **PARTS).coverage is None
    east = {"east": "cascades_from: {kpi: k}"}
    assert kpi("targets: [{target: 100}]", "2026-11-16", **PARTS, **east).coverage is None
