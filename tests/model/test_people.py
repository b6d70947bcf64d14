from __future__ import annotations

from tests.authored import goal, read


def people(files: dict[str, str]) -> list[tuple[str, str, str]]:
    """Everybody's id, handle and profile."""
    return [(person.id, person.handle, person.path) for person in read(files).corpus.people]


def test_everybody_named_as_owner_contributor_lead_or_member_is_a_person() -> None:
    files = {
        "goals/platform/team.md": goal("{lead: lin, members: [sam]}"),
        "goals/kpis/k.md": goal("owner: kim"),
        "goals/2026/a.md": goal(
            """
            owner: ada
            contributors: [bo]
            key_results: [{id: x, owner: cy}]
            initiatives: [{title: t, owner: di}]
            """
        ),
        "goals/people/ed/2026/b.md": goal(),
        "goals/people/flo.md": "",
    }
    assert [name for name, _, _ in people(files)] == [
        "ada",
        "bo",
        "cy",
        "di",
        "ed",
        "flo",
        "kim",
        "lin",
        "sam",
    ]


def test_who_only_reports_or_reviews_is_no_person_of_the_site() -> None:
    files = {
        "goals/2026/a.md": goal(
            "checkins: [{date: 2026-10-09, by: ada}]\nreviews: [{date: 2026-10-09, by: sam}]"
        )
    }
    assert people(files) == []


def test_a_handle_is_the_same_in_any_case_and_shown_as_the_first_file_spells_it() -> None:
    files = {
        "goals/2026/a.md": goal("owner: Ada"),
        "goals/2026/b.md": goal('owner: "@ADA"'),
        "goals/2026/c.md": goal("contributors: [ada]"),
    }
    assert people(files) == [("ada", "Ada", "")]


def test_a_profile_is_shown_as_its_file_spells_it() -> None:
    files = {"goals/people/Ada.md": goal("name: Ada L"), "goals/2026/a.md": goal("owner: ada")}
    assert people(files) == [("ada", "Ada", "goals/people/Ada.md")]


def test_every_key_of_a_person_is_read_and_only_the_handle_is_required() -> None:
    site = read(
        {
            "goals/platform/team.md": "",
            "goals/people/ada.md": goal(
                "{name: Ada L, team: platform, links: {home: https://example.org}}", "Hello"
            ),
            "goals/people/lin.md": "",
        }
    )
    assert site.said() == []
    ada, lin = site.person("ada"), site.person("lin")
    assert (ada.name, ada.team, ada.links, ada.body) == (
        "Ada L",
        "platform",
        (("home", "https://example.org"),),
        "Hello",
    )
    assert (lin.name, lin.team, lin.handle) == ("", "", "lin")


def test_two_profiles_of_one_handle_are_an_error() -> None:
    site = read({"goals/people/Ada.md": "", "goals/people/ada.md": ""})
    assert [(one.path, one.code) for one in site.found] == [("goals/people/ada.md", "S005")]
    assert len(site.corpus.people) == 1


def test_a_person_s_alias_is_that_person_wherever_it_is_written() -> None:
    site = read(
        {
            "goals/people/ada.md": goal("aliases: [Ada-L]"),
            "goals/2026/a.md": goal("owner: ada-l\ncontributors: [ADA-L]"),
            "goals/platform/team.md": goal("lead: ada-l"),
        }
    )
    assert site.said() == []
    assert [person.id for person in site.corpus.people] == ["ada"]
    assert site.objective("2026/a").owner == site.team("platform").lead == "ada"


def test_a_person_s_folder_may_be_spelt_in_any_case() -> None:
    site = read({"goals/people/Ada/2026/a.md": goal(), "goals/people/ada.md": ""})
    assert site.said() == []
    assert [person.id for person in site.corpus.people] == ["ada"]


def test_a_folder_and_a_profile_with_odd_characters_are_one_person() -> None:
    site = read({"goals/people/Ada L/2026/a.md": goal(), "goals/people/ada l.md": ""})
    assert [(person.id, person.path) for person in site.corpus.people] == [("ada-l", "goals/people/ada l.md")]
    assert site.corpus.objectives[0].person == "ada-l"


def test_a_broken_profile_is_told_once_and_the_person_stays() -> None:
    site = read({"goals/people/ada.md": "---\nx: [\n---\n", "goals/people/ada/2026/a.md": goal("owner: ada")})
    assert len(site.found) == 1
    assert [(person.id, person.path) for person in site.corpus.people] == [("ada", "")]
