"""What happened to a goal, by its files."""

from __future__ import annotations

from datetime import date
from itertools import chain

import pytest

from goalsite.model.records import Kpi, Objective
from goalsite.pages.desk import Desk
from goalsite.pages.events import MOST, CheckedIn, Crossed, Event
from goalsite.pages.feeds import events_of
from tests.pages.desks import desk_of, one_goal, one_kpi
from tests.pages.goal_files import result


def events(desk: Desk) -> list[Event]:
    """The events of the one goal there is."""
    goal = next(chain[Objective | Kpi](desk.corpus.objectives, desk.corpus.kpis))
    return list(events_of(desk, goal))


def told(desk: Desk) -> list[tuple[str, str]]:
    """The day and key of each event."""
    return [(event.day.isoformat(), event.key) for event in events(desk)]


def test_the_newest_event_comes_first_and_what_is_to_come_is_none() -> None:
    desk = desk_of(
        one_goal(
            "initiatives: [{title: Cache, done: 2026-10-28}, {title: Later, done: 2027-01-01}]\n"
            "reviews: [{date: 2026-11-02, by: Sam, score: 0.4}]\n"
            "key_results:\n"
            + result("a", "2026-10-09", 10)
            + "  - {id: b, title: B, milestones: [{title: Plan, done: 2026-10-20}, {title: Ship}]}\n"
            "  - {id: c, title: C, binary: {done: 2026-10-21}}\n"
            "  - {id: d, title: D, status: dropped, on: 2026-11-03, reason: no need}\n"
        )
    )
    assert told(desk) == [
        ("2026-11-03", "left/d"),
        ("2026-11-02", "review/sam"),
        ("2026-10-28", "initiative/Cache"),
        ("2026-10-21", "done/c"),
        ("2026-10-20", "done/b/Plan"),
        ("2026-10-09", "checkin"),
        ("2026-10-01", "begins"),
    ]


def test_the_check_ins_of_one_day_are_one_event_with_the_values_before() -> None:
    checkins = (
        "[{date: 2026-10-09, value: 10}, {date: 2026-10-16, note: holiday}, {date: 2026-10-23, value: 20}]"
    )
    desk = desk_of(
        one_goal(
            "checkins: [{date: 2026-10-23, confidence: 0.6}]\n"
            "key_results:\n  - {id: a, title: A, metric: {baseline: 5, target: 50}, checkins: "
            + checkins
            + "}\n"
        )
    )
    days = {event.day: event for event in events(desk) if isinstance(event, CheckedIn)}
    assert len(days) == 3
    assert [(said.result, said.before) for said in days[date(2026, 10, 23)].said] == [("", None), ("a", 10)]
    assert [said.before for said in days[date(2026, 10, 9)].said] == [5]


@pytest.mark.parametrize(
    ("front", "keys"),
    [
        ("status: closed\nclosed: 2026-11-10\n", ["closed", "begins"]),
        ("status: closed\noutcome: achieved\n", ["begins"]),
        ("status: paused\n", ["begins"]),
        ("status: draft\n", []),
        ("due: 2026-11-01\n", ["ends", "begins"]),
        ("due: 2026-11-01\nstatus: closed\nclosed: 2026-11-10\n", ["closed", "ends", "begins"]),
        ("due: 2026-11-01\nstatus: closed\nclosed: 2026-11-01\n", ["closed", "begins"]),
    ],
)
def test_a_goal_begins_and_ends_or_is_closed(front: str, keys: list[str]) -> None:
    assert [key for _, key in told(desk_of(one_goal(front)))] == keys


def test_two_steps_of_one_title_on_one_day_have_two_keys() -> None:
    steps = "{title: Ship, done: 2026-10-20}, {title: Ship, done: 2026-10-20}"
    desk = desk_of(one_goal("key_results:\n  - {id: a, title: A, milestones: [" + steps + "]}\n"))
    assert [key for _, key in told(desk)] == ["done/a/Ship", "done/a/Ship-2", "begins"]


def test_what_only_git_can_date_is_no_event_before_git_has() -> None:
    desk = desk_of(
        one_goal(
            "key_results:\n  - {id: a, title: A, metric: {baseline: 0, target: 9}, current: 3}\n"
            "  - {id: b, title: B, binary: {done: true}}\n"
        )
    )
    assert [key for _, key in told(desk)] == ["begins"]


KPI = "frequency: month\ntargets: [{from: 2026-01-01, target: 90, red: 80}]\nseries: "


def test_a_kpi_tells_when_it_crosses_a_bound_and_when_red_stays() -> None:
    series = "[[2026-03-31, 95], [2026-04-30, 85], [2026-05-31, 84], [2026-06-30, 70], [2026-07-31, 71], \
[2026-08-31, 72], [2026-09-30, 92]]"
    found = events(desk_of(one_kpi(KPI + series)))
    colors = [
        (event.day.month, event.before.color, event.now.color)
        for event in found
        if isinstance(event, Crossed)
    ]
    assert colors == [(9, "red", "green"), (7, "red", "red"), (6, "amber", "red"), (4, "green", "amber")]


def test_a_first_point_and_a_first_target_cross_nothing() -> None:
    assert events(desk_of(one_kpi(KPI + "[[2025-12-31, 10], [2026-03-31, 10]]"))) == []


def test_the_point_of_a_running_period_waits_until_the_period_is_over() -> None:
    series = "[[2026-10, 95], [2026-11, 70]]"
    assert told(desk_of(one_kpi(KPI + series), as_of="2026-11-16")) == []
    assert told(desk_of(one_kpi(KPI + series), as_of="2026-12-01")) == [("2026-11-30", "health")]
    assert told(desk_of(one_kpi(KPI + "[[2026-10-31, 95], [2026-11-16, 70]]"))) == [("2026-11-16", "health")]


def test_of_very_many_events_the_newest_are_kept() -> None:
    days = ", ".join(f"{{date: 2026-{10 + n // 28}-{n % 28 + 1:02}, value: {n}}}" for n in range(44))
    metric = "metric: {baseline: 0, target: 99}"
    desk = desk_of(
        one_goal("key_results:\n  - {id: a, title: A, " + metric + ", checkins: [" + days + "]}\n")
    )
    found = told(desk)
    assert len(found) == MOST
    assert found[0] == ("2026-11-16", "checkin")
