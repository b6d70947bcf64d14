from __future__ import annotations

from goalsite.pages.lasting import is_live, lasts, live_goals
from tests.pages.desks import desk_of
from tests.pages.goal_files import objective

FILES = {
    "goals/2026-Q3/past.md": objective("Past"),
    "goals/2026-Q4/now.md": objective("Now"),
    "goals/2026-Q4/shut.md": objective("Shut", head="status: closed"),
    "goals/2027-Q1/next.md": objective("Next"),
}


def test_a_cycle_lasts_while_it_runs_or_is_to_come() -> None:
    desk = desk_of(FILES)
    assert [cycle for cycle in desk.cycles if lasts(desk, cycle)] == ["2026-Q4", "2027-Q1"]


def test_the_current_cycle_lasts_though_it_is_over() -> None:
    desk = desk_of({"goals/2026-Q3/past.md": FILES["goals/2026-Q3/past.md"]})
    assert lasts(desk, "2026-Q3")


def test_live_are_goals_that_are_not_closed_in_cycles_that_last() -> None:
    desk = desk_of(FILES)
    assert [goal.title for goal in desk.corpus.objectives if is_live(desk, goal)] == ["Now", "Next"]
    assert [goal.title for goal in live_goals(desk, "")] == ["Now", "Next"]
