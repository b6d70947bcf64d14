from __future__ import annotations

from typing import Any

from goalsite.core.config import Outputs
from goalsite.core.values import replace
from goalsite.pages.desk import Desk
from goalsite.pages.elements import site_href
from goalsite.pages.site import site_pages
from goalsite.pages.table_sets import csv_path, table_sets, xlsx_path
from goalsite.pages.table_views import TableSet
from tests.pages.desks import desk_of
from tests.pages.goal_files import kpi, objective, result

FILES = {
    "goals/team.md": "---\ntitle: Acme\n---\n",
    "goals/labs/team.md": "---\ntitle: Platform\n---\n",
    "goals/labs/2026-Q4/fast.md": objective("Fast", result("r"), head="id: fast"),
    "goals/2026-Q3/old.md": objective("Old", head="id: old"),
    "goals/labs/kpis/uptime.md": kpi("Uptime", "series: [[2026-11-01, 1]]"),
}


def with_outputs(desk: Desk, **outputs: Any) -> Desk:
    return replace(desk, config=replace(desk.config, outputs=replace(Outputs(), **outputs)))


def offered(desk: Desk) -> set[str]:
    """The hrefs of the tables that pages link."""
    return {it.href for page, _ in site_pages(desk) for it in getattr(page, "downloads", ())}


def all_tables(desk: Desk) -> list[TableSet]:
    return [tables for _, make in table_sets(desk) if (tables := make())]


def made(desk: Desk) -> set[str]:
    """The hrefs of the tables that are made."""
    return {
        site_href(path)
        for tables in all_tables(desk)
        for path in (xlsx_path(tables.path), *(csv_path(tables.path, one.key) for one in tables.sheets))
    }


def test_every_table_that_a_page_offers_is_made_and_none_beside() -> None:
    desk = with_outputs(desk_of(FILES), goal_tables=True)
    assert offered(desk) == made(desk) != set()


def test_a_page_offers_its_tables_by_name_and_names_the_files_on_a_disk() -> None:
    desk = desk_of(FILES)
    page = next(page for page, frame in site_pages(desk) if frame.path == "teams/labs/_/cycles/2026-Q4/")
    assert [(it.text, it.note) for it in getattr(page, "downloads", ())] == [
        ("Objectives (CSV)", "labs-2026-Q4-objectives.csv"),
        ("Key results (CSV)", "labs-2026-Q4-key-results.csv"),
        ("Workbook (XLSX)", "labs-2026-Q4.xlsx"),
    ]


def test_a_site_without_tables_offers_none() -> None:
    desk = with_outputs(desk_of(FILES), tables=False, goal_tables=True)
    assert offered(desk) == made(desk) == set()


def test_a_row_is_as_long_as_there_are_columns_in_each_table() -> None:
    desk = with_outputs(desk_of(FILES), goal_tables=True)
    sheets = [sheet for tables in all_tables(desk) for sheet in tables.sheets]
    assert all(len(row) == len(sheet.columns) for sheet in sheets for row in sheet.rows)
    assert {sheet.key for sheet in sheets} >= {"objectives", "key-results", "kpis", "units", "values"}
