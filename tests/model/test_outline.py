from __future__ import annotations

import pytest

from goalsite.model.outline import kind_by_place
from tests.authored import goal, read

BROKEN = "---\ntitle: [never closed\n---\n"


@pytest.mark.parametrize(
    ("path", "has_front", "kind"),
    [
        ("team.md", True, "team"),
        ("platform/team.md", False, "team"),
        ("kpis/team.md", True, "team"),
        ("kpis/revenue.md", True, "kpi"),
        ("kpis/revenue.md", False, "kpi"),
        ("platform/kpis/deep/revenue.md", True, "kpi"),
        ("people/ada.md", True, "person"),
        ("people/ada.md", False, "person"),
        ("people/ada/2026-Q4/learn.md", True, "objective"),
        ("people/ada/kpis/pulse.md", True, "kpi"),
        ("platform/people/ada.md", True, "objective"),
        ("2026/win-trust.md", True, "objective"),
        ("2026/win-trust.md", False, "page"),
        ("about.md", False, "page"),
        ("kpis.md", True, "objective"),
    ],
)
def test_where_a_file_lies_says_its_kind(path: str, has_front: bool, kind: str) -> None:
    assert kind_by_place(path, has_front) == kind


def test_a_file_that_says_its_kind_is_of_that_kind_wherever_it_lies() -> None:
    site = read(
        {
            "goals/2026/trust.md": goal("kind: kpi"),
            "goals/kpis/grow.md": goal("{kind: objective, cycle: 2026}"),
            "goals/2026/about.md": goal("kind: page"),
            "goals/sales/ada.md": goal("kind: person"),
            "goals/support/index.md": goal("kind: team"),
        }
    )
    assert site.said() == []
    assert [kpi.id for kpi in site.corpus.kpis] == ["2026/trust"]
    assert [one.id for one in site.corpus.objectives] == ["kpis/grow"]
    assert [page.id for page in site.corpus.pages] == ["2026/about"]
    assert [person.id for person in site.corpus.people] == ["ada"]
    assert [team.id for team in site.corpus.teams] == ["", "support"]


def test_a_kind_that_is_none_is_the_one_thing_told_of_that_file() -> None:
    site = read({"goals/a.md": goal("kind: KPI\nunit: min\nowner: [1]"), "goals/b.md": goal("kind: [kpi]")})
    assert site.said() == [
        'goals/a.md:2:7: S008 kind is "KPI", must be objective, kpi, team, person or page',
        "goals/b.md:2:7: S002 kind is a list, must be objective, kpi, team, person or page",
    ]
    assert site.hints()[0] == 'did you mean "kpi"?'


def test_without_an_id_a_goal_is_called_by_its_path() -> None:
    site = read({"goals/platform/2026-Q4/faster-builds.md": goal(), "goals/kpis/revenue.md": goal()})
    assert sorted(site.goals) == ["kpis/revenue", "platform/2026-Q4/faster-builds"]


def test_an_explicit_id_survives_a_move() -> None:
    before = read({"goals/2026-Q4/a.md": goal("id: builds")})
    after = read({"goals/platform/2026-Q4/b.md": goal("id: builds")})
    assert list(before.goals) == list(after.goals) == ["builds"]


def test_an_id_is_taken_as_it_is_written() -> None:
    assert list(read({"goals/2026/a.md": goal("id: 1.10")}).goals) == ["1.10"]


def test_in_an_id_made_from_a_path_every_other_character_is_a_dash() -> None:
    site = read({"goals/R & D/2026/更快 (builds).md": goal(), "goals/R & D/team.md": goal()})
    assert site.said() == []
    assert list(site.goals) == ["R---D/2026/更快--builds-"]
    assert site.objective("R---D/2026/更快--builds-").team == "R---D"
    assert site.team("R---D").title == "R & D"


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ('""', "is empty"),
        ("a b", "holds a space, must be letters, digits, - _ . and / between segments"),
        ("_a", "has a segment that begins with _"),
        ("a./b", "has a segment that ends in a dot"),
        ("/a", "has an empty segment"),
        ("aux", "has the segment aux, the name of a device on Windows"),
        ("x" * 201, "has a segment of more than 200 bytes"),
    ],
)
def test_an_id_that_could_not_be_a_folder_everywhere_is_an_error_at_its_place(
    written: str, fault: str
) -> None:
    (found,) = read({"goals/2026/a.md": goal(f"title: A\nid: {written}")}).found
    assert (found.code, found.line, found.column, found.hint) == ("S010", 3, 5, "choose another id")
    assert found.message.endswith(fault)


def test_a_path_that_makes_no_id_is_told_with_the_way_out() -> None:
    site = read({"goals/2026/aux.md": goal(), "goals/2026/_b.md": goal("id: b")})
    assert site.said() == [
        'goals/2026/aux.md:1:1: S010 id "2026/aux" has the segment aux, the name of a device on Windows'
    ]
    assert site.hints() == ["rename the file, or give the goal an id: of its own"]


def test_a_folder_whose_name_makes_no_id_is_told_once_for_all_in_it() -> None:
    files = {f"goals/2026/_x/{name}.md": goal() for name in "abc"}
    site = read({**files, "goals/2026/_x/team.md": goal()})
    assert site.said() == ['goals/2026/_x/a.md:1:1: S010 id "2026/_x/a" has a segment that begins with _']
    assert {one.team for one in site.corpus.objectives} == {team.id for team in site.corpus.teams} - {""}


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("trust", "trust", 'id "trust" is taken by goals/2026/a.md'),
        ("trust", "Trust", '(as "trust", which differs only in case or form)'),
        ("straße", "STRASSE", '(as "straße", which differs only in case or form)'),
    ],
)
def test_two_ids_that_would_share_a_file_are_an_error(one: str, other: str, told: str) -> None:
    site = read({"goals/2026/a.md": goal(f"id: {one}"), "goals/2026/b.md": goal(f"id: {other}")})
    (found,) = site.found
    assert (found.path, found.line, found.column, found.code) == ("goals/2026/b.md", 2, 5, "S005")
    assert found.message.endswith(told)
    assert found.hint == "give one of them another id"


def test_ids_that_differ_in_unicode_form_alone_are_equal() -> None:
    site = read({"goals/2026/a.md": goal("id: caf\u00e9"), "goals/2026/b.md": goal("id: cafe\u0301")})
    assert site.codes == ["S005"]
    assert list(site.goals) == ["caf\u00e9"]


def test_of_two_equal_ids_the_first_by_path_stands_whatever_its_kind() -> None:
    site = read(
        {
            "goals/2026/a.md": goal("id: x"),
            "goals/2026/b.md": goal("{id: x, kind: kpi}"),
            "goals/2026/c.md": goal("contributes: [x]"),
        }
    )
    assert site.said() == ['goals/2026/b.md:2:6: S005 id "x" is taken by goals/2026/a.md']
    assert site.edges("contributes") == [("2026/c", "x")]


def test_two_paths_that_make_one_id_are_told_with_what_to_rename() -> None:
    site = read(
        {
            "goals/2026/a b.md": goal(),
            "goals/2026/a-b.md": goal(),
            "goals/x y/team.md": goal(),
            "goals/x-y/team.md": goal(),
        }
    )
    assert [(one.path, one.code, one.hint) for one in site.found] == [
        ("goals/2026/a-b.md", "S005", "rename one of the files, or give it an id: of its own"),
        ("goals/x-y/team.md", "S005", "rename one of the folders"),
    ]


def test_goals_units_people_and_pages_may_share_a_name() -> None:
    site = read(
        {
            "goals/platform/team.md": goal(),
            "goals/platform.md": goal("cycle: 2026"),
            "goals/people/platform.md": goal(),
            "goals/notes.md": "# Notes",
            "goals/2026/notes.md": goal("id: notes"),
        }
    )
    assert site.said() == []


def test_objectives_and_kpis_share_one_namespace() -> None:
    site = read({"goals/2026/a.md": goal("id: x"), "goals/kpis/k.md": goal("id: x")})
    assert site.codes == ["S005"]


def test_an_alias_equal_to_an_id_or_alias_is_an_error() -> None:
    site = read(
        {
            "goals/2026/a.md": goal("{id: a, aliases: [old]}"),
            "goals/2026/b.md": goal("{id: b, aliases: [a, old, b, fine]}"),
        }
    )
    assert site.said() == [
        'goals/2026/b.md:2:19: S005 alias "a" is taken by goals/2026/a.md',
        'goals/2026/b.md:2:22: S005 alias "old" is taken by goals/2026/a.md',
        'goals/2026/b.md:2:27: S005 alias "b" is taken by this file already',
    ]
    assert set(site.hints()) == {"take the alias away"}


def test_an_alias_that_is_no_id_is_an_error() -> None:
    site = read({"goals/2026/a.md": goal("aliases: [a b]")})
    assert site.said()[0].startswith('goals/2026/a.md:2:11: S010 alias "a b" holds a space')


def test_a_goal_belongs_to_the_nearest_unit_at_or_above_it() -> None:
    site = read(
        {
            "goals/platform/team.md": goal(),
            "goals/platform/build/tools/team.md": goal(),
            "goals/2026/a.md": goal(),
            "goals/platform/2026/b.md": goal(),
            "goals/platform/build/2026/c.md": goal(),
            "goals/platform/build/tools/kpis/d.md": goal(),
        }
    )
    units = {name.rpartition("/")[2]: one.team for name, one in site.goals.items()}
    assert units == {"a": "", "b": "platform", "c": "platform", "d": "platform/build/tools"}
    assert site.team("platform/build/tools").parent == "platform"
    assert site.team("platform").parent == ""
    assert site.team("").parent is None


def test_without_a_team_file_the_root_unit_is_titled_by_the_site() -> None:
    site = read({"config.yaml": "site_name: Example\n", "goals/2026/a.md": goal()})
    assert [(team.id, team.title) for team in site.corpus.teams] == [("", "Example")]


def test_below_a_person_s_folder_goals_are_personal_and_of_the_person_s_unit() -> None:
    site = read(
        {
            "goals/platform/team.md": goal(),
            "goals/people/Ada.md": goal("team: platform"),
            "goals/people/ada/2026-Q4/learn-rust.md": goal(),
            "goals/people/lin/2026-Q4/teach.md": goal(),
            "goals/people/ada/2026-Q4/other.md": goal("team: platform"),
        }
    )
    assert site.said() == []
    assert [(one.id, one.person, one.team) for one in site.corpus.objectives] == [
        ("people/ada/2026-Q4/learn-rust", "ada", "platform"),
        ("people/ada/2026-Q4/other", "ada", "platform"),
        ("people/lin/2026-Q4/teach", "lin", ""),
    ]


def test_a_broken_file_keeps_its_kind_and_id_and_is_missing() -> None:
    site = read({"goals/2026/a.md": BROKEN, "goals/kpis/k.md": BROKEN, "goals/platform/team.md": BROKEN})
    assert [(one.kind, one.id) for one in site.corpus.missing] == [("objective", "2026/a"), ("kpi", "kpis/k")]
    assert site.team("platform").title == "platform"


def test_a_page_and_the_readme_of_a_folder_of_its_name_would_be_the_same_page() -> None:
    site = read(
        {"goals/guide.md": "# Guide\n", "goals/guide/README.md": "# Guide\n", "goals/README.md": "x\n"}
    )
    (found,) = site.found
    assert (found.path, found.code) == ("goals/guide/README.md", "S005")
    assert found.message.endswith('is taken by goals/guide.md (as "guide", which would be the same page)')


def test_a_folder_that_no_id_can_hold_does_not_hide_a_person_of_that_name() -> None:
    site = read({"goals/con/team.md": goal("title: Con"), "goals/people/con.md": goal("name: Con")})
    assert [found.path for found in site.found] == ["goals/con/team.md", "goals/people/con.md"]
    assert site.codes == ["S010", "S010"]


def test_an_id_of_thousands_of_segments_is_told_and_gets_a_short_one() -> None:
    site = read({"goals/2026-Q4/a.md": goal(f"id: {'a/' * 30_000}a")})
    (found,) = [one for one in site.found if one.code == "S010"]
    assert found.message.endswith("has 60001 characters, must have at most 1000")
    assert len(site.corpus.objectives[0].id) <= 300
