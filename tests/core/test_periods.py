from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.periods import (
    DAY,
    FiscalYear,
    Period,
    a_year_before,
    calendar_period,
    clipped,
    days_of,
    known_period,
    merged,
    months_from,
    periods_in,
    within_any,
    working_days,
)

CALENDAR = FiscalYear()
APRIL = FiscalYear(4)
APRIL_BY_END = FiscalYear(4, "end")
RHYTHMS = ("day", "week", "xun", "month", "quarter", "year")
fiscal_years = st.builds(FiscalYear, st.integers(1, 12), st.sampled_from(("start", "end")))


def period(start: str, end: str) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-H1", "2026-01-01", "2026-06-30"),
        ("2026-H2", "2026-07-01", "2026-12-31"),
        ("2026-T2", "2026-05-01", "2026-08-31"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
        ("2026-B5", "2026-09-01", "2026-10-31"),
        ("2026-10", "2026-10-01", "2026-10-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-W41", "2026-10-05", "2026-10-11"),
        ("2026-W01", "2025-12-29", "2026-01-04"),
        ("2026-W53", "2026-12-28", "2027-01-03"),
    ],
)
def test_a_known_name_is_a_period_inclusive_at_both_ends(name: str, start: str, end: str) -> None:
    assert known_period(name, CALENDAR) == period(start, end)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "26",
        "2026-Q5",
        "2026-Q0",
        "2026-H3",
        "2026-T4",
        "2026-B7",
        "2026-13",
        "2026-00",
        "2026-1",
        "2026-W00",
        "2025-W53",
        "2026-W54",
        "2026-W1",
        "2026-q4",
        "2026 Q4",
        "Q4-2026",
        "2026-Q4 ",
        "2026-Q4\n",
        "２０２６",
        "0000",
        "FY2026",
    ],
)
def test_any_other_name_is_not_known(name: str) -> None:
    assert known_period(name, CALENDAR) is None


@pytest.mark.parametrize(
    ("name", "fiscal", "start", "end"),
    [
        ("2026", APRIL, "2026-04-01", "2027-03-31"),
        ("2026-Q1", APRIL, "2026-04-01", "2026-06-30"),
        ("2027-Q1", APRIL_BY_END, "2026-04-01", "2026-06-30"),
        ("2026-Q4", APRIL, "2027-01-01", "2027-03-31"),
        ("2026-H2", APRIL, "2026-10-01", "2027-03-31"),
        ("2026-T3", APRIL, "2026-12-01", "2027-03-31"),
        ("2026-10", APRIL, "2026-10-01", "2026-10-31"),
        ("2026-B5", APRIL, "2026-09-01", "2026-10-31"),
        ("2026-W41", APRIL, "2026-10-05", "2026-10-11"),
        ("2026-Q1", FiscalYear(1, "end"), "2026-01-01", "2026-03-31"),
    ],
)
def test_a_fiscal_year_shifts_years_halves_thirds_and_quarters_alone(
    name: str, fiscal: FiscalYear, start: str, end: str
) -> None:
    assert known_period(name, fiscal) == period(start, end)


@given(fiscal_years, st.integers(1900, 2100))
def test_quarters_halves_and_thirds_make_up_their_year(fiscal: FiscalYear, year: int) -> None:
    whole = known_period(str(year), fiscal)
    assert whole is not None
    for letter, count in (("Q", 4), ("H", 2), ("T", 3)):
        parts = [known_period(f"{year}-{letter}{part}", fiscal) for part in range(1, count + 1)]
        assert [part.start for part in parts if part] == [whole.start] + [
            p.end + DAY for p in parts[:-1] if p
        ]
        assert parts[-1] is not None
        assert parts[-1].end == whole.end


@given(st.dates(), st.sampled_from(RHYTHMS), fiscal_years)
def test_every_day_lies_in_one_calendar_period_of_a_rhythm(
    day: date, rhythm: str, fiscal: FiscalYear
) -> None:
    found = calendar_period(rhythm, day, fiscal)
    assert found is not None
    assert day in found
    assert calendar_period(rhythm, found.start, fiscal) == found
    assert calendar_period(rhythm, found.end, fiscal) == found


@given(st.dates(), st.integers(0, 400), st.sampled_from(RHYTHMS))
def test_the_periods_in_a_window_follow_each_other_and_cover_it(day: date, days: int, rhythm: str) -> None:
    end = day + timedelta(days=min(days, (date.max - day).days))
    window = Period(day, end)
    periods = list(periods_in(rhythm, window))
    assert sum(clipped(one, window).days for one in periods) == window.days
    assert all(after.start == before.end + DAY for before, after in itertools.pairwise(periods))


@pytest.mark.parametrize("rhythm", ["10d", "end", "irregular"])
def test_what_the_calendar_does_not_have_makes_no_periods(rhythm: str) -> None:
    window = period("2026-10-01", "2026-12-31")
    assert calendar_period(rhythm, window.start) is None
    assert list(periods_in(rhythm, window)) == []


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        ("2026-10-10", "2026-10-01", "2026-10-10"),
        ("2026-10-11", "2026-10-11", "2026-10-20"),
        ("2026-10-31", "2026-10-21", "2026-10-31"),
        ("2026-02-25", "2026-02-21", "2026-02-28"),
    ],
)
def test_a_xun_is_a_third_of_a_month(day: str, start: str, end: str) -> None:
    assert calendar_period("xun", date.fromisoformat(day)) == period(start, end)


@pytest.mark.parametrize(
    ("rhythm", "days"),
    [
        ("day", 1),
        ("week", 7),
        ("xun", 10),
        ("month", 30),
        ("quarter", 91),
        ("year", 365),
        ("10d", 10),
        ("6m", 180),
        ("5y", 1825),
        ("end", None),
        ("irregular", None),
        ("0d", None),
        ("-1d", None),
        ("100000d", None),
        ("1w", None),
        ("", None),
    ],
)
def test_a_rhythm_has_a_length_in_days(rhythm: str, days: int | None) -> None:
    assert days_of(rhythm) == days


def test_the_elapsed_share_runs_from_0_at_the_start_to_1_at_the_end() -> None:
    quarter = period("2026-10-01", "2026-12-31")
    assert [
        quarter.elapsed(day) for day in (date(2026, 9, 1), quarter.start, quarter.end, date(2027, 1, 1))
    ] == [
        0,
        0,
        1,
        1,
    ]
    assert quarter.elapsed(date(2026, 11, 16)) == pytest.approx(46 / 91)


def test_a_window_of_one_day_has_elapsed_from_that_day_on() -> None:
    window = period("2026-10-05", "2026-10-05")
    assert window.days == 1
    assert window.elapsed(date(2026, 10, 4)) == 0
    assert window.elapsed(date(2026, 10, 5)) == 1


def test_a_period_covers_what_lies_wholly_in_it() -> None:
    year, quarter = period("2026-01-01", "2026-12-31"), period("2026-10-01", "2026-12-31")
    assert year.covers(quarter)
    assert not quarter.covers(year)
    assert "2026-10-05" not in year


def test_months_are_cut_off_where_the_years_end() -> None:
    assert months_from(9999, 11, 6) == period("9999-11-01", "9999-12-31")
    assert months_from(0, 11, 6) == period("0001-01-01", "0001-04-30")
    with pytest.raises(ValueError, match="year"):
        months_from(0, 1, 12)


@given(st.dates())
def test_a_year_before_is_the_same_day_but_for_the_leap_day(day: date) -> None:
    before = a_year_before(day)
    if day.year == 1:
        assert before == date.min
    elif (day.month, day.day) == (2, 29):
        assert before == date(day.year - 1, 2, 28)
    else:
        assert before == day.replace(year=day.year - 1)


HOLIDAYS = (period("2026-12-28", "2026-12-31"), period("2026-12-24", "2026-12-27"))


@pytest.mark.parametrize(
    ("start", "end", "within"),
    [
        ("2026-12-24", "2026-12-27", True),
        ("2026-12-25", "2026-12-30", True),
        ("2026-12-23", "2026-12-24", False),
        ("2026-12-30", "2027-01-01", False),
    ],
)
def test_a_period_is_a_holiday_if_each_of_its_days_is(start: str, end: str, within: bool) -> None:
    assert within_any(period(start, end), HOLIDAYS) is within
    assert not within_any(period(start, end), ())


@given(
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.lists(
        st.builds(
            lambda start, days: Period(start, start + timedelta(days=days)),
            st.dates(date(2026, 1, 1), date(2026, 12, 31)),
            st.integers(0, 40),
        ),
        max_size=4,
    ),
)
def test_working_days_are_those_after_a_day_that_are_no_holiday(
    after: date, until: date, holidays: list[Period]
) -> None:
    days = [after + timedelta(days=n) for n in range(1, max(0, (until - after).days) + 1)]
    expected = [day for day in days if not any(day in holiday for holiday in holidays)]
    assert working_days(after, until, holidays) == len(expected)


def test_working_days_are_counted_up_to_the_last_day_there_is() -> None:
    holidays = (period("9999-12-01", "9999-12-31"), period("9999-12-20", "9999-12-31"))
    assert working_days(date(9999, 11, 29), date.max, holidays) == 1
    assert working_days(date.max, date.max, holidays) == 0


def test_holidays_that_overlap_or_adjoin_are_one() -> None:
    winter, spring = period("2026-12-24", "2026-12-31"), period("2027-04-01", "2027-04-02")
    assert merged((spring, *HOLIDAYS, period("2026-12-26", "2026-12-27"))) == (winter, spring)
    assert merged(()) == ()
