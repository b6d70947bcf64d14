from __future__ import annotations

from goalsite.pages.concerns import concerns, pressing
from tests.pages.desks import desk_of
from tests.pages.goal_files import kpi, objective, result

RED = "targets: [{from: 2026-01-01, target: 9, red: 5}]\nseries: [[2026-11-02, 1], [2026-11-09, 1]]"


def kinds(files: dict[str, str], as_of: str = "2026-11-16") -> list[tuple[str, str]]:
    return [(one.kind, one.first.subject) for one in concerns(desk_of(files, as_of).analysis)]


def test_two_reds_in_a_row_are_told_once() -> None:
    files = {"goals/kpis/sales.md": kpi("Sales", RED)}
    assert kinds(files) == [("kpi_needs_recovery", "kpis/sales")]
    files["goals/2026-Q4/sell.md"] = objective("Sell", head="improves: [sales]")
    assert ("kpi_red_twice", "kpis/sales") in kinds(files)
    assert ("kpi_needs_recovery", "kpis/sales") not in kinds(files)


def test_the_silence_of_several_key_results_of_one_goal_is_one_concern() -> None:
    files = {"goals/2026-Q4/a.md": objective("A", result("x"), result("y"), result("z"))}
    (concern,) = concerns(desk_of(files).analysis)
    assert (concern.kind, concern.goal, concern.results) == ("result_no_data", "2026-Q4/a", ("x", "y", "z"))


def test_what_is_off_track_is_told_for_each_key_result_the_furthest_behind_first() -> None:
    behind = [result("x", "2026-11-16", 10), result("y", "2026-11-16", 1)]
    assert kinds({"goals/2026-Q4/a.md": objective("A", *behind)}) == [
        ("result_off_track", "2026-Q4/a#y"),
        ("result_off_track", "2026-Q4/a#x"),
    ]


def test_what_can_still_be_done_comes_before_what_is_over() -> None:
    files = {
        "goals/2026-Q3/old.md": objective("Old", result("x", "2026-09-01", 90)),
        "goals/2026-Q4/z.md": objective("Z", result("x", "2026-11-16", 40)),
    }
    assert kinds(files) == [("result_at_risk", "2026-Q4/z#x"), ("goal_unscored", "2026-Q3/old")]


def test_of_what_is_over_the_latest_comes_first() -> None:
    files = {f"goals/{cycle}/a.md": objective("A") for cycle in ("2025-Q4", "2026-Q2", "2026-Q1")}
    assert [goal for _, goal in kinds(files)] == ["2026-Q2/a", "2026-Q1/a", "2025-Q4/a"]


def test_pressing_are_a_few_one_for_each_goal_and_no_good_news() -> None:
    files = {
        f"goals/2026-Q4/{name}.md": objective(name, result("x"), result("y", "2026-11-16", 1))
        for name in "abc"
    }
    files["goals/kpis/k.md"] = kpi(
        "K", "targets: [{from: 2026-01-01, target: 9, red: 5}]\nseries: [[2026-11-02, 1], [2026-11-09, 10]]"
    )
    found = concerns(desk_of(files).analysis)
    assert "kpi_recovered" in [one.kind for one in found]
    assert [one.goal for one in pressing(found, 2)] == ["2026-Q4/a", "2026-Q4/b"]
    assert {one.kind for one in pressing(found, 9)} == {"result_off_track"}
