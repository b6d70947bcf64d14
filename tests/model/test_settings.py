from __future__ import annotations

from datetime import date

import pytest

from goalsite.core.config import Config, DeclaredCycle, Pace, Theme
from goalsite.core.periods import FiscalYear, Period
from goalsite.core.rules import Rules
from tests.authored import read

WHOLE = """
site_name: Goals of Example
site_url: https://example.org/goals/
site_description: What we are after
repo_url: https://example.org/git
edit_uri: edit/main/
goals_dir: okrs
site_dir: public
exclude: ["okrs/old/**"]
footer: Made with care
theme: {name: slate, custom_dir: overrides, language: zh, mascot: teal}
languages: [en, zh]
timezone: Europe/Berlin
cadence: xun
holidays: [{start: 2026-12-24, end: 2027-01-03, title: Winter}]
cycles: [{id: launch, title: The launch, start: 2026-09-15, end: 2026-11-30, parent: 2026}]
current_cycle: launch
fiscal_year_start: 4
fiscal_year_named_by: end
pace: {top: .8, on_track: .95, at_risk: .6, early: .1, early_slack: .05, grace: .2, stale: 2}
rules: {ignore: [Q104]}
plugins: [extra]
sites: {partner: https://partner.example.org/}
"""


def config(text: str) -> tuple[Config, list[str]]:
    """The configuration that a file says, and what is said of it."""
    site = read({"config.yaml": text})
    return site.config, site.said("config.yaml")


def test_an_empty_or_absent_file_is_valid_and_has_every_default() -> None:
    assert config("") == (Config(), [])
    assert config("# nothing yet\n") == (Config(), [])
    assert read({}).config == Config()


def test_every_key_is_read() -> None:
    read_in, said = config(WHOLE)
    assert said == []
    assert read_in == Config(
        site_name="Goals of Example",
        site_url="https://example.org/goals/",
        site_description="What we are after",
        repo_url="https://example.org/git",
        edit_uri="edit/main/",
        goals_dir="okrs",
        site_dir="public",
        exclude=("okrs/old/**",),
        footer="Made with care",
        theme=Theme("slate", "overrides", "zh", variables=(("mascot", "teal"),)),
        languages=("en", "zh"),
        timezone="Europe/Berlin",
        cadence="xun",
        holidays=(Period(date(2026, 12, 24), date(2027, 1, 3)),),
        cycles=(
            DeclaredCycle("launch", "The launch", Period(date(2026, 9, 15), date(2026, 11, 30)), "2026"),
        ),
        current_cycle="launch",
        fiscal_year=FiscalYear(4, "end"),
        pace=Pace(0.8, 0.95, 0.6, 0.1, 0.05, 0.2, 2),
        rules=Rules(ignore=("Q104",)),
        sites=(("partner", "https://partner.example.org/"),),
    )


def test_a_theme_may_be_its_name_alone() -> None:
    assert config("theme: slate")[0].theme == Theme("slate")


def test_a_key_of_pace_that_is_not_given_keeps_its_default() -> None:
    assert config("pace: {top: 1}")[0].pace == Pace(top=1)


def test_an_unknown_key_is_an_error_with_a_suggestion() -> None:
    site = read({"config.yaml": "site_nmae: X\npace: {tpo: 1}\nnothing_like_it: 1\n"})
    assert site.said() == [
        'config.yaml:1:1: S001 config.yaml has no key "site_nmae"',
        'config.yaml:2:8: S001 pace has no key "tpo"',
        'config.yaml:3:1: S001 config.yaml has no key "nothing_like_it"',
    ]
    assert site.hints()[:2] == ['did you mean "site_name"?', 'did you mean "top"?']
    assert site.hints()[2].startswith("known are cadence, comments, current_cycle")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("timezone: Europe/Berln", '1:11: S041 timezone is "Europe/Berln", which is not known'),
        ("timezone: ../../etc/passwd", '1:11: S041 timezone is "../../etc/passwd", which is not known'),
        ("cadence: fortnight", '1:10: S008 cadence is "fortnight", must be'),
        ("fiscal_year_start: 13", "1:20: S041 fiscal_year_start is 13, must be a month, 1 to 12"),
        ("fiscal_year_start: 0", "1:20: S041 fiscal_year_start is 0, must be a month, 1 to 12"),
        ("fiscal_year_start: 4.5", "1:20: S015 fiscal_year_start is 4.5, must be a whole number"),
        ("fiscal_year_start: April", '1:20: S015 fiscal_year_start is "April", must be a number, 0 or more'),
        ("fiscal_year_named_by: middle", '1:23: S041 fiscal_year_named_by is "middle", must be start or end'),
        ("goals_dir: ../elsewhere", '1:12: S038 goals_dir is "../elsewhere", must be a folder inside'),
        ("goals_dir: /etc", '1:12: S038 goals_dir is "/etc", must be a folder inside'),
        ("goals_dir: ''", '1:12: S038 goals_dir is "", must be a folder inside'),
        ("site_dir: a/../../b", '1:11: S038 site_dir is "a/../../b", must be a folder inside'),
        ("site_dir: a/.git/b", '1:11: S038 site_dir is "a/.git/b", must be a folder inside'),
        ("goals_dir: .GIT", '1:12: S038 goals_dir is ".GIT", must be a folder inside'),
        ("site_dir: " + "x" * 256, '1:11: S038 site_dir is "' + "x" * 39 + '…", must be a folder inside'),
        ("site_dir: .", '1:11: S038 site_dir is ".", must be a folder inside'),
        ('site_dir: "c:\\\\x"', '1:11: S038 site_dir is "c:\\x", must be a folder inside'),
        ("site_dir: goals", '1:11: S041 site_dir is "goals", which holds the goals folder "goals"'),
        ("goals_dir: site/goals", '1:12: S041 site_dir is "site", which holds the goals folder "site/goals"'),
        ("exclude: old", '1:10: S002 exclude is "old", must be a list'),
        ("site_name: [a]", "1:12: S002 site_name is a list, must be text"),
        (
            "site_url: example.org",
            '1:11: S041 site_url is "example.org", must begin with https:// or http://',
        ),
        ("repo_url: javascript:x", '1:11: S040 repo_url is "javascript:x", no link'),
        ("theme: [a]", "1:8: S002 theme is a list, must be text"),
        ("theme: {name: [a]}", "1:15: S002 theme.name is a list, must be text"),
        ("pace: {top: -1}", "1:13: S015 top is -1, must be a number from 0 to 1"),
        ("pace: {top: 70}", "1:13: S015 top is 70, must be a number from 0 to 1"),
        ("pace: {stale: -1}", "1:15: S015 stale is -1, must be a number, 0 or more"),
        ("pace: 0.7", '1:7: S002 pace is "0.7", must be a mapping'),
        ("holidays: [{start: 2026-12-24}]", '1:12: S006 a holiday has no "end"'),
        ("holidays: [{start: 2026-02-31, end: 2026-03-01}]", '1:20: S011 start is "2026-02-31", which'),
        (
            "holidays: [{start: 2026-12-24, end: 2026-12-01}]",
            "1:37: S012 a holiday ends on 2026-12-01, before it starts on 2026-12-24",
        ),
        ("current_cycle: lunch", '1:16: S013 there is no cycle "lunch"'),
        ("sites: {partner: ftp://x}", '1:18: S040 sites.partner is "ftp://x", no link'),
        ("- a\n- b", "1:1: S041 this is a list, must be keys with values"),
    ],
)
def test_a_wrong_value_is_told_at_its_place_and_keeps_the_default(text: str, said: str) -> None:
    read_in, found = config(text)
    assert len(found) == 1, found
    assert found[0].startswith(said)
    assert read_in == Config()


@pytest.mark.parametrize(
    ("cycles", "said"),
    [
        ("{start: 2026-01-01, end: 2026-02-01}", 'S006 a cycle has no "id"'),
        ("{id: a, start: 2026-01-01}", 'S006 a cycle has no "end"'),
        ("{id: a/b, start: 2026-01-01, end: 2026-02-01}", 'S010 cycle "a/b" holds /, must be one segment'),
        ('{id: "", start: 2026-01-01, end: 2026-02-01}', 'S010 cycle "" is empty'),
        ("{id: nul, start: 2026-01-01, end: 2026-02-01}", 'S010 cycle "nul" has the segment nul'),
        ("{id: a, start: 2026-02-01, end: 2026-01-01}", "S012 a cycle ends on 2026-01-01, before it starts"),
        ("{id: a, start: 2026-01-01, end: 2026-02-30}", 'S011 end is "2026-02-30", which'),
    ],
)
def test_a_cycle_that_is_none_is_told_and_left_out(cycles: str, said: str) -> None:
    read_in, found = config(f"cycles:\n  - {cycles}\n")
    assert len(found) == 1, found
    assert said in found[0]
    assert read_in.cycles == ()


def test_of_two_cycles_with_one_id_the_first_stands() -> None:
    read_in, said = config(
        """\
cycles:
  - {id: a, start: 2026-01-01, end: 2026-02-01}
  - {id: a, start: 2026-03-01, end: 2026-04-01}
"""
    )
    assert said == ['3:10: S005 cycle "a" is declared already, in line 2']
    assert [cycle.period.start for cycle in read_in.cycles] == [date(2026, 1, 1)]


def test_a_parent_that_is_no_cycle_is_told_at_its_place() -> None:
    text = "cycles:\n  - {id: launch, start: 2026-01-01, end: 2026-02-01, parent: lunch}\n"
    site = read({"config.yaml": text})
    assert site.said() == ['config.yaml:2:62: S013 there is no cycle "lunch"']
    assert site.hints() == ["name it as 2026-Q4, or declare it under cycles:"]  # and not itself
    another = "  - {id: lunches, start: 2026-01-01, end: 2026-03-01}\n"
    assert read({"config.yaml": text + another}).hints() == ['did you mean "lunches"?']
    assert site.config.cycles[0].parent is None


def test_cycles_that_are_each_other_s_parents_are_told_as_a_path() -> None:
    read_in, said = config(
        """\
cycles:
  - {id: a, start: 2026-01-01, end: 2026-02-01, parent: b}
  - {id: b, start: 2026-01-01, end: 2026-02-01, parent: c}
  - {id: c, start: 2026-01-01, end: 2026-02-01, parent: a}
  - {id: d, start: 2026-01-01, end: 2026-02-01, parent: d}
"""
    )
    assert said == [
        "2:57: S007 the parents of the cycles lead in a circle: a → b → c → a",
        "5:57: S007 the parents of the cycles lead in a circle: d → d",
    ]
    assert [cycle.parent for cycle in read_in.cycles] == [None, "c", "a", None]


def test_the_current_cycle_may_be_known_or_declared() -> None:
    assert config("current_cycle: 2026-Q4")[0].current_cycle == "2026-Q4"


def test_folders_are_written_in_one_form() -> None:
    read_in, said = config("goals_dir: ./okrs//deep/\nsite_dir: out/./public\n")
    assert said == []
    assert (read_in.goals_dir, read_in.site_dir) == ("okrs/deep", "out/public")


def test_the_goals_folder_may_be_the_repository_itself() -> None:
    site = read({"config.yaml": "goals_dir: .", "2026/a.md": "---\n---\n", "kpis/k.md": "---\n---\n"})
    assert sorted(site.goals) == ["2026/a", "kpis/k"]


def test_keys_without_a_value_keep_their_defaults() -> None:
    assert config("".join(f"{line.partition(':')[0]}:\n" for line in WHOLE.strip().split("\n"))) == (
        Config(),
        [],
    )


def test_several_errors_are_all_told() -> None:
    _, said = config("timezone: Mars\ncadence: often\nsite_name: [x]\n")
    assert [line.split()[1] for line in said] == ["S041", "S008", "S002"]


def test_a_misspelt_key_of_the_theme_is_told_and_a_key_of_its_own_is_kept() -> None:
    site = read({"config.yaml": "theme: {langauge: zh, mascot: teal}\n"})
    assert site.said() == ['config.yaml:1:9: S001 theme has no key "langauge"']
