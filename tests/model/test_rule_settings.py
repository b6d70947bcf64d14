"""The key `rules:` of the configuration."""

from __future__ import annotations

from textwrap import dedent

from goalsite.core.rules import Rules
from tests.authored import read


def rules(text: str) -> tuple[Rules, list[str]]:
    """What the configuration says of the rules, and what is said of it."""
    site = read({"config.yaml": dedent(text)})
    return site.config.rules, site.said("config.yaml")


def test_every_key_is_read() -> None:
    said, found = rules("""
        rules:
          select: [S, Q, R]
          ignore: [Q105]
          severity: {Q119: error, R: warning}
          per-path: {"goals/archive/**": [Q, R]}
          thresholds: {Q101: {root: 5, unit: 4}}
        """)
    assert found == []
    assert said == Rules(
        select=("S", "Q", "R"),
        ignore=("Q105",),
        severity=(("Q119", "error"), ("R", "warning")),
        per_path=(("goals/archive/**", ("Q", "R")),),
        thresholds=(("Q101", "root", 5.0), ("Q101", "unit", 4.0)),
    )


def test_all_stands_for_every_code() -> None:
    said, found = rules("rules: {select: [ALL], ignore: [P]}")
    assert (said.select, found) == (("",), [])


def test_without_the_key_and_with_an_empty_one_everything_is_in_force() -> None:
    assert rules("site_name: Ours")[0] == rules("rules:")[0] == Rules()


def test_a_name_or_an_unknown_code_is_told_with_what_is_meant() -> None:
    site = read({"config.yaml": "rules:\n  select: [output-verb, Q999, X]\n"})
    assert site.said("config.yaml") == [
        '2:12: S041 select has "output-verb", and no code begins so',
        '2:25: S041 select has "Q999", and no code begins so',
        '2:31: S041 select has "X", and no code begins so',
    ]
    assert site.hints()[0] == "write Q104"
    assert site.hints()[2] == "goalsite rule --all lists the codes"


def test_an_error_of_structure_cannot_be_ignored_nor_made_less_severe() -> None:
    said, found = rules("""
        rules:
          ignore: [S003]
          severity: {S002: warning}
          per-path: {"a/**": [S001, Q]}
        """)
    assert [one.split(" ", 1)[1] for one in found] == [
        "S041 ignore has S003, an error of structure, which cannot be put aside",
        "S041 severity has S002, an error of structure, which cannot be put aside",
        "S041 per-path.a/** has S001, an error of structure, which cannot be put aside",
    ]
    assert said.per_path == (("a/**", ("Q",)),)


def test_an_unknown_threshold_names_those_there_are() -> None:
    site = read(
        {"config.yaml": "rules:\n  thresholds: {Q101: {units: 4}, Q103: {x: 1}, Q102: {max: many}}\n"}
    )
    assert site.said("config.yaml") == [
        '2:23: S041 Q101 has no threshold "units"',
        '2:34: S041 "Q103" has no thresholds',
        '2:60: S015 Q102.max is "many", must be a number',
    ]
    assert site.hints()[0] == 'did you mean "unit"?'
    assert site.hints()[1] == "take it away, or put the rule aside under ignore:"


def test_what_is_no_mapping_is_told() -> None:
    for text in ("rules: Q", "rules: {severity: [Q]}", "rules: {per-path: Q}", "rules: {thresholds: 5}"):
        said, found = rules(text)
        assert said == Rules()
        assert [one.split()[1] for one in found] == ["S002"]
