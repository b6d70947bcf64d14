"""Which goals are exposed to what they depend on."""

from __future__ import annotations

import pytest

from tests.analysis.authored import analysed, goal_file, value

NEEDS = "depends_on: [{goal: runners}]"


def runners(reached: float, head: str = "", day: str = "2026-11-16") -> str:
    """A committed goal that others depend on."""
    return goal_file(f"- {{id: kr, title: KR, {value(day, reached)}}}", f"commitment: committed\n{head}")


def exposed(as_of: str = "2026-11-16", **texts: str) -> dict[str, tuple[str, ...]]:
    """By what each exposed goal is exposed, without the folder."""
    found = analysed({f"goals/2026-Q4/{name}.md": text for name, text in texts.items()}, as_of).objectives
    return {
        name.rpartition("/")[2]: tuple(by.removeprefix("2026-Q4/") for by in one.exposed_by)
        for name, one in found.items()
        if one.exposed
    }


@pytest.mark.parametrize(
    ("other", "is_exposed"),
    [
        (runners(0.6), False),
        (runners(0.4), False),  # at risk
        (runners(0.1), True),  # off track
        (runners(0.9, day="2026-10-20"), True),  # stale
        (runners(0.1, "status: paused"), False),
        (runners(0.1, "status: closed\noutcome: achieved"), False),
        (runners(0.1, "status: closed\noutcome: partly"), True),
        (runners(1, "status: closed\noutcome: dropped"), True),
        (runners(0.1, "status: closed"), False),  # no outcome is told yet
    ],
)
def test_a_goal_is_exposed_to_what_lets_it_down(other: str, is_exposed: bool) -> None:
    found = exposed(trust=goal_file(head=NEEDS), runners=other)
    assert found == ({"trust": ("runners",)} if is_exposed else {})


def test_a_dependency_that_was_denied_exposes() -> None:
    files = {
        "goals/security/team.md": "---\ntitle: Security\n---\n",
        "goals/2026-Q4/trust.md": goal_file(
            head="depends_on: [{goal: runners, confirmed: false}, {team: security, confirmed: false}]"
        ),
        "goals/2026-Q4/runners.md": runners(0.6),
    }
    found = analysed(files, "2026-11-16").objectives["2026-Q4/trust"]
    assert found.exposed_by == ("2026-Q4/runners", "team:security")


@pytest.mark.parametrize("answer", ["confirmed: true", "note: asked"])
def test_a_confirmed_or_open_dependency_does_not(answer: str) -> None:
    head = f"depends_on: [{{goal: runners, {answer}}}]"
    assert exposed(trust=goal_file(head=head), runners=runners(0.6)) == {}


def test_only_active_goals_are_exposed() -> None:
    for state in ("draft", "proposed", "paused", "closed"):
        text = goal_file(head=f"{NEEDS}\nstatus: {state}")
        assert exposed(trust=text, runners=runners(0.1)) == {}


def test_exposure_is_handed_on_along_dependencies_and_to_what_active_children_contribute_to() -> None:
    found = exposed(
        trust=goal_file(head=NEEDS),
        runners=runners(0.1),
        next=goal_file(head="depends_on: [trust]"),
        parent=goal_file(),
        child=goal_file(head="depends_on: [next]\ncontributes: [parent]"),
    )
    assert found == {"trust": ("runners",), "next": ("trust",), "child": ("next",), "parent": ("child",)}


def test_a_goal_that_is_not_active_hands_nothing_on() -> None:
    found = exposed(
        trust=goal_file(head=f"{NEEDS}\nstatus: paused"),
        runners=runners(0.1),
        next=goal_file(head="depends_on: [trust]"),
    )
    assert found == {}


def test_supporting_an_exposed_goal_exposes_nobody() -> None:
    found = exposed(
        trust=goal_file(head=NEEDS), runners=runners(0.1), other=goal_file(head="supports: [trust]")
    )
    assert set(found) == {"trust"}


def test_a_mesh_of_dependencies_and_contributions_comes_to_an_end() -> None:
    found = exposed(
        trust=goal_file(head="depends_on: [runners, other]"),
        other=goal_file(head="contributes: [trust]"),
        runners=runners(0.1),
    )
    assert found == {"trust": ("runners",)}
