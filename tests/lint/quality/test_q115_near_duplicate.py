"""Goals that say the same."""

from __future__ import annotations

from datetime import date

import pytest

from tests.lint.quality.a_site import goal, unit
from tests.lint.told import told


def two(one: str, other: str, front: str = "") -> dict[str, str]:
    """Two units with an objective each, of these titles."""
    files = unit("shop", "web") | goal("shop/2026-Q4/a", title=one)
    return files | goal("web/2026-Q4/b", front, title=other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Every engineer trusts a green build", "Every engineer trusts the green builds"),
        ("Customers come back by themselves", "CUSTOMERS COME BACK, by themselves!"),
        ("Quality", "quality"),
        ("让客户放心下单", "让客户更放心下单"),
        ("新用户第一天就会用", "新用户第一天就会用的"),
    ],
)
def test_titles_that_say_the_same_are_told_at_the_later(one: str, other: str) -> None:
    found = told(two(one, other), "Q115")
    assert [line.partition(": ")[0] for line in found] == ["goals/web/2026-Q4/b.md:2:8"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Customers in the north renew without being asked",
            "Customers in the south renew without being asked",
        ),
        ("Whoever searches finds", "Whoever asks is answered"),
        ("Customers renew", "Large customers renew"),
        ("Phase 1 of the move ends without a scratch", "Phase 2 of the move ends without a scratch"),
        ("北区客户续约不用催", "南区客户续约不用催"),
        ("客户续约", "供应商按时交货"),
    ],
)
def test_titles_that_differ_in_what_matters_are_left_alone(one: str, other: str) -> None:
    assert told(two(one, other), "Q115") == []


@pytest.mark.parametrize(
    "front",
    ["same_as: [a]", "supports: [a]", "contributes: [a]", "depends_on: [{goal: a}]", "status: closed"],
)
def test_links_and_the_end_of_a_goal_make_duplicates_legal(front: str) -> None:
    assert told(two("Buying takes no thought", "Buying takes no thought", front), "Q115") == []


def test_three_that_share_one_result_by_a_chain_are_linked() -> None:
    title = "Buying takes no thought"
    files = unit("a", "b", "c") | goal("a/2026-Q4/one", title=title)
    files |= goal("b/2026-Q4/two", "same_as: [one]", title) | goal("c/2026-Q4/three", "same_as: [two]", title)
    assert told(files, "Q115") == []


def test_goals_of_cycles_apart_and_of_people_may_be_alike() -> None:
    again = goal("2026-Q4/a", title="Hiring is fair") | goal("2027-Q1/b", title="Hiring is fair")
    assert told(again, "Q115", date(2026, 11, 16)) == []
    learn = goal("people/ada/2026-Q4/a", title="Learn Rust") | goal(
        "people/lin/2026-Q4/b", title="Learn Rust"
    )
    assert told(learn, "Q115") == []


def results(one: str, other: str) -> dict[str, str]:
    """Two objectives with one key result each."""
    return goal("2026-Q4/a", f"key_results: [{one}]") | goal("2026-Q4/b", f"key_results: [{other}]")


def test_key_results_are_copies_only_with_the_same_numbers() -> None:
    nps = "{id: nps, title: Net promoter score, metric: {baseline: 20, target: 40}}"
    assert len(told(results(nps, nps), "Q115")) == 1
    assert told(results(nps, nps.replace("20", "25")), "Q115") == []
    assert told(results(nps, nps[:-1] + ", status: dropped}"), "Q115") == []
    audit = "{id: audit, title: The audit is passed, binary: {}}"
    assert told(results(audit, audit), "Q115") == []


def test_copied_objectives_are_told_once_and_not_for_each_key_result() -> None:
    front = "key_results: [{id: nps, title: Net promoter score, metric: {baseline: 20, target: 40}}]"
    files = goal("2026-Q4/a", front, "Customers like us") | goal("2026-Q4/b", front, "Customers like us")
    assert len(told(files, "Q115")) == 1


def test_the_similarity_can_be_moved() -> None:
    files = two("Customers find us and stay", "Customers find us and gladly stay")
    config = {"config.yaml": "rules: {thresholds: {Q115: {similarity: 0.99}}}\n"}
    assert len(told(files, "Q115")) == 1
    assert told(files | config, "Q115") == []
