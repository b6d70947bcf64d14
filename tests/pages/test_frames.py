"""What stands around a page, and what must not."""

from __future__ import annotations

import pytest

from goalsite.pages.elements import Link
from goalsite.pages.frames import edit_url, frame, way_to
from tests.authored import goal
from tests.pages.desks import desk_of, one_goal

HUB = "https://github.com/acme/goals"


@pytest.mark.parametrize(
    ("repo", "uri", "url"),
    [
        (HUB, "", f"{HUB}/edit/main/goals/a%20b.md"),
        ("https://gitlab.com/acme/goals/", "", "https://gitlab.com/acme/goals/-/edit/main/goals/a%20b.md"),
        ("https://gitee.com/acme/goals", "", "https://gitee.com/acme/goals/edit/master/goals/a%20b.md"),
        (
            "https://bitbucket.org/acme/goals",
            "",
            "https://bitbucket.org/acme/goals/src/main/goals/a%20b.md?mode=edit",
        ),
        ("https://git.example.org/goals", "", ""),
        (
            "https://git.example.org/goals",
            "_edit/trunk",
            "https://git.example.org/goals/_edit/trunk/goals/a%20b.md",
        ),
        (HUB, "https://edit.example.org/{path}?go", "https://edit.example.org/goals/a%20b.md?go"),
        (HUB, "?edit=", f"{HUB}?edit=/goals/a%20b.md"),
        ("", "edit/main/", ""),
        ("javascript:alert(1)//github", "", ""),
    ],
)
def test_a_page_is_edited_where_its_host_says(repo: str, uri: str, url: str) -> None:
    assert edit_url(repo, uri, "goals/a b.md") == url


def test_the_source_names_its_file_and_how_to_edit_it() -> None:
    desk = desk_of({"config.yaml": f"repo_url: {HUB}\n"} | one_goal("title: Trust"))
    source = frame(desk, "goals/2026-Q4/trust/", "Trust", source=desk.objectives["2026-Q4/trust"]).source
    assert source is not None
    assert source.path == "goals/2026-Q4/trust.md"
    assert source.edit is not None
    assert source.view is not None
    assert source.view.href == f"{HUB}/blob/main/goals/2026-Q4/trust.md"


def test_the_way_to_a_goal_is_its_alignment_and_not_its_folder() -> None:
    desk = desk_of(
        one_goal("supports: [middle]")
        | {
            "goals/2026/middle.md": goal("title: M\ncontributes: [top]"),
            "goals/2026/top.md": goal("title: T"),
        }
    )
    assert [link.text for link in way_to(desk, "2026-Q4/trust")] == ["T", "M"]


def test_goals_that_support_each_other_in_a_circle_have_a_way_that_ends() -> None:
    desk = desk_of({"goals/2026/a.md": goal("supports: [b]"), "goals/2026/b.md": goal("supports: [a]")})
    assert [link.text for link in way_to(desk, "2026/a")] == ["b"]


def test_the_way_down_a_deep_chain_is_short() -> None:
    chain = {f"goals/2026/g{n}.md": goal(f"supports: [g{n - 1}]" if n else "title: Top") for n in range(50)}
    assert [link.text for link in way_to(desk_of(chain), "2026/g49")] == [f"g{n}" for n in range(41, 49)]


def test_the_sidebar_names_the_units_around() -> None:
    units = {f"goals/{path}team.md": goal(f"title: {name}") for path, name in UNITS.items()}
    sidebar = frame(desk_of(units), "teams/a/", "A", unit="a").sidebar
    assert sidebar is not None
    assert [link.text for link in sidebar.ancestors] == ["Root"]
    assert [link.text for link in sidebar.siblings] == ["B"]
    assert [link.text for link in sidebar.children] == ["C"]


UNITS = {"": "Root", "a/": "A", "b/": "B", "a/c/": "C"}


def test_a_unit_with_very_many_neighbours_names_some_and_links_all() -> None:
    sidebar = frame(
        desk_of({f"goals/u{n}/team.md": goal() for n in range(60)}), "teams/", "Root", unit=""
    ).sidebar
    assert sidebar is not None
    assert len(sidebar.children) == 41
    assert sidebar.children[-1].href == "teams/"


def test_another_goal_changes_nothing_around_a_page() -> None:
    files = one_goal("title: Trust") | {"goals/a/team.md": goal("title: A")}
    more = files | {
        "goals/2027/other.md": goal("title: Other"),
        "goals/a/2026-Q4/more.md": goal("title: More"),
    }
    path = "goals/2026-Q4/trust/"
    before, after = (
        frame(desk_of(these), path, "Trust", unit="", cycle="2026-Q4") for these in (files, more)
    )
    assert before == after


def test_each_language_leads_to_the_others() -> None:
    config = {"config.yaml": "languages: [en, zh]\nsite_url: https://example.org/goals/\n"}
    english, chinese = (frame(desk_of(config, language=tag), "kpis/a b/", "A") for tag in ("en", "zh"))
    assert [(link.text, link.href, link.note) for link in english.translations] == [
        ("中文", "zh/kpis/a%20b/", "zh")
    ]
    assert [(link.text, link.href, link.note) for link in chinese.translations] == [
        ("English", "../kpis/a%20b/", "en")
    ]
    assert english.canonical == "https://example.org/goals/kpis/a%20b/"
    assert chinese.canonical == "https://example.org/goals/zh/kpis/a%20b/"
    assert english.site.base_path == "/goals/"


def test_the_cycle_switch_offers_the_pages_cycle_and_what_holds_it() -> None:
    desk = desk_of(one_goal("title: Trust") | {"goals/2026/top.md": goal("title: Top")})
    site = frame(desk, "goals/2026-Q4/trust/", "Trust", cycle="2026-Q4").site
    assert site.cycle == "2026-Q4"
    assert [link.href for link in site.cycles] == ["cycles/2026-Q4/", "cycles/2026/", "cycles/"]


def test_a_page_about_a_cycle_or_a_unit_brings_its_own_switches() -> None:
    desk = desk_of(one_goal("title: Trust"))
    switch = (Link("2026-Q3", "cycles/2026-Q3/"),)
    site = frame(desk, "cycles/2026-Q4/", "2026-Q4", cycle="2026-Q4", cycles=switch, units=switch).site
    assert (site.cycle, site.cycles, site.units) == ("2026-Q4", switch, switch)
    assert frame(desk, "goals/2026-Q4/trust/", "Trust", cycle="2026-Q4").site.units == ()
