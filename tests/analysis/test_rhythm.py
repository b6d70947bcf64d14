"""When nobody looks any more, and how many periods were kept."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.analysis.rhythm import cadence_days, is_silent, rhythm
from goalsite.core.periods import Period, periods_in, within_any
from tests.analysis.authored import key_result, value

QUARTER = Period(date(2026, 10, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("cadence", "days"),
    [
        ("day", 1),
        ("week", 7),
        ("xun", 10),
        ("month", 30),
        ("quarter", 91),
        ("year", 365),
        ("12d", 12),
        ("end", 91),
    ],
)
def test_a_cadence_has_a_length_in_days(cadence: str, days: int) -> None:
    assert cadence_days(cadence, QUARTER) == days


@pytest.mark.parametrize(
    ("cadence", "checked", "last_heard", "silent"),
    [
        ("day", "2026-11-04", "2026-11-05", "2026-11-06"),
        ("week", "2026-10-19", "2026-11-01", "2026-11-02"),  # Monday of W43, Sunday of W44
        ("week", "2026-10-25", "2026-11-01", "2026-11-02"),
        ("xun", "2026-10-11", "2026-10-31", "2026-11-01"),  # 11-20, then 21-31
        ("month", "2026-10-01", "2026-11-30", "2026-12-01"),
        ("10d", "2026-10-19", "2026-11-08", "2026-11-09"),  # 20 and 21 days
    ],
)
def test_silence_begins_after_the_period_that_follows_the_last_check_in(
    cadence: str, checked: str, last_heard: str, silent: str
) -> None:
    said = f"cadence: {cadence}, {value(checked, 0.9)}"
    assert [key_result(said, day).status for day in (last_heard, silent)] == ["on_track", "stale"]


def test_what_is_checked_in_once_at_the_end_is_never_stale() -> None:
    assert key_result(f"cadence: end, {value('2026-10-02', 0.9)}", "2026-12-31").status == "on_track"


HOLIDAYS = "holidays: [{start: 2026-10-24, end: 2026-10-28}, {start: 2026-10-29, end: 2026-11-01}]"


def test_a_week_wholly_of_holidays_does_not_count() -> None:
    said = value("2026-10-19", 0.9)
    days = ("2026-11-02", "2026-11-08", "2026-11-09")
    assert [key_result(said, day, config=HOLIDAYS).status for day in days] == [
        "on_track",
        "on_track",
        "stale",
    ]


def test_a_week_with_one_working_day_counts() -> None:
    config = "holidays: [{start: 2026-10-26, end: 2026-10-31}]"
    assert key_result(value("2026-10-19", 0.9), "2026-11-02", config=config).status == "stale"


def test_of_a_number_of_days_holidays_are_left_out() -> None:
    said = f"cadence: 10d, {value('2026-10-19', 0.9)}"
    days = ("2026-11-17", "2026-11-18")  # nine days of holidays later than without
    assert [key_result(said, day, config=HOLIDAYS).status for day in days] == ["on_track", "stale"]


def test_a_check_in_without_a_value_is_one() -> None:
    said = "checkins: [{date: 2026-10-05, value: 0.9}, {date: 2026-11-10, note: still true}]"
    assert key_result(said, "2026-11-16").status == "on_track"


def test_the_cadence_is_the_key_results_own_else_its_goals_else_the_sites() -> None:
    said = value("2026-10-19", 0.9)
    assert key_result(said, "2026-11-02").status == "stale"
    assert key_result(said, "2026-11-02", config="cadence: month").status == "on_track"
    assert key_result(said, "2026-11-02", "cadence: week", "cadence: month").status == "stale"
    assert key_result(f"cadence: month, {said}", "2026-11-02", "cadence: week").status == "on_track"


def days(*written: str) -> list[date]:
    return [date.fromisoformat(day) for day in written]


def test_only_whole_periods_inside_the_window_that_have_ended_are_due() -> None:
    checkins = days("2026-10-02", "2026-10-05", "2026-10-06", "2026-11-15", "2026-11-16")
    assert rhythm(checkins, "week", QUARTER, date(2026, 11, 16), ()) == (2, 6)  # W41 to W46


def test_a_period_of_holidays_is_not_due() -> None:
    holidays = [Period(date(2026, 10, 5), date(2026, 10, 11))]
    assert rhythm(days("2026-10-06"), "week", QUARTER, date(2026, 11, 16), holidays) == (0, 5)


def test_a_number_of_days_counts_from_the_start() -> None:
    checkins = days("2026-10-10", "2026-10-11")  # one on the last of the first ten days
    assert rhythm(checkins, "10d", QUARTER, date(2026, 10, 29), ()) == (2, 2)
    assert rhythm(checkins, "10d", QUARTER, date(2026, 12, 31), ()) == (2, 9)


def test_once_at_the_end_nothing_is_due() -> None:
    assert rhythm(days("2026-10-10"), "end", QUARTER, date(2026, 12, 31), ()) == (0, 0)


cadences = st.sampled_from(["day", "week", "xun", "month", "quarter", "year", "3d", "10d", "40d", "end"])
some_days = st.lists(st.dates(date(2026, 1, 1), date(2027, 6, 30)), max_size=6)
some_holidays = st.lists(
    st.tuples(st.dates(date(2026, 1, 1), date(2027, 6, 30)), st.integers(0, 40)).map(
        lambda pair: Period(pair[0], pair[0] + timedelta(days=pair[1]))
    ),
    max_size=3,
)


@given(some_days, cadences, st.dates(date(2026, 9, 1), date(2027, 2, 1)), some_holidays)
def test_one_more_check_in_never_silences(
    checkins: list[date], cadence: str, day: date, holidays: list[Period]
) -> None:
    last = max((when for when in checkins if when <= day), default=None)
    assert not is_silent(day, cadence, day, holidays)
    assert not is_silent(last, cadence, day, holidays) or checkins


@given(some_days, cadences, st.dates(*QUARTER), some_holidays)
def test_no_more_periods_are_kept_than_were_due(
    checkins: list[date], cadence: str, judged: date, holidays: list[Period]
) -> None:
    kept, due = rhythm(checkins, cadence, QUARTER, judged, holidays)
    assert 0 <= kept <= due


@given(
    some_days, cadences, st.dates(*QUARTER), st.integers(0, 400), st.dates(date(2026, 9, 1)), some_holidays
)
def test_periods_are_counted_as_if_each_were_looked_at(
    checkins: list[date], cadence: str, start: date, more: int, judged: date, holidays: list[Period]
) -> None:
    window = Period(start, start + timedelta(days=more))
    due = [
        one
        for one in listed(cadence, window)
        if window.covers(one) and one.end <= judged and not within_any(one, holidays)
    ]
    kept = [one for one in due if any(day in one for day in checkins)]
    assert rhythm(checkins, cadence, window, judged, holidays) == (len(kept), len(due))


def listed(cadence: str, window: Period) -> list[Period]:
    """The periods of a cadence that touch the window; those of `10d` count from its start."""
    if cadence == "end" or not cadence.endswith("d"):
        return list(periods_in(cadence, window))
    length = timedelta(days=int(cadence[:-1]))
    starts = [window.start + n * length for n in range(window.days // length.days)]
    return [Period(first, first + length - timedelta(days=1)) for first in starts]


def test_a_window_of_all_the_years_there_are_takes_no_time() -> None:
    always = Period(date.min, date.max)
    checkins = days("0001-01-01", "2026-10-05", "9999-12-31")
    for _ in range(1000):
        assert rhythm(checkins, "day", always, date.max, ()) == (3, 3652059)
        assert rhythm(checkins, "day", always, date.max, [always]) == (0, 0)
        assert not is_silent(date.min, "day", date(2026, 10, 5), [always])
