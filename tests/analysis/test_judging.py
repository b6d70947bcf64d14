"""The status of a key result: the first rule that holds, in order."""

from __future__ import annotations

import pytest

from tests.analysis.authored import analysed, goal_file, key_result, objective, value

METRIC = "metric: {baseline: 0, target: 100}"
TWO = "{id: a, title: A, status: dropped, on: %s, checkins: [{date: 2026-10-05, value: 1}]}"


@pytest.mark.parametrize(("day", "status"), [("2026-11-09", "achieved"), ("2026-11-10", "dropped")])
def test_a_dropped_one_is_judged_until_its_day(day: str, status: str) -> None:
    assert objective("- " + TWO % "2026-11-10", day).key_results[0].status == status


@pytest.mark.parametrize(("day", "status"), [("2026-11-09", "achieved"), ("2026-11-10", "replaced")])
def test_a_replaced_one_is_judged_until_its_day_and_its_heir_starts_then(day: str, status: str) -> None:
    old = "- {id: a, title: A, replaced_by: b, on: 2026-11-10, checkins: [{date: 2026-10-05, value: 1}]}"
    first, heir = objective(f"{old}\n- {{id: b, title: B}}", day).key_results
    assert (first.status, heir.status, str(heir.window.start)) == (status, "planned", "2026-11-10")


def test_without_a_day_it_is_out_from_the_beginning() -> None:
    said = f"status: dropped, {value('2026-10-05', 1)}"
    assert key_result(said, "2026-10-05").status == "dropped"


def test_before_the_start_it_is_planned_whatever_its_values() -> None:
    assert key_result(value("2026-09-01", 1), "2026-09-30").status == "planned"
    assert key_result("binary: {done: 2026-09-01}", "2026-09-30").status == "planned"


@pytest.mark.parametrize("measure", [METRIC, "maintain: {min: 1}", "binary: {}", "title: By hand"])
@pytest.mark.parametrize(("cadence", "last_planned", "first_without"), [
    ("day", "2026-10-02", "2026-10-03"),
    ("week", "2026-10-08", "2026-10-09"),
    ("xun", "2026-10-11", "2026-10-12"),
    ("10d", "2026-10-11", "2026-10-12"),
    ("month", "2026-10-31", "2026-11-01"),
])  # fmt: skip
def test_without_a_value_it_is_planned_for_the_first_cadence(
    measure: str, cadence: str, last_planned: str, first_without: str
) -> None:
    said = f"{measure}, cadence: {cadence}".removeprefix("title: By hand, ")
    assert key_result(said, last_planned).status == "planned"
    assert key_result(said, first_without).status == "no_data"


def test_checked_in_once_at_the_end_it_is_planned_up_to_its_end() -> None:
    assert key_result(f"{METRIC}, cadence: end", "2026-12-31").status == "planned"


@pytest.mark.parametrize(("day", "status"), [("2026-11-10", "planned"), ("2026-11-11", "no_data")])
def test_a_kpi_gets_its_frequency_and_lag_for_the_first_value(day: str, status: str) -> None:
    files = {
        "goals/kpis/orders.md": "---\nfrequency: month\nlag: 10d\n---\n",
        "goals/2026-Q4/trust.md": goal_file(
            "- {id: kr, title: KR, metric: {kpi: orders, baseline: 0, target: 80}}"
        ),
    }
    (figures,) = analysed(files, day).objectives["2026-Q4/trust"].key_results
    assert figures.status == status


def test_a_confidence_alone_is_no_value() -> None:
    said = f"{METRIC}, checkins: [{{date: 2026-11-15, confidence: 0.5}}]"
    assert key_result(said, "2026-11-16").status == "no_data"


@pytest.mark.parametrize(
    ("said", "head"),
    [
        (f"{METRIC}, {value('2026-10-05', 100)}", ""),
        ("metric: {baseline: 0.1, target: 0.3}, checkins: [{date: 2026-10-05, value: 0.3}]", ""),
        (
            (
                "metric: {baseline: 0, levels: {commit: 30, target: 70, stretch: 100}}, "
                "checkins: [{date: 2026-10-05, value: 70}]"
            ),
            "",
        ),
        (f"zones: {{commit: A, target: B, stretch: C}}, {value('2026-10-05', 'target')}", ""),
        (value("2026-10-05", 1), ""),
        ("milestones: [{title: Ship, done: 2026-10-05}]", ""),
        ("binary: {done: 2026-10-05}", ""),
    ],
)
def test_what_has_reached_raw_1_is_achieved(said: str, head: str) -> None:
    assert key_result(said, "2026-10-06", head).status == "achieved"


def test_an_aspirational_one_is_not_achieved_at_its_expected_7_tenths() -> None:
    figures = key_result(f"{METRIC}, {value('2026-12-31', 70)}", "2026-12-31", "commitment: aspirational")
    assert (figures.pace, figures.status) == (1, "on_track")


@pytest.mark.parametrize(
    ("reached", "status"),
    [(46, "on_track"), (45, "on_track"), (44, "at_risk"), (35, "at_risk"), (34, "off_track")],
)
def test_by_pace_the_bounds_are_9_and_7_tenths(reached: float, status: str) -> None:
    config = "cycles: [{id: build, start: 2026-01-01, end: 2026-04-11}]"  # 100 days
    files = {
        "config.yaml": config,
        "goals/build/trust.md": goal_file(
            f"- {{id: kr, title: KR, {METRIC}, {value('2026-02-20', reached)}}}", "commitment: committed"
        ),
    }
    (figures,) = analysed(files, "2026-02-20").objectives["build/trust"].key_results
    assert (figures.expected, figures.status) == (0.5, status)


def test_a_quotient_that_is_a_bound_but_for_rounding_is_that_bound() -> None:
    plan = "metric: {baseline: 0, target: 1}, plan: [{date: 2026-11-16, value: 0.2}]"
    said = f"{plan}, {value('2026-11-16', 0.18)}"
    assert key_result(said, "2026-11-16").status == "on_track"


def test_the_bounds_of_pace_are_settings() -> None:
    said = f"{METRIC}, {value('2026-11-16', 42)}"
    assert key_result(said, "2026-11-16").status == "at_risk"
    assert key_result(said, "2026-11-16", config="pace: {on_track: 0.8}").status == "on_track"
    assert key_result(said, "2026-11-16", config="pace: {at_risk: 0.85}").status == "off_track"


@pytest.mark.parametrize(
    ("day", "reached", "status"),
    [
        ("2026-10-13", 4, "on_track"),  # expected 12/91 = .1319, missing .0919
        ("2026-10-13", 3, "at_risk"),  # missing .1019
        ("2026-10-13", 0, "at_risk"),
        ("2026-10-02", -90, "on_track"),  # expected .0110, and progress is never below 0
        ("2026-10-14", 4, "at_risk"),  # expected 13/91 = .1429, missing .1029
    ],
)
def test_while_little_is_expected_a_tenth_may_be_missing(day: str, reached: float, status: str) -> None:
    assert key_result(f"{METRIC}, {value(day, reached)}", day).status == status


def test_from_15_percent_on_pace_judges() -> None:
    said = f"{METRIC}, {value('2026-10-15', 13.9)}"  # expected 14/91 = .1538, pace .9035
    assert key_result(said, "2026-10-15").status == "on_track"


@pytest.mark.parametrize(
    ("day", "reached", "status"),
    [
        ("2026-10-23", 5, "at_risk"),  # u = 22/91 = .2418
        ("2026-10-23", 0, "at_risk"),
        ("2026-10-23", -1, "off_track"),  # worse than when it began
        ("2026-10-24", 5, "off_track"),  # u = 23/91 = .2527
    ],
)
def test_in_the_first_quarter_off_track_reads_at_risk_unless_it_got_worse(
    day: str, reached: float, status: str
) -> None:
    assert key_result(f"{METRIC}, {value(day, reached)}", day).status == status


def test_grace_belongs_to_the_judging_day_and_not_to_the_day_of_the_value() -> None:
    said = f"{METRIC}, {value('2026-10-20', 5)}"  # expected 19/91 = .2088
    assert [key_result(said, day).status for day in ("2026-10-21", "2026-10-24")] == ["at_risk", "off_track"]


def test_early_and_grace_are_settings() -> None:
    said = f"{METRIC}, {value('2026-10-13', 2)}"
    assert key_result(said, "2026-10-13", config="pace: {early_slack: 0.2}").status == "on_track"
    assert key_result(said, "2026-10-13", config="pace: {early: 0.1, grace: 0.1}").status == "off_track"


def test_where_nothing_is_expected_yet_everything_is_on_track() -> None:
    said = f"{METRIC}, {value('2026-10-01', 0)}"
    figures = key_result(said, "2026-10-02", config="pace: {early: 0}")
    assert (figures.pace, figures.status) == (None, "on_track")


MILESTONES = "milestones: [{title: Plan, due: 2026-10-31}, {title: Ship, due: 2026-11-30}]"


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2026-10-31", "on_track"),
        ("2026-11-01", "at_risk"),
        ("2026-11-07", "at_risk"),
        ("2026-11-08", "off_track"),
    ],
)
def test_milestones_are_at_risk_for_one_cadence_after_the_oldest_is_due(day: str, status: str) -> None:
    assert key_result(MILESTONES, day).status == status


def test_the_cadence_of_an_overdue_milestone_is_the_key_results_own() -> None:
    assert key_result(f"{MILESTONES}, cadence: month", "2026-11-30").status == "at_risk"
    assert key_result(f"{MILESTONES}, cadence: month", "2026-12-01").status == "off_track"


def test_milestones_are_overdue_after_the_end_too() -> None:
    assert key_result("milestones: [{title: Ship}]", "2027-01-07").status == "at_risk"
    assert key_result("milestones: [{title: Ship}]", "2027-01-08").status == "off_track"


def test_a_milestone_done_late_is_overdue_no_more() -> None:
    said = "milestones: [{title: Plan, due: 2026-10-31, done: 2026-11-20}, {title: Ship}]"
    assert [key_result(said, day).status for day in ("2026-11-19", "2026-11-20")] == ["off_track", "on_track"]


@pytest.mark.parametrize("reported", ["on_track", "at_risk", "off_track", "achieved"])
def test_a_binary_one_is_what_was_last_reported(reported: str) -> None:
    said = (
        "binary: {}, checkins: [{date: 2026-10-20, status: on_track}, "
        f"{{date: 2026-11-10, status: {reported}}}, {{date: 2026-11-12, confidence: 0.5}}]"
    )
    assert key_result(said, "2026-11-16").status == reported


def test_an_overdue_binary_one_is_judged_by_its_delay_whatever_was_reported() -> None:
    said = "binary: {}, due: 2026-11-10, checkins: [{date: 2026-11-09, status: on_track}]"
    days = ("2026-11-10", "2026-11-11", "2026-11-17", "2026-11-18")
    assert [key_result(said, day).status for day in days] == ["on_track", "at_risk", "at_risk", "off_track"]


WEEKS = "{date: 2026-10-02, value: 9}, {date: 2026-10-08, value: %s}, {date: 2026-10-14, value: %s}"


@pytest.mark.parametrize(
    ("allowed", "second", "third", "status"),
    [
        (0, 9, 9, "on_track"),
        (0, 1, 9, "off_track"),
        (1, 9, 9, "on_track"),
        (1, 1, 9, "at_risk"),
        (1, 1, 1, "off_track"),
        (2, 1, 9, "on_track"),
        (2, 1, 1, "at_risk"),
    ],
)
def test_maintain_is_judged_by_its_misses(allowed: int, second: int, third: int, status: str) -> None:
    said = f"maintain: {{min: 5, allowed_misses: {allowed}}}, checkins: [{WEEKS % (second, third)}]"
    assert key_result(said, "2026-10-18").status == status


def test_maintain_is_achieved_at_its_end_with_no_more_misses_than_allowed() -> None:
    said = (
        "maintain: {min: 5, every: month, allowed_misses: 1}, checkins: "
        "[{date: 2026-10-02, value: 9}, {date: 2026-11-02, value: 1}, {date: 2026-12-21, value: 7}]"
    )
    assert [key_result(said, day).status for day in ("2026-12-30", "2026-12-31")] == ["at_risk", "achieved"]


def test_maintain_closed_early_never_reaches_its_end() -> None:
    said = f"maintain: {{min: 5, every: month}}, {value('2026-10-02', 9)}"
    assert key_result(said, "2027-01-10", "status: closed\nclosed: 2026-10-20").status == "on_track"


HAND = value("2026-10-19", 0.2)  # a Monday


@pytest.mark.parametrize(("day", "status"), [("2026-11-01", "on_track"), ("2026-11-02", "stale")])
def test_stale_takes_the_place_of_on_track(day: str, status: str) -> None:
    figures = key_result(HAND, day)
    assert (figures.status, figures.status_if_fresh) == (status, "on_track")


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (value("2026-10-12", 0.01), "stale"),  # at_risk
        (f"{METRIC}, checkins: [{{date: 2026-10-12, confidence: 0.5}}]", "stale"),  # no_data
        (value("2026-11-01", 0.05), "off_track"),
        (value("2026-10-12", 1), "achieved"),
        (METRIC, "no_data"),  # never checked in
        (f"maintain: {{min: 5}}, {value('2026-10-12', 9)}", "stale"),
        (f"zones: {{commit: A, target: B, stretch: C}}, {value('2026-10-12', 'commit')}", "stale"),
        ("binary: {}, checkins: [{date: 2026-10-12, status: on_track}]", "on_track"),
        ("milestones: [{title: Ship}], checkins: [{date: 2026-10-12, confidence: 0.5}]", "on_track"),
    ],
)
def test_stale_takes_no_other_place_and_only_of_what_is_checked_in(said: str, status: str) -> None:
    assert key_result(said, "2026-11-30").status == status


@pytest.mark.parametrize("state", ["draft", "proposed", "paused", "closed"])
def test_only_active_goals_are_stale(state: str) -> None:
    assert key_result(HAND, "2026-11-02", f"status: {state}").status == "on_track"


def test_after_the_window_nothing_is_stale() -> None:
    said = f"due: 2026-10-31, {value('2026-10-05', 0.9)}"
    assert [key_result(said, day).status for day in ("2026-10-31", "2026-11-02")] == ["stale", "on_track"]


def test_what_reads_a_kpi_is_stale_when_the_kpi_is() -> None:
    files = {
        "goals/kpis/orders.md": "---\nfrequency: week\nseries: [[2026-10-19, 40]]\n---\n",
        "goals/2026-Q4/trust.md": goal_file(
            "- {id: kr, title: KR, metric: {kpi: orders, baseline: 0, target: 80}}"
        ),
    }
    statuses = [
        analysed(files, day).objectives["2026-Q4/trust"].key_results[0].status
        for day in ("2026-10-29", "2026-10-30")  # 10 and 11 days: more than 1.5 weeks
    ]
    assert statuses == ["on_track", "stale"]
