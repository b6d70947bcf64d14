"""The indexes pages look things up in."""

from __future__ import annotations

from functools import partial

import pytest

from goalsite.pages import desk as desk_module
from tests.authored import goal
from tests.pages.desks import desk_of, one_goal, one_kpi


def test_objectives_of_a_unit_stand_in_the_order_they_are_given() -> None:
    desk = desk_of(
        {
            "goals/2026-Q4/a.md": goal("title: A"),
            "goals/2026-Q4/b.md": goal("order: 2"),
            "goals/2026-Q4/c.md": goal("order: 1"),
        }
    )
    assert [one.id for one in desk.goals_of["", "2026-Q4"]] == ["2026-Q4/c", "2026-Q4/b", "2026-Q4/a"]


def test_a_personal_objective_is_found_by_its_person_only() -> None:
    desk = desk_of({"goals/people/ada/2026-Q4/learn.md": goal("title: Learn")})
    assert [one.id for one in desk.goals_of_person["ada"]] == ["people/ada/2026-Q4/learn"]
    assert desk.goals_of == {}


def test_what_reads_a_kpi_is_known_by_it() -> None:
    desk = desk_of(
        one_goal("key_results: [{id: fast, metric: {kpi: speed, baseline: 9, target: 1}}]")
        | one_kpi("unit: s")
        | {"goals/kpis/double.md": goal('formula: "speed * 2"')}
    )
    assert desk.readers["kpis/speed"] == ("2026-Q4/trust#fast", "kpis/double")


def test_units_are_found_from_the_one_above() -> None:
    desk = desk_of({"goals/a/team.md": goal("title: A"), "goals/a/b/team.md": goal("title: B")})
    assert [team.id for team in desk.units_below[""]] == ["a"]
    assert [team.id for team in desk.units_below["a"]] == ["a/b"]


def test_every_file_knows_where_it_is_published() -> None:
    desk = desk_of(
        one_goal("title: Trust")
        | {"goals/README.md": "# Goals\n", "goals/map.png": "", "goals/a/team.md": goal()}
    )
    assert desk.published["goals/2026-Q4/trust.md"] == "goals/2026-Q4/trust/"
    assert desk.published["goals/README.md"] == "pages/"
    assert desk.published["goals/map.png"] == "files/goals/map.png"
    assert desk.published["goals/a/team.md"] == "teams/a/"


def test_edges_to_the_outside_lead_from_a_goal_but_to_none() -> None:
    desk = desk_of(one_goal("supports: ['https://example.org/x']"))
    assert [edge.target for edge in desk.edges_from["2026-Q4/trust"]] == ["https://example.org/x"]
    assert desk.edges_to == {}


def test_of_very_many_pieces_some_are_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_module, "_MOST_PIECES", 2)
    desk, made = desk_of({}), list[int]()

    def square(number: int) -> int:
        made.append(number)
        return number**2

    def asked(number: int) -> int:
        return desk.piece("square", number, partial(square, number))

    assert [asked(number) for number in (1, 2, 1, 3, 1, 3)] == [1, 4, 1, 9, 1, 9]
    assert made == [1, 2, 3, 1]
    assert len(desk.found["square"]) == 2
