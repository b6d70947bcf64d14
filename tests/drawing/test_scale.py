from __future__ import annotations

import sys
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goalsite.drawing.scale import Plot, date_ticks, extent, month_starts, nice_ticks, shifted

FINITE = st.floats(allow_nan=False, allow_infinity=False)
DAYS = st.dates()
YEAR = date(2026, 1, 1), date(2026, 12, 31)


def plot(low: float = 0, high: float = 10, days: tuple[date, date] = YEAR) -> Plot:
    return Plot((100, 20, 300, 120), days, (low, high))


def test_dates_run_to_the_right_and_values_upwards() -> None:
    assert plot().x(date(2026, 1, 1)) == 100
    assert plot().x(date(2026, 12, 31)) == 300
    assert plot().y(0) == 120
    assert plot().y(10) == 20


def test_what_lies_outside_is_held_at_the_edge() -> None:
    assert plot().x(date(2025, 1, 1)) == 100
    assert plot().x(date(2027, 1, 1)) == 300
    assert plot().y(-1) == 120
    assert plot().y(float("inf")) == 20
    assert not plot().shows(date(2027, 1, 1))


def test_a_single_day_lies_in_the_middle() -> None:
    assert plot(days=(YEAR[0], YEAR[0])).x(YEAR[0]) == 200


@given(st.lists(FINITE, min_size=1), FINITE)
def test_any_finite_values_have_bounds_in_which_they_have_a_height(values: list[float], other: float) -> None:
    low, high = extent(values)
    assert -sys.float_info.max <= low < high <= sys.float_info.max
    assert low <= min(values) <= max(values) <= high
    for value in (*values, other):
        assert 20 <= plot(low, high).y(value) <= 120


def test_values_that_are_all_one_lie_in_the_middle() -> None:
    assert plot(*extent([7.0, 7.0])).y(7.0) == pytest.approx(70)
    assert plot(*extent([0.0])).y(0.0) == pytest.approx(70)
    assert plot(*extent([])).y(0.0) == pytest.approx(70)


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 10, (0, 5, 10)),
        (99.87, 99.99, (99.9, 99.95)),
        (-3, 3, (-2, 0, 2)),
        (0.0, 1.2e8, (0, 5e7, 1e8)),
        (0, 0.1, (0, 0.05, 0.1)),
        (37, 73, (40, 50, 60, 70)),
    ],
)
def test_ticks_are_round_numbers(low: float, high: float, ticks: tuple[float, ...]) -> None:
    assert nice_ticks(low, high) == ticks


@given(FINITE, FINITE)
@example(-1.7976931344300245e308, -1.7976931344550002e308)  # they differ after the twelfth digit
def test_ticks_are_few_finite_and_rise(one: float, other: float) -> None:
    ticks = nice_ticks(min(one, other), max(one, other))
    assert len(ticks) <= 5
    assert list(ticks) == sorted(set(ticks))
    assert all(abs(tick) < float("inf") for tick in ticks)


@pytest.mark.parametrize(
    ("first", "last", "unit", "ticks"),
    [
        ("2026-10-01", "2026-10-05", "day", ["10-01", "10-02", "10-03", "10-04", "10-05"]),
        ("2026-10-01", "2026-10-28", "day", ["10-05", "10-12", "10-19", "10-26"]),
        ("2026-08-03", "2026-11-09", "month", ["09-01", "10-01", "11-01"]),
        ("2025-11-15", "2026-11-15", "month", ["01-01", "04-01", "07-01", "10-01"]),
    ],
)
def test_an_axis_is_divided_by_days_weeks_or_months_as_fits(
    first: str, last: str, unit: str, ticks: list[str]
) -> None:
    found, days = date_ticks(date.fromisoformat(first), date.fromisoformat(last), 5)
    assert (found, [f"{day:%m-%d}" for day in days]) == (unit, ticks)


def test_a_long_axis_is_divided_by_round_years() -> None:
    unit, days = date_ticks(date(1987, 12, 31), date(2023, 12, 31), 5)
    assert (unit, [day.year for day in days]) == ("year", [1990, 2000, 2010, 2020])


@given(DAYS, DAYS, st.integers(2, 8))
def test_the_days_of_an_axis_are_no_more_than_asked_for_and_lie_on_it(
    one: date, other: date, most: int
) -> None:
    first, last = min(one, other), max(one, other)
    _, days = date_ticks(first, last, most)
    assert len(days) <= most
    assert all(first <= day <= last for day in days)


@given(DAYS, DAYS)
def test_months_begin_on_their_first_day(one: date, other: date) -> None:
    months = month_starts(min(one, other), max(one, other))
    assert len(months) <= 42
    assert all(day.day == 1 and min(one, other) <= day <= max(one, other) for day in months)


def test_a_day_is_not_shifted_beyond_the_calendar() -> None:
    assert shifted(date(2026, 12, 31), 1) == date(2027, 1, 1)
    assert shifted(date.max, 1) == date.max
    assert shifted(date.min, -1) == date.min
