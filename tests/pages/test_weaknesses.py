from __future__ import annotations

from goalsite.pages.weaknesses import weaknesses
from tests.pages.desks import desk_of
from tests.pages.goal_files import kpi, objective


def lists(files: dict[str, str]) -> dict[str, list[str]]:
    desk = desk_of(files)
    return {one.id: [link.text for link in one.links] for one in weaknesses(desk, desk.corpus.objectives)}


UNITS = {f"goals/{unit}/team.md": f"---\ntitle: {unit.upper()}\n---\n" for unit in ("p", "q", "r")}


def test_objectives_of_units_that_serve_nothing_are_named_those_of_the_root_are_the_top() -> None:
    files = UNITS | {
        "goals/2026-Q4/top.md": objective("Top"),
        "goals/p/2026-Q4/a.md": objective("A", head="supports: [top]"),
        "goals/p/2026-Q4/b.md": objective("B"),
        "goals/p/2026-Q4/draft.md": objective("Draft", head="status: draft"),
    }
    assert lists(files)["orphans"] == ["B"]


def test_kpis_that_nothing_needs_are_named() -> None:
    files = {
        "goals/2026-Q4/a.md": objective("A", head="guards: [held]\nimproves: [moved]\nsupports: [meant]"),
        **{f"goals/kpis/{name}.md": kpi(name, "") for name in ("held", "moved", "meant", "idle")},
        "goals/kpis/serving.md": kpi("serving", "supports: [a]"),
    }
    assert lists(files)["idle-kpis"] == ["idle"]


def test_units_without_any_tie_to_another_are_named() -> None:
    files = UNITS | {
        "goals/p/2026-Q4/a.md": objective("A", head="depends_on: [{team: q, ask: help}]"),
        "goals/q/2026-Q4/b.md": objective("B"),
        "goals/r/2026-Q4/c.md": objective("C"),
    }
    assert lists(files)["silos"] == ["R"]
    assert lists({"goals/2026-Q4/a.md": objective("A")})["silos"] == []


def test_goals_nobody_answers_for_are_named() -> None:
    files = {
        "goals/2026-Q4/a.md": objective("A"),
        "goals/2026-Q4/b.md": objective("B", head="owner: ada"),
        "goals/kpis/k.md": kpi("K", ""),
    }
    assert lists(files)["unowned"] == ["A", "K"]


def test_a_long_list_is_cut_and_says_how_many_more() -> None:
    desk = desk_of({f"goals/kpis/k{at:03}.md": kpi(f"K{at}", "owner: ada") for at in range(130)})
    idle = next(one for one in weaknesses(desk, ()) if one.id == "idle-kpis")
    assert len(idle.links) == 100
    assert idle.rest is not None
    assert (idle.rest.text, idle.rest.href) == ("30 more", "kpis/")
