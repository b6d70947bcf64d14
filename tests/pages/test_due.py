"""What is due by the files of goals."""

from __future__ import annotations

from goalsite.pages.due import dues
from tests.pages.desks import desk_of, one_goal

STEPS = "key_results: [{id: m, title: Steps, milestones: [{title: Open}, {title: Dated, due: 2026-11-20}]}]"


def days(*, planned: bool) -> list[tuple[str, str, str]]:
    desk = desk_of(one_goal(f"owner: ada\n{STEPS}"))
    (goal,) = desk.corpus.objectives
    return [(due.day.isoformat(), due.what, due.who) for due in dues(desk, goal, planned=planned)]


def test_a_milestone_without_a_day_is_due_by_the_plan_alone() -> None:
    dated = ("2026-11-20", "Milestone: Dated", "ada")
    assert days(planned=False) == [dated]
    assert days(planned=True) == [("2026-11-15", "Milestone: Open", "ada"), dated]
