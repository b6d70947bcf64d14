"""The figures of an objective: means over what counts."""

from __future__ import annotations

import pytest

from tests.analysis.authored import analysed, goal_file, near, objective, value

TWO = """
- {id: a, title: A, checkins: [{date: 2026-11-16, value: 0.4}]}
- {id: b, title: B, weight: 3, start: 2026-12-01}
""".strip()


def test_progress_is_the_weighted_mean() -> None:
    assert objective(TWO, "2026-11-16").progress == near(0.1)


def test_a_planned_key_result_is_expected_at_nothing() -> None:
    figures = objective(TWO, "2026-11-16")
    assert figures.expected == near(46 / 91 / 4)
    assert figures.pace == near(0.1 / (46 / 91 / 4))


def test_pace_is_held_against_the_days_of_the_values() -> None:
    results = (
        "- {id: a, title: A, checkins: [{date: 2026-10-31, value: 0.2}]}\n"
        "- {id: b, title: B, checkins: [{date: 2026-11-16, value: 0.4}]}"
    )
    figures = objective(results, "2026-11-16")
    assert figures.expected == near(46 / 91)
    assert figures.pace == near(0.3 / ((30 + 46) / 2 / 91))


def test_days_behind_is_the_mean_of_those_that_have_one() -> None:
    figures = objective(TWO + "\n- {id: c, title: C, binary: {}}", "2026-11-16")
    assert figures.days_behind == near(46 - 0.4 * 91)


def test_without_weight_there_is_no_progress() -> None:
    figures = objective(f"- {{id: a, title: A, weight: 0, {value('2026-11-16', 0.4)}}}", "2026-11-16")
    assert (figures.progress, figures.progress_original, figures.expected, figures.pace) == (None,) * 4
    assert figures.status == "at_risk"


@pytest.mark.parametrize(("commitment", "top"), [("committed", 1), ("aspirational", 0.7)])
def test_without_key_results_it_is_expected_at_its_elapsed_share(commitment: str, top: float) -> None:
    figures = objective("", "2026-11-16", f"commitment: {commitment}")
    assert (figures.expected, figures.pace) == (near(top * 46 / 91), None)
    assert (figures.progress, figures.status) == (None, "no_data")
    assert objective("", "2027-02-01", f"commitment: {commitment}").expected == top


def test_progress_original_keeps_what_was_dropped_or_replaced() -> None:
    results = (
        "- {id: a, title: A, replaced_by: b, on: 2026-11-01, checkins: [{date: 2026-10-20, value: 0.1}]}\n"
        "- {id: b, title: B, checkins: [{date: 2026-11-16, value: 0.25}]}"
    )
    figures = objective(results, "2026-11-16")
    assert (figures.progress, figures.progress_original) == (0.25, near(0.175))
    assert figures.key_results[1].expected == near(15 / 60)


def test_confidence_is_the_goals_own_latest() -> None:
    head = "checkins: [{date: 2026-11-01, confidence: 0.9}, {date: 2026-11-08, confidence: 0.2}]"
    said = "- {id: a, title: A, checkins: [{date: 2026-11-15, confidence: 0.6}]}"
    assert objective(said, "2026-11-16", head).confidence == 0.2
    assert objective(said, "2026-10-30", head).confidence is None


def test_else_confidence_is_the_mean_of_its_key_results() -> None:
    said = (
        "- {id: a, title: A, weight: 2, checkins: [{date: 2026-11-15, confidence: 0.6}]}\n"
        "- {id: b, title: B, checkins: [{date: 2026-11-15, confidence: 0.3}]}\n"
        "- {id: c, title: C}"
    )
    assert objective(said, "2026-11-16").confidence == near(0.5)


def test_what_is_reported_is_its_own_latest_else_the_worst_of_its_key_results() -> None:
    said = (
        "- {id: a, title: A, checkins: "
        "[{date: 2026-11-01, status: off_track}, {date: 2026-11-08, status: at_risk}]}\n"
        "- {id: b, title: B, checkins: [{date: 2026-11-08, status: on_track}]}"
    )
    own = "checkins: [{date: 2026-10-08, status: achieved}]"
    assert objective(said, "2026-11-16").reported_status == "at_risk"
    assert objective(said, "2026-11-16", own).reported_status == "achieved"
    assert objective("- {id: a, title: A}", "2026-11-16").reported_status is None


def test_how_many_counted_key_results_have_which_status_is_told() -> None:
    said = (
        TWO + "\n- {id: c, title: C, start: 2026-12-05}\n"
        "- {id: d, title: D, status: dropped, checkins: [{date: 2026-11-08, value: 1}]}"
    )
    assert objective(said, "2026-11-16").counts == (("at_risk", 1), ("planned", 2))


CLOSED = (
    "- {id: a, title: A, checkins: [{date: 2026-11-16, value: 0.45}]}\n"
    "- {id: b, title: B, weight: 2, checkins: [{date: 2026-11-16, value: 0.64}]}"
)


def test_the_score_is_the_mean_of_the_key_results_scores_and_not_rounded() -> None:
    figures = objective(CLOSED, "2027-01-16", "status: closed\nclosed: 2026-12-31\noutcome: partly")
    assert figures.score == near((0.5 + 2 * 0.6) / 3)


def test_a_score_of_the_goal_wins() -> None:
    assert objective(CLOSED, "2027-01-16", "status: closed\nscore: 0.3").score == 0.3


def test_an_open_goal_has_no_score() -> None:
    assert objective(CLOSED, "2026-12-16").score is None


def test_without_key_results_the_score_is_what_others_contributed_rounded() -> None:
    files = {
        "goals/2026-Q4/trust.md": goal_file("", "status: closed"),
        "goals/2026-Q4/builds.md": goal_file(
            f"- {{id: kr, title: KR, {value('2026-11-16', 0.45)}}}", "contributes: [trust]"
        ),
    }
    assert analysed(files, "2027-01-16").objectives["2026-Q4/trust"].score == 0.5
    assert objective("", "2027-01-16", "status: closed").score is None
