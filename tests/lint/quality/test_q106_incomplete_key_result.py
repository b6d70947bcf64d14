"""What a key result lacks."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_goal import CONVERSION, PATH, QUESTIONS, files, with_result
from tests.lint.told import told

QUICK = "  - id: quick\n    title: Paying is quick\n    owner: sam\n"


@pytest.mark.parametrize(
    ("measure", "gaps"),
    [
        ("metric: {unit: s, target: 40}", "no baseline"),
        ("metric: {baseline: 95, target: 40}", "no unit"),
        ("metric: {target: 40}", "no baseline and no unit"),
        ("metric: {unit: s, levels: {commit: 80, target: 60, stretch: 40}}", "no baseline"),
        ("maintain: {max: 40}", "no unit"),
        ("weight: 2", "no measure"),
    ],
)
def test_each_gap_is_told_at_the_title(measure: str, gaps: str) -> None:
    assert told(with_result(f"{QUICK}    {measure}"), "Q106") == [f"{PATH}:11:12: the key result has {gaps}"]


@pytest.mark.parametrize(
    "measure",
    [
        "metric: {kpi: quickness, target: 40}",
        "metric: {kpi: quickness, target: 40, over: window}",
        "maintain: {kpi: quickness, max: 40}",
        "metric: {unit: s, target: 40}\n    checkins: [{date: 2026-10-01, value: 95}]",
        "milestones: [{title: Half of it}]",
        "zones: {commit: with help, target: alone, stretch: at night}",
        "binary: {}",
        "description: Judged by hand after ten conversations.",
        "checkins: [{date: 2026-10-12, value: 0.3}]",
        "status: dropped",
    ],
)
def test_what_has_a_source_or_is_judged_by_hand_lacks_nothing(measure: str) -> None:
    kpi = {"goals/kpis/quickness.md": "---\ntitle: Quickness\nunit: s\nseries: [[2026-09-28, 95]]\n---\n"}
    assert told(with_result(f"{QUICK}    {measure}") | kpi, "Q106") == []


def test_a_first_value_of_later_days_is_no_baseline() -> None:
    late = f"{QUICK}    metric: {{unit: s, target: 40}}\n    checkins: [{{date: 2026-10-09, value: 80}}]"
    assert told(with_result(late), "Q106") == [f"{PATH}:11:12: the key result has no baseline"]


@pytest.mark.parametrize("measure", ["metric: {unit: s}", "metric: {unit: s, baseline: many, target: 4}"])
def test_what_could_not_be_read_is_not_told_again(measure: str) -> None:
    assert told(with_result(f"{QUICK}    {measure}"), "Q106") == []


def test_an_owner_is_missed_where_others_have_one() -> None:
    mine = QUESTIONS.replace("    owner: sam\n", "")
    nobody = (CONVERSION + QUESTIONS).replace("    owner: sam\n", "").replace("    owner: lin\n", "")
    assert told(files(results=CONVERSION + mine), "Q106") == [f"{PATH}:11:12: the key result has no owner"]
    assert told(files(results=nobody), "Q106") == []


def test_what_many_lack_is_told_once_at_the_first() -> None:
    three = "".join(f"  - {{id: k{n}, title: Buyers feel safe}}\n" for n in range(3))
    assert told(files(results=three), "Q106") == [
        f"{PATH}:5:21: 3 of 3 key results have no measure, this one first"
    ]


def test_a_task_an_activity_and_a_vague_wish_are_told_as_such() -> None:
    for title in ("Ship the page", "Hold 20 interviews", "Improve the page", "上线新页面", "提升转化"):
        assert told(with_result(f"  - id: a\n    title: {title}\n    owner: sam"), "Q106") == []
