"""Edges between goals of different times."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_site import TRUST, goal
from tests.lint.told import told

PAST = goal("2026-Q2/old", "status: closed\noutcome: partly") | goal("2027-Q1/later") | TRUST


@pytest.mark.parametrize(
    ("front", "place"),
    [
        ("supports: [trust, old]", "3:19"),
        ("contributes: [{to: old, weight: 2}]", "3:20"),
        ("depends_on: [{goal: old}]", "3:21"),
        ("supports: [later]", "3:12"),
        ("depends_on:\n  - confirmed: true\n    goal: later", "5:11"),
    ],
)
def test_the_reference_is_the_place(front: str, place: str) -> None:
    found = told(PAST | goal("2026-Q4/a", front), "Q133")
    assert [one.partition(": ")[0] for one in found] == [f"goals/2026-Q4/a.md:{place}"]


@pytest.mark.parametrize(
    "front",
    [
        "supports: [trust]",
        "continues: [old]",
        "status: closed\nsupports: [old]",
        "supports: ['https://example.org/aims']",
        "depends_on: [{goal: reached}]",
    ],
)
def test_what_meets_or_is_fulfilled_is_left_alone(front: str) -> None:
    reached = goal("2026-Q3/reached", "status: closed\noutcome: achieved")
    assert told(PAST | reached | goal("2026-Q4/a", front), "Q133") == []


def test_one_after_the_other_within_a_cycle_is_how_things_wait() -> None:
    files = goal("2026-Q4/first", "due: 2026-11-15")
    second = "start: 2026-11-20\ndepends_on: [{goal: first}]\nsupports: [first]"
    assert told(files | goal("2026-Q4/second", second), "Q133") == []


def test_nothing_can_wait_for_what_begins_after_its_end() -> None:
    files = goal("2026-Q4/late", "start: 2026-12-20")
    early = "due: 2026-12-10\ndepends_on: [{goal: late}]"
    assert len(told(files | goal("2026-Q4/early", early), "Q133")) == 1


def test_a_kpi_has_no_end() -> None:
    kpi = {"goals/kpis/paid.md": "---\ntitle: Paid\nsupports: [old]\n---\n"}
    assert told(PAST | kpi | goal("2026-Q4/a", "supports: [paid]"), "Q133") == []
