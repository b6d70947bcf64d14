from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.language.language import Language
from goalsite.pages.comparisons import count_difference, difference, figures_table
from tests.pages.desks import desk_of
from tests.pages.goal_files import objective, result

ENGLISH = Language("en")
SHARES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("now", "then", "share", "told"),
    [
        (0.62, 0.7, False, "0.08 lower"),
        (0.7, 0.62, False, "0.08 higher"),
        (0.701, 0.699, False, "the same"),
        (0.5, 0.49, True, "1 point higher"),
        (0.5, 0.75, True, "25 points lower"),
        (None, 0.5, True, ""),
        (0.5, None, False, ""),
    ],
)
def test_a_difference_is_said_in_words(now: float | None, then: float | None, share: bool, told: str) -> None:
    assert difference(ENGLISH, now, then, share=share) == told


def test_numbers_of_things_go_up_and_down() -> None:
    told = [count_difference(ENGLISH, now, then) for now, then in ((3, 3), (5, 3), (1, 3))]
    assert told == ["the same", "up by 2", "down by 2"]


@given(SHARES, SHARES, st.booleans())
def test_what_is_higher_from_one_side_is_lower_from_the_other(now: float, then: float, share: bool) -> None:
    one, other = (difference(ENGLISH, *pair, share=share) for pair in ((now, then), (then, now)))
    assert one.replace("higher", "lower") == other.replace("higher", "lower")
    assert (one == other) == (one == "the same")


def test_of_a_running_cycle_nothing_is_told_that_its_end_decides() -> None:
    ended = "commitment: aspirational\nstatus: closed\nclosed: 2026-09-28\noutcome: achieved\nscore: 0.7"
    desk = desk_of(
        {
            "goals/2026-Q3/a.md": objective("A", result("x", "2026-09-20", 70), head=ended),
            "goals/2026-Q4/b.md": objective("B", result("x"), head="continues: [2026-Q3/a]"),
        }
    )
    sides = desk.sides
    table = figures_table(desk, sides["2026-Q4"], sides["2026-Q3"])
    assert table is not None
    assert [row[0] for row in table.rows] == ["Objectives", "Given up", "Rhythm"]


def test_a_cycle_without_objectives_is_not_compared() -> None:
    desk = desk_of(
        {"goals/2026-Q3/a.md": objective("A"), "goals/2026-Q4/b.md": objective("B", head="status: draft")}
    )
    sides = desk.sides
    assert figures_table(desk, sides["2026-Q4"], sides["2026-Q3"]) is None
