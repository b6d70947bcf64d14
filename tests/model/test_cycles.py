from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.model.cycles import above
from tests.authored import Site, goal, read

PROJECT = """
cycles:
  - {id: launch, title: The launch, start: 2026-09-15, end: 2026-11-30}
"""


def cycle_of(path: str, front: str = "", config: str = "") -> Site:
    return read({"config.yaml": config, path: goal(front)})


@pytest.mark.parametrize(
    ("path", "front", "cycle"),
    [
        ("goals/2026/a.md", "", "2026"),
        ("goals/platform/2026-Q4/deep/a.md", "", "2026-Q4"),
        ("goals/2026/2026-Q4/a.md", "", "2026-Q4"),
        ("goals/2026-Q4/notes-2026/a.md", "", "2026-Q4"),
        ("goals/a.md", "cycle: 2026-W41", "2026-W41"),
        ("goals/2026/a.md", "cycle: 2026-Q4", "2026-Q4"),
        ("goals/launch/a.md", "", "launch"),
        ("goals/2026/a.md", "cycle: launch", "launch"),
    ],
)
def test_a_goal_s_cycle_is_the_one_it_names_else_the_nearest_folder_that_is_one(
    path: str, front: str, cycle: str
) -> None:
    site = cycle_of(path, front, PROJECT)
    assert site.said() == []
    assert site.corpus.objectives[0].cycle == cycle


def test_without_a_cycle_an_objective_is_an_error_and_missing() -> None:
    site = cycle_of("goals/platform/a.md")
    assert site.said() == ["goals/platform/a.md:1:1: S013 the objective has no cycle"]
    assert site.hints() == ["write cycle: 2026-Q4, or put the file in a folder of that name"]
    assert [one.id for one in site.corpus.missing] == ["platform/a"]


def test_an_empty_cycle_is_none_and_one_that_is_no_text_is_told_once() -> None:
    assert cycle_of("goals/a.md", "cycle:").said() == ["goals/a.md:2:1: S013 the objective has no cycle"]
    assert cycle_of("goals/a.md", "cycle: [2026]").said() == [
        "goals/a.md:2:8: S002 cycle is a list, must be text"
    ]


@pytest.mark.parametrize("written", ["2026-Q5", "2025-W53", "2026-13", "lunch", "FY26"])
def test_a_cycle_that_nobody_declared_is_an_error_at_its_place(written: str) -> None:
    site = cycle_of("goals/2026/a.md", f"title: A\ncycle: {written}", PROJECT)
    assert site.said() == [f'goals/2026/a.md:3:8: S013 there is no cycle "{written}"']
    assert (site.hints() == ['did you mean "launch"?']) is (written == "lunch")


def test_other_errors_of_an_objective_without_a_cycle_are_told_too() -> None:
    site = cycle_of("goals/a.md", "owner: [x]\nkey_results:\n  - {id: a, metric: {unit: min}}")
    assert site.codes == ["S013", "S002", "S006"]


def test_week_53_exists_only_in_long_years() -> None:
    assert cycle_of("goals/2026-W53/a.md").cycle("2026-W53").period == (date(2026, 12, 28), date(2027, 1, 3))


def test_a_declared_cycle_shadows_a_known_name() -> None:
    config = "cycles: [{id: 2026-Q4, title: Autumn, start: 2026-09-01, end: 2026-11-30}]"
    site = cycle_of("goals/2026-Q4/a.md", config=config)
    cycle = site.cycle("2026-Q4")
    assert (cycle.title, cycle.period.start, cycle.declared) == ("Autumn", date(2026, 9, 1), True)


def test_known_cycles_follow_the_fiscal_year() -> None:
    site = cycle_of("goals/2027-Q1/a.md", config="fiscal_year_start: 4\nfiscal_year_named_by: end\n")
    assert site.cycle("2027-Q1").period.start == date(2026, 4, 1)


def parents(site: Site) -> dict[str, str | None]:
    return {cycle.id: cycle.parent for cycle in site.corpus.cycles}


def test_a_cycle_s_parent_is_the_shortest_longer_one_in_use_or_declared_that_contains_it() -> None:
    names = ("2026", "2026-H2", "2026-Q4", "2026-10", "2026-W41", "2025")
    site = read({f"goals/{name}/a.md": goal() for name in names})
    assert parents(site) == {
        "2025": None,
        "2026": None,
        "2026-H2": "2026",
        "2026-Q4": "2026-H2",
        "2026-10": "2026-Q4",
        "2026-W41": "2026-10",
    }


def test_cycles_of_one_length_are_no_parents_of_each_other() -> None:
    config = "cycles: [{id: launch, start: 2026-10-01, end: 2026-12-31}]"
    site = cycle_of("goals/2026-Q4/a.md", config=config)
    assert parents(site) == {"2026-Q4": None, "launch": None}


def test_of_two_of_one_length_the_later_start_is_the_parent_and_then_the_first_id() -> None:
    config = """
cycles:
  - {id: early, start: 2026-09-01, end: 2026-11-09}
  - {id: late-b, start: 2026-09-15, end: 2026-11-23}
  - {id: late-a, start: 2026-09-15, end: 2026-11-23}
"""
    assert parents(cycle_of("goals/2026-10/a.md", config=config))["2026-10"] == "late-a"


def test_a_cycle_has_the_parent_it_names_and_that_one_is_a_cycle_too() -> None:
    config = "cycles: [{id: launch, start: 2026-09-15, end: 2027-01-31, parent: 2026}]"
    site = cycle_of("goals/launch/a.md", config=config)
    assert parents(site) == {"2026": None, "launch": "2026"}


def test_an_inferred_parent_never_closes_a_circle_with_a_named_one() -> None:
    config = "cycles: [{id: launch, start: 2026-09-15, end: 2026-11-30, parent: 2026-W41}]"
    site = cycle_of("goals/2026/a.md", config=config)
    assert parents(site) == {"2026": None, "2026-W41": "2026", "launch": "2026-W41"}


def test_the_cycles_in_use_are_those_of_objectives() -> None:
    site = read(
        {"goals/2026-Q4/kpis/k.md": goal(), "goals/2026-Q3/team.md": goal(), "goals/2026-Q1/a.md": goal()}
    )
    assert list(parents(site)) == ["2026-Q1"]


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdef")))
def test_the_chain_above_a_cycle_ends_even_in_a_circle(named: dict[str, str]) -> None:
    for name in "abcdef":
        chain = above(name, named)
        assert len(chain) == len(set(chain))


days = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(st.lists(st.tuples(days, days, st.none() | st.sampled_from("abcde")), max_size=5))
def test_whatever_is_declared_parents_never_lead_in_a_circle(
    said: list[tuple[date, date, str | None]],
) -> None:
    rows = [
        f"  - {{id: {name}, start: {min(one, other)}, end: {max(one, other)}, parent: {parent or '~'}}}"
        for name, (one, other, parent) in zip("abcde", said, strict=False)
    ]
    config = "cycles:\n" + "\n".join(rows) if rows else ""
    named = parents(cycle_of("goals/2026/a.md", config=config))
    for name in named:
        assert name not in above(name, {one: parent for one, parent in named.items() if parent})
    assert {parent for parent in named.values() if parent} <= set(named)


def test_a_chain_of_a_thousand_cycles_is_followed_at_once() -> None:
    parents = {f"c{number}": f"c{number + 1}" for number in range(20_000)}
    assert above("c0", parents)[-1] == "c20000"
    assert above("c0", parents | {"c20000": "c0"})[-1] == "c0"
