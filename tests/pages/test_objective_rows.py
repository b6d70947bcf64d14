"""An objective in one line of a list."""

from __future__ import annotations

from goalsite.core.values import replace
from goalsite.language.language import Language
from goalsite.pages.objective_rows import objective_row
from goalsite.pages.rows import ObjectiveRow
from tests.pages.desks import desk_of, one_goal

RESULTS = """
key_results:
  - {id: a, title: A, metric: {baseline: 0, target: 10}, checkins: [
     {date: 2026-10-12, value: 1, confidence: 0.6},
     {date: 2026-11-16, value: 4, confidence: 0.5, status: at_risk}]}
  - {id: b, title: B, checkins: [{date: 2026-11-16, value: 0}]}
"""


def row(front: str) -> ObjectiveRow:
    """The row of an objective."""
    desk = desk_of(one_goal(front))
    return objective_row(desk, desk.objectives["2026-Q4/trust"])


def test_the_row_tells_the_story_in_one_line() -> None:
    one = row(f"title: Trust\nowner: ada\n{RESULTS}")
    assert (one.link.text, one.status.key, one.counts) == (
        "Trust",
        "off_track",
        "1 of 2 key results on track",
    )
    assert one.status.meaning == "It has the worst status of what it counts: 1 of 2 key results on track."
    assert one.owner is not None
    assert one.unit is not None
    assert one.cycle is not None
    assert one.commitment == "aspirational"
    assert one.progress is not None
    assert one.progress.text == "20%"
    assert one.confidence is not None
    assert one.confidence.text == "50%"
    assert one.spark is not None
    assert "20% on 16 Nov 2026" in one.spark.markup


def test_a_report_stands_beside_the_status_only_where_it_differs() -> None:
    differing = row(RESULTS).reported
    assert differing is not None
    assert differing.key == "at_risk"
    assert row("checkins: [{date: 2026-11-16, status: on_track}]").reported is not None
    assert row("title: A").reported is None


def test_a_state_is_told_where_it_says_something() -> None:
    assert row("title: A").state is None
    paused = row("status: paused").state
    assert paused is not None
    assert paused.key == "paused"
    closed = row("status: closed\noutcome: missed").state
    assert closed is not None
    assert closed.word == "missed"


def test_an_objective_without_values_has_no_sparkline() -> None:
    assert row("title: A").spark is None


def test_the_row_is_made_once_in_each_language() -> None:
    desk = desk_of(one_goal("title: Trust"))
    goal = desk.objectives["2026-Q4/trust"]
    english = objective_row(desk, goal)
    assert objective_row(desk, goal) is english
    chinese = objective_row(replace(desk, language=Language("zh")), goal)
    assert (english.commitment, chinese.commitment) == ("aspirational", "挑战型")
