"""Objectives that lead nowhere."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_site import TRUST, goal, unit
from tests.lint.told import told

SHOP = TRUST | unit("shop")


def test_a_title_in_a_heading_is_the_place() -> None:
    files = SHOP | {"goals/shop/2026-Q4/a.md": "---\nowner: ada\n---\n# 结账不费神\n"}
    assert [one.partition(": ")[0] for one in told(files, "Q113")] == ["goals/shop/2026-Q4/a.md:4:3"]


@pytest.mark.parametrize(
    "front",
    [
        "supports: [trust]",
        "contributes: [trust]",
        "improves: [paid]",
        "same_as: [trust]",
        "supports: ['https://example.org/aims']",
        "supports: [nobody-wrote-this]",  # S003 tells that
        "status: draft",
        "status: closed\noutcome: achieved",
    ],
)
def test_what_leads_somewhere_or_need_not_is_left_alone(front: str) -> None:
    kpi = {"goals/shop/kpis/paid.md": "---\ntitle: Paid\n---\n"}
    assert told(SHOP | kpi | goal("shop/2026-Q4/a", front), "Q113") == []


def test_the_root_people_and_the_past_need_no_edge() -> None:
    files = TRUST | unit("shop") | goal("2026-Q4/a") | goal("people/ada/2026-Q4/b") | goal("shop/2026-Q3/c")
    assert told(files, "Q113") == []


def test_a_unit_without_anything_above_it_has_nothing_to_serve() -> None:
    assert told(unit("shop") | goal("shop/2026-Q4/a"), "Q113") == []


def test_a_goal_of_a_unit_two_levels_down_may_serve_what_stands_at_the_root() -> None:
    files = TRUST | unit("shop", "shop/desk") | goal("shop/desk/2026-Q4/a")
    assert len(told(files, "Q113")) == 1


def test_three_are_told_each_and_more_together() -> None:
    three = SHOP | goal("shop/2026-Q4/a") | goal("shop/2026-Q4/b") | goal("shop/2026-Q4/c")
    assert len(told(three, "Q113")) == 3
    four = told(three | goal("shop/2026-Q4/d"), "Q113")
    assert [one.partition(" say ")[0] for one in four] == [
        "goals/shop/2026-Q4/a.md:2:8: this and 3 more objectives of Shop"
    ]
