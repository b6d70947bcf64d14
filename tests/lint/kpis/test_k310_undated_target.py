"""Targets without a date."""

from __future__ import annotations

import pytest

from tests.lint.kpis.a_kpi import PATH, files
from tests.lint.told import told


def said(*targets: str) -> list[str]:
    """What is said of a KPI with these targets, the first of them in line 11."""
    return told(files("\n".join(["targets:", *(f"  - {target}" for target in targets)])), "K310")


def test_each_target_without_a_date_is_told() -> None:
    assert said("{target: 8}", "{from: 2026-07-01, target: 7}", "{text: soon, target: 6, red: 9}") == [
        f"{PATH}:11:5: the target of 8 says neither from when it holds nor for which period",
        f"{PATH}:13:5: the target of 6 says neither from when it holds nor for which period",
    ]


def test_a_date_without_a_value_is_none() -> None:
    assert len(said("{from: , target: 8}")) == 1


@pytest.mark.parametrize(
    "target",
    [
        "{from: 2026-07-01, target: 8}",
        "{period: 2026, target: 8}",
        "{from: 2026-02-30, target: 8}",
        "{since: 2026-07-01, target: 8}",
        "soon",
        "{}",
    ],
)
def test_a_date_that_is_there_or_was_told_is_left_alone(target: str) -> None:
    """An impossible day and an unknown key are told as that."""
    assert said(target, "{from: 2026-10-01, target: 7}") == []
