"""A key result as a row that unfolds to everything known of it."""

from __future__ import annotations

from goalsite.pages.key_result_rows import key_result_row
from goalsite.pages.rows import KeyResultRow
from tests.authored import goal
from tests.pages.desks import desk_of, one_goal


def row(lines: str, head: str = "", as_of: str = "2026-11-16", **others: str) -> KeyResultRow:
    """The row of the first key result of an objective."""
    desk = desk_of(
        one_goal(f"{head}\nkey_results:\n  - {{id: p50, title: Median, {lines}}}", **others), as_of
    )
    objective = desk.objectives["2026-Q4/trust"]
    figures = desk.analysis.objectives[objective.id].key_results[0]
    return key_result_row(desk, objective, objective.key_results[0], figures)


METRIC = "metric: {unit: min, baseline: 14, target: 5}"


def test_the_row_tells_status_progress_and_value_beside_the_measure() -> None:
    one = row(f"{METRIC}, owner: lin, checkins: [{{date: 2026-11-16, value: 9.5, confidence: 0.6}}]")
    assert (one.id, one.status.key, one.measure) == ("kr-p50", "on_track", "14 → 5\u00a0min")
    assert one.bar is not None
    assert one.bar.text == "50% done, 35% expected"
    assert one.value is not None
    assert (one.value.text, one.value.meaning) == ("9.5\u00a0min", "As of 16 Nov 2026.")
    assert one.owner is not None
    assert one.owner.href == "people/lin/"


def test_the_log_tells_every_check_in_the_latest_first() -> None:
    one = row(
        f"{METRIC}, checkins: [{{date: 2026-10-09, value: 12.5, status: on_track, note: warm,"
        " blocked: no time, next: buy some, by: lin}, {date: 2026-10-16, confidence: 0.4}]"
    )
    assert [line.date for line in one.log] == ["16 Oct 2026", "9 Oct 2026"]
    first = one.log[1]
    assert first.value is not None
    assert (first.value.text, first.note, first.blocked, first.next) == (
        "12.5\u00a0min",
        "warm",
        "no time",
        "buy some",
    )
    assert first.status is not None
    assert first.status.key == "on_track"
    assert first.by is not None


def test_a_log_of_years_shows_the_latest_and_says_how_many_are_left() -> None:
    days = [f"2026-{month:02}-{day:02}" for month in range(1, 11) for day in range(1, 26)]
    log = "date,kr,value\n" + "".join(f"{day},p50,{n}\n" for n, day in enumerate(days))
    one = row(METRIC, **{"goals/2026-Q4/trust.checkins.csv": log})
    assert len(one.log) == 200
    assert one.older is not None
    assert one.older.text == "The values of 50 older ones"


def test_a_report_that_differs_stands_beside_what_is_computed() -> None:
    one = row(f"{METRIC}, checkins: [{{date: 2026-11-16, value: 14, status: on_track}}]")
    assert one.status.key == "off_track"
    assert one.reported is not None
    assert one.reported.key == "on_track"


def test_what_left_the_count_says_when_and_why() -> None:
    assert (
        row("status: dropped, on: 2026-10-30, reason: Nobody asked").ended
        == "dropped on 30 Oct 2026: Nobody asked"
    )
    heir = ", on: 2026-10-12, reason: Vague}\n  - {id: p95, title: Slowest, start: 2026-10-12"
    assert row(f"replaced_by: p95{heir}").ended == "replaced by “Slowest” on 12 Oct 2026: Vague"


def test_a_window_is_told_where_it_is_its_own() -> None:
    assert row("due: 2026-11-30").window == "1 Oct – 30 Nov 2026"
    assert row("weight: 2").window == ""


def test_without_a_check_in_the_row_says_how_to_make_one() -> None:
    step = row(METRIC).next_step
    assert step is not None
    assert step.command == "checkins: [{date: 2026-11-16, value: 14}]"
    by_hand = row("weight: 1").next_step
    assert by_hand is not None
    assert by_hand.command == "checkins: [{date: 2026-11-16, value: 40%}]"


def test_what_nobody_checks_in_asks_for_no_check_in() -> None:
    assert row("binary: {}").next_step is None
    assert row(METRIC, head="status: closed").next_step is None


def test_milestones_are_told_with_their_days() -> None:
    one = row(
        "milestones: [{title: Draft, due: 2026-10-20, done: 2026-10-22}, {title: Print, due: 2026-11-01}]"
    )
    assert [(step.title, step.state.key, step.date) for step in one.milestones] == [
        ("Draft", "done", "due 20 Oct 2026, done 22 Oct 2026"),
        ("Print", "overdue", "due 1 Nov 2026"),
    ]
    assert one.chart is not None


def test_nothing_is_overdue_after_its_goal_was_closed() -> None:
    one = row("milestones: [{title: Print, due: 2026-11-10}]", head="status: closed\nclosed: 2026-11-01")
    assert [step.state.key for step in one.milestones] == ["due"]


def test_values_read_from_a_kpi_are_told_as_a_table() -> None:
    speed = goal("title: Speed\nunit: s\nseries: [[2026-10-05, 4], [2026-11-02, 3]]")
    one = row("metric: {kpi: speed, baseline: 9, target: 1}", **{"goals/kpis/speed.md": speed})
    assert one.kpi is not None
    assert one.kpi.text == "Speed"
    assert one.data is not None
    assert one.data.rows == (("2 Nov 2026", "3\u00a0s"), ("5 Oct 2026", "4\u00a0s"))


def test_a_range_is_told_period_by_period() -> None:
    one = row(
        "maintain: {max: 5, every: month},"
        " checkins: [{date: 2026-10-10, value: 9}, {date: 2026-11-10, value: 4}]"
    )
    assert one.data is not None
    assert [kept for _, kept in one.data.rows] == ["not kept", "kept", "open"]


def test_a_plan_of_its_own_is_told() -> None:
    one = row(f"{METRIC}, plan: [{{date: 2026-11-01, value: 12}}]")
    assert one.plan is not None
    assert one.plan.rows == (("1 Nov 2026", "12\u00a0min"),)


def test_a_description_is_rendered() -> None:
    one = row("description: Not the *mean*.")
    assert one.description is not None
    assert "<em>mean</em>" in one.description.markup


def test_values_of_a_metric_by_hand_and_by_zones_are_drawn() -> None:
    for lines in (
        f"{METRIC}, checkins: [{{date: 2026-11-16, value: 9.5}}]",
        "checkins: [{date: 2026-11-16, value: 40%}]",
        "zones: {commit: a, target: b, stretch: c}, checkins: [{date: 2026-11-16, value: target}]",
        "maintain: {max: 5}, checkins: [{date: 2026-11-16, value: 4}]",
    ):
        one = row(lines)
        assert one.chart is not None, lines
        assert one.chart.markup.startswith("<svg")
