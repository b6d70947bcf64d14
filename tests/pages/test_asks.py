from __future__ import annotations

from goalsite.pages.asks import asks_of_others, asks_of_unit, needs_of_goals
from goalsite.pages.rows import AskRow
from tests.pages.desks import desk_of
from tests.pages.goal_files import objective

FILES = {
    "goals/infra/team.md": "---\ntitle: Infra\n---\n",
    "goals/shop/team.md": "---\ntitle: Shop\n---\n",
    "goals/infra/2026-Q4/runners.md": objective("New runners", head="owner: ada"),
    "goals/shop/2026-Q4/sell.md": objective(
        "Sell more",
        head="depends_on: [{goal: runners, confirmed: true, note: by October},"
        " {team: infra, ask: review, size: small}]",
    ),
    "goals/shop/2026-Q3/old.md": objective(
        "Old", head="depends_on: [{team: infra, ask: old}]\nstatus: closed"
    ),
    "goals/shop/2026-Q4/own.md": objective("Own", head="depends_on: [{goal: sell}, {team: shop, ask: ours}]"),
}


def lines(rows: tuple[AskRow, ...]) -> list[tuple[str, str, str, str]]:
    return [
        (row.unit.text, row.what, row.goal.text, row.confirmed.word if row.confirmed else "") for row in rows
    ]


def test_a_unit_sees_who_waits_for_it_what_is_open_first() -> None:
    assert lines(asks_of_unit(desk_of(FILES), "infra")) == [
        ("Shop", "review", "Sell more", "open"),
        ("Shop", "New runners", "Sell more", "agreed"),
    ]


def test_a_unit_sees_for_whom_it_waits_but_not_for_itself() -> None:
    rows = asks_of_others(desk_of(FILES), "shop")
    assert lines(rows) == [
        ("Infra", "review", "Sell more", "open"),
        ("Infra", "New runners", "Sell more", "agreed"),
    ]
    assert [(row.size, row.note) for row in rows] == [("size: small", ""), ("", "by October")]


def test_goals_tell_what_active_goals_need_of_them() -> None:
    desk = desk_of(FILES)
    assert lines(needs_of_goals(desk, [desk.objectives["infra/2026-Q4/runners"]])) == [
        ("Shop", "New runners", "Sell more", "agreed")
    ]


def test_a_dependency_on_what_lies_outside_asks_no_unit() -> None:
    files = {"goals/2026-Q4/a.md": objective("A", head="depends_on: [{goal: https://example.org/goal}]")}
    desk = desk_of(files)
    assert asks_of_others(desk, "") == asks_of_unit(desk, "") == ()
