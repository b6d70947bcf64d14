from __future__ import annotations

import pytest

from goalsite.pages.ways import drawn_edge, is_across, way_of
from tests.pages.desks import desk_of
from tests.pages.goal_files import objective


def unit(name: str) -> dict[str, str]:
    return {f"goals/{name}/team.md": f"---\ntitle: {name}\n---\n"}


@pytest.mark.parametrize(
    ("origin", "way"),
    [("bottom-up", "up"), ("top-down", "down"), ("negotiated", "both"), ("", "")],
)
def test_who_started_an_alignment_is_what_its_goal_says_of_its_origin(origin: str, way: str) -> None:
    head = "supports: [b]" + (f"\norigin: {origin}" if origin else "")
    files = {"goals/2026-Q4/a.md": objective("A", head=head), "goals/2026-Q4/b.md": objective("B")}
    desk = desk_of(files)
    (edge,) = desk.graph.edges
    assert way_of(desk, edge) == way
    assert drawn_edge(desk, edge).kind == "supports"


def test_what_a_goal_depends_on_has_not_been_started_by_anyone() -> None:
    files = {
        "goals/2026-Q4/a.md": objective("A", head="depends_on: [b]\norigin: top-down"),
        "goals/2026-Q4/b.md": objective("B"),
    }
    desk = desk_of(files)
    assert [way_of(desk, edge) for edge in desk.graph.edges] == [""]


@pytest.mark.parametrize(
    ("target", "across"),
    [("goals/web/2026-Q4/b.md", False), ("goals/2026-Q4/b.md", False), ("goals/sales/2026-Q4/b.md", True)],
)
def test_an_edge_leads_across_where_its_ends_are_not_above_one_another(target: str, across: bool) -> None:
    files = unit("web") | unit("sales")
    files["goals/web/2026-Q4/a.md"] = objective("A", head=f"supports: [{target[6:-3]}]")
    files[target] = objective("B")
    desk = desk_of(files)
    assert [is_across(desk, edge) for edge in desk.graph.edges] == [across]
