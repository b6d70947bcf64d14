"""Two claims of one KPI's movement."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_site import TRUST, goal
from tests.lint.told import told

CLAIM = "key_results: [{id: paid, metric: {kpi: paid, baseline: 52, target: 65}}]"
PAID = {"goals/kpis/paid.md": "---\ntitle: Paid\nunit: '%'\n---\n"}


def test_the_later_of_two_is_told_at_the_kpi_it_reads() -> None:
    files = PAID | goal("2026-Q4/a", CLAIM) | goal("2026/b", CLAIM)
    message = 'the movement of "Paid" is claimed by 2026/b#paid already'
    assert told(files, "Q116") == [f"goals/2026-Q4/a.md:3:40: {message}"]


@pytest.mark.parametrize("link", ["contributes: [a]", "same_as: [a]"])
def test_a_shared_claim_is_legal(link: str) -> None:
    assert told(PAID | goal("2026-Q4/a", CLAIM) | goal("2026-Q4/b", f"{link}\n{CLAIM}"), "Q116") == []


def test_support_shares_a_claim_only_with_a_goal_of_another_cycle() -> None:
    """The quarter may move what the year moves; two goals of one quarter both count it."""
    above = PAID | goal("2026/a", CLAIM) | goal("2026-Q4/a", "")
    assert told(above | goal("2026-Q4/b", f"supports: [2026/a]\n{CLAIM}"), "Q116") == []
    beside = PAID | goal("2026-Q4/a", CLAIM) | goal("2026-Q4/b", f"supports: [a]\n{CLAIM}")
    assert len(told(beside, "Q116")) == 1


@pytest.mark.parametrize(
    "other",
    [
        "key_results: [{id: floor, maintain: {kpi: paid, min: 50}}]",
        CLAIM.replace("id: paid,", "id: paid, weight: 0,"),
        CLAIM.replace("id: paid,", "id: paid, status: dropped, on: 2026-10-20,"),
        f"status: closed\n{CLAIM}",
        "guards: [paid]\nimproves: [paid]",
    ],
)
def test_what_claims_no_movement_is_left_alone(other: str) -> None:
    assert told(PAID | goal("2026-Q4/a", CLAIM) | goal("2026-Q4/b", other), "Q116") == []


def test_claims_of_different_times_do_not_meet() -> None:
    early, late = f"due: 2026-11-20\n{CLAIM}", f"start: 2026-11-21\n{CLAIM}"
    assert told(PAID | goal("2026-Q4/a", early) | goal("2026-Q4/b", late), "Q116") == []


def test_depending_on_the_other_does_not_share_the_claim() -> None:
    files = PAID | TRUST | goal("2026-Q4/a", CLAIM) | goal("2026-Q4/b", f"depends_on: [{{goal: a}}]\n{CLAIM}")
    assert len(told(files, "Q116")) == 1
