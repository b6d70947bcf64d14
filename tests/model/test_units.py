from __future__ import annotations

import time

import pytest

from goalsite.model.units import first_heading
from tests.authored import goal, read


def test_every_key_of_a_unit_is_read() -> None:
    site = read(
        {
            "goals/platform/team.md": goal(
                """
                title: The platform
                lead: lin
                members: [ada, "@lin", sam]
                mode: hybrid
                layer: front
                cadence: xun
                fit: {uncertainty: high, autonomy: high, talent: high, stage: scaling}
                aliases: [infra]
                tags: [core]
                links: {chat: https://example.org}
                lint: {Q101: new}
                """,
                "We run it.",
            )
        }
    )
    assert site.said() == []
    team = site.team("platform")
    assert (team.title, team.lead, team.members) == ("The platform", "lin", ("ada", "lin", "sam"))
    assert (team.mode, team.layer, team.cadence, team.parent) == ("hybrid", "front", "xun", "")
    assert dict(team.fit) == {"uncertainty": "high", "autonomy": "high", "talent": "high", "stage": "scaling"}
    assert (team.aliases, team.body) == (("infra",), "We run it.")


@pytest.mark.parametrize(
    ("written", "layer"),
    [
        ("front", "front"),
        ("middle", "middle"),
        ("back", "back"),
        ("back office", "back"),
        ("front office", "front"),
        ("middle office", "middle"),
    ],
)
def test_a_layer_is_named_with_or_without_its_office(written: str, layer: str) -> None:
    site = read({"goals/platform/team.md": goal(f"layer: {written}")})
    assert site.said() == []
    assert site.team("platform").layer == layer


@pytest.mark.parametrize(
    ("front", "said"),
    [
        (
            "layer: basement",
            '2:8: S008 layer is "basement", must be front, middle, back, front office, middle',
        ),
        ("mode: both", '2:7: S008 mode is "both", must be okr, kpi or hybrid'),
        ("cadence: sometimes", '2:10: S008 cadence is "sometimes", must be day'),
        ("lead: [ada]", "2:7: S002 lead is a list, must be the handle of one person"),
        ("members: ada", '2:10: S002 members is "ada", must be a list'),
        ("fit: {uncertainity: high}", '2:7: S001 fit has no key "uncertainity"'),
        ("id: platform", '2:1: S001 a unit has no key "id"'),
        ("owner: ada", '2:1: S001 a unit has no key "owner"'),
    ],
)
def test_a_wrong_value_is_told_at_its_place(front: str, said: str) -> None:
    found = read({"goals/platform/team.md": goal(front)}).said("goals/platform/team.md")
    assert len(found) == 1
    assert found[0].startswith(said)


@pytest.mark.parametrize("cadence", ["day", "week", "xun", "month", "quarter", "year", "10d", "end"])
def test_a_cadence_is_a_calendar_s_or_so_many_days(cadence: str) -> None:
    site = read({"goals/platform/team.md": goal(f"cadence: {cadence}")})
    assert site.said() == []
    assert site.team("platform").cadence == cadence


def test_a_unit_s_title_is_its_heading_or_its_folder_s_name_and_the_root_s_the_site_s() -> None:
    site = read(
        {
            "config.yaml": "site_name: Example\n",
            "goals/team.md": "",
            "goals/a b/team.md": "",
            "goals/c/team.md": "# The C",
        }
    )
    assert [(team.id, team.title) for team in site.corpus.teams] == [
        ("", "Example"),
        ("a-b", "a b"),
        ("c", "The C"),
    ]


def test_a_unit_is_known_by_an_alias_too() -> None:
    site = read(
        {
            "goals/team.md": goal("aliases: [company]"),
            "goals/platform/team.md": goal("aliases: [infra]"),
            "goals/2026/a.md": goal("team: infra\ndepends_on: [{team: company, ask: budget}]"),
        }
    )
    assert site.said() == []
    assert site.objective("2026/a").team == "platform"
    assert [ask.team for ask in site.graph.asks] == [""]


def test_units_nest_as_folders_nest_and_skip_folders_without_one() -> None:
    site = read({"goals/a/team.md": "", "goals/a/b/c/team.md": ""})
    assert [(team.id, team.parent) for team in site.corpus.teams] == [("", None), ("a", ""), ("a/b/c", "a")]


def test_a_broken_unit_is_still_there() -> None:
    site = read({"goals/a/team.md": "---\nx: [\n---\n", "goals/a/2026/x.md": goal()})
    assert len(site.found) == 1
    assert site.objective("a/2026/x").team == "a"


def test_a_page_has_the_common_keys_and_no_others() -> None:
    site = read({"goals/about.md": goal("{kind: page, title: About, tags: [a], owner: ada}", "Text")})
    assert site.said() == ['goals/about.md:2:39: S001 a page has no key "owner"']
    (page,) = site.corpus.pages
    assert (page.id, page.title, page.body) == ("about", "About", "Text")


def test_a_file_without_front_matter_is_a_plain_page() -> None:
    (page,) = read({"goals/notes/how.md": "# How we work\n"}).corpus.pages
    assert (page.id, page.title) == ("notes/how", "How we work")


def test_a_page_that_begins_like_a_goal_without_its_first_line_is_a_warning() -> None:
    site = read({"goals/2026-Q4/a.md": "title: Trust\nowner: ada\n---\nWhy.\n"})
    told = 'S051 the page begins with "title: Trust" like a goal, and its first --- is missing'
    assert site.said() == [f"goals/2026-Q4/a.md:1:1: {told}"]
    assert read({"goals/about.md": "title: a word\n\nA page.\n"}).said() == []


@pytest.mark.parametrize(
    ("written", "heading"),
    [
        ("# Trust ##", "Trust"),
        ("# Trust\t#\t", "Trust"),
        ("# C#", "C#"),
        ("# a # b", "a # b"),
        (f"# a{chr(9) * 60_000}b", f"a{chr(9) * 60_000}b"),
        (f"# a {'#' * 60_000}b", f"a {'#' * 60_000}b"),
    ],
)
def test_signs_that_close_a_heading_do_not_count_however_long_it_is(written: str, heading: str) -> None:
    before = time.process_time()
    assert first_heading(written) == heading
    assert time.process_time() - before < 1
