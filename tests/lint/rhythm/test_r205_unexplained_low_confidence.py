"""Which low confidences are left without a word."""

from __future__ import annotations

import pytest

from tests.lint.objectives import PATH, conversion, objective
from tests.lint.told import told


def low(*rows: str, front: str = "") -> list[str]:
    return told(objective(conversion(*rows), front), "R205")


def test_below_four_tenths_is_low() -> None:
    assert low("date: 2026-11-09, value: 55, confidence: 0.4") == []
    assert low("date: 2026-11-09, value: 55, confidence: 40%") == []
    assert len(low("date: 2026-11-09, value: 55, confidence: 3/10")) == 1


@pytest.mark.parametrize("word", ["note: 银行还没有答复", "blocked: the bank", "next: call them"])
def test_any_word_explains_it(word: str) -> None:
    assert low(f"date: 2026-11-09, value: 55, confidence: 0.2, {word}") == []


def test_a_word_that_comes_later_explains_it_too_and_an_earlier_one_does_not() -> None:
    assert low("date: 2026-11-09, confidence: 0.2", "date: 2026-11-11, note: the bank") == []
    assert len(low("date: 2026-11-02, note: the bank", "date: 2026-11-09, confidence: 0.2")) == 1


def test_only_the_latest_confidence_counts() -> None:
    assert low("date: 2026-11-02, confidence: 0.2", "date: 2026-11-09, confidence: 0.5") == []


def test_the_goals_own_confidence_is_told_at_its_place() -> None:
    own = "checkins: [{date: 2026-11-09, confidence: 0.1}]"
    (one,) = low("date: 2026-11-09, value: 58, confidence: 0.6", front=own)
    assert one.startswith(f"{PATH}:4:43: the confidence in the objective is 0.1")


def test_how_low_is_a_setting() -> None:
    files = objective(conversion("date: 2026-11-09, confidence: 0.45"))
    config = {"config.yaml": "rules: {thresholds: {R205: {below: 0.5}}}\n"}
    assert len(told(files | config, "R205")) == 1
