from __future__ import annotations

import pytest

from goalsite.pages.sentences import (
    cycle_clause,
    kpis_clause,
    results_clause,
    summary,
    units_clause,
    unscored_clause,
    window,
)
from tests.pages.desks import desk_of
from tests.pages.goal_files import kpi, objective, result, said

LEVEL = "targets: [{from: 2026-01-01, target: 9, red: 5}]"


@pytest.mark.parametrize(
    ("as_of", "told"),
    [
        ("2026-09-28", "It starts in 3 days."),
        ("2026-10-01", "Week 1 of 13."),
        ("2026-11-16", "Week 7 of 13."),
        ("2026-12-31", "Week 13 of 13."),
        ("2027-01-01", "It ended on 31 Dec 2026."),
    ],
)
def test_a_quarter_tells_its_week(as_of: str, told: str) -> None:
    desk = desk_of({"goals/2026-Q4/a.md": objective("A")}, as_of)
    clause = cycle_clause(desk, desk.cycles["2026-Q4"])
    assert (clause.text, clause.meaning) == (told, "2026-Q4: 1 Oct – 31 Dec 2026")


def test_a_week_tells_its_day() -> None:
    desk = desk_of({"goals/2026-W47/a.md": objective("A")})
    assert cycle_clause(desk, desk.cycles["2026-W47"]).text == "Day 1 of 7."


def test_in_chinese_a_cycle_is_told_as_its_readers_write_it() -> None:
    desk = desk_of({"goals/2026-Q4/a.md": objective("A")}, language="zh")
    assert cycle_clause(desk, desk.cycles["2026-Q4"]).text == "第7周／共13周。"
    assert window(desk, desk.cycles["2026-Q4"]) == "2026年10月1日至12月31日"


def test_key_results_are_told_with_what_the_number_is_made_of() -> None:
    results = (result("x", "2026-11-16", 60), result("y", "2026-11-16", 100), result("z", "2026-11-16", 1))
    desk = desk_of({"goals/2026-Q4/a.md": objective("A", *results, result("d", more="status: dropped"))})
    (clause,) = results_clause(desk, desk.corpus.objectives)
    assert clause.text == "2 of 3 key results on track."
    assert clause.meaning == "1 achieved, 1 on track and 1 off track"


def test_a_summary_leaves_out_drafts_and_personal_goals() -> None:
    files = {
        "goals/2026-Q4/a.md": objective("A", result("x", "2026-11-16", 60)),
        "goals/2026-Q4/b.md": objective("B", result("x"), head="status: draft"),
        "goals/people/ada/2026-Q4/c.md": objective("C", result("x")),
    }
    desk = desk_of(files)
    assert summary(desk, desk.corpus.objectives) == "1 of 1 key result on track."
    assert results_clause(desk, ()) == ()


def test_units_at_risk_are_counted_and_named() -> None:
    files = {f"goals/{unit}/team.md": f"---\ntitle: {unit.upper()}\n---\n" for unit in ("p", "q")}
    files |= {
        "goals/p/2026-Q4/a.md": objective("A", result("x", "2026-11-16", 1)),
        "goals/q/2026-Q4/b.md": objective("B", result("x", "2026-11-16", 60)),
    }
    desk = desk_of(files)
    (clause,) = units_clause(desk, desk.corpus.objectives)
    assert (clause.text, clause.meaning) == (
        "1 unit at risk.",
        "Units with an objective at risk or off track: P.",
    )


def test_objectives_that_wait_to_be_scored_are_counted() -> None:
    desk = desk_of({"goals/2026-Q3/a.md": objective("A"), "goals/2026-Q4/b.md": objective("B")})
    assert said(unscored_clause(desk, desk.corpus.objectives)) == ["1 objective waits to be scored."]
    assert unscored_clause(desk, [desk.objectives["2026-Q4/b"]]) == ()


@pytest.mark.parametrize(
    ("kpis", "told"),
    [
        ([], []),
        ([f"{LEVEL}\nseries: [[2026-11-09, 10]]"], ["No KPI red."]),
        ([f"{LEVEL}\nseries: [[2026-11-09, 1]]"], ["1 KPI red since 9 Nov 2026."]),
        (
            [f"{LEVEL}\nseries: [[2026-11-09, 1]]", f"{LEVEL}\nseries: [[2026-11-02, 1]]"],
            ["2 KPIs red, the latest since 9 Nov 2026."],
        ),
        ([f"{LEVEL}\nfrequency: week\nseries: [[2026-01-05, 10]]"], ["1 KPI out of date."]),
        (["frequency: week"], []),
    ],
)
def test_kpis_are_told_by_what_is_red_or_late(kpis: list[str], told: list[str]) -> None:
    desk = desk_of({f"goals/kpis/k{at}.md": kpi("K", head) for at, head in enumerate(kpis)})
    assert said(kpis_clause(desk, desk.corpus.kpis)) == told
