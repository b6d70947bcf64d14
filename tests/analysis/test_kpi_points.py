"""The points of a KPI: its series, the roll-up of its children, its formula."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.analysis.figures import KpiFigures
from goalsite.analysis.kpi_points import AGGREGATES, running
from tests.analysis.authored import analysed, figured, kpi, near


def points(figures: KpiFigures) -> list[tuple[str, float]]:
    return [(point.date.isoformat(), point.value) for point in figures.points]


def test_a_series_has_its_points_up_to_as_of() -> None:
    said = "series: [[2026-10-05, 1], [2026-11-16, 2], [2026-11-17, 3]]"
    assert points(kpi(said, "2026-11-16")) == [("2026-10-05", 1), ("2026-11-16", 2)]


def test_a_period_stands_for_its_last_day_and_while_it_runs_for_as_of() -> None:
    said = "series: [[2026-09, 50], [2026-Q4, 10], [2027, 7]]"
    assert points(kpi(said, "2026-11-16")) == [("2026-09-30", 50), ("2026-11-16", 10)]
    assert points(kpi(said, "2026-12-31")) == [("2026-09-30", 50), ("2026-12-31", 10)]


def test_a_day_beats_a_period_of_its_date() -> None:
    said = "series: [[2026-10-31, 3], [2026-10, 50]]"
    assert points(kpi(said, "2026-11-16")) == [("2026-10-31", 3)]


def test_fiscal_periods_are_those_of_the_site() -> None:
    said = "series: [[2026-Q1, 3]]"
    assert points(kpi(said, "2026-11-16", "fiscal_year_start: 4")) == [("2026-06-30", 3)]


CHILDREN = {
    "a": "aggregate: sum\ncascades_from: {kpi: k, share: 40%}\n"
    "series: [[2026-10-03, 5], [2026-10-20, 5], [2026-11-02, 1]]",
    "b": "aggregate: mean\ncascades_from: {kpi: k, share: 0.1}\nseries: [[2026-10-04, 20], [2026-10-08, 40]]",
}


@pytest.mark.parametrize(
    ("rollup", "value"),
    [("sum", 40), ("mean", 20), ("min", 10), ("max", 30), ("weighted", (0.4 * 10 + 0.1 * 30) / 0.5)],
)
def test_a_rollup_joins_what_its_children_make_of_each_period(rollup: str, value: float) -> None:
    figures = kpi(f"frequency: month\nrollup: {rollup}", "2026-11-16", **CHILDREN)
    assert points(figures) == [("2026-10-31", near(value))]  # b has nothing in November
    assert figures.children == ("kpis/a", "kpis/b")


def test_a_running_period_of_a_rollup_is_dated_as_of() -> None:
    both = {**CHILDREN, "b": CHILDREN["b"].replace("]]", "], [2026-11-10, 60]]")}
    figures = kpi("frequency: month\nrollup: sum", "2026-11-16", **both)
    assert points(figures) == [("2026-10-31", 40), ("2026-11-16", 61)]


def test_fiscal_quarters_and_years_are_those_of_the_site() -> None:
    child = {"a": "aggregate: sum\ncascades_from: k\nseries: [[2026-04-10, 1], [2026-05-10, 2]]"}
    child["a"] = child["a"].replace("cascades_from: k", "cascades_from: {kpi: k}")
    said = "frequency: quarter\nrollup: sum"
    assert points(kpi(said, "2026-11-16", **child)) == [("2026-06-30", 3)]
    assert points(kpi(said, "2026-11-16", "fiscal_year_start: 5", **child)) == [
        ("2026-04-30", 1),
        ("2026-07-31", 2),
    ]


@pytest.mark.parametrize("frequency", ["", "frequency: irregular", "frequency: 10d"])
def test_without_calendar_periods_dates_are_joined(frequency: str) -> None:
    others = {
        "a": "cascades_from: {kpi: k}\nseries: [[2026-10-03, 5], [2026-10-20, 6]]",
        "b": "cascades_from: {kpi: k}\nseries: [[2026-10-03, 1], [2026-10-21, 2]]",
    }
    assert points(kpi(f"rollup: sum\n{frequency}", "2026-11-16", **others)) == [("2026-10-03", 6)]


def test_its_own_series_comes_before_a_rollup() -> None:
    figures = kpi("rollup: sum\nfrequency: month\nseries: [[2026-10-01, 9]]", "2026-11-16", **CHILDREN)
    assert points(figures) == [("2026-10-01", 9)]


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("orders / visits", 0.25),
        ("orders + visits * 2", 90),
        ("( orders + visits ) * 2", 100),
        ("visits - orders - 5", 25),
        ("1e2 * orders / ( orders + visits )", 20),
        ("[[kpis/orders]] * 3", 30),
    ],
)
def test_a_formula_is_reckoned_as_it_reads(formula: str, value: float) -> None:
    others = {"orders": "series: [[2026-10-01, 10]]", "visits": "series: [[2026-10-01, 40]]"}
    assert points(kpi(f'formula: "{formula}"', "2026-11-16", **others)) == [("2026-10-01", near(value))]


def test_where_a_formula_divides_by_zero_or_grows_beyond_numbers_it_has_no_value() -> None:
    orders = {"orders": "series: [[2026-10-01, 10], [2026-10-02, 30]]"}
    assert points(kpi('formula: "1 / ( orders - 10 )"', "2026-11-16", **orders)) == [
        ("2026-10-02", near(1 / 20))
    ]
    assert points(kpi('formula: "orders * 1e300 * 1e300"', "2026-11-16", **orders)) == []


def test_a_formula_with_an_unknown_part_has_no_values() -> None:
    files = {
        "goals/kpis/orders.md": "---\nseries: [[2026-10-01, 4]]\n---\n",
        "goals/kpis/share.md": "---\nformula: orders / visits\nfrequency: month\n---\n",
    }
    assert figured(files, "2026-11-16").kpis["kpis/share"].health == "no_data"


def test_formulas_may_read_formulas() -> None:
    others = {"a": "series: [[2026-10-01, 2]]", "b": 'formula: "a * a"'}
    assert points(kpi('formula: "b + a"', "2026-11-16", **others)) == [("2026-10-01", 6)]


def test_the_total_of_a_split_series_is_its_rows_without_dimensions() -> None:
    files = {
        "goals/kpis/k.md": "---\ntitle: K\ndimensions: [region]\n---\n",
        "goals/kpis/k.csv": "date,value,region\n2026-10-01,5,\n2026-10-01,2,north\n",
    }
    (point,) = analysed(files, "2026-11-16").kpis["kpis/k"].points
    assert (point.date, point.value) == (date(2026, 10, 1), 5)


@given(st.sampled_from(sorted(AGGREGATES)), st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=12))
def test_a_running_aggregate_is_that_of_each_beginning(aggregate: str, values: list[float]) -> None:
    join = AGGREGATES[aggregate]
    assert running(aggregate, values) == [join(values[: at + 1]) for at in range(len(values))]
