"""Sound goals meet no rule about the wording and completeness of OKRs."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_goal import PATH, files, objective
from tests.lint.told import findings

CODES = (
    "Q101",
    "Q102",
    "Q104",
    "Q105",
    "Q106",
    "Q107",
    "Q108",
    "Q109",
    "Q110",
    "Q111",
    "Q122",
    "Q128",
    "Q129",
)
EVERY_MEASURE = """\
  - id: availability
    title: Pages answer
    metric: {kpi: availability, target: 99.95}
  - id: ten-seconds
    title: Readers name what needs help
    metric: {unit: "%", baseline: 20, levels: {commit: 40, target: 60, stretch: 80}}
    checkins: [{date: 2026-11-09, value: 38, confidence: 0.6}]
  - id: holes
    title: No hole is known for longer than a week
    maintain: {unit: holes, max: 0}
    checkins: [{date: 2026-10-05, value: 0, confidence: 0.95}, {date: 2026-11-12, value: 0}]
  - id: agreed
    title: The units agree on the words
    milestones: [{title: Words collected, done: 2026-10-30}, {title: One meaning for each}]
  - id: bank
    title: The bank accepts our form
    binary: {}
"""
BY_HAND = """\
  - id: retold
    title: Newcomers retell our direction
    owner: lin
    checkins: [{date: 2026-11-10, value: 40%, confidence: 0.5}]
  - id: path
    title: A reader finds the way to their own work
    owner: lin
    zones: {commit: with a hint, target: alone, stretch: alone on a phone}
    checkins: [{date: 2026-11-10, value: commit, confidence: 0.5}]
"""
CHINESE = """\
  - {id: 复购, title: 客户一个月内再次购买, owner: lin, metric: {unit: "%", baseline: 22, target: 35}}
  - {id: 投诉, title: 每周投诉明显变少, owner: sam, metric: {unit: 件, baseline: 80, target: 30}}
"""


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"results": EVERY_MEASURE},
        {"results": BY_HAND},
        {"title": "客户愿意再来", "results": CHINESE},
        {"front": "owner: ada\nstatus: proposed"},
        {"front": "owner: ada\nstart: 2026-12-01"},
        {"front": "owner: platform-lead\ncommitment: committed"},
    ],
)
def test_a_sound_goal_is_left_alone(parts: dict[str, str]) -> None:
    kpi = "---\ntitle: Availability\nunit: '%'\ntier: outcome\nseries: [[2026-09-28, 99.9]]\n---\n"
    found = findings(files(**parts) | {"goals/kpis/availability.md": kpi})
    assert [one for one in found if one.code in CODES] == []


@pytest.mark.parametrize("front", ["status: draft", "status: draft\nowner: ada"])
def test_a_draft_may_still_lack_its_key_results_and_owner(front: str) -> None:
    found = findings({PATH: f"---\ntitle: Buying takes no thought\n{front}\n---\n"})
    assert [one.code for one in found if one.code in CODES] == []


def test_what_is_over_is_not_worded_anew() -> None:
    """Neither a closed goal nor one of a cycle that has ended meets these rules."""
    results = "  - {id: a, title: Improve the shop}\n  - {id: b, title: Build the shop, binary: {}}\n"
    bad = objective(
        title="Launch TBD", front="owner: the-team\nstatus: closed\noutcome: missed", results=results
    )
    late = objective(title="Launch TBD", front="owner: the-team", results=results, body="For a bonus.\n")
    found = findings({PATH: bad, "goals/2026-Q3/late.md": late})
    assert [one.code for one in found if one.code in CODES] == []
