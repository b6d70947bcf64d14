"""Key results that promise a change without a number."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_goal import PATH, with_result
from tests.lint.told import findings, told


@pytest.mark.parametrize(
    ("title", "measure", "column", "word"),
    [
        ("Improve the page", "weight: 1", 12, "Improve"),
        ("The page is faster", "weight: 1", 24, "faster"),
        ("Better answers", "checkins: [{date: 2026-11-02, value: 0.4}]", 12, "Better"),
        ("Enhance the page", "binary: {}", 12, "Enhance"),
        ("Improve the page by the end of Q4 2026", "weight: 1", 12, "Improve"),
        ("提升客户满意度", "weight: 1", 12, "提升"),
        ("流程持续优化", "weight: 1", 16, "优化"),
    ],
)
def test_a_vague_word_without_a_number_is_told(title: str, measure: str, column: int, word: str) -> None:
    assert told(with_result(f"  - id: a\n    title: {title}\n    {measure}"), "Q129") == [
        f'{PATH}:11:{column}: "{word}" says that something changes, and no number says how much'
    ]


@pytest.mark.parametrize(
    ("title", "measure"),
    [
        ("Improve the page", "metric: {unit: s, baseline: 9, target: 4}"),
        ("Improve the page", "metric: {kpi: wait, target: 4}"),
        ("Improve the page", "zones: {commit: with help, target: alone, stretch: at night}"),
        ("Improve the page", "description: From 0 for nobody to 1 for 20 readers who like it."),
        ("Improve the page by 30 %", "weight: 1"),
        ("满意度提升30%", "weight: 1"),
        ("Buyers feel safe", "weight: 1"),
        ("Improve the page", "status: dropped"),
    ],
)
def test_a_number_anywhere_says_how_much(title: str, measure: str) -> None:
    kpi = {"goals/kpis/wait.md": "---\ntitle: Wait\nunit: s\ndirection: lower\n---\n"}
    assert told(with_result(f"  - id: a\n    title: {title}\n    {measure}") | kpi, "Q129") == []


def test_it_is_told_once() -> None:
    found = findings(with_result("  - id: a\n    title: Improve the page\n    owner: sam"))
    assert [one.code for one in found if one.code in ("Q106", "Q107", "Q108", "Q129")] == ["Q129"]
