"""Which cycle is the current one."""

from __future__ import annotations

import pytest

from tests.analysis.authored import analysed, goal_file


def current(cycles: str, as_of: str = "2026-11-16", config: str = "") -> tuple[str | None, bool]:
    """The current cycle of a site with one active objective for each cycle named, and whether it is over."""
    files = {f"goals/{cycle}/goal-{index}.md": goal_file() for index, cycle in enumerate(cycles.split())}
    found = analysed({"config.yaml": config, **files}, as_of)
    return found.current_cycle, found.cycle_is_over


@pytest.mark.parametrize(
    ("cycles", "answer"),
    [
        ("2026 2026 2026-Q4", "2026"),  # most active objectives
        ("2026 2026-Q4", "2026-Q4"),  # a tie: the shorter
        ("2026-Q3 2026-Q4 2027-Q1", "2026-Q4"),
    ],
)
def test_it_contains_the_day_and_has_most_active_objectives(cycles: str, answer: str) -> None:
    assert current(cycles) == (answer, False)


def test_of_equal_ones_the_id_decides() -> None:
    declared = (
        "cycles: [{id: b, start: 2026-10-01, end: 2026-12-31}, {id: a, start: 2026-11-01, end: 2027-01-31}]"
    )
    assert current("a b", config=declared) == ("a", False)


def test_other_states_do_not_count() -> None:
    files = {
        "goals/2026/a.md": goal_file(head="status: draft"),
        "goals/2026/b.md": goal_file(head="status: closed"),
        "goals/2026-Q4/c.md": goal_file(),
    }
    assert analysed(files, "2026-11-16").current_cycle == "2026-Q4"


@pytest.mark.parametrize(
    ("cycles", "answer"),
    [
        ("2026-Q1 2026-Q2 2027-Q1", ("2026-Q2", True)),  # the last that ended
        ("2026-H1 2026-Q2", ("2026-Q2", True)),
        ("2027-Q1 2027-Q2", ("2027-Q1", False)),  # none has begun
        ("", (None, False)),
    ],
)
def test_where_none_contains_the_day_it_is_the_last_that_ended(
    cycles: str, answer: tuple[str | None, bool]
) -> None:
    assert current(cycles) == answer


def test_the_configured_one_is_taken_and_said_to_be_over() -> None:
    assert current("2026-Q3 2026-Q4", config="current_cycle: 2026-Q3") == ("2026-Q3", True)
    assert current("2026-Q3 2026-Q4", "2026-09-30", "current_cycle: 2026-Q3") == ("2026-Q3", False)
