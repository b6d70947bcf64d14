from __future__ import annotations

import pytest

from goalsite.pages.coming import coming_rows
from tests.pages.desks import desk_of
from tests.pages.goal_files import objective, result


def coming(
    files: dict[str, str], as_of: str = "2026-11-16", by_unit: bool = False
) -> list[tuple[str, str, str]]:
    desk = desk_of(files, as_of)
    rows = coming_rows(desk, desk.corpus.objectives, by_unit=by_unit)
    return [(row.date, row.what, row.link.text) for row in rows]


def test_milestones_initiatives_and_own_due_days_are_coming_in_their_order() -> None:
    front = (
        "owner: ada\ndue: 2026-12-11\n"
        "initiatives: [{title: Cache, due: 2026-11-20}, {title: Old, due: 2026-11-20, done: 2026-11-01}]\n"
        "key_results:\n"
        "  - id: m\n    title: Steps\n"
        "    milestones: [{title: First, done: 2026-11-02}, {title: Draft, due: 2026-11-18}]\n"
        "  - {id: b, title: Once, binary: {}, due: 2026-12-01}\n"
    )
    assert coming({"goals/2026-Q4/a.md": objective("A", head=front)}) == [
        ("18 Nov 2026", "Milestone: Draft", "Steps"),
        ("20 Nov 2026", "Initiative: Cache", "A"),
        ("1 Dec 2026", "Key result is due", "Once"),
        ("11 Dec 2026", "Objective is due: score and close it", "A"),
    ]


@pytest.mark.parametrize(
    ("cadence", "last", "day"),
    [
        ("week", "2026-11-15", "22 Nov 2026"),
        ("week", "2026-11-16", "29 Nov 2026"),
        ("xun", "2026-11-10", "20 Nov 2026"),
        ("month", "2026-10-20", "30 Nov 2026"),
        ("10d", "2026-11-12", "22 Nov 2026"),
        ("10d", "2026-10-01", "16 Nov 2026"),
    ],
)
def test_the_next_check_in_is_at_the_end_of_the_first_period_without_one(
    cadence: str, last: str, day: str
) -> None:
    files = {"goals/2026-Q4/a.md": objective("A", result("x", last, 40), head=f"cadence: {cadence}")}
    assert coming(files)[0] == (day, "Check-in", "A")


def test_a_period_of_holidays_asks_for_no_check_in() -> None:
    files = {
        "config.yaml": "holidays: [{start: 2026-11-16, end: 2026-11-22}]\n",
        "goals/2026-Q4/a.md": objective("A", result("x", "2026-11-13", 40)),
    }
    assert coming(files) == [("29 Nov 2026", "Check-in", "A")]


def test_what_is_reached_closed_or_far_away_is_not_coming() -> None:
    files = {
        "goals/2026-Q4/done.md": objective("Done", result("x", "2026-11-13", 100)),
        "goals/2026-Q4/shut.md": objective("Shut", result("x"), head="status: closed"),
        "goals/2026-Q4/late.md": objective("Late", head="due: 2026-12-30"),
    }
    assert coming(files) == []


def test_the_end_of_a_cycle_is_told_once() -> None:
    files = {f"goals/2026-Q4/{name}.md": objective(name) for name in "ab"}
    assert coming(files, "2026-12-20") == [("31 Dec 2026", "Cycle ends: score and close", "2026-Q4")]


def test_check_ins_can_be_summed_up_by_unit_and_those_of_many_units_together() -> None:
    files = {f"goals/{unit}/team.md": f"---\ntitle: {unit}\n---\n" for unit in "pqrs"}
    files |= {
        f"goals/{unit}/2026-Q4/{name}.md": objective(name, result("x")) for unit in "pq" for name in "ab"
    }
    assert coming(files, by_unit=True) == [
        ("22 Nov 2026", "Check-in of 2 objectives", "p"),
        ("22 Nov 2026", "Check-in of 2 objectives", "q"),
    ]
    files |= {f"goals/{unit}/2026-Q4/c.md": objective("c", result("x")) for unit in "rs"}
    assert coming(files, by_unit=True) == [("22 Nov 2026", "Check-in of 6 objectives", "All units")]


def test_only_the_next_few_are_told() -> None:
    steps = ", ".join(f"{{title: Step {day}, due: 2026-11-{day}}}" for day in range(17, 31))
    head = f"key_results: [{{id: m, title: Steps, milestones: [{steps}]}}]"
    desk = desk_of({"goals/2026-Q4/a.md": objective("A", head=head)})
    assert [row.what for row in coming_rows(desk, desk.corpus.objectives, most=2)] == [
        "Milestone: Step 17",
        "Milestone: Step 18",
    ]


@pytest.mark.parametrize("cadence", ["day", "week", "99999d"])
def test_after_the_last_day_there_is_nothing_is_coming(cadence: str) -> None:
    front = f"cadence: {cadence}\nkey_results: [{{id: a, checkins: [{{date: 9999-12-31, value: 0.1}}]}}]"
    files = {"goals/9999-Q4/a.md": objective("A", head=front)}
    assert {day for day, _, _ in coming(files, "9999-12-31")} == {"31 Dec 9999"}
