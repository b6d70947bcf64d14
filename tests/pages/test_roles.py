from __future__ import annotations

from goalsite.pages.roles import roles
from tests.authored import read
from tests.pages.goal_files import kpi, objective, result


def test_everybody_has_what_names_them_whatever_the_case() -> None:
    files = {
        "goals/core/team.md": "---\nlead: Ada\nmembers: ['@ADA', lin]\n---\n",
        "goals/core/2026-Q4/a.md": objective(
            "A", result("x", more="owner: lin"), result("y"), head="owner: '@ada'\ncontributors: [lin]"
        ),
        "goals/core/kpis/k.md": kpi("K", "owner: lin"),
    }
    found = roles(read(files).corpus)
    assert (found["ada"].leads, found["ada"].member_of, found["ada"].owns) == (
        ("core",),
        ("core",),
        ("core/2026-Q4/a",),
    )
    assert found["ada"].results == ()
    assert found["lin"].results == ("core/2026-Q4/a#x",)
    assert found["lin"].contributes == ("core/2026-Q4/a",)
    assert found["lin"].kpis == ("core/kpis/k",)


def test_an_owner_of_the_whole_is_not_told_of_each_key_result() -> None:
    files = {"goals/2026-Q4/a.md": objective("A", result("x", more="owner: ADA"), head="owner: ada")}
    assert roles(read(files).corpus)["ada"].results == ()


def test_a_personal_goal_is_told_by_its_place_and_not_as_owned() -> None:
    files = {"goals/people/ada/2026-Q4/learn.md": objective("Learn", head="owner: ada")}
    assert "ada" not in roles(read(files).corpus)
