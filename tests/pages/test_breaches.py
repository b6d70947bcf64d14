"""Breaches of a KPI and what followed."""

from __future__ import annotations

from goalsite.pages.breaches import breaches
from goalsite.pages.sections import BreachRow
from tests.authored import goal
from tests.pages.desks import desk_of, one_kpi


def found(front: str, **others: str) -> tuple[BreachRow, ...]:
    """The breaches of a KPI."""
    desk = desk_of(one_kpi(front, **others))
    return breaches(desk, desk.kpis["kpis/speed"], desk.analysis.kpis["kpis/speed"])


SERIES = "[[2026-01-31, 4], [2026-02-28, 2], [2026-03-31, 1], [2026-04-30, 9], [2026-10-31, 3]]"


def test_each_run_of_a_colour_is_told_the_latest_first() -> None:
    rows = found(f"unit: s\ntargets: [{{from: 2026-01-01, target: 5, red: 3}}]\nseries: {SERIES}")
    assert [(row.window, row.health.key, row.text) for row in rows] == [
        ("since 31 Oct 2026", "amber", "down to 3\u00a0s"),
        ("28 Feb – 31 Mar 2026", "red", "down to 1\u00a0s"),
        ("31 Jan 2026", "amber", "down to 4\u00a0s"),
    ]


def test_what_followed_are_the_objectives_of_that_time_that_improve_it() -> None:
    rows = found(
        f"targets: [{{from: 2026-01-01, target: 5, red: 3}}]\nseries: {SERIES}",
        **{
            "goals/2026-Q2/recover.md": goal("title: Recover\nimproves: [speed]"),
            "goals/2026-Q4/again.md": goal("title: Again\nimproves: [speed]"),
            "goals/2026-Q4/guard.md": goal("title: Guard\nguards: [speed]"),
        },
    )
    assert [[link.text for link in row.followed] for row in rows] == [["Again"], ["Recover"], ["Recover"]]


def test_a_kpi_that_was_never_out_has_none() -> None:
    assert found("targets: [{from: 2026-01-01, target: 0}]\nseries: [[2026-01-31, 4]]") == ()
    assert found("series: [[2026-01-31, 4]]") == ()


def test_a_breach_may_last_to_the_end_of_the_calendar() -> None:
    files = one_kpi(
        "targets: [{target: 5}]\nseries: [[9999-12-31, 3]]",
        **{"goals/9999-Q4/again.md": goal("title: Again\nimproves: [speed]")},
    )
    desk = desk_of(files, "9999-12-31")
    (row,) = breaches(desk, desk.kpis["kpis/speed"], desk.analysis.kpis["kpis/speed"])
    assert [link.text for link in row.followed] == ["Again"]
