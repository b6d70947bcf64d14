"""The one word for where a goal stands."""

from __future__ import annotations

import pytest

from goalsite.pages.standing import result_badge, result_standing, standing, standing_badge, standings
from tests.pages.desks import desk_of, one_goal, one_kpi


@pytest.mark.parametrize(
    ("front", "key", "word"),
    [
        ("status: active", "no_data", "no data"),
        ("status: draft", "draft", "draft"),
        ("status: closed\nclosed: 2026-11-02\noutcome: missed", "missed", "missed"),
        ("status: closed\nclosed: 2026-11-02", "closed", "closed"),
    ],
)
def test_how_a_goal_ended_goes_before_what_its_file_says_and_that_before_figures(
    front: str, key: str, word: str
) -> None:
    results = "key_results:\n  - {id: a, title: A, metric: {baseline: 0, target: 1}}"
    desk = desk_of(one_goal(f"{front}\n{results}"))
    (goal,) = desk.corpus.objectives
    assert (standing(desk, goal), standing_badge(desk, goal).word) == (key, word)


@pytest.mark.parametrize(
    ("state", "value", "key"),
    [
        ("status: active", 1, "off_track"),
        ("status: closed\nclosed: 2026-11-16\noutcome: achieved", 1, "closed"),
        ("status: closed\nclosed: 2026-11-16\noutcome: partly", 100, "achieved"),
    ],
)
def test_a_key_result_of_a_closed_objective_was_reached_or_is_over(state: str, value: int, key: str) -> None:
    metric = f"metric: {{baseline: 0, target: 100}}, checkins: [{{date: 2026-11-16, value: {value}}}]"
    desk = desk_of(one_goal(f"{state}\nkey_results:\n  - {{id: a, title: A, {metric}}}"))
    (goal,) = desk.corpus.objectives
    (figures,) = desk.analysis.objectives[goal.id].key_results
    assert (result_standing(goal, figures), result_badge(desk, goal, figures).key) == (key, key)


def test_a_kpi_out_of_date_has_another_word_than_a_stale_objective() -> None:
    desk = desk_of(one_kpi("frequency: week\ntargets: [{target: 1}]\nseries: [[2026-01-05, 2]]"))
    (kpi,) = desk.corpus.kpis
    assert (standing(desk, kpi), standing_badge(desk, kpi).word) == ("out_of_date", "out of date")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_standing_has_a_key_and_a_word_of_its_own(language: str) -> None:
    found = standings(desk_of({}, language=language))
    assert len({key for key, _ in found}) == len({badge.word for _, badge in found}) == len(found)
