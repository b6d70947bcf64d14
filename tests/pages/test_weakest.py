"""What gives an objective its status is told where that asks for somebody."""

from __future__ import annotations

from goalsite.pages.weakest import weakest
from tests.pages.desks import desk_of
from tests.pages.goal_files import kpi, objective, result

DAY = "2026-11-16"
GOOD, BAD = result("good", DAY, 60), result("bad", DAY, 1)


def told(files: dict[str, str]) -> str:
    """What is told of the objective `top`."""
    desk = desk_of(files)
    return weakest(desk, desk.objectives["top"], desk.analysis.objectives["top"])


def top(*results: str, head: str = "") -> dict[str, str]:
    return {"goals/2026-Q4/top.md": objective("Top", *results, head=f"id: top\n{head}")}


def below(name: str, *results: str, head: str = "") -> dict[str, str]:
    return {f"goals/2026-Q4/{name}.md": objective(name, *results, head=f"contributes: [top]\n{head}")}


def test_of_several_key_results_the_weakest_is_named_and_a_single_one_is_plain() -> None:
    assert told(top(GOOD, BAD)) == "weakest: Result bad"
    assert told(top(BAD)) == ""


def test_where_all_is_well_nothing_is_told() -> None:
    assert told(top(GOOD) | below("a", GOOD)) == ""


def test_what_contributes_is_named_where_no_key_result_is_as_weak() -> None:
    files = top(GOOD) | below("a", BAD) | below("b", GOOD) | below("c", BAD, head="status: paused")
    assert told(files) == "held back by what contributes to it: a"
    assert told(top(GOOD, BAD) | below("a", BAD)) == "weakest: Result bad"


def test_of_many_that_contribute_the_first_are_named() -> None:
    many: dict[str, str] = {}
    for name in "abcde":
        many |= below(name, BAD)
    assert told(top(GOOD) | many) == "held back by what contributes to it: a, b, c and 2 more"


def test_a_red_kpi_that_must_not_break_is_named() -> None:
    red = kpi("Speed", "targets: [{from: 2026-01-01, target: 5}]\nseries: [[2026-11-10, 1]]")
    files = top(GOOD, head="guards: [speed]") | {"goals/kpis/speed.md": red}
    assert told(files) == "held back by a KPI that must not break: Speed"
