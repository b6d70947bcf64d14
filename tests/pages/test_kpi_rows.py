"""A KPI in one line of a list."""

from __future__ import annotations

from goalsite.pages.kpi_rows import kpi_row
from tests.pages.desks import desk_of, one_kpi


def test_the_row_tells_value_target_colour_and_course() -> None:
    front = """
    title: Speed
    unit: s
    direction: lower
    owner: sam
    frequency: month
    targets: [{from: 2026-01-01, target: 3, red: 5}]
    series: [[2026-08-31, 8], [2026-09-30, 6], [2026-10-31, 4]]
    """
    desk = desk_of(one_kpi(front))
    row = kpi_row(desk, desk.kpis["kpis/speed"], "guarded")
    assert row.value is not None
    assert row.target is not None
    assert (row.value.text, row.target.text, row.health.key) == ("4\u00a0s", "3\u00a0s", "amber")
    assert (row.since, row.date, row.frequency, row.role) == (
        "since 31 Oct 2026",
        "31 Oct 2026",
        "every month",
        "guarded",
    )
    assert row.health.meaning == "It is 4\u00a0s; the target is 3\u00a0s, the red line 5\u00a0s."
    assert row.change is not None
    assert row.change.text == "−33%"
    assert row.trend is not None
    assert row.trend.word == "getting better"
    assert row.spark is not None
    assert "8\u00a0s on 31 Aug 2026, 4\u00a0s on 31 Oct 2026" in row.spark.markup


def test_a_kpi_without_anything_is_a_row_all_the_same() -> None:
    desk = desk_of(one_kpi("title: Speed"))
    row = kpi_row(desk, desk.kpis["kpis/speed"])
    assert (row.health.key, row.value, row.target, row.since, row.spark) == ("no_data", None, None, "", None)


def test_grey_health_has_no_since() -> None:
    desk = desk_of(one_kpi("frequency: week\nseries: [[2026-01-05, 4]]"))
    row = kpi_row(desk, desk.kpis["kpis/speed"])
    assert (row.health.key, row.since) == ("stale", "")
