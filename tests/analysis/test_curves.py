"""What a plan expects, and how many days a value lies before or behind it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.analysis.curves import Stairs, day_after, due_days, straight
from goalsite.core.periods import Period
from tests.analysis.authored import key_result, near, value

METRIC = "metric: {baseline: 0, target: 100}"
QUARTER = Period(date(2026, 10, 1), date(2026, 12, 31))


def test_without_a_plan_the_line_goes_straight_to_the_top() -> None:
    assert [straight(QUARTER, 0.7).at(day) for day in (date(2026, 9, 1), *QUARTER)] == [0, 0, 0.7]
    assert straight(QUARTER, 0.7).at(date(2026, 11, 16)) == near(0.7 * 46 / 91)


PLAN = f"{METRIC}, plan: [{{date: 2026-10-31, value: 20}}, {{date: 2026-11-30, value: 80}}]"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-10-01", 0),
        ("2026-10-16", 0.1),  # half of the 30 days to 20
        ("2026-10-31", 0.2),
        ("2026-11-15", 0.5),  # half of the 30 days from 20 to 80
        ("2026-12-31", 1),
    ],
)
def test_a_plan_is_linear_between_its_points_and_both_ends(day: str, expected: float) -> None:
    assert key_result(PLAN, day).expected == near(expected)


def test_a_plan_of_a_falling_metric_is_read_in_progress() -> None:
    said = "metric: {baseline: 14, target: 5}, plan: [{date: 2026-10-31, value: 12.2}]"
    assert key_result(said, "2026-10-31").expected == near(0.2)


def test_a_plan_of_levels_is_read_as_its_values_are() -> None:
    said = (
        "metric: {baseline: 0, levels: {commit: 30, target: 70, stretch: 100}}, "
        "plan: [{date: 2026-10-31, value: 15}]"
    )
    assert key_result(said, "2026-10-31").expected == near(0.15)
    assert key_result(said, "2026-12-31").expected == near(0.7)


def test_a_plan_of_zones_names_them() -> None:
    said = "zones: {commit: A, target: B, stretch: C}, plan: [{date: 2026-10-31, value: commit}]"
    assert key_result(said, "2026-10-31").expected == near(0.3)


def test_a_plan_that_reaches_both_ends_is_taken_as_it_is() -> None:
    said = f"{METRIC}, plan: [{{date: 2026-10-01, value: 10}}, {{date: 2026-12-31, value: 90}}]"
    assert [key_result(said, day).expected for day in ("2026-10-01", "2026-12-31")] == [0.1, 0.9]


@pytest.mark.parametrize(
    ("reached", "days"),
    [
        (50, 0),  # just as planned
        (20, 15),  # expected on 10-31
        (10, 30),  # expected on 10-16
        (0, 45),  # expected on the first day
        (80, -15),  # expected on 11-30
        (90, -30.5),  # half of the 31 days from 80 to 100
        (100, -46),
    ],
)
def test_days_behind_is_counted_to_the_day_that_expects_as_much(reached: int, days: float) -> None:
    assert key_result(f"{PLAN}, {value('2026-11-15', reached)}", "2026-11-15").days_behind == near(days)


FLAT = f"{METRIC}, plan: [{{date: 2026-10-21, value: 40}}, {{date: 2026-11-20, value: 40}}]"


def test_on_a_flat_stretch_behind_counts_from_its_last_day_and_ahead_from_its_first() -> None:
    behind = key_result(f"{FLAT}, {value('2026-11-30', 40)}", "2026-11-30")
    ahead = key_result(f"{FLAT}, {value('2026-10-11', 40)}", "2026-10-11")
    assert (behind.days_behind, ahead.days_behind) == (10, -10)


def test_ahead_counts_at_most_to_the_end_of_the_window() -> None:
    said = f"{METRIC}, plan: [{{date: 2026-12-31, value: 50}}], {value('2026-12-01', 90)}"
    assert key_result(said, "2026-12-01").days_behind == -30


def test_days_behind_belongs_to_the_day_of_the_value() -> None:
    assert key_result(f"{METRIC}, {value('2026-10-31', 30)}", "2026-11-16").days_behind == near(30 - 0.3 * 91)


MILESTONES = (
    "milestones: [{title: Plan, due: 2026-10-10, done: %s}, {title: Build, due: 2026-11-10, done: %s}, "
    "{title: Ship, due: 2026-12-10, done: %s}]"
)


@pytest.mark.parametrize(
    ("done", "days"),
    [
        (("2026-10-09", "2026-11-09", "null"), 0),
        (("2026-10-09", "null", "null"), 10),  # until 11-10 one of three was enough
        (("null", "null", "null"), 41),
        (("2026-10-09", "2026-11-09", "2026-11-19"), -21),  # all three are expected from 12-11 on
    ],
)
def test_milestones_are_behind_since_the_last_day_that_expected_as_many(
    done: tuple[str, ...], days: float
) -> None:
    assert key_result(MILESTONES % done, "2026-11-20").days_behind == days


@pytest.mark.parametrize("measure", ["maintain: {min: 1}", "binary: {}"])
def test_maintain_and_binary_have_no_days_behind(measure: str) -> None:
    reported = "checkins: [{date: 2026-11-10, status: at_risk}]"
    values = value("2026-11-10", 5) if "maintain" in measure else reported
    assert key_result(f"{measure}, {values}", "2026-11-16").days_behind is None


@pytest.mark.parametrize(
    ("said", "as_of", "head"),
    [
        (METRIC, "2026-11-16", ""),
        (f"{METRIC}, {value('2026-09-01', 5)}", "2026-09-30", ""),
        (f"{METRIC}, {value('2026-11-01', 5)}", "2027-01-01", ""),
        (f"{METRIC}, {value('2026-11-01', 5)}", "2026-11-16", "status: closed"),
        (MILESTONES % (("null",) * 3), "2027-01-01", ""),
    ],
    ids=["no value", "before the start", "after the end", "closed", "milestones after the end"],
)
def test_days_behind_is_null_where_nobody_can_catch_up(said: str, as_of: str, head: str) -> None:
    assert key_result(said, as_of, head).days_behind is None


def test_due_days_are_floored() -> None:
    window = Period(date(2026, 10, 1), date(2026, 10, 11))
    assert [(day - window.start).days for day in due_days(3, window)] == [3, 6, 10]


def test_the_calendars_last_day_has_no_day_after_it() -> None:
    assert (day_after(date(2026, 12, 31)), day_after(date.max)) == (date(2027, 1, 1), date.max)


rising = st.lists(
    st.tuples(st.dates(*QUARTER), st.floats(0, 1)), max_size=6, unique_by=lambda point: point[0]
).map(lambda points: tuple(zip(sorted(p[0] for p in points), sorted(p[1] for p in points), strict=True)))


@given(rising, st.dates(*QUARTER), st.floats(0, 1))
def test_days_behind_has_the_sign_of_what_is_missing_and_stays_inside_the_window(
    plan: tuple[tuple[date, float], ...], day: date, progress: float
) -> None:
    line = straight(QUARTER, 1.0, plan)
    days = line.days_behind(progress, day)
    missing = line.at(day) - progress
    assert days == 0 if abs(missing) <= 1e-9 else days * missing >= 0
    assert -(QUARTER.end - day).days - 1e-6 <= days <= (day - QUARTER.start).days + 1e-6


@given(rising, st.dates(*QUARTER))
def test_a_rising_plan_never_expects_less_later(plan: tuple[tuple[date, float], ...], day: date) -> None:
    line = straight(QUARTER, 1.0, plan)
    assert 0 <= line.at(day) <= line.at(min(QUARTER.end, day_after(day))) + 1e-12 <= 1 + 1e-9


@given(
    st.lists(st.tuples(st.dates(*QUARTER), st.floats(0.01, 1)), min_size=1, max_size=5), st.dates(*QUARTER)
)
def test_stairs_are_level_where_the_plan_is_met(steps: list[tuple[date, float]], day: date) -> None:
    stairs = Stairs(QUARTER, tuple(sorted(steps)))
    assert stairs.days_behind(stairs.at(day), day) == 0
