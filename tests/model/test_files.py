from __future__ import annotations

from tests.authored import goal, read

BROKEN = "---\ntitle: [never closed\n---\n"


def test_every_goal_knows_its_file_text_and_the_places_of_its_keys() -> None:
    one = read({"goals/2026/a.md": goal("title: A\nowner: ada", "Why\n")}).objective("2026/a")
    assert (one.path, one.body, one.body_line) == ("goals/2026/a.md", "Why\n", 5)
    assert {key: (mark.line, mark.column) for key, mark in one.marks.items()} == {
        "title": (2, 8),
        "owner": (3, 8),
    }


def test_a_unit_that_nobody_has_is_told_with_the_nearest_and_the_place_s_own_stands() -> None:
    site = read(
        {
            "goals/platform/team.md": "",
            "goals/sales/team.md": "",
            "goals/sales/2026/a.md": goal("team: platfrom"),
            "goals/sales/kpis/k.md": goal("team: nowhere-near"),
        }
    )
    assert site.said() == [
        'goals/sales/2026/a.md:2:7: S003 no unit is called "platfrom"',
        'goals/sales/kpis/k.md:2:7: S003 no unit is called "nowhere-near"',
    ]
    assert site.hints() == ['did you mean "platform"?', "name the folder of a team.md"]
    assert {one.team for one in site.goals.values()} == {"sales"}


def test_what_mentions_a_person_or_a_goal_in_text_is_kept() -> None:
    one = read({"goals/2026/a.md": goal("", "With @ada for [[a]].")}).objective("2026/a")
    assert [(mention.kind, mention.text) for mention in one.mentions] == [("person", "ada"), ("goal", "a")]


def test_a_broken_goal_is_missing_with_the_id_of_its_path() -> None:
    site = read(
        {"goals/2026/a.md": BROKEN, "goals/people/ada/2026/b.md": BROKEN, "goals/people/lin.md": BROKEN}
    )
    assert [(one.kind, one.id) for one in site.corpus.missing] == [
        ("objective", "2026/a"),
        ("person", "lin"),
        ("objective", "people/ada/2026/b"),
    ]
    assert site.corpus.objectives == ()


def test_a_csv_that_belongs_to_no_goal_is_a_warning_that_says_why() -> None:
    site = read(
        {
            "goals/kpis/k.md": goal(),
            "goals/kpis/k.checkins.csv": "date,kr\n",
            "goals/2026/a.md": goal(),
            "goals/2026/a.csv": "date,value\n",
            "goals/2026/lost.csv": "date,value\n",
            "goals/2026/lost.checkins.csv": "date,kr\n",
            "goals/2026/page.csv": "date,value\n",
            "goals/2026/page.md": "a plain page",
        }
    )
    assert set(site.codes) == {"S044"}
    assert [one.message for one in site.found] == [
        "a.md is an objective, which has no such file",
        "no goal is called lost.md beside this file",
        "no goal is called lost.md beside this file",
        "no goal is called page.md beside this file",
        "k.md is a KPI, which has no such file",
    ]
    assert (site.hints()[0], site.hints()[-1]) == ("name it a.checkins.csv", "name it k.csv")


def test_a_table_almost_named_like_a_goal_beside_it_is_told_so() -> None:
    site = read(
        {
            "goals/2026/trust.md": goal(),
            "goals/2026/turst.checkins.csv": "date,kr\n",
            "goals/2026/trust/turst.checkins.csv": "date,kr\n",
            "goals/kpis/uptime.md": goal(),
            "goals/kpis/upitme.csv": "date,value\n",
            "goals/kpis/other.csv": "date,value\n",
            "goals/kpis/uptimes.checkins.csv": "date,kr\n",
        }
    )
    otherwise = "name it as its goal is named, or name it under exclude: in config.yaml"
    assert {one.path: one.hint for one in site.found} == {
        "goals/2026/turst.checkins.csv": 'did you mean "trust"?',
        "goals/2026/trust/turst.checkins.csv": otherwise,
        "goals/kpis/upitme.csv": 'did you mean "uptime"?',
        "goals/kpis/other.csv": otherwise,
        "goals/kpis/uptimes.checkins.csv": otherwise,
    }
