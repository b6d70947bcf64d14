"""Units whose mode and goals differ."""

from __future__ import annotations

from datetime import date

import pytest

from tests.lint.quality.a_site import TRUST, goal, unit
from tests.lint.told import told

KPI = {"goals/shop/kpis/paid.md": "---\ntitle: Paid\n---\n"}


def mode(name: str) -> dict[str, str]:
    """A unit that says how it is managed, in a company with an aim."""
    return TRUST | unit("shop", front=f"mode: {name}")


def test_an_okr_unit_with_kpis_alone() -> None:
    assert len(told(mode("okr") | KPI, "Q127")) == 1
    assert told(mode("okr"), "Q127") == []
    assert told(mode("kpi") | KPI, "Q127") == []
    assert told(mode("okr") | KPI | goal("shop/2026-Q4/a"), "Q127") == []


def test_an_okr_unit_may_have_its_objectives_below_it_or_closed_early() -> None:
    below = unit("shop/desk") | goal("shop/desk/2026-Q4/a")
    assert told(mode("okr") | KPI | below, "Q127") == []
    assert told(mode("okr") | KPI | goal("shop/2026-Q4/a", "status: closed\noutcome: achieved"), "Q127") == []


def test_between_cycles_nobody_is_expected_to_run() -> None:
    files = mode("okr") | KPI | goal("shop/2026-Q3/a")
    files.pop("goals/2026/trust.md")
    assert told(files, "Q127", date(2026, 10, 5)) == []


STRETCH = "key_results: [{id: a, title: A, metric: {baseline: 1, target: 9}}]"


@pytest.mark.parametrize(
    "front",
    [
        "key_results: [{id: a, title: A, milestones: [{title: B}]}]",
        "key_results: [{id: a, title: A, binary: {}}, {id: b, title: B, metric: {baseline: 1, target: 9}}]",
        f"improves: [paid]\n{STRETCH}",
        f"status: closed\n{STRETCH}",
        "",
    ],
)
def test_a_kpi_unit_may_have_projects_and_recoveries(front: str) -> None:
    assert told(mode("kpi") | KPI | goal("shop/2026-Q4/a", front), "Q127") == []


def test_a_kpi_unit_with_an_objective_of_its_own_number() -> None:
    assert len(told(mode("kpi") | KPI | goal("shop/2026-Q4/a", STRETCH), "Q127")) == 1


@pytest.mark.parametrize(
    "files",
    [
        goal("shop/2026-Q4/a", "guards: [paid]"),
        goal("shop/2026-Q4/a", "key_results: [{id: a, title: A, maintain: {min: 5}}]"),
        goal("shop/2026-Q4/a")
        | goal("2026-Q4/b", "guards: [b]")
        | {"goals/shop/kpis/b.md": "---\ntargets: [{from: 2026-01-01, target: 5}]\n---\n"},
        {},
    ],
)
def test_a_hybrid_unit_has_a_floor(files: dict[str, str]) -> None:
    assert told(mode("hybrid") | KPI | files, "Q127") == []


def test_a_hybrid_unit_without_one() -> None:
    """A target of its own that nobody guards is no floor."""
    files = mode("hybrid") | KPI | goal("shop/2026-Q4/a")
    assert len(told(files, "Q127")) == 1
    target = {"goals/shop/kpis/b.md": "---\ntargets: [{from: 2026-01-01, target: 5}]\n---\n"}
    assert len(told(files | target, "Q127")) == 1


def test_a_unit_that_does_not_say_its_mode_is_left_alone() -> None:
    assert told(TRUST | unit("shop") | KPI | goal("shop/2026-Q4/a", STRETCH), "Q127") == []
