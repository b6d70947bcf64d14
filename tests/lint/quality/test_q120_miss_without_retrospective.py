"""Commitments that were missed and not talked about."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_site import md
from tests.lint.told import told


def missed(front: str = "score: 0.6", body: str = "") -> list[str]:
    """What is said of a committed objective, closed with these lines from line 4 on."""
    text = md(f"commitment: committed\nstatus: closed\n{front}", body)
    return [one.partition(": ")[0] for one in told({"goals/2026-Q3/a.md": text}, "Q120")]


@pytest.mark.parametrize(
    ("front", "place"),
    [
        ("score: 0.9", "4:8"),
        ("outcome: partly", "4:10"),
        ("key_results: [{id: a, title: A, score: 0.3}]", "3:9"),
    ],
)
def test_the_place_is_the_score_else_the_outcome(front: str, place: str) -> None:
    assert missed(front) == [f"goals/2026-Q3/a.md:{place}"]


@pytest.mark.parametrize(
    "body",
    ["## Retrospective\nWe learned.\n", "### Retro\nx\n", "## 复盘\n太晚了\n", "# Post-mortem\nx\n"],
)
def test_a_section_of_the_text_is_a_retrospective(body: str) -> None:
    assert missed(body=body) == []


def test_a_word_in_the_text_is_none() -> None:
    assert len(missed(body="The retrospective is on Monday.\n")) == 1


@pytest.mark.parametrize(
    "front",
    [
        "score: 1",
        "outcome: dropped\nscore: 0.2",
        "outcome: replaced",
        "outcome: achieved\nkey_results: [{id: a, title: A, milestones: [{title: B}, {title: C}]}]",
        "score: 0.3\nretro: {root_cause: The test system came late.}",
    ],
)
def test_what_was_kept_given_up_or_talked_about_is_left_alone(front: str) -> None:
    assert missed(front) == []


def test_an_aspiration_is_no_promise() -> None:
    text = md("commitment: aspirational\nstatus: closed\nscore: 0.3")
    assert told({"goals/2026-Q3/a.md": text}, "Q120") == []
