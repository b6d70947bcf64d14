"""Goals carried over from ones that nobody looked at."""

from __future__ import annotations

from datetime import date

import pytest

from tests.lint.quality.a_site import goal, md
from tests.lint.told import told

NEXT = goal("2026-Q4/next", "continues: [2026-Q3/first]")


@pytest.mark.parametrize(
    "front",
    [
        "status: closed\nretro: {learned: Ask earlier.}",
        "status: closed\nreviews: [{date: 2026-09-28, by: sam, text: Good start.}]",
        "status: proposed",  # it never ran
    ],
)
def test_a_look_at_the_first_round_is_enough(front: str) -> None:
    assert told(NEXT | goal("2026-Q3/first", front), "Q125") == []


def test_a_score_alone_is_no_look() -> None:
    assert len(told(NEXT | goal("2026-Q3/first", "status: closed\nscore: 0.4"), "Q125")) == 1


def test_a_section_of_the_text_is_a_look() -> None:
    first = {"goals/2026-Q3/first.md": md("title: First\nstatus: closed", "## Retrospective\nAsk earlier.\n")}
    assert told(NEXT | first, "Q125") == []


def test_a_first_round_that_was_never_closed_is_told_and_one_that_runs_is_not() -> None:
    files = NEXT | goal("2026-Q3/first")
    assert len(told(files, "Q125")) == 1
    assert told(files, "Q125", date(2026, 9, 20)) == []


def test_a_successor_that_is_over_is_history() -> None:
    files = goal("2026-Q4/next", "status: closed\ncontinues: [first]") | goal(
        "2026-Q3/first", "status: closed"
    )
    assert told(files, "Q125") == []


def test_each_predecessor_is_told_at_its_entry() -> None:
    files = goal("2026-Q4/next", "continues:\n  - first\n  - other")
    files |= goal("2026-Q3/first", "status: closed\nretro: {learned: Ask.}") | goal(
        "2026-Q3/other", "status: closed"
    )
    assert [one.partition(": ")[0] for one in told(files, "Q125")] == ["goals/2026-Q4/next.md:5:5"]
