"""What came of an objective."""

from __future__ import annotations

import pytest

from goalsite.pages.objective import objective_page
from goalsite.pages.sections import Retrospective
from tests.pages.desks import desk_of, one_goal


def retro(front: str, body: str = "") -> Retrospective | None:
    """The retrospective on the page of an objective."""
    desk = desk_of(one_goal(front, body))
    return objective_page(desk, desk.objectives["2026-Q4/trust"])[0].retrospective


def test_outcome_score_and_lesson_are_told() -> None:
    one = retro(
        "status: closed\noutcome: partly\nscore: 0.65\n"
        "retro: {root_cause: no plan, decision: modify, learned: Plan first}",
        "Why.\n\n## Retrospective\n\nMore *words*.",
    )
    assert one is not None
    assert one.outcome is not None
    assert one.outcome.word == "partly"
    assert one.score is not None
    assert one.score.text == "0.65"
    assert [(fact.label, fact.value.text) for fact in one.facts if fact.value] == [
        ("Root cause", "no plan"),
        ("Decision", "modify"),
        ("Learnt", "Plan first"),
    ]
    assert one.text is not None
    assert "<em>words</em>" in one.text.markup


@pytest.mark.parametrize(
    ("front", "verdict"),
    [
        ("score: 1", "Committed, and kept."),
        ("score: 0.9", "A committed objective is expected at 1.0; what kept it from there matters most."),
        ("commitment: aspirational\nscore: 0.6", "An aspirational objective is as intended from 0.6 on."),
        (
            "commitment: aspirational\nscore: 0.55",
            "An aspirational objective is as intended from 0.6 on; this one is below.",
        ),
        ("outcome: dropped\nscore: 0.2", ""),
    ],
)
def test_a_score_is_read_by_what_was_promised(front: str, verdict: str) -> None:
    promised = "" if "commitment" in front else "commitment: committed\n"
    one = retro(f"status: closed\n{promised}{front}")
    assert one is not None
    assert one.verdict == verdict


def test_an_open_objective_has_none() -> None:
    assert retro("title: Trust", "Why.") is None
