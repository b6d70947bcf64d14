"""Numbers in titles of objectives."""

from __future__ import annotations

import pytest

from tests.authored import goal
from tests.lint.told import told


def said(title: str) -> list[str]:
    """What is said of an objective with that title."""
    return told({"goals/2026-Q4/a.md": goal(f'title: "{title}"')}, "Q103")


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Win 30 % of the market", "30"),
        ("Save $2M a year", "$2M"),
        ("Builds are 10x faster", "10x"),
        ("转化率提升30%", "30%"),
        ("把营收翻到3倍", "3倍"),
        ("把营收做到１２亿", "１２亿"),
        ("Reach 1,200 customers.", "1,200"),
        ("Fewer than 5.", "5"),
    ],
)
def test_a_number_is_told_at_its_place(title: str, number: str) -> None:
    column = len('title: "') + title.index(number) + 1
    assert said(title) == [
        f'goals/2026-Q4/a.md:2:{column}: the title holds "{number}", which belongs in a key result'
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Our customers call us first",
        "HTTP/3 works for everyone",
        "S3 is no single point of failure",
        "We answer 24/7",
        "Everybody uses 2FA",
        "B2B feels like B2C",
        "2026 is the year of trust",
        "让所有人在2026年用上新版本",
        "Q4 ends calmly",
        "K8s upgrades are boring",
    ],
)
def test_digits_of_names_and_years_are_no_numbers(title: str) -> None:
    assert said(title) == []


def test_a_closed_goal_is_not_reworded() -> None:
    files = {"goals/2026-Q4/a.md": goal("title: Win 30 % of it\nstatus: closed\noutcome: partly")}
    assert told(files, "Q103") == []
