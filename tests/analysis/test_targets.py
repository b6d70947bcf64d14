"""A KPI's points held against the target of their day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.analysis.targets import Schedule, trend
from goalsite.core.periods import Period
from goalsite.model.records import Target
from tests.analysis.authored import kpi, near


def color(said: str, value: float) -> str:
    return kpi(f"{said}\nseries: [[2026-11-02, {value}]]", "2026-11-16").health


@pytest.mark.parametrize(
    ("value", "health"), [(101, "green"), (100, "green"), (99.9, "amber"), (90, "amber"), (89.9, "red")]
)
def test_a_level_is_green_to_its_target_then_amber_to_red(value: float, health: str) -> None:
    assert color("targets: [{target: 100, red: 90}]", value) == health
    assert color("direction: lower\ntargets: [{target: -100, red: -90}]", -value) == health


@pytest.mark.parametrize(("value", "health"), [(100, "green"), (99.9, "red")])
def test_a_level_without_red_knows_no_amber(value: float, health: str) -> None:
    assert color("targets: [{target: 100}]", value) == health


@pytest.mark.parametrize(
    ("value", "health"),
    [(40, "green"), (60, "green"), (39, "amber"), (35, "amber"), (65, "amber"), (34.9, "red"), (65.1, "red")],
)
def test_a_range_is_amber_within_its_tolerance(value: float, health: str) -> None:
    assert color("direction: range\ntargets: [{min: 40, max: 60, tolerance: 5}]", value) == health


@pytest.mark.parametrize(("value", "health"), [(39, "red"), (40, "green"), (9e9, "green")])
def test_a_range_may_be_open(value: float, health: str) -> None:
    assert color("direction: range\ntargets: [{min: 40}]", value) == health


def test_each_point_keeps_the_target_of_its_day() -> None:
    said = (
        "targets: [{from: 2026-10-01, target: 20}, {from: 2026-01-01, target: 10}]\n"
        "series: [[2025-12-31, 15], [2026-09-30, 15], [2026-10-01, 15]]"
    )
    figures = kpi(said, "2026-11-16")
    assert [point.color for point in figures.points] == ["no_target", "green", "red"]
    assert (figures.target, figures.attainment) == (20, near(0.75))


PERIODS = "aggregate: sum\ntargets: [{from: 2026-01-01, target: 1}, {period: 2026, target: 364}%s]\n"


def test_a_period_beats_a_level_and_a_shorter_period_a_longer_one() -> None:
    series = "series: [[2025-12-01, 7], [2026-04-02, 50]]"
    figures = kpi(PERIODS % ", {period: 2026-Q2, target: 90}" + series, "2026-04-10")
    assert (figures.target, figures.total, figures.due) == (90, 50, near(1))
    assert kpi(PERIODS % "" + series, "2026-04-10").target == 364


@pytest.mark.parametrize(
    ("reached", "health"), [(81.9, "green"), (81.8, "amber"), (63.7, "amber"), (63.6, "red")]
)
def test_a_total_is_green_from_9_tenths_of_what_is_due(reached: float, health: str) -> None:
    series = f"series: [[2026-01-01, 1], [2026-04-02, {reached - 1}]]"  # 91 of 364 days
    figures = kpi(PERIODS % "" + series, "2026-04-10")
    assert (figures.total, figures.due, figures.health) == (near(reached), near(91), health)


def test_of_a_total_that_is_to_stay_low_what_is_due_is_divided_by_it() -> None:
    said = PERIODS.replace("aggregate", "direction: lower\naggregate") % ""
    found = [kpi(f"{said}series: [[2026-04-02, {reached}]]", "2026-04-10") for reached in (101, 102, 131)]
    assert [one.health for one in found] == ["green", "amber", "red"]
    assert found[0].attainment == near(364 / 101)


def test_nothing_due_yet_and_nothing_spent_yet_are_green() -> None:
    assert kpi(PERIODS % "" + "series: [[2026-01-01, 0]]", "2026-01-10").health == "green"
    lower = PERIODS.replace("aggregate", "direction: lower\naggregate") % ""
    assert kpi(lower + "series: [[2026-04-02, 0]]", "2026-04-10").health == "green"


def test_a_year_to_date_series_takes_its_last_point_for_the_total() -> None:
    said = "targets: [{period: 2026, target: 364}]\nseries: [[2026-02-01, 40], [2026-04-02, 91]]"
    assert kpi(said, "2026-04-10").total == 91


def test_points_outside_the_period_are_no_part_of_its_total() -> None:
    said = PERIODS % "" + "series: [[2025-12-31, 500], [2026-04-02, 91]]"
    figures = kpi(said, "2026-04-10")
    assert (figures.total, [point.color for point in figures.points]) == (91, ["no_target", "green"])


def test_a_plan_of_a_period_begins_at_0_and_ends_at_its_target() -> None:
    said = "aggregate: sum\ntargets: [{period: 2026, target: 1200, plan: [{date: 2026-06-30, value: 300}]}]\n"
    due = [
        kpi(f"{said}series: [[{day}, 1]]", "2027-01-10").due
        for day in ("2026-01-01", "2026-04-01", "2026-06-30", "2026-09-30", "2026-12-31")
    ]
    assert due == near([0, 300 * 90 / 180, 300, 300 + 900 * 92 / 184, 1200])


def test_bounds_of_totals_are_settings() -> None:
    said = PERIODS % "" + "series: [[2026-04-02, 80]]"
    assert kpi(said, "2026-04-10").health == "amber"
    assert kpi(said, "2026-04-10", "pace: {on_track: 0.8}").health == "green"


@pytest.mark.parametrize(
    ("values", "direction"),
    [
        ([], None),
        ([5], None),
        ([5, 6], "up"),
        ([5, 5], "flat"),
        ([0, 0, 0], "flat"),
        ([100, 101.9], "flat"),  # 1.9 is under 2 % of 100.95
        ([100, 102.1], "up"),
        ([102.1, 100], "down"),
        ([100] * 12 + [110], "flat"),  # most slopes of the last six are 0
        ([900, 1, 2, 3, 4, 5, 6], "up"),  # the seventh last does not count
        ([1, 2, 3, -50, 5, 6], "up"),  # one odd point moves no median
        ([-5, -6], "down"),
    ],
)
def test_the_trend_is_the_median_slope_of_the_last_six_points(
    values: list[float], direction: str | None
) -> None:
    assert trend(values) == direction


_DAYS = st.one_of(
    st.dates(date(2026, 1, 1), date(2026, 1, 20)), st.sampled_from((date.min, date.max, date(9999, 12, 30)))
)
_PERIODS = st.tuples(_DAYS, _DAYS).map(lambda ends: Period(min(ends), max(ends)))
_TARGETS = st.one_of(
    st.builds(Target, period=_PERIODS, target=st.floats(0, 9)),
    st.builds(Target, start=st.none() | _DAYS, target=st.floats(0, 9)),
)


@given(st.lists(_TARGETS, max_size=8), _DAYS)
def test_in_force_is_the_shortest_period_around_a_day_else_the_last_level_up_to_it(
    targets: list[Target], day: date
) -> None:
    around = [one for one in targets if one.period and day in one.period]
    levels = [one for one in targets if not one.period and (one.start or date.min) <= day]
    levels.sort(key=lambda one: one.start or date.min)
    shortest = min(around, key=lambda one: one.period.days if one.period else 0, default=None)
    assert Schedule.of(targets).on(day) is (shortest or (levels[-1] if levels else None))
