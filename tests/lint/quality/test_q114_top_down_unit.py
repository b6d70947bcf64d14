"""Units whose objectives are handed down."""

from __future__ import annotations

from tests.lint.quality.a_site import goal, unit
from tests.lint.told import told


def proposed(*origins: str, folder: str = "shop/2026-Q4/", more: str = "") -> dict[str, str]:
    """A unit with an objective of each of these origins."""
    files = unit("shop")
    for number, origin in enumerate(origins):
        files |= goal(f"{folder}{'abcd'[number]}", f"origin: {origin}\n{more}")
    return files


def test_the_first_handed_down_is_the_place() -> None:
    told_of = told(proposed("bottom-up", "top-down", "top-down"), "Q114")
    message = "1 of 3 objectives of Shop in 2026-Q4 came from below, must be 50 % or more"
    assert told_of == [f"goals/shop/2026-Q4/b.md:3:9: {message}"]


def test_half_is_enough_and_negotiated_ones_are_from_below_too() -> None:
    assert told(proposed("bottom-up", "top-down"), "Q114") == []
    assert told(proposed("negotiated", "top-down"), "Q114") == []
    assert told(proposed("negotiated", "negotiated"), "Q114") == []


def test_one_objective_is_no_unit_that_is_commanded() -> None:
    assert told(proposed("top-down"), "Q114") == []
    assert told(proposed("top-down") | goal("shop/2026-Q4/z"), "Q114") == []


def test_the_root_the_past_drafts_and_what_was_given_up_are_left_alone() -> None:
    assert told(proposed("top-down", "top-down", folder="2026-Q4/"), "Q114") == []
    assert told(proposed("top-down", "top-down", folder="shop/2026-Q3/"), "Q114") == []
    assert told(proposed("top-down", "top-down", more="status: draft"), "Q114") == []
    assert told(proposed("top-down", "top-down", more="status: closed\noutcome: dropped"), "Q114") == []


def test_the_thresholds_can_be_moved() -> None:
    config = {"config.yaml": "rules: {thresholds: {Q114: {min_share: 0.3, min_objectives: 1}}}\n"}
    assert told(proposed("bottom-up", "top-down", "top-down") | config, "Q114") == []
    assert len(told(proposed("top-down") | config, "Q114")) == 1
