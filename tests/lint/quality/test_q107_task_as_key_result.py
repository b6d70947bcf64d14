"""Key results that are tasks."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_goal import PATH, files, with_result
from tests.lint.told import told


@pytest.mark.parametrize(
    ("title", "measure", "column", "word"),
    [
        ("Ship the new page", "binary: {}", 12, "Ship"),
        ("Ship the new page", "weight: 1", 12, "Ship"),
        ("Ship the new page", "checkins: [{date: 2026-11-02, value: 0.5}]", 12, "Ship"),
        ("Migrate all shops", "milestones: [{title: Half of them}]", 12, "Migrate"),
        ("Launch in 3 countries", "binary: {}", 12, "Launch"),
        ('"Step one: build the page"', "binary: {}", 23, "build"),
        ("The new page is live", "binary: {}", 28, "live"),
        ("上线新页面", "binary: {}", 12, "上线"),
        ("新页面上线", "binary: {}", 15, "上线"),
    ],
)
def test_a_task_is_told_at_its_verb(title: str, measure: str, column: int, word: str) -> None:
    assert told(with_result(f"  - id: a\n    title: {title}\n    {measure}"), "Q107") == [
        f'{PATH}:11:{column}: the key result is a task: "{word}" is done or not done'
    ]


@pytest.mark.parametrize(
    ("title", "measure"),
    [
        ("Ship parcels within a day", 'metric: {unit: "%", baseline: 60, target: 95}'),
        ("Deliver 95 % of parcels within 2 days", "weight: 1"),
        ("The bank accepts our form", "binary: {}"),
        ("Somebody else has tried to break it", "milestones: [{title: Found somebody}]"),
        ("The new page is live", "milestones: [{title: Half of it}]"),
        ("Build times are short", "weight: 1"),
        ("Ship the new page", "status: dropped"),
        ("客户愿意再来", "binary: {}"),
    ],
)
def test_what_has_numbers_or_names_a_state_is_no_task(title: str, measure: str) -> None:
    assert told(with_result(f"  - id: a\n    title: {title}\n    {measure}"), "Q107") == []


def test_projects_of_a_unit_that_kpis_manage_may_be_done_or_not() -> None:
    unit = {"goals/team.md": "---\nmode: kpi\n---\n"}
    assert told(with_result("  - {id: a, title: Migrate the shops, binary: {}}") | unit, "Q107") == []
    assert len(told(with_result("  - {id: a, title: Migrate the shops}") | unit, "Q107")) == 1
    both = "  - {id: a, title: The bank agrees, binary: {}}\n  - {id: b, title: The law agrees, binary: {}}\n"
    assert told(files(results=both) | unit, "Q107") == []
    assert told(files(results=both), "Q107") == [
        f"{PATH}:4:1: all 2 key results are done or not done, and none has a number"
    ]
