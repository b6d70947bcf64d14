"""Who may own an objective."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_goal import PATH, files
from tests.lint.told import told

UNITS = {
    "goals/infra/platform/team.md": "---\ntitle: Platform\nmembers: [docs, lin]\n---\n",
    "goals/docs/team.md": "---\ntitle: Docs\n---\n",
}


@pytest.mark.parametrize(
    "owner",
    [
        *(
            "platform-team",
            "the-team",
            "team-checkout",
            "growth_squad",
            "everyone",
            "Marketing-Dept",
            "产品部",
            "全体",
            "增长小组",
        )
    ],
)
def test_a_group_s_name_is_no_person(owner: str) -> None:
    assert told(files(front=f"owner: {owner}"), "Q110") == [
        f'{PATH}:3:8: the owner "{owner}" is named like a group, not a person'
    ]


@pytest.mark.parametrize("owner", ["platform", "Platform", "'@platform'"])
def test_a_unit_is_no_person(owner: str) -> None:
    (one,) = told(files(front=f"owner: {owner}") | UNITS, "Q110")
    assert one.endswith('is the unit "infra/platform", not a person')


@pytest.mark.parametrize(
    "owner",
    ["ada", "platform-lead", "lin", "docs", "maintainer", "steam", "wegener", "阿部", "长谷部", "teamo"],
)
def test_people_and_roles_are_owners(owner: str) -> None:
    """Also a member who is called like a unit."""
    assert told(files(front=f"owner: {owner}") | UNITS, "Q110") == []


def test_a_profile_makes_a_person() -> None:
    person = {"goals/people/platform.md": "---\nname: Pia Latform\n---\n"}
    assert told(files(front="owner: platform") | UNITS | person, "Q110") == []


def test_nobody_is_told_but_for_personal_goals_and_what_could_not_be_read() -> None:
    assert told(files(front="order: 1"), "Q110") == [f"{PATH}:2:8: the objective has no owner"]
    personal = {"goals/people/ada/2026-Q4/learn.md": "---\ntitle: I read Rust fluently\n---\n"}
    assert told(personal, "Q110") == []
    assert told(files(front="owner: [ada, lin]"), "Q110") == []
