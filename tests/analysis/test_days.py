"""Windows, the freeze day and the judging day, and what git dates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from goalsite.analysis.days import is_dated
from goalsite.core.periods import Period
from goalsite.history.statements import Stated
from goalsite.history.timeline import Timeline
from goalsite.model.records import Current
from tests.analysis.authored import analysed, figured, goal_file, key_result, near, objective, read, value

METRIC = "metric: {baseline: 0, target: 100}"


def test_a_window_is_the_key_results_own_else_its_goals_else_its_cycles() -> None:
    figures = objective(
        "- {id: a, title: A, start: 2026-10-15, due: 2026-11-15}\n- {id: b, title: B}",
        "2026-11-16",
        "due: 2026-12-15",
    )
    assert figures.window == Period(date(2026, 10, 1), date(2026, 12, 15))
    own, inherited = (one.window for one in figures.key_results)
    assert own == Period(date(2026, 10, 15), date(2026, 11, 15))
    assert inherited == figures.window


def test_values_count_up_to_as_of() -> None:
    said = f"{METRIC}, checkins: [{{date: 2026-11-01, value: 30}}, {{date: 2026-11-17, value: 90}}]"
    assert [key_result(said, day).value for day in ("2026-11-16", "2026-11-17")] == [30, 90]


def test_a_check_in_after_the_end_is_a_correction() -> None:
    said = f"{METRIC}, checkins: [{{date: 2026-12-28, value: 80}}, {{date: 2027-01-05, value: 85}}]"
    figures = key_result(said, "2027-01-10")
    assert (figures.value, figures.expected) == (85, 1)


def test_a_check_in_after_the_closing_does_not_count() -> None:
    said = f"{METRIC}, checkins: [{{date: 2026-12-10, value: 80}}, {{date: 2026-12-20, value: 85}}]"
    assert key_result(said, "2027-01-10", "status: closed\nclosed: 2026-12-18").value == 80
    assert key_result(said, "2027-01-10", "status: closed").value == 85


def test_what_is_expected_stops_growing_at_the_closing_and_at_the_end() -> None:
    said = f"{METRIC}, {value('2026-10-31', 30)}"
    closed = key_result(said, "2027-01-10", "status: closed\nclosed: 2026-11-16")
    assert closed.expected == near(46 / 91)
    assert key_result(said, "2027-01-10").expected == 1


def test_a_kpis_values_count_up_to_the_end_only() -> None:
    files = {
        "goals/kpis/orders.md": "---\nseries: [[2026-12-20, 40], [2027-01-04, 70]]\n---\n",
        "goals/2026-Q4/trust.md": goal_file(
            "- {id: kr, title: KR, metric: {kpi: orders, baseline: 0, target: 80}}"
        ),
    }
    (figures,) = analysed(files, "2027-01-10").objectives["2026-Q4/trust"].key_results
    assert (figures.value, figures.progress) == (40, near(0.5))


def test_the_state_is_what_the_file_says_even_before_the_closing_day() -> None:
    said = f"{METRIC}, {value('2026-11-16', 30)}"
    figures = objective(
        f"- {{id: kr, title: KR, {said}}}", "2026-11-16", "status: closed\nclosed: 2026-12-18"
    )
    assert (figures.key_results[0].value, figures.key_results[0].days_behind) == (30, None)
    assert figures.score == near(0.3)


def test_a_one_day_window_expects_nothing_before_its_day_and_all_from_it_on() -> None:
    files = {
        "config.yaml": "cycles: [{id: launch, start: 2026-10-05, end: 2026-10-05}]",
        "goals/launch/trust.md": goal_file("- {id: kr, title: KR}", "commitment: committed"),
    }
    expected = [
        analysed(files, day).objectives["launch/trust"].key_results[0].expected
        for day in ("2026-10-04", "2026-10-05", "2026-10-06")
    ]
    assert expected == [0, 1, 1]


def test_current_is_a_check_in_of_the_day_it_was_checked() -> None:
    figures = key_result(f"{METRIC}, current: 40, confidence: 0.6, checked: 2026-11-02", "2026-11-16")
    assert figures.values == ((date(2026, 11, 2), 40, 0.6),)


CURRENT = {
    "goals/2026-Q4/trust.md": goal_file(
        "- {id: kr, title: KR, current: 0.4}\n"
        "- {id: ms, title: MS, milestones: [{title: Plan, done: true}, {title: Ship, done: false}]}\n"
        "- {id: once, title: Once, binary: {done: true}}"
    )
}


def known(day: date, *said: Current | None) -> Timeline:
    """A timeline in which `current` said this day after day, up to `day`, when all else was done."""
    path = "goals/2026-Q4/trust.md"
    days = [day - timedelta(days=len(said) - number) for number in range(1, len(said) + 1)]
    stated = tuple(Stated(when, now) for when, now in zip(days, said, strict=True))
    done = {("ms", "Plan"): day, ("once", ""): day}
    return Timeline("c0ffee", {path: day}, {path: {"kr": stated}}, {path: done})


def test_git_dates_what_the_file_does_not() -> None:
    timeline = known(date(2026, 11, 9), Current(0.4))
    by_hand, steps, once = figured(CURRENT, "2026-11-16", timeline).objectives["2026-Q4/trust"].key_results
    assert by_hand.value_date == date(2026, 11, 9)
    assert [done for *_, done in steps.steps] == [date(2026, 11, 9), None]
    assert (once.progress, once.steps[0][3]) == (1, date(2026, 11, 9))


def test_what_current_said_before_are_check_ins_of_their_days() -> None:
    said = (
        Current(0.1, confidence=0.5),
        Current(0.2, note="late", checked=date(2026, 11, 5)),
        None,
        Current(0.4),
    )
    timeline = known(date(2026, 11, 9), *said)
    by_hand = figured(CURRENT, "2026-11-16", timeline).objectives["2026-Q4/trust"].key_results[0]
    assert [(one.date.day, one.value, one.confidence, one.note) for one in by_hand.checkins] == [
        (5, 0.2, None, "late"),
        (6, 0.1, 0.5, ""),
        (9, 0.4, None, ""),
    ]


def test_what_the_file_says_otherwise_than_git_knows_is_dated_today() -> None:
    timeline = known(date(2026, 11, 9), Current(0.3))
    by_hand = figured(CURRENT, "2026-11-16", timeline).objectives["2026-Q4/trust"].key_results[0]
    assert by_hand.values == ((date(2026, 11, 9), 0.3, None), (date(2026, 11, 16), 0.4, None))


def test_of_several_values_of_one_day_the_last_counts() -> None:
    now = Current(0.4, checked=date(2026, 11, 2))
    timeline = known(date(2026, 11, 9), Current(0.3, checked=date(2026, 11, 2)), now)
    files = {"goals/2026-Q4/trust.md": goal_file("- {id: kr, title: KR, current: 0.4, checked: 2026-11-02}")}
    (by_hand,) = figured(files, "2026-11-16", timeline).objectives["2026-Q4/trust"].key_results
    assert by_hand.values == ((date(2026, 11, 2), 0.4, None),)


def test_once_a_value_is_written_nothing_is_taken_from_git() -> None:
    timeline = known(date(2026, 11, 9), Current(0.3))
    said = "- {id: kr, title: KR, checkins: [{date: 2026-11-02, value: 0.2}]}"
    (by_hand,) = (
        figured({"goals/2026-Q4/trust.md": goal_file(said)}, "2026-11-16", timeline)
        .objectives["2026-Q4/trust"]
        .key_results
    )
    assert by_hand.values == ((date(2026, 11, 2), 0.2, None),)


@pytest.mark.parametrize(
    ("timeline", "dated"),
    [
        (known(date(2026, 11, 9), Current(0.4)), True),
        (known(date(2026, 11, 9), Current(0.3)), False),
        (known(date(2026, 11, 9)), False),
        (Timeline("c0ffee"), False),
    ],
)
def test_git_knows_all_or_something_is_still_to_be_committed(timeline: Timeline, dated: bool) -> None:
    (goal,) = read(CURRENT)[0].objectives
    assert is_dated(goal, timeline) == dated


def test_what_git_does_not_know_yet_is_dated_today() -> None:
    by_hand, steps, once = figured(CURRENT, "2026-11-16").objectives["2026-Q4/trust"].key_results
    assert by_hand.value_date == steps.steps[0][3] == once.steps[0][3] == date(2026, 11, 16)


def test_what_git_dates_later_than_as_of_does_not_exist() -> None:
    timeline = known(date(2026, 11, 20), Current(0.4))
    by_hand, steps, once = figured(CURRENT, "2026-11-16", timeline).objectives["2026-Q4/trust"].key_results
    assert (by_hand.value, steps.progress, once.progress) == (None, 0, 0)


@pytest.mark.parametrize(
    ("row", "confidence"), [("2026-11-16,kr,,0.3,,late,,,", 0.3), ("2026-11-16,kr,,,,late,,,", 0.8)]
)
def test_a_row_of_the_day_of_current_adds_to_it_and_wins(row: str, confidence: float) -> None:
    files = {
        "goals/2026-Q4/trust.md": goal_file(
            "- {id: kr, title: KR, current: 0.4, confidence: 0.8, checked: 2026-11-16}"
        ),
        "goals/2026-Q4/trust.checkins.csv": (
            f"date,kr,value,confidence,status,note,blocked,next,by\n{row}\n"
        ),
    }
    (figures,) = analysed(files, "2026-11-16").objectives["2026-Q4/trust"].key_results
    (checkin,) = figures.checkins
    assert (checkin.value, checkin.confidence, checkin.note) == (0.4, confidence, "late")
