"""What is to come, as days of calendars."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from goalsite.core.periods import Period
from goalsite.pages.calendars import Calendar, calendars
from goalsite.pages.checkin_days import checkin_days
from tests.pages.desks import all_of, desk_of, one_goal
from tests.pages.goal_files import objective, result


def found(files: Mapping[str, str], as_of: str = "2026-11-16") -> dict[str, Calendar]:
    """The calendars by their path."""
    return {one.path: one for one in all_of(calendars(desk_of(files, as_of)))}


def days(calendar: Calendar) -> list[tuple[str, str]]:
    """Day and title of each occasion."""
    return [(one.day.isoformat()[5:], one.title) for one in calendar.occasions]


GOAL = one_goal(
    "owner: ada\ndue: 2026-12-20\n"
    "initiatives: [{title: Cache, due: 2026-11-01, owner: Lin}, "
    "{title: Old, due: 2026-10-05, done: 2026-10-02}]\n"
    "key_results:\n"
    "  - {id: a, title: A, owner: sam, due: 2026-12-01, milestones: [{title: Plan, due: 2026-11-20}, "
    "{title: Past, due: 2026-10-20, done: 2026-10-19}, {title: Undated}]}\n"
    "  - {id: b, title: B, cadence: month, metric: {baseline: 0, target: 9}}\n"
)


def test_due_days_check_ins_and_ends_of_cycles_come_in_their_order() -> None:
    assert days(found(GOAL)["calendar.ics"]) == [
        ("11-01", "Initiative: Cache"),
        ("11-20", "Milestone: Plan"),
        ("11-30", "Check-in of 1 objective"),
        ("12-01", "Due: A"),
        ("12-20", "Due: trust"),
        ("12-20", "Check-in of 1 objective"),
        ("12-31", "Cycle ends: 2026-Q4"),
    ]


def test_everybody_has_a_calendar_of_what_they_answer_for() -> None:
    calendar = found(GOAL)
    assert [day for day, _ in days(calendar["people/ada/_/calendar.ics"])] == [
        "11-30",
        "12-20",
        "12-20",
        "12-31",
    ]
    assert [title for _, title in days(calendar["people/sam/_/calendar.ics"])][:2] == [
        "Milestone: Plan",
        "Due: A",
    ]
    assert days(calendar["people/lin/_/calendar.ics"])[0] == ("11-01", "Initiative: Cache")


def test_there_is_a_calendar_wherever_the_desk_says_that_something_is_to_come() -> None:
    files = GOAL | {
        "goals/tech/team.md": "---\ntitle: Tech\n---\n",
        "goals/tech/infra/team.md": "---\ntitle: Infra\n---\n",
        "goals/quiet/team.md": "---\ntitle: Quiet\nlead: idle\n---\n",
        "goals/tech/infra/2026-Q4/runners.md": objective("Runners", result("a"), head="owner: ada"),
        "goals/people/eve/2026-Q4/learn.md": objective("Learn", result("a")),
        "goals/2026-Q3/past.md": objective("Past", result("a"), head="owner: gone"),
    }
    desk = desk_of(files)
    units = {f"teams/{unit}/_/calendar.ics" if unit else "calendar.ics" for unit in desk.expecting.units}
    people = {f"people/{name}/_/calendar.ics" for name in desk.expecting.people}
    assert set(found(files)) == units | people
    assert desk.expecting.units == {"", "tech", "tech/infra"}
    assert desk.expecting.people == {"ada", "sam", "lin", "eve"}


def test_a_day_that_moves_keeps_its_name() -> None:
    moved = {path: text.replace("2026-11-20", "2026-11-25") for path, text in GOAL.items()}
    before, after = (
        {one.uid: one.day for one in found(files)["calendar.ics"].occasions} for files in (GOAL, moved)
    )
    changed = {uid for uid in before if before[uid] != after[uid]}
    assert changed == {"2026-Q4/trust#a/step/Plan@goals"}


def test_without_calendars_in_the_configuration_there_are_none() -> None:
    assert found(GOAL | {"config.yaml": "outputs: {calendars: false}\n"}) == {}


QUARTER = Period(date(2026, 10, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("cadence", "as_of", "expected"),
    [
        ("month", "2026-11-16", ["2026-11-30", "2026-12-31"]),
        ("week", "2026-12-20", ["2026-12-20", "2026-12-31"]),
        ("30d", "2026-10-31", ["2026-10-31", "2026-11-30", "2026-12-30"]),
        ("30d", "2026-09-01", ["2026-10-31", "2026-11-30", "2026-12-30"]),
        ("end", "2026-11-16", ["2026-12-31"]),
        ("week", "2027-01-01", []),
    ],
)
def test_check_in_days_are_the_last_of_their_period_but_not_in_holidays(
    cadence: str, as_of: str, expected: list[str]
) -> None:
    holidays = (Period(date(2026, 12, 21), date(2026, 12, 27)),)
    found = checkin_days(cadence, QUARTER, date.fromisoformat(as_of), holidays)
    assert [day.isoformat() for day in found] == expected


def test_a_window_of_ten_thousand_years_gives_few_days() -> None:
    always = Period(date.min, date.max)
    for cadence in ("day", "1d", "week", "year", "9999y", "end"):
        assert len(checkin_days(cadence, always, date(2026, 11, 16), ())) <= 60
        assert checkin_days(cadence, always, date.max, ()) in ((), (date.max,))
