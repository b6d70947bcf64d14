"""The course of progress that a sparkline draws."""

from __future__ import annotations

from datetime import date

import pytest

from goalsite.pages.courses import Course, goal_course, result_course
from tests.pages.desks import desk_of, one_goal

LOG = "checkins: [{date: 2026-10-10, value: %s}, {date: 2026-11-10, value: %s}]"


def course(measure: str, as_of: str = "2026-11-16") -> Course:
    """The course of the key result that is measured so."""
    desk = desk_of(one_goal(f"key_results: [{{id: kr, title: KR, {measure}}}]"), as_of)
    figures = desk.analysis.objectives["2026-Q4/trust"].key_results[0]
    return result_course(desk.objectives["2026-Q4/trust"].key_results[0], figures)


@pytest.mark.parametrize(
    ("measure", "progress"),
    [
        ("metric: {baseline: 14, target: 5}, " + LOG % (12.2, 9.5), [0.2, 0.5]),
        (
            "metric: {baseline: 0, levels: {commit: 30, target: 70, stretch: 100}}, " + LOG % (30, 50),
            [0.3, 0.5],
        ),
        ("zones: {commit: a, target: b, stretch: c}, " + LOG % ("commit", "stretch"), [0.3, 1.0]),
        (LOG % (0.1, "40%"), [0.1, 0.4]),
    ],
)
def test_each_value_is_told_as_the_progress_it_made(measure: str, progress: list[float]) -> None:
    points = course(measure)
    assert [day.isoformat() for day, _ in points] == ["2026-10-10", "2026-11-10"]
    assert [value for _, value in points] == pytest.approx(progress)


def test_milestones_rise_as_they_are_done() -> None:
    points = course("milestones: [{title: A, weight: 3, done: 2026-10-20}, {title: B}]")
    assert points == ((date(2026, 10, 1), 0.0), (date(2026, 10, 20), 0.75))


def test_a_range_rises_with_each_period_in_which_it_is_kept() -> None:
    points = course("maintain: {max: 5, every: month}, " + LOG % (4, 9))
    assert [round(value, 3) for _, value in points] == [0.333, 0.333]


def test_an_objectives_course_is_the_mean_of_those_that_count() -> None:
    front = """
    key_results:
      - {id: a, title: A, weight: 3, checkins: [{date: 2026-10-10, value: 0.4}]}
      - {id: b, title: B, checkins: [{date: 2026-10-20, value: 0.8}]}
      - {id: c, title: C, status: dropped, on: 2026-10-05, checkins: [{date: 2026-10-03, value: 1}]}
    """
    desk = desk_of(one_goal(front))
    points = goal_course(desk.objectives["2026-Q4/trust"], desk.analysis.objectives["2026-Q4/trust"])
    assert [value for _, value in points] == pytest.approx([0.3, 0.5])


def test_weights_beyond_all_measure_have_a_mean() -> None:
    front = """
    key_results:
      - {id: a, title: A, weight: 1.7e308, checkins: [{date: 2026-10-10, value: 0.4}]}
      - {id: b, title: B, weight: 1.7e308, checkins: [{date: 2026-10-20, value: 0.8}]}
    """
    desk = desk_of(one_goal(front))
    points = goal_course(desk.objectives["2026-Q4/trust"], desk.analysis.objectives["2026-Q4/trust"])
    assert [value for _, value in points] == pytest.approx([0.2, 0.6])
