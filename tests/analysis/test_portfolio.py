"""A unit's figures in one cycle, one by one."""

from __future__ import annotations

import pytest
from msgspec.structs import astuple

from goalsite.analysis.figures import Portfolio
from goalsite.analysis.portfolio import mean_score_verdict, scores, system, ties
from tests.analysis.authored import analysed, goal_file, near, read, value

UNITS = {
    "goals/team.md": "---\ntitle: Company\n---\n",
    "goals/platform/team.md": "---\ntitle: Platform\n---\n",
    "goals/sales/team.md": "---\ntitle: Sales\n---\n",
    "goals/2026-Q4/win.md": goal_file(),
}


def hand(reached: float, head: str = "", more: str = "") -> str:
    """An objective with one key result judged by hand on 2026-11-16."""
    return goal_file(f"- {{id: kr, title: KR, {value('2026-11-16', reached)}}}\n{more}".strip(), head)


def portfolio(unit: str = "platform", as_of: str = "2026-11-16", kpis: str = "", **texts: str) -> Portfolio:
    """The unit's figures in 2026-Q4; `texts` are platform's objectives by name."""
    files = {f"goals/platform/2026-Q4/{name}.md": text for name, text in texts.items()}
    return analysed({**UNITS, **files}, as_of).portfolios[unit, "2026-Q4"]


def test_progress_is_the_weighted_mean_of_the_goals_that_have_one() -> None:
    found = portfolio(a=hand(0.2, "weight: 3"), b=hand(0.6), c=goal_file())
    assert found.progress == near(0.3)


def test_only_active_and_closed_goals_count_and_none_that_was_given_up() -> None:
    found = portfolio(
        a=hand(0.2),
        b=hand(0.4, "status: closed"),
        c=hand(1, "status: draft"),
        d=hand(1, "status: proposed"),
        e=hand(1, "status: paused"),
        f=hand(1, "status: closed\noutcome: dropped"),
        g=hand(1, "status: closed\noutcome: replaced"),
    )
    assert found.progress == near(0.3)


def test_only_the_units_own_goals_of_exactly_that_cycle_count() -> None:
    files = {
        **UNITS,
        "goals/platform/2026-Q4/a.md": hand(0.2),
        "goals/platform/2026-10/b.md": hand(0.4),
        "goals/platform/ci/team.md": "---\ntitle: CI\n---\n",
        "goals/platform/ci/2026-Q4/c.md": hand(0.6),
        "goals/people/ada/2026-Q4/d.md": goal_file(head="team: platform"),
    }
    found = analysed(files, "2026-11-16").portfolios
    assert found["platform", "2026-Q4"].progress == 0.2
    assert (found["platform", "2026-10"].progress, found["platform/ci", "2026-Q4"].progress) == (0.4, 0.6)


def test_bottom_up_is_counted_among_the_goals_with_an_origin() -> None:
    found = portfolio(
        a=goal_file(head="origin: bottom-up"),
        b=goal_file(head="origin: top-down"),
        c=goal_file(head="origin: negotiated"),
        d=goal_file(),
    )
    assert found.bottom_up_share == near(1 / 3)


def test_aligned_is_what_supports_contributes_or_improves() -> None:
    texts = {
        "a": goal_file(head="supports: [win]"),
        "b": goal_file(head="contributes: [win]"),
        "c": goal_file(head="depends_on: [win]"),
        "d": goal_file(head="supports: [https://example.org/strategy]"),
    }
    assert portfolio(**texts).alignment_coverage == 0.75
    assert portfolio("", **texts).alignment_coverage is None  # the root has nothing above it


def test_an_improved_kpi_aligns_too() -> None:
    files = {
        **UNITS,
        "goals/kpis/uptime.md": "---\ntitle: Uptime\n---\n",
        "goals/platform/2026-Q4/a.md": goal_file(head="improves: [uptime]"),
        "goals/platform/2026-Q4/b.md": goal_file(head="guards: [uptime]"),
    }
    assert analysed(files, "2026-11-16").portfolios["platform", "2026-Q4"].alignment_coverage == 0.5


def test_edges_that_end_in_another_unit_are_counted_among_those_to_goals() -> None:
    files = {
        **UNITS,
        "goals/platform/kpis/builds.md": "---\ntitle: Builds\n---\n",
        "goals/sales/kpis/leads.md": "---\ntitle: Leads\n---\n",
        "goals/platform/2026-Q4/a.md": goal_file(
            head="supports: [win, builds, https://example.org/]\nguards: [leads]\nsame_as: [win]"
        ),
        "goals/platform/2026-Q4/b.md": goal_file(
            head="depends_on: [a, {team: sales}]\nimproves: [builds]\ncontributes: [win]"
        ),
    }
    found = analysed(files, "2026-11-16").portfolios["platform", "2026-Q4"]
    assert found.cross_unit_edge_share == 0.5  # of a: win, leads; of b: win; not: builds, a, builds


@pytest.mark.parametrize(
    ("kpi", "goal", "share"),
    [
        ("supports: [win]", "", 1),
        ("", "supports: [builds]", 1),
        ("", "improves: [builds]", 1),
        ("", "guards: [builds]", 1),
        ("", "same_as: [builds]", 0),
        ("", "status: draft\nguards: [builds]", 1),
    ],
)
def test_a_kpi_is_strategic_that_supports_something_or_that_a_goal_cares_for(
    kpi: str, goal: str, share: float
) -> None:
    files = {
        **UNITS,
        "goals/platform/kpis/builds.md": f"---\ntitle: Builds\n{kpi}\n---\n",
        "goals/sales/2026-Q4/other.md": goal_file(head=goal),
        "goals/platform/2026-Q4/a.md": goal_file(),
    }
    found = analysed(files, "2026-11-16").portfolios
    assert found["platform", "2026-Q4"].strategic_kpi_share == share
    assert found["", "2026-Q4"].strategic_kpi_share is None


def test_the_mean_score_is_that_of_closed_aspirational_goals_unweighted() -> None:
    found = portfolio(
        a=goal_file(head="status: closed\nscore: 0.8\nweight: 5"),
        b=goal_file(head="status: closed\nscore: 0.4"),
        c=goal_file(head="status: closed\nscore: 0\ncommitment: committed"),
        d=goal_file(head="status: closed"),
        e=hand(0.9),
    )
    assert found.mean_score == near(0.6)


@pytest.mark.parametrize(
    ("score", "verdict"),
    [
        (0.86, "too_safe"),
        (0.85, "healthy"),
        (0.6, "healthy"),
        (0.59, "partial"),
        (0.4, "partial"),
        (0.39, "beyond_capacity"),
        (None, None),
    ],
)
def test_a_mean_score_has_a_verdict(score: float | None, verdict: str | None) -> None:
    assert mean_score_verdict(score) == verdict


def test_committed_goals_are_kept_with_a_score_of_1() -> None:
    closed = "commitment: committed\nstatus: closed"
    found = portfolio(
        a=goal_file(head=f"{closed}\nscore: 1"),
        b=goal_file(head=f"{closed}\nscore: 0.9"),
        c=goal_file(head=closed),
        d=goal_file(head="status: closed\nscore: 1"),
    )
    assert found.committed_kept == near(1 / 3)


DROPPED = "- {id: out, title: Out, status: dropped, on: 2026-11-10}"


def test_the_dropped_share_is_that_of_all_key_results() -> None:
    assert portfolio(a=hand(0.4, more=DROPPED), b=hand(0.4)).dropped_share == near(1 / 3)
    assert portfolio(a=hand(0.4, more=DROPPED), b=hand(0.4), as_of="2026-11-09").dropped_share == 0


def test_net_status_is_good_minus_bad_among_those_under_way() -> None:
    committed = "commitment: committed"
    found = portfolio(
        a=hand(0.6, committed, DROPPED),
        b=hand(1, committed),
        c=hand(0.1, committed),
        d=hand(0.4, committed, "- {id: later, title: Later, start: 2026-12-01}"),
    )
    assert found.net_status == near((1 + 1 - 1) / 4)


def test_rhythm_is_kept_periods_of_those_due_over_all_key_results() -> None:
    checked = (
        "- {id: a, title: A, checkins: [{date: 2026-10-05, note: late}, {date: 2026-11-15, value: 0.2}]}\n"
        "- {id: b, title: B, cadence: month, checkins: [{date: 2026-10-20, value: 0.2}]}\n"
        "- {id: c, title: C, cadence: end}\n"
        "- {id: d, title: D, binary: {}}\n"
        "- {id: e, title: E, status: dropped}"
    )
    assert portfolio(a=goal_file(checked)).checkin_rhythm == near((2 + 1) / (6 + 1))


def test_rhythm_ends_with_the_closing() -> None:
    text = goal_file(
        f"- {{id: a, title: A, {value('2026-10-05', 0.2)}}}", "status: closed\nclosed: 2026-10-18"
    )
    assert portfolio(a=text, as_of="2027-01-10").checkin_rhythm == 0.5


def test_where_nothing_counts_everything_is_null() -> None:
    assert set(astuple(portfolio(a=goal_file(head="status: draft")))) == {None}


def test_over_several_units_the_root_needs_nothing_to_serve_and_drafts_do_not_count() -> None:
    files = {
        **UNITS,
        "goals/platform/2026-Q4/a.md": hand(1, "supports: [win]\nstatus: closed\nscore: 0.8"),
        "goals/platform/2026-Q4/b.md": hand(1, "status: draft"),
        "goals/sales/2026-Q4/c.md": hand(0.4, "status: closed\nscore: 0.6\ndepends_on: [a]"),
        "goals/sales/2026-Q4/d.md": hand(0.4, "depends_on: [c]"),
    }
    corpus, graph, _, _ = read(files)
    figures = analysed(files, "2026-11-16")
    goals = corpus.objectives
    whole = system(goals, corpus.kpis, ties(corpus, graph), figures.rhythms)
    assert whole.alignment_coverage == near(1 / 3)
    assert whole.cross_unit_edge_share == near(2 / 3)
    assert scores(goals, figures.objectives).mean_score == near(0.7)
