"""A KPI's targets in words."""

from __future__ import annotations

import pytest

from goalsite.pages.targets import target_figure, target_text, targets_table
from tests.pages.desks import desk_of, one_kpi


@pytest.mark.parametrize(
    ("front", "text"),
    [
        ('unit: "%"\ntargets: [{from: 2026-01-01, target: 99.95, red: 99.9}]', "99.95%"),
        ("unit: min\ndirection: range\ntargets: [{from: 2026-01-01, min: 40, max: 60}]", "40 to 60\u00a0min"),
        ("unit: min\ndirection: range\ntargets: [{from: 2026-01-01, max: 60}]", "at most 60\u00a0min"),
        ("unit: min\ndirection: range\ntargets: [{from: 2026-01-01, min: 40}]", "at least 40\u00a0min"),
        ("aggregate: sum\ntargets: [{period: 2026-Q4, target: 1200}]", "1,200 in 2026-Q4"),
    ],
)
def test_a_target_is_said_in_a_few_words(front: str, text: str) -> None:
    desk = desk_of(one_kpi(front))
    kpi = desk.kpis["kpis/speed"]
    assert target_text(desk, kpi, kpi.targets[0]) == text


def test_the_figure_of_a_target_tells_its_words_its_start_and_its_red_line() -> None:
    desk = desk_of(
        one_kpi('unit: "%"\ntargets: [{from: 2026-01-01, target: 99, red: 90, text: Nearly always}]')
    )
    kpi = desk.kpis["kpis/speed"]
    figure = target_figure(desk, kpi, kpi.targets[0])
    assert figure is not None
    assert figure.meaning == "Nearly always In force since 1 Jan 2026. Red beyond 90%."
    assert target_figure(desk, kpi, None) is None


def test_the_table_tells_every_target_with_its_time_limits_and_plan() -> None:
    front = """
    unit: s
    direction: lower
    targets:
      - {from: 2026-01-01, target: 5, red: 8}
      - {from: 2026-10-01, target: 3}
      - {period: 2027, target: 900, text: All year, plan: [{date: 2027-06-30, value: 400}]}
    """
    desk = desk_of(one_kpi(front))
    table = targets_table(desk, desk.kpis["kpis/speed"])
    assert table is not None
    assert table.rows == (
        (
            "1 Jan – 31 Dec 2027",
            "900\u00a0s in 2027",
            "amber under 90% of what is due, red under 70%",
            "All year; plan: 400\u00a0s by 30 Jun 2027",
        ),
        ("since 1 Oct 2026", "3\u00a0s", "", ""),
        ("since 1 Jan 2026", "5\u00a0s", "red beyond 8\u00a0s", ""),
    )


def test_what_no_target_has_makes_no_column() -> None:
    desk = desk_of(one_kpi("unit: s\ntargets: [{from: 2026-01-01, target: 5}]"))
    table = targets_table(desk, desk.kpis["kpis/speed"])
    assert table is not None
    assert [column.text for column in table.columns] == ["In force", "Target"]
    assert table.rows == (("since 1 Jan 2026", "5\u00a0s"),)


def test_without_targets_there_is_no_table() -> None:
    desk = desk_of(one_kpi("unit: s"))
    assert targets_table(desk, desk.kpis["kpis/speed"]) is None
