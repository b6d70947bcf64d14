"""The status of an objective, and what others contribute to it."""

from __future__ import annotations

import pytest

from goalsite.analysis.figures import ObjectiveFigures
from tests.analysis.authored import analysed, goal_file, near, objective, value

HAND = "{id: %s, title: KR, checkins: [{date: %s, value: %s}]}"


def goals(as_of: str, config: str = "", **texts: str) -> dict[str, ObjectiveFigures]:
    """The figures of several objectives of 2026-Q4, by name."""
    files = {f"goals/2026-Q4/{name}.md": text for name, text in texts.items()}
    found = analysed({"config.yaml": config, **files}, as_of).objectives
    return {name: found[f"2026-Q4/{name}"] for name in texts}


def hand(reached: float, day: str = "2026-11-16", head: str = "", name: str = "kr") -> str:
    """A committed objective with one key result judged by hand."""
    return goal_file("- " + HAND % (name, day, reached), f"commitment: committed\n{head}")


def test_it_is_planned_before_its_start_and_unscored_after_its_end() -> None:
    said = "- " + HAND % ("kr", "2026-10-05", 0.9)
    days = ("2026-09-30", "2026-10-05", "2026-12-31", "2027-01-01")
    assert [objective(said, day, "cadence: quarter").status for day in days] == [
        "planned",
        "on_track",
        "on_track",
        "unscored",
    ]


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ((1, 1), "achieved"),
        ((1, 0.6), "on_track"),
        ((0.6, None), "no_data"),
        ((0.4, None), "at_risk"),
        ((0.6, 0.1), "off_track"),
    ],
)
def test_the_worst_key_result_decides(values: tuple[float | None, ...], status: str) -> None:
    results = [
        "- {id: b, title: B}" if reached is None else "- " + HAND % (f"k{index}", "2026-11-16", reached)
        for index, reached in enumerate(values)
    ]
    assert objective("\n".join(results), "2026-11-16").status == status


def test_a_stale_one_is_worse_than_one_at_risk() -> None:
    said = "\n".join(["- " + HAND % ("a", "2026-10-20", 0.9), "- " + HAND % ("b", "2026-11-16", 0.4)])
    assert objective(said, "2026-11-16").status == "stale"


def test_planned_ones_are_left_out_unless_there_are_no_others() -> None:
    later = "- {id: later, title: Later, start: 2026-12-01}"
    assert objective(f"- {HAND % ('a', '2026-11-16', 0.6)}\n{later}", "2026-11-16").status == "on_track"
    assert objective(later, "2026-11-16").status == "planned"


def test_what_is_dropped_is_left_out() -> None:
    dropped = "- {id: out, title: Out, status: dropped, checkins: [{date: 2026-11-16, value: 0}]}"
    assert objective(f"- {HAND % ('a', '2026-11-16', 0.6)}\n{dropped}", "2026-11-16").status == "on_track"


def test_a_key_result_that_was_scored_after_its_own_due_is_left_out() -> None:
    scored = (
        "- {id: early, title: Early, due: 2026-11-01, score: 0.2, checkins: [{date: 2026-10-30, value: 0.2}]}"
    )
    both = f"- {HAND % ('a', '2026-11-16', 0.6)}\n{scored}"
    assert objective(both, "2026-11-01").status == "off_track"
    assert objective(both, "2026-11-16").status == "on_track"


@pytest.mark.parametrize(
    ("state", "status"), [("active", "off_track"), ("paused", "on_track"), ("draft", "on_track")]
)
def test_active_children_count_as_key_results_do(state: str, status: str) -> None:
    found = goals(
        "2026-11-16", trust=hand(0.6), builds=hand(0.1, head=f"contributes: [trust]\nstatus: {state}")
    )
    assert found["trust"].status == status


def test_no_other_edge_changes_a_status_or_a_number() -> None:
    alone = goals("2026-11-16", trust=hand(0.6))["trust"]
    for edge in ("supports", "same_as", "continues"):
        found = goals("2026-11-16", trust=hand(0.6), builds=hand(0.1, head=f"{edge}: [trust]"))
        assert found["trust"] == alone


def test_children_that_are_planned_or_unscored_are_left_out() -> None:
    files = {
        "goals/2026-Q4/trust.md": hand(0.6),
        "goals/2026-Q3/past.md": hand(0.1, "2026-09-16", "contributes: [trust]"),
        "goals/2027-Q1/next.md": hand(0.1, "2026-11-16", "contributes: [trust]"),
    }
    found = analysed(files, "2026-11-16").objectives
    assert [found[name].status for name in ("2026-Q3/past", "2027-Q1/next")] == ["unscored", "planned"]
    assert found["2026-Q4/trust"].status == "on_track"


@pytest.mark.parametrize(
    ("reached", "health", "status"),
    [(0.6, 1, "at_risk"), (1, 1, "at_risk"), (0.6, 9, "on_track"), (0.1, 1, "off_track")],
)
def test_a_red_guarded_kpi_turns_good_ones_into_at_risk(reached: float, health: int, status: str) -> None:
    files = {
        "goals/kpis/uptime.md": f"---\ntargets: [{{target: 5}}]\nseries: [[2026-11-01, {health}]]\n---\n",
        "goals/2026-Q4/trust.md": hand(reached, head="guards: [uptime]"),
    }
    found = analysed(files, "2026-11-16").objectives["2026-Q4/trust"]
    assert (found.status, found.red_guards) == (status, ("kpis/uptime",) if health == 1 else ())


@pytest.mark.parametrize(
    ("child", "state", "status"),
    [
        (hand(0.9, "2026-10-20", "contributes: [trust]"), "active", "stale"),
        (hand(0.9, "2026-10-20", "contributes: [trust]"), "paused", "on_track"),
        (hand(0.15, "2026-10-20", "contributes: [trust]"), "paused", "at_risk"),
        (hand(0.15, "2026-10-20", "contributes: [trust]"), "closed", "at_risk"),
        (hand(0.15, "2026-10-20", "contributes: [trust]"), "proposed", "at_risk"),
    ],
)
def test_what_is_never_stale_takes_a_stale_child_as_if_it_were_fresh(
    child: str, state: str, status: str
) -> None:
    found = goals("2026-11-16", trust=hand(0.6, head=f"status: {state}"), builds=child)
    assert (found["builds"].status, found["trust"].status) == ("stale", status)


def test_a_stale_grandchild_is_taken_as_fresh_too() -> None:
    found = goals(
        "2026-11-16",
        trust=hand(0.6, head="status: paused"),
        builds=hand(0.6, head="contributes: [trust]"),
        cache=hand(0.15, "2026-10-20", "contributes: [builds]"),
    )
    assert {name: one.status for name, one in found.items()} == {
        "cache": "stale",
        "builds": "stale",
        "trust": "at_risk",
    }


def test_a_closed_goal_has_the_status_of_its_freeze_day() -> None:
    closed = hand(0.6, head="status: closed\nclosed: 2026-11-16")
    child = goal_file(
        "- {id: kr, title: KR, checkins: [{date: 2026-11-16, value: 0.6}, {date: 2026-12-01, value: 0}]}",
        "contributes: [trust]\ncommitment: committed",
    )
    found = goals("2027-01-10", trust=closed, builds=child)
    assert found["trust"].status == "on_track"
    assert goals("2026-12-10", trust=hand(0.6), builds=child)["trust"].status == "off_track"


def test_a_guard_of_a_closed_goal_is_seen_on_its_freeze_day() -> None:
    files = {
        "goals/kpis/uptime.md": "---\ntargets: [{target: 5}]\nseries: [[2026-11, 9], [2026-12-01, 1]]\n---\n",
        "goals/2026-Q4/trust.md": hand(0.6, head="guards: [uptime]\nstatus: closed\nclosed: 2026-11-16"),
    }
    assert analysed(files, "2027-01-10").objectives["2026-Q4/trust"].status == "on_track"


def test_contributions_are_one_mean_with_the_key_results() -> None:
    found = goals(
        "2026-11-16",
        trust=hand(0.5),
        builds=hand(0.8, head="contributes: [{to: trust, weight: 2}]"),
        cache=hand(0.2, head="contributes: [{to: builds, weight: 3}]"),
    )
    assert found["builds"].progress_with_contributions == near((0.8 + 3 * 0.2) / 4)
    assert found["trust"].progress_with_contributions == near((0.5 + 2 * 0.35) / 3)
    assert found["trust"].progress == 0.5


@pytest.mark.parametrize(
    ("head", "rolled"),
    [
        ("status: paused", 0.75),
        ("status: closed\noutcome: partly", 0.75),
        ("status: draft", 0.5),
        ("status: proposed", 0.5),
        ("status: closed\noutcome: dropped", 0.5),
        ("status: closed\noutcome: replaced", 0.5),
    ],
)
def test_paused_and_closed_goals_contribute_and_given_up_ones_do_not(head: str, rolled: float) -> None:
    found = goals("2026-11-16", trust=hand(0.5), builds=hand(1, head=f"contributes: [trust]\n{head}"))
    assert found["trust"].progress_with_contributions == rolled


def test_a_contribution_may_come_from_any_cycle_and_from_a_person() -> None:
    files = {
        "goals/2026-Q4/trust.md": hand(0.5),
        "goals/2026-Q3/past.md": hand(1, "2026-09-16", "contributes: [trust]"),
        "goals/people/ada/2026-Q4/learn.md": hand(0, head="contributes: [trust]"),
    }
    found = analysed(files, "2026-11-16").objectives["2026-Q4/trust"]
    assert found.progress_with_contributions == near(0.5)


def test_a_goal_where_nothing_weighs_contributes_nothing() -> None:
    found = goals("2026-11-16", trust=hand(0.5), builds=goal_file("", "contributes: [trust]"))
    assert found["trust"].progress_with_contributions == 0.5


def test_the_cadence_comes_from_the_unit_or_the_one_above() -> None:
    files = {
        "goals/team.md": "---\ntitle: Company\ncadence: month\n---\n",
        "goals/platform/team.md": "---\ntitle: Platform\n---\n",
        "goals/platform/ci/team.md": "---\ntitle: CI\ncadence: week\n---\n",
        "goals/platform/2026-Q4/trust.md": hand(0.9, "2026-10-20"),
        "goals/platform/ci/2026-Q4/cache.md": hand(0.9, "2026-10-20"),
    }
    found = analysed(files, "2026-11-16").objectives
    assert found["platform/2026-Q4/trust"].status == "on_track"
    assert found["platform/ci/2026-Q4/cache"].status == "stale"


def test_a_key_result_keeps_its_values_to_itself() -> None:
    said = f"- {{id: kr, title: KR, weight: 0, {value('2026-11-16', 0)}}}"
    assert objective(said, "2026-11-16").status == "off_track"
