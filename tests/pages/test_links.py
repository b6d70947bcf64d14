"""Ids become links that are named as readers know them."""

from __future__ import annotations

import pytest

from goalsite.pages.elements import Link
from goalsite.pages.links import (
    cycle_link,
    goal_link,
    person_link,
    published_href,
    record_links,
    unit_link,
)
from tests.authored import goal
from tests.pages.desks import desk_of, one_goal, one_kpi

CONFIG = """
sites: {hq: "https://goals.example.org/"}
cycles: [{id: release-1, title: First release, start: 2026-11-01, end: 2026-12-01}]
"""


def test_a_goal_is_linked_by_its_title() -> None:
    desk = desk_of(one_goal("title: Readers trust us") | one_kpi("title: Speed"))
    assert goal_link(desk, "2026-Q4/trust") == Link("Readers trust us", "goals/2026-Q4/trust/")
    assert goal_link(desk, "kpis/speed", "s") == Link("Speed", "kpis/kpis/speed/", "s")


def test_a_key_result_is_linked_on_its_objectives_page() -> None:
    desk = desk_of(one_goal("key_results: [{id: p50, title: Median}]"))
    assert goal_link(desk, "2026-Q4/trust#p50") == Link("Median", "goals/2026-Q4/trust/#kr-p50")


def test_ids_of_any_script_are_percent_encoded() -> None:
    desk = desk_of({"goals/2026-Q4/目标.md": goal("title: 目标")})
    assert goal_link(desk, "2026-Q4/目标").href == "goals/2026-Q4/%E7%9B%AE%E6%A0%87/"


@pytest.mark.parametrize(
    ("name", "text", "href"),
    [
        ("https://example.org/a/b?c=d", "example.org/a/b", "https://example.org/a/b?c=d"),
        ("hq:trust", "trust", "https://goals.example.org/goals/trust/"),
        ("hq:trust#p50", "trust#p50", "https://goals.example.org/goals/trust/#kr-p50"),
        ("https://[", "[", "https://["),
    ],
)
def test_what_lies_outside_is_linked_there(name: str, text: str, href: str) -> None:
    link = goal_link(desk_of({"config.yaml": CONFIG}), name)
    assert (link.text, link.href) == (text, href)


def test_a_goal_that_could_not_be_read_is_linked_by_its_id() -> None:
    desk = desk_of({"goals/kpis/broken.md": "---\ntitle: [\n---\n"})
    assert goal_link(desk, "kpis/broken") == Link("kpis/broken", "kpis/kpis/broken/")


def test_a_person_is_linked_by_name_with_the_handle_beside() -> None:
    desk = desk_of({"goals/people/ada.md": goal("name: Ada Lovelace"), "goals/team.md": goal("lead: Lin")})
    assert person_link(desk, "@ADA") == Link("Ada Lovelace", "people/ada/", "@ada")
    assert person_link(desk, "lin") == Link("Lin", "people/lin/")


def test_somebody_without_a_page_leads_to_all_people() -> None:
    assert person_link(desk_of({}), "@zoe") == Link("zoe", "people/")


def test_a_declared_cycle_goes_by_its_title_and_a_known_one_by_its_name() -> None:
    files = {"config.yaml": CONFIG} | one_goal("title: Trust")
    assert cycle_link(desk_of(files), "release-1").text == "First release"
    assert cycle_link(desk_of(files, language="zh"), "2026-Q4").text == "2026年Q4"


def test_the_root_unit_is_titled_by_the_site() -> None:
    assert unit_link(desk_of({"config.yaml": "site_name: Acme\n"}), "") == Link("Acme", "teams/")


@pytest.mark.parametrize(
    ("written", "href"),
    [
        ("../kpis/speed.md", "kpis/kpis/speed/"),
        ("../kpis/speed.md#data", "kpis/kpis/speed/#data"),
        ("/goals/a b.png", "files/goals/a%20b.png"),
        ("..", "pages/"),
        ("missing.md", None),
        ("../../../etc/passwd", None),
    ],
)
def test_a_relative_path_leads_to_what_is_published(written: str, href: str | None) -> None:
    files = (
        one_goal("title: Trust") | one_kpi("unit: s") | {"goals/a b.png": "", "goals/README.md": "# All\n"}
    )
    desk = desk_of(files)
    assert published_href(desk, desk.objectives["2026-Q4/trust"], written) == href


def test_links_of_a_file_that_lead_nowhere_are_left_out() -> None:
    desk = desk_of(one_goal("links: {design: https://example.org/d, spec: trust.md, lost: gone.md}"))
    links = record_links(desk, desk.objectives["2026-Q4/trust"])
    assert [(link.text, link.href) for link in links] == [
        ("design", "https://example.org/d"),
        ("spec", "goals/2026-Q4/trust/"),
    ]
