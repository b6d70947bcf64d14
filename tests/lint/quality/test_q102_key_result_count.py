"""How many key results an objective has."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_goal import CONVERSION, PATH, QUESTIONS, files, objective
from tests.lint.told import told


def results(count: int) -> str:
    """So many key results."""
    return "".join(
        f"  - {{id: k{n}, title: Result, metric: {{unit: s, baseline: 9, target: 1}}}}\n"
        for n in range(count)
    )


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_two_to_five_are_sound(count: int) -> None:
    assert told(files(results=results(count)), "Q102") == []


def test_none_is_told_at_the_title_or_at_the_empty_key() -> None:
    message = "the objective has 0 key results, fewer than 2"
    assert told({PATH: "---\nowner: ada\ntitle: A goal\n---\n"}, "Q102") == [f"{PATH}:3:8: {message}"]
    assert told({PATH: "---\nowner: ada\nkey_results: []\n---\n# A goal\n"}, "Q102") == [
        f"{PATH}:3:1: {message}"
    ]


def test_what_was_dropped_or_replaced_does_not_count() -> None:
    left = QUESTIONS + "    status: dropped\n    on: 2026-10-20\n    reason: It told nothing.\n"
    assert told(files(results=CONVERSION + left), "Q102") == [
        f"{PATH}:4:1: the objective has 1 key result, fewer than 2"
    ]
    assert told(files(results=results(5) + left), "Q102") == []


def test_an_objective_that_lives_on_contributions_needs_none() -> None:
    part = objective(front="owner: ada\ncontributes: [{to: whole}]")
    whole = "---\ntitle: The whole is well\nowner: ada\n---\n"
    assert told({"goals/2026-Q4/whole.md": whole, PATH: part}, "Q102") == []


def test_a_draft_may_have_few_but_not_too_many() -> None:
    assert told(files(front="status: draft", results=results(1)), "Q102") == []
    assert len(told(files(front="status: draft", results=results(6)), "Q102")) == 1


def test_the_bounds_are_thresholds() -> None:
    config = {"config.yaml": "rules: {thresholds: {Q102: {min: 1, max: 7}}}\n"}
    assert told(files(results=results(1)) | config, "Q102") == []
    assert told(files(results=results(7)) | config, "Q102") == []
