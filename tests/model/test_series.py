from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.periods import Period
from goalsite.model.records import Point
from tests.authored import goal, read, read_kpi

SEPTEMBER = Period(date(2026, 9, 1), date(2026, 9, 30))


@pytest.mark.parametrize(
    ("written", "day", "period"),
    [
        ("2026-10-05", date(2026, 10, 5), False),
        ("2026-09", date(2026, 9, 30), True),
        ("2026-Q3", date(2026, 9, 30), True),
        ("2026-H1", date(2026, 6, 30), True),
        ("2026", date(2026, 12, 31), True),
        ("2026-W41", date(2026, 10, 11), True),
    ],
)
def test_a_period_stands_for_its_last_day(written: str, day: date, period: bool) -> None:
    for front, csv in ((f"series: [[{written}, 1]]", ""), ("", f"date,value\n{written},1\n")):
        kpi, said = read_kpi(front, csv)
        assert said == []
        assert [(point.date, point.period is not None) for point in kpi.series] == [(day, period)]


def test_periods_are_fiscal_where_cycles_are() -> None:
    files = {
        "config.yaml": "fiscal_year_start: 4\n",
        "goals/kpis/k.md": goal("series: [[2026-Q1, 1], [2026-05, 2]]"),
    }
    assert [point.date for point in read(files).kpi("kpis/k").series] == [
        date(2026, 5, 31),
        date(2026, 6, 30),
    ]


def test_a_day_and_a_period_of_one_date_are_both_kept_the_day_first() -> None:
    kpi, said = read_kpi("series: [[2026-09, 1], [2026-09-30, 2]]")
    assert said == []
    assert kpi.series == (Point(date(2026, 9, 30), 2), Point(date(2026, 9, 30), 1, "", SEPTEMBER))


@pytest.mark.parametrize(
    ("series", "said"),
    [
        ("[[2026-10-05, 1], [2026-10-05, 1]]", "2:28: S023 2026-10-05 has two values, the first in line 2"),
        ("[[2026-09, 1], [2026-09, 2]]", "2:25: S023 2026-09-30 has two values, the first in line 2"),
        (
            "[[2026-09, 1], [2026-Q3, 2]]",
            "2:25: S023 2026-09-30 has the values of two periods that end that day, the first in line 2",
        ),
        ("[[2026-13, 1]]", '2:11: S011 date is "2026-13", no date'),
        ("[[2026-02-31, 1]]", '2:11: S011 date is "2026-02-31", which the calendar does not have'),
        ("[[yesterday, 1]]", '2:11: S011 date is "yesterday", no date'),
        ("[[2026-10-05, many]]", '2:23: S015 value is "many", must be a number'),
        ("[[2026-10-05, .nan]]", '2:23: S015 value is ".nan", must be a number'),
        ("[[2026-10-05]]", "2:10: S002 a point of series is a list, must be [date, value]"),
        ("[[2026-10-05, [1]]]", "2:10: S002 a point of series is a list, must be [date, value]"),
        (
            "[{date: 2026-10-05, value: 1}]",
            "2:10: S002 a point of series is a mapping, must be [date, value]",
        ),
    ],
)
def test_what_is_wrong_with_a_point_is_told_at_its_place(series: str, said: str) -> None:
    assert read_kpi(f"series: {series}")[1] == [f"goals/kpis/k.md:{said}"]


def test_of_a_csv_the_total_and_the_single_values_of_dimensions_are_told_apart() -> None:
    kpi, said = read_kpi(
        "dimensions: [region, plan]",
        """
        date,value,region,plan,note
        2026-10-05,10,,,all
        2026-10-05,6,EU,,
        2026-10-05,4,US,free,
        """,
    )
    assert said == []
    assert kpi.series == (Point(date(2026, 10, 5), 10, "all"),)
    assert kpi.splits == (
        Point(date(2026, 10, 5), 6, split=("EU", "")),
        Point(date(2026, 10, 5), 4, split=("US", "free")),
    )


@pytest.mark.parametrize(
    ("front", "csv", "said"),
    [
        ("", "date,vlaue\n2026-10-05,1\n", '1:6: S039 the series has no column "vlaue"'),
        ("", "date,value,region\n2026-10-05,1,EU\n", '1:12: S039 the series has no column "region"'),
        ("", "date,note\n2026-10-05,x\n", '1:1: S039 the series needs the column "value"'),
        (
            "dimensions: [region]",
            "date,value\n2026-10-05,1\n",
            '1:1: S039 the series needs the column "region"',
        ),
        (
            "",
            "date,value\n2026-10-32,1\n",
            '2:1: S011 date is "2026-10-32", which the calendar does not have',
        ),
        ("", "date,value\n,1\n", '2:1: S011 date is "", no date'),
        ("unit: min", "date,value\n2026-10-05,1 s\n", '2:12: S015 value is "1 s", must be a number in min'),
        (
            "",
            "date,value\n2026-10-05,1\n2026-10-05,2\n",
            "3:1: S023 2026-10-05 has two values, the first in line 2",
        ),
        (
            "dimensions: [region]",
            "date,value,region\n2026-10-05,1,EU\n2026-10-05,2,EU\n",
            "3:1: S023 2026-10-05 has two values, the first in line 2",
        ),
    ],
)
def test_what_is_wrong_with_a_csv_is_told_at_its_row(front: str, csv: str, said: str) -> None:
    assert read_kpi(front, csv)[1] == [f"goals/kpis/k.csv:{said}"]


def test_a_near_column_is_suggested_else_what_to_do() -> None:
    site = read({"goals/kpis/k.md": goal(), "goals/kpis/k.csv": "date,vlaue,region\n"})
    assert site.hints() == [
        'did you mean "value"?',
        "name it under dimensions: in the KPI's file, or remove it",
    ]


def test_a_row_without_a_value_says_nothing_yet() -> None:
    assert read_kpi("", "date,value\n2026-10-05,\n2026-10-06,1\n")[0].series == (Point(date(2026, 10, 6), 1),)


def test_a_broken_csv_is_told_once_and_the_kpi_stays() -> None:
    kpi, said = read_kpi("", "date,value\n2026-10-05\n")
    assert len(said) == 1
    assert kpi.series == ()


@given(st.permutations(["2026-10-05", "2026-09", "2026-08-01", "2025", "2026-W41"]))
def test_points_come_out_by_date_in_whatever_order_they_stand(order: list[str]) -> None:
    kpi, said = read_kpi("", "date,value\n" + "".join(f"{when},1\n" for when in order))
    assert said == []
    assert [point.date.isoformat() for point in kpi.series] == [
        "2025-12-31",
        "2026-08-01",
        "2026-09-30",
        "2026-10-05",
        "2026-10-11",
    ]
