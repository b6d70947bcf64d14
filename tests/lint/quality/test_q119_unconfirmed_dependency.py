"""Dependencies that nobody has confirmed."""

from __future__ import annotations

from datetime import date

import pytest

from tests.lint.quality.a_site import goal, unit
from tests.lint.told import told

INFRA = unit("shop", "infra") | goal("infra/2026-Q4/runners")


def needs(entries: str, more: str = "", folder: str = "shop/2026-Q4") -> dict[str, str]:
    """An objective that depends on these entries, from line 3 on."""
    return INFRA | goal(f"{folder}/a", f"depends_on:\n{entries}\n{more}")


def test_a_refusal_is_told_where_it_stands() -> None:
    found = told(needs("  - goal: runners\n    note: by October\n    confirmed: false"), "Q119")
    assert found == ['goals/shop/2026-Q4/a.md:6:16: "runners" is needed, and has said no']


def test_open_questions_are_told_once_for_an_objective() -> None:
    entries = "  - {goal: runners, confirmed: true}\n  - {team: infra, ask: a disk}\n  - runners"
    assert told(needs(entries), "Q119") == ["goals/shop/2026-Q4/a.md:5:12: not confirmed yet: infra"]


@pytest.mark.parametrize("more", ["status: proposed", "status: draft", "status: paused", "start: 2026-12-01"])
def test_only_running_objectives_need_answers(more: str) -> None:
    assert told(needs("  - {goal: runners}", more), "Q119") == []


def test_what_is_over_needs_no_answer() -> None:
    assert told(needs("  - {goal: runners}"), "Q119", date(2027, 1, 5)) == []


def test_a_unit_need_not_confirm_to_itself() -> None:
    assert (
        told(needs("  - {goal: runners}\n  - {team: infra, ask: a disk}", folder="infra/2026-Q4"), "Q119")
        == []
    )


def test_what_is_reached_needs_no_answer() -> None:
    files = needs("  - {goal: done}") | goal("infra/2026-Q4/done", "status: closed\noutcome: achieved")
    assert told(files, "Q119") == []


def test_an_unknown_goal_is_told_by_another_rule() -> None:
    assert told(needs("  - {goal: nobody-wrote-this}\n  - {team: nobody}"), "Q119") == []
