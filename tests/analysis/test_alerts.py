"""What asks for somebody."""

from __future__ import annotations

import pytest

from goalsite.analysis.figures import Alert
from tests.analysis.authored import analysed, goal_file, kpi, value


def alerts(as_of: str = "2026-11-16", **texts: str) -> list[tuple[str, str, str]]:
    """(kind, severity, subject) of all alerts of a site with these objectives of 2026-Q4."""
    found = analysed({f"goals/2026-Q4/{name}.md": text for name, text in texts.items()}, as_of)
    return [(one.kind, one.severity, one.subject) for one in found.alerts]


def kpi_alerts(said: str, goal: str = "") -> list[Alert]:
    files = {
        "goals/kpis/k.md": f"---\ntitle: K\n{said}\n---\n",
        "goals/2026-Q4/trust.md": goal_file(head=goal),
    }
    return [one for one in analysed(files, "2026-11-16").alerts if one.subject == "kpis/k"]


@pytest.mark.parametrize(
    ("values", "kinds"),
    [
        ((12, 12), []),
        ((12, 9), ["kpi_amber"]),
        ((9, 9), []),  # amber since before
        ((12, 1), ["kpi_red"]),
        ((9, 1), ["kpi_red"]),
        ((1, 1), ["kpi_needs_recovery", "kpi_red_twice"]),
        ((1, 12), ["kpi_recovered"]),
        ((9, 12), ["kpi_recovered"]),
    ],
)
def test_a_kpi_alerts_when_its_colour_changes_and_when_it_stays_red(
    values: tuple[float, float], kinds: list[str]
) -> None:
    series = f"[2026-10-01, {values[0]}], [2026-11-01, {values[1]}]"
    found = kpi_alerts(f"targets: [{{target: 10, red: 5}}]\nseries: [{series}]")
    assert [one.kind for one in found] == kinds


def test_a_goal_that_improves_a_red_kpi_is_its_recovery() -> None:
    said = "targets: [{target: 10}]\nseries: [[2026-10-01, 1], [2026-11-01, 1]]"
    (alert,) = kpi_alerts(said, "improves: [k]")
    assert (alert.kind, str(alert.since), dict(alert.facts)) == (
        "kpi_red_twice",
        "2026-10-01",
        {"value": 1, "target": 10},
    )


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("frequency: month", ["kpi_missing_data"]),
        ("frequency: month\nseries: [[2026-01-01, 1]]", ["kpi_missing_data"]),
        ("frequency: irregular", []),
        ("title: K", []),
    ],
)
def test_missing_data_are_told_where_they_are_due(said: str, kinds: list[str]) -> None:
    assert [one.kind for one in kpi_alerts(said.removeprefix("title: K"))] == kinds


KR = "- {id: kr, title: KR, %s}"
COMMITTED = "commitment: committed"


@pytest.mark.parametrize(
    ("said", "alert"),
    [
        (value("2026-11-16", 0.1), ("result_off_track", "bad", "2026-Q4/trust#kr")),
        (value("2026-11-16", 0.4), ("result_at_risk", "warn", "2026-Q4/trust#kr")),
        (value("2026-10-16", 0.9), ("result_stale", "warn", "2026-Q4/trust#kr")),
        ("metric: {target: 1}", ("result_no_data", "warn", "2026-Q4/trust#kr")),
    ],
)
def test_a_key_result_in_trouble_alerts(said: str, alert: tuple[str, str, str]) -> None:
    assert alerts(trust=goal_file(KR % said, COMMITTED)) == [alert]


@pytest.mark.parametrize("said", [value("2026-11-16", 0.6), "status: dropped", "start: 2026-12-01"])
def test_one_that_is_well_dropped_or_planned_does_not(said: str) -> None:
    assert alerts(trust=goal_file(KR % said, COMMITTED)) == []


@pytest.mark.parametrize("state", ["draft", "proposed", "paused"])
def test_goals_that_are_not_pursued_raise_no_alert(state: str) -> None:
    assert alerts(trust=goal_file(KR % value("2026-11-16", 0.1), f"{COMMITTED}\nstatus: {state}")) == []


def test_a_report_that_contradicts_the_figures_alerts() -> None:
    head = f"{COMMITTED}\ncheckins: [{{date: 2026-11-16, status: on_track}}]"
    text = goal_file(KR % value("2026-11-16", 0.4), head)
    assert ("goal_contradiction", "warn", "2026-Q4/trust") in alerts(trust=text)
    honest = text.replace("status: on_track", "status: at_risk")
    assert ("goal_contradiction", "warn", "2026-Q4/trust") not in alerts(trust=honest)


def test_a_goal_after_its_end_asks_to_be_scored_and_nothing_else() -> None:
    text = goal_file(KR % value("2026-11-16", 0.1), COMMITTED)
    assert alerts("2027-01-10", trust=text) == [("goal_unscored", "warn", "2026-Q4/trust")]


def test_an_exposed_goal_tells_by_what() -> None:
    files = {
        "goals/2026-Q4/trust.md": goal_file(head="depends_on: [{goal: runners, confirmed: false}]"),
        "goals/2026-Q4/runners.md": goal_file(),
    }
    (alert,) = analysed(files, "2026-11-16").alerts
    assert (alert.kind, alert.facts) == ("goal_exposed", (("by", "2026-Q4/runners"),))


def test_a_broken_guard_alerts() -> None:
    files = {
        "goals/kpis/uptime.md": "---\ntargets: [{target: 5}]\nseries: [[2026-11-01, 1]]\n---\n",
        "goals/2026-Q4/trust.md": goal_file(head="guards: [uptime]"),
    }
    found = analysed(files, "2026-11-16").alerts
    assert [(one.kind, one.subject) for one in found] == [
        ("goal_guard_broken", "2026-Q4/trust"),
        ("kpi_red", "kpis/uptime"),
    ]


@pytest.mark.parametrize(
    ("head", "asks"),
    [
        ("commitment: committed\nstatus: closed\nscore: 0.9", True),
        ("commitment: committed\nstatus: closed\nscore: 1", False),
        ("commitment: aspirational\nstatus: closed\nscore: 0.1", False),
        ("commitment: committed\nstatus: closed\nscore: 0.9\nretro: {learned: ask earlier}", False),
        ("commitment: committed\nstatus: closed\nscore: 0.1\noutcome: dropped", False),
    ],
)
def test_a_missed_committed_goal_asks_for_a_retrospective(head: str, asks: bool) -> None:
    found = [kind for kind, _, _ in alerts(trust=goal_file(head=head))]
    assert found == (["goal_needs_retro"] if asks else [])


def test_alerts_come_worst_first_then_by_subject() -> None:
    found = alerts(
        a=goal_file(KR % value("2026-11-16", 0.4), COMMITTED),
        b=goal_file(KR % value("2026-11-16", 0.1), COMMITTED),
        c=goal_file(KR % value("2026-11-16", 0.4), COMMITTED),
    )
    assert [subject for _, _, subject in found] == ["2026-Q4/b#kr", "2026-Q4/a#kr", "2026-Q4/c#kr"]


def test_a_healthy_kpi_is_silent() -> None:
    assert kpi("targets: [{target: 1}]\nseries: [[2026-11-01, 2]]", "2026-11-16").health == "green"
