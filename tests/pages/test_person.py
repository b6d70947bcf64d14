from __future__ import annotations

from goalsite.core.values import fields_of
from goalsite.pages.person import person_pages
from goalsite.pages.views import PersonPage
from tests.pages.desks import desk_of
from tests.pages.goal_files import kpi, objective, result

FILES = {
    "goals/core/team.md": "---\ntitle: Core\nlead: ada\nmembers: [ada, lin]\n---\n",
    "goals/people/ada.md": "---\nname: Ada L.\nlinks: {home: 'https://example.org'}\n---\nLikes numbers.\n",
    "goals/core/2026-Q4/a.md": objective(
        "Mine",
        result("x", "2026-11-16", 60),
        result("y", more="owner: lin"),
        head="owner: ada\ncontributors: [sam]",
    ),
    "goals/core/2026-Q3/p.md": objective("Past", head="owner: ada"),
    "goals/2026-Q4/b.md": objective(
        "Other", head="owner: lin\ndepends_on: [{goal: a}, {team: core, ask: help}]"
    ),
    "goals/core/kpis/k.md": kpi("K", "owner: ada"),
    "goals/people/ada/2026-Q4/learn.md": objective("Learn"),
}


def person(handle: str, files: dict[str, str] = FILES) -> PersonPage:
    pages = {frame.path: page for page, frame in person_pages(desk_of(files))}
    return pages[f"people/{handle}/"]


def test_a_person_sees_what_they_own_and_what_is_asked_of_them() -> None:
    page = person("ada")
    assert (page.title, page.handle) == ("Ada L.", "@ada")
    assert [(row.link.text, row.role) for row in page.roles] == [("Core", "leads it")]
    assert [row.link.text for row in page.owns] == ["Mine"]
    assert [row.link.text for row in page.kpis] == ["K"]
    assert [row.link.text for row in page.personal] == ["Learn"]
    assert [row.link.text for row in page.past] == ["Past"]
    assert [(row.what, row.goal.text) for row in page.asked] == [("Mine", "Other"), ("help", "Other")]
    assert [link.href for link in page.links] == ["https://example.org"]
    assert page.body is not None
    assert "Likes numbers." in page.body.markup


def test_a_key_result_of_somebody_elses_objective_is_told_with_it() -> None:
    (owned,) = person("lin").key_results
    assert (owned.link.text, owned.link.href) == ("Result y", "goals/core/2026-Q4/a/#kr-y")
    assert (owned.objective.text, owned.status.word) == ("Mine", "no data")


def test_who_helps_sees_with_what() -> None:
    page = person("sam")
    assert [row.link.text for row in page.contributes] == ["Mine"]
    assert (page.owns, page.roles) == ((), ())


def test_what_is_due_is_that_of_their_own_goals() -> None:
    assert [(row.what, row.link.text) for row in person("ada").coming] == [("Check-in", "Mine")]


def test_of_a_key_result_in_anothers_goal_they_see_when_it_is_due_and_nothing_else_of_the_goal() -> None:
    mine = "owner: lin, due: 2026-11-20"
    files = {
        "goals/core/2026-Q4/a.md": objective(
            "A", result("x", more="due: 2026-11-18"), result("y", more=mine), head="owner: ada"
        )
    }
    dues = [(row.what, row.link.text) for row in person("lin", files).coming]
    assert dues == [("Check-in", "A"), ("Key result is due", "Result y")]
    assert [row.what for row in person("ada", files).coming].count("Key result is due") == 2


def test_the_page_ranks_and_sums_up_nobody() -> None:
    assert not set(fields_of(PersonPage)) & {"score", "progress", "figures", "total", "rank"}
