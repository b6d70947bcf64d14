"""A KPI's values as tables."""

from __future__ import annotations

from goalsite.pages.kpi_tables import data_table, split_tables
from tests.pages.desks import desk_of, one_kpi


def test_the_latest_point_stands_first_with_colour_and_note() -> None:
    desk = desk_of(
        one_kpi(
            "unit: s\ntargets: [{from: 2026-10-01, target: 3}]\n"
            "series: [[2026-09-30, 2], [2026-10-31, 4, late]]"
        )
    )
    table = data_table(desk, desk.kpis["kpis/speed"], desk.analysis.kpis["kpis/speed"])
    assert table is not None
    assert [column.text for column in table.columns] == ["Date", "Value (s)", "Health", "Note"]
    assert table.rows == (("31 Oct 2026", "4", "green", "late"), ("30 Sep 2026", "2", "no target", ""))


def test_a_long_series_shows_the_latest_and_says_how_many_there_are() -> None:
    rows = "".join(f"{year}-{month:02},{month}\n" for year in range(2000, 2026) for month in range(1, 13))
    desk = desk_of(one_kpi("frequency: month", **{"goals/kpis/speed.csv": "date,value\n" + rows}))
    table = data_table(desk, desk.kpis["kpis/speed"], desk.analysis.kpis["kpis/speed"])
    assert table is not None
    assert len(table.rows) == 200
    assert table.caption == "The latest 200 of 312 values; all are in goals.json"


def test_rows_that_give_the_same_dimensions_share_a_table() -> None:
    csv = (
        "date,value,region,plan\n"
        "2026-10-31,9,,\n2026-10-31,5,asia,\n2026-10-31,4,asia,pro\n2026-11-30,1,asia,pro\n"
    )
    desk = desk_of(one_kpi("dimensions: [region, plan]", **{"goals/kpis/speed.csv": csv}))
    tables = split_tables(desk, desk.kpis["kpis/speed"])
    assert [(table.caption, table.rows) for table in tables] == [
        ("Latest values by region", (("asia", "5", "31 Oct 2026"),)),
        ("Latest values by region and plan", (("asia", "pro", "4", "31 Oct 2026"),)),
    ]
