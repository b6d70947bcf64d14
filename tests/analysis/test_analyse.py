"""The whole stage: every goal and KPI has its figures, and only some files need git."""

from __future__ import annotations

import pytest

from goalsite.analysis.analyse import needs_history
from tests.analysis.authored import analysed, goal_file, read

SITE = {
    "goals/team.md": "---\ntitle: Company\n---\n",
    "goals/kpis/uptime.md": "---\ntitle: Uptime\n---\n",
    "goals/2026-Q4/trust.md": goal_file("- {id: kr, title: KR}"),
    "goals/2027-Q1/next.md": goal_file(),
}


def test_everything_has_figures() -> None:
    found = analysed(SITE, "2026-11-16")
    assert list(found.objectives) == ["2026-Q4/trust", "2027-Q1/next"]
    assert list(found.kpis) == ["kpis/uptime"]
    assert list(found.portfolios) == [("", "2026-Q4"), ("", "2027-Q1")]
    assert str(found.as_of) == "2026-11-16"


def test_an_empty_repository_has_none() -> None:
    found = analysed({}, "2026-11-16")
    assert (found.objectives, found.kpis, found.portfolios, found.alerts) == ({}, {}, {}, ())


@pytest.mark.parametrize(
    ("said", "needs"),
    [
        ("current: 0.4", True),
        ("current: 0.4, checked: 2026-11-16", True),
        ("milestones: [{title: Plan, done: 2026-10-20}, {title: Ship, done: true}]", True),
        ("milestones: [{title: Plan, done: 2026-10-20}, {title: Ship, done: false}]", False),
        ("binary: {done: true}", True),
        ("binary: {done: 2026-10-20}", False),
        ("checkins: [{date: 2026-10-20, value: 0.4}]", False),
    ],
)
def test_git_is_asked_where_values_have_no_day_or_earlier_ones_are_not_in_the_file(
    said: str, needs: bool
) -> None:
    corpus, *_ = read({"goals/2026-Q4/trust.md": goal_file(f"- {{id: kr, title: KR, {said}}}")})
    assert needs_history(corpus) == ({"goals/2026-Q4/trust.md": "2026-Q4/trust"} if needs else {})
