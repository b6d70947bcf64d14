"""A KPI's chart."""

from __future__ import annotations

from goalsite.pages.drawn_kpis import chart_of
from tests.pages.desks import desk_of, one_kpi


def chart(front: str) -> str:
    """The drawing of a KPI."""
    desk = desk_of(one_kpi(front))
    drawing = chart_of(desk, desk.kpis["kpis/speed"], desk.analysis.kpis["kpis/speed"])
    return drawing.markup if drawing else ""


SERIES = "series: [[2026-02-28, 2], [2026-08-31, 4], [2026-10-31, 4.5]]"


def test_each_dated_target_has_its_own_bands() -> None:
    drawing = chart(
        f"targets: [{{from: 2026-01-01, target: 3, red: 2}}, {{from: 2026-07-01, target: 5}}]\n{SERIES}"
    )
    assert drawing.count('class="gs-band-green"') == 2
    assert "target 5" in drawing


def test_a_total_is_drawn_against_what_is_due() -> None:
    drawing = chart(f"aggregate: sum\ntargets: [{{period: 2026, target: 20}}]\n{SERIES}")
    assert "gs-plan" in drawing
    assert "10.5" in drawing


def test_two_targets_of_one_day_are_drawn_once() -> None:
    drawing = chart(f"targets: [{{from: 2026-01-01, target: 3}}, {{from: 2026-01-01, target: 4}}]\n{SERIES}")
    assert drawing.count('class="gs-band-green"') == 1


def test_points_without_targets_are_drawn_and_nothing_is_not() -> None:
    assert chart(SERIES).startswith("<svg")
    assert chart("title: Speed") == ""


def test_a_target_from_the_first_day_there_is_leaves_none_to_the_one_before() -> None:
    drawing = chart(f"targets: [{{target: 3}}, {{from: 0001-01-01, target: 4}}]\n{SERIES}")
    assert drawing.count('class="gs-band-green"') == 1
