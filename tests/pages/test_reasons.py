"""Why a status holds is told with its numbers."""

from __future__ import annotations

import pytest

from goalsite.pages.reasons import counts, exposure_reason, health_reason, result_reason, status_reason
from tests.authored import goal
from tests.pages.desks import desk_of, one_goal, one_kpi


def why(measure: str, as_of: str = "2026-11-16", head: str = "", **others: str) -> str:
    """Why the one key result of an objective has its status."""
    desk = desk_of(one_goal(f"{head}\nkey_results: [{{id: kr, title: KR, {measure}}}]", **others), as_of)
    figures = desk.analysis.objectives["2026-Q4/trust"].key_results[0]
    return result_reason(desk, desk.objectives["2026-Q4/trust"].key_results[0], figures)


MAINTAIN = """maintain: {max: 5, every: month},
    checkins: [{date: 2026-10-10, value: 9}, {date: 2026-11-10, value: 4}]"""
METRIC = "metric: {unit: min, baseline: 14, target: 5}, checkins: [{date: 2026-11-16, value: %s}]"


@pytest.mark.parametrize(
    ("measure", "as_of", "reason"),
    [
        (
            METRIC % 11,
            "2026-11-16",
            "33% of the way is done where the plan expected 35%: a pace of 0.94.",
        ),
        (
            "metric: {baseline: 0, target: 10}, checkins: [{date: 2026-10-05, value: 0}]",
            "2026-10-05",
            "0% of the way is done where the plan expected 3%.",
        ),
        (METRIC % 9.5, "2026-09-01", "It begins on 1 Oct 2026."),
        (
            "metric: {baseline: 0, target: 1}",
            "2026-11-16",
            "Its time began on 1 Oct 2026, and nothing has been measured.",
        ),
        (
            METRIC % 9.5,
            "2026-12-16",
            "Checked in every week, it should have been in this period or the one before.",
        ),
        (
            MAINTAIN,
            "2026-11-16",
            "Missed in 1 of 2 periods so far; 0 may be missed.",
        ),
        (
            "milestones: [{title: Draft, due: 2026-10-20}, {title: Print}]",
            "2026-11-16",
            "“Draft” was due on 20 Oct 2026 and is not done.",
        ),
        ("milestones: [{title: Draft, due: 2026-12-20}]", "2026-11-16", "Nothing is overdue."),
        ("binary: {}, due: 2026-11-01", "2026-11-16", "It was due on 1 Nov 2026 and is not done."),
        (
            "binary: {}, checkins: [{date: 2026-11-10, status: at_risk}]",
            "2026-11-16",
            "This is what was reported with the last check-in.",
        ),
        (METRIC % 5, "2026-11-16", ""),
    ],
)
def test_a_key_results_status_is_told_by_its_rule(measure: str, as_of: str, reason: str) -> None:
    assert why(measure, as_of) == reason


def test_a_key_result_is_stale_with_the_kpi_it_reads() -> None:
    speed = goal("title: Speed\nfrequency: week\nseries: [[2026-10-05, 4]]")
    told = why("metric: {kpi: speed, baseline: 9, target: 1}", **{"goals/kpis/speed.md": speed})
    assert told == "The KPI it reads is out of date: Speed."


def test_a_length_of_ones_own_is_told_in_words() -> None:
    told = why("metric: {baseline: 0, target: 10}, checkins: [{date: 2026-10-02, value: 4}], cadence: 10d")
    assert told == "Checked in every 10 days, it should have been in this period or the one before."


def test_an_objective_tells_what_makes_its_status() -> None:
    files = one_goal(
        f"key_results: [{{id: a, title: A, {METRIC % 9.5}}}, {{id: b, title: B, {METRIC % 14}}}]"
    )
    desk = desk_of(files)
    figures = desk.analysis.objectives["2026-Q4/trust"]
    assert counts(desk, figures) == "1 of 2 key results on track"
    assert (
        status_reason(desk, figures)
        == "It has the worst status of what it counts: 1 of 2 key results on track."
    )
    over = desk_of(files, "2027-01-10")
    assert status_reason(over, over.analysis.objectives["2026-Q4/trust"]) == (
        "It ended on 31 Dec 2026 and is not closed yet."
    )


def test_what_contributes_is_named_where_it_makes_the_status() -> None:
    own = f"id: trust\nkey_results: [{{id: a, title: A, {METRIC % 9.5}}}]"
    part = f"title: Part\ncontributes: [trust]\nkey_results: [{{id: b, title: B, {METRIC % 14}}}]"
    desk = desk_of(one_goal(own) | {"goals/2026-Q4/part.md": goal(part)})
    assert (
        status_reason(desk, desk.analysis.objectives["trust"])
        == "It has the worst status of what contributes to it: Part."
    )


def test_a_red_guard_is_named() -> None:
    files = one_goal(f"guards: [speed]\nkey_results: [{{id: a, title: A, {METRIC % 9.5}}}]") | one_kpi(
        "title: Speed\ntargets: [{from: 2026-01-01, target: 5}]\nseries: [[2026-11-10, 1]]"
    )
    desk = desk_of(files)
    assert (
        status_reason(desk, desk.analysis.objectives["2026-Q4/trust"])
        == "A KPI that must not break is red: Speed."
    )


def test_exposure_names_its_causes_and_what_is_the_matter_with_each() -> None:
    files = one_goal(
        "depends_on: [{goal: late}, {goal: given-up}, "
        "{goal: no, confirmed: false}, {team: ops, confirmed: false}]"
    ) | {
        "goals/2026-Q4/late.md": goal(f"title: Late\nkey_results: [{{id: a, title: A, {METRIC % 14}}}]"),
        "goals/2026-Q4/given-up.md": goal("title: Given up\nstatus: closed\noutcome: dropped"),
        "goals/2026-Q4/no.md": goal("title: No"),
        "goals/ops/team.md": goal("title: Operations"),
    }
    desk = desk_of(files)
    told = exposure_reason(desk, desk.analysis.objectives["2026-Q4/trust"])
    assert (
        told
        == "Exposed by “Given up” (dropped), “Late” (off track), “No” (refused) and Operations (refused)."
    )


def test_of_many_causes_the_first_are_named() -> None:
    teams = {f"goals/t{n}/team.md": goal(f"title: Team {n}") for n in range(8)}
    asks = ", ".join(f"{{team: t{n}, confirmed: false}}" for n in range(8))
    desk = desk_of(one_goal(f"depends_on: [{asks}]") | teams)
    told = exposure_reason(desk, desk.analysis.objectives["2026-Q4/trust"])
    assert told.endswith("Team 4 (refused) and 3 more.")


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ("targets: [{from: 2026-01-01, target: 5}]", "There is no value yet."),
        ("series: [[2026-11-10, 4]]", "There is nothing to hold it against."),
        ("targets: [{from: 2026-01-01, target: 5}]\nseries: [[2026-11-10, 4]]", "It is 4; the target is 5."),
        (
            "unit: s\ntargets: [{from: 2026-01-01, target: 5, red: 3}]\nseries: [[2026-11-10, 4]]",
            "It is 4\u00a0s; the target is 5\u00a0s, the red line 3\u00a0s.",
        ),
        (
            "direction: range\ntargets: [{from: 2026-01-01, max: 5}]\nseries: [[2026-11-10, 4]]",
            "It is 4; its range is … to 5.",
        ),
        (
            "aggregate: sum\ntargets: [{period: 2026, target: 1200}]\nseries: [[2026-10-31, 900]]",
            "It stands at 900 where 999 is due by now.",
        ),
        (
            "frequency: week\nseries: [[2026-10-01, 4]]",
            "Its last point is older than 1.5 times its frequency (every week) and the usual delay.",
        ),
    ],
)
def test_a_kpis_colour_is_told_with_the_bounds_behind_it(front: str, reason: str) -> None:
    desk = desk_of(one_kpi(front))
    assert health_reason(desk, desk.kpis["kpis/speed"], desk.analysis.kpis["kpis/speed"]) == reason
