from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from goalsite.pages.forest import plant
from tests.pages.desks import desk_of
from tests.pages.goal_files import kpi, objective


def supporting(edges: dict[int, list[int]], count: int) -> dict[str, str]:
    """Objectives g0, g1, … of which each supports those of `edges`."""
    return {
        f"goals/2026-Q4/g{at}.md": objective(
            f"G{at}", head=f"id: g{at}\nsupports: [{', '.join(f'g{to}' for to in edges.get(at, []))}]"
        )
        for at in range(count)
    }


def test_a_goal_hangs_below_the_first_it_supports_else_contributes_to_else_improves() -> None:
    files = {
        "goals/2026-Q4/a.md": objective("A", head="supports: [b]\ncontributes: [{to: c}]\nimproves: [k]"),
        "goals/2026-Q4/b.md": objective("B", head="improves: [k]"),
        "goals/2026-Q4/c.md": objective("C"),
        "goals/kpis/k.md": kpi("K", ""),
        "goals/kpis/alone.md": kpi("Alone", ""),
    }
    desk = desk_of(files)
    forest = plant(desk, {*desk.objectives, *desk.kpis})
    assert forest.parents["2026-Q4/a"].target == "2026-Q4/b"
    assert forest.parents["2026-Q4/b"].target == "kpis/k"
    assert forest.roots == ("kpis/k",)
    assert forest.alone == ("2026-Q4/c", "kpis/alone")


def test_a_circle_is_opened_at_its_smallest_id() -> None:
    desk = desk_of(supporting({0: [1], 1: [2], 2: [0]}, 3))
    forest = plant(desk, set(desk.objectives))
    assert forest.roots == ("g0",)
    assert forest.nearest(9) == ("g0", "g2", "g1")


def test_the_nearest_are_taken_level_by_level() -> None:
    desk = desk_of(supporting({1: [0], 2: [1], 3: [0]}, 4))
    assert plant(desk, set(desk.objectives)).nearest(3) == ("g0", "g1", "g3")


def test_of_many_trees_those_that_hold_most_are_taken_with_what_hangs_below_them() -> None:
    edges = {5: [0], 6: [1], 7: [1], 8: [1], 9: [2], 10: [3], 11: [4]}
    desk = desk_of(supporting(edges, 12))
    forest = plant(desk, set(desk.objectives))
    assert len(forest.roots) == 5
    assert forest.nearest(8)[:2] == ("g1", "g6")
    assert forest.nearest(8)[2:4] == ("g0", "g5")


@given(st.dictionaries(st.integers(0, 7), st.lists(st.integers(0, 7), max_size=3, unique=True)))
def test_whatever_the_edges_every_goal_stands_in_the_forest_once(edges: dict[int, list[int]]) -> None:
    desk = desk_of(supporting(edges, 8))
    forest = plant(desk, set(desk.objectives))
    reached = forest.nearest(99)
    assert sorted((*reached, *forest.alone)) == [f"g{at}" for at in range(8)]


def test_a_chain_of_ten_thousand_goals_needs_no_deep_stack() -> None:
    desk = desk_of(supporting({at: [at - 1] for at in range(1, 10_000)}, 10_000))
    forest = plant(desk, set(desk.objectives))
    assert forest.roots == ("g0",)
    assert len(forest.parents) == 9_999
