"""Cycles of one kind of commitment."""

from __future__ import annotations

from tests.lint.quality.a_site import goal
from tests.lint.told import told


def cycle(*commitments: str, more: str = "") -> dict[str, str]:
    """A quarter with an objective of each of these commitments; without one where it is empty."""
    files: dict[str, str] = {}
    for number, kind in enumerate(commitments):
        files |= goal(f"2026-Q4/{'abcde'[number]}", f"{f'commitment: {kind}' if kind else ''}\n{more}")
    return files


def test_a_cycle_without_its_own_word_is_left_alone() -> None:
    """Absent means aspirational, and a small repository need not say so."""
    assert told(cycle("", "", "", ""), "Q121") == []
    assert told(cycle("aspirational", "", "", ""), "Q121") == []


def test_a_mix_is_right_also_by_default() -> None:
    assert told(cycle("committed", "committed", ""), "Q121") == []
    assert told(cycle("committed", "aspirational", "aspirational"), "Q121") == []


def test_two_are_too_few_to_mix() -> None:
    assert told(cycle("committed", "committed"), "Q121") == []


def test_the_first_that_says_it_is_the_place() -> None:
    found = told(cycle("", "aspirational", "aspirational", "aspirational"), "Q121")
    message = "all 4 active objectives of 2026-Q4 are aspirational, and none is committed"
    assert found == [f"goals/2026-Q4/b.md:3:13: {message}"]


def test_only_active_objectives_of_units_count() -> None:
    assert told(cycle("committed", "committed", "committed", more="status: proposed"), "Q121") == []
    own = goal("people/ada/2026-Q4/x", "commitment: committed")
    assert told(cycle("committed", "committed") | own, "Q121") == []


def test_the_threshold_can_be_moved() -> None:
    config = {"config.yaml": "rules: {thresholds: {Q121: {min_objectives: 2}}}\n"}
    assert len(told(cycle("committed", "committed") | config, "Q121")) == 1
