"""Which values have slipped."""

from __future__ import annotations

from tests.lint.objectives import PATH, conversion, objective
from tests.lint.told import told


def of_kpi(*rows: str, front: str = "title: K") -> list[str]:
    csv = "date,value\n" + "".join(f"{row}\n" for row in rows)
    return told({"goals/kpis/k.md": f"---\n{front}\n---\n", "goals/kpis/k.csv": csv}, "R210")


def test_the_first_value_is_held_against_the_baseline() -> None:
    rows = ("date: 2026-10-05, value: 5.3", "date: 2026-10-12, value: 54")
    (one,) = told(objective(conversion(*rows)), "R210")
    assert one == f"{PATH}:9:35: the value 5.3 is about 1/10 of its neighbours 52 and 54"


def test_a_share_among_percents_is_a_hundredth() -> None:
    (one,) = of_kpi("2026-08,99.1", "2026-09,0.992", "2026-10,99.3")
    assert "0.992 is about 1/100 of its neighbours 99.1 and 99.3" in one


def test_full_width_and_chinese_numbers_are_read_first() -> None:
    (one,) = of_kpi("2026-08,1.2万", "2026-09,12.5万", "2026-10,1.3万")
    assert "125000 is about ten times its neighbours 12000 and 13000" in one


def test_a_column_of_a_split_is_a_series_of_its_own() -> None:
    csv = "date,value,region\n2026-08,1200,north\n2026-08,12,south\n2026-09,1210,north\n2026-09,125,south\n"
    csv += "2026-10,1190,north\n2026-10,13,south\n"
    files = {"goals/kpis/k.md": "---\ntitle: K\ndimensions: [region]\n---\n", "goals/kpis/k.csv": csv}
    (one,) = told(files, "R210")
    assert one.startswith("goals/kpis/k.csv:5:1: the value 125")


def test_the_running_period_is_not_whole_yet() -> None:
    assert of_kpi("2026-08,1200", "2026-09,1190", "2026-10,1210", "2026-11,118") == []
    daily = ("2026-08-31,1200", "2026-09-30,1190", "2026-10-31,1210", "2026-11-03,118")
    assert of_kpi(*daily, front="title: K\naggregate: sum\nfrequency: month") == []
    assert len(of_kpi(*daily)) == 1


def test_a_new_year_of_a_year_to_date_series_is_no_slip() -> None:
    front = "title: K\ntargets: [{period: 2025, target: 120}, {period: 2026, target: 120}]"
    assert of_kpi("2025-10,90", "2025-11,95", "2025-12,100", "2026-01,9.5", front=front) == []


def test_reaching_the_target_at_one_go_is_no_slip() -> None:
    result = "- {id: a, title: A, metric: {baseline: 1000, target: 50}, checkins: [%s]}"
    rows = "{date: 2026-10-05, value: 990}, {date: 2026-10-12, value: 970}, {date: 2026-10-19, value: 960}"
    assert told(objective(result % f"{rows}, {{date: 2026-10-26, value: 96}}"), "R210") == []
