"""Weights that are shares."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_site import goal
from tests.lint.told import told


def weighed(*results: str, more: str = "") -> list[str]:
    """What is said of key results, each what follows its title; the first in line 4."""
    lines = "".join(f"\n  - {{id: k{number}, title: K{result}}}" for number, result in enumerate(results))
    return told(goal("2026-Q4/a", f"key_results:{lines}\n{more}"), "Q135")


def test_the_last_weight_is_the_place() -> None:
    found = weighed(", weight: 0.5", ", weight: .4")
    assert found == ["goals/2026-Q4/a.md:5:32: the weights 0.5 + 0.4 make 0.9, and shares make 1"]


def test_too_much_is_wrong_too() -> None:
    assert len(weighed(", weight: 0.7", ", weight: 0.5")) == 1


@pytest.mark.parametrize(
    "weights",
    [
        ("0.5", "0.5"),
        ("0.333", "0.333", "0.333"),
        ("0.1", "0.2", "0.7"),
        ("1", "0.5"),
        ("2", "1", "1"),
        ("0", "0"),
        ("0.5", "0.5", "0"),
        ("0.4",),
    ],
)
def test_shares_of_one_and_relative_weights_are_left_alone(weights: tuple[str, ...]) -> None:
    assert weighed(*(f", weight: {weight}" for weight in weights)) == []


def test_a_weight_that_is_not_given_is_one() -> None:
    assert weighed(", weight: 0.5", "") == []


def test_dropping_one_asks_for_no_new_weights() -> None:
    assert weighed(", weight: 0.5", ", weight: 0.3", ", weight: 0.2, status: dropped") == []
    moved = (", weight: 0.5", ", weight: 0.5, replaced_by: k2, on: 2026-11-01", ", weight: 0.5")
    assert weighed(*moved) == []


def test_a_closed_objective_is_history() -> None:
    assert weighed(", weight: 0.5", ", weight: 0.4", more="status: closed") == []


def test_the_tolerance_can_be_moved() -> None:
    config = {"config.yaml": "rules: {thresholds: {Q135: {tolerance: 0.1}}}\n"}
    front = "key_results: [{id: a, title: A, weight: 0.5}, {id: b, title: B, weight: 0.42}]"
    assert told(goal("2026-Q4/a", front) | config, "Q135") == []
