"""Whose confidence runs ahead of the pace."""

from __future__ import annotations

from datetime import date

from tests.lint.objectives import PATH, conversion, objective
from tests.lint.told import told

SLOW = "date: 2026-11-09, value: 53, confidence: 0.7"


def test_seven_tenths_on_a_slow_pace_is_much() -> None:
    (one,) = told(objective(conversion(SLOW)), "R211")
    assert one.startswith(f'{PATH}:9:51: the confidence in "conversion" is 0.7, and its pace 0.26')
    assert told(objective(conversion("date: 2026-11-09, value: 53, confidence: 0.69")), "R211") == []


def test_a_pace_of_seven_tenths_is_enough() -> None:
    assert told(objective(conversion("date: 2026-11-09, value: 55, confidence: 0.9")), "R211") == []


def test_the_beginning_is_free() -> None:
    early = "date: 2026-10-19, value: 52.5, confidence: 0.9"
    assert told(objective(conversion(early)), "R211", date(2026, 10, 20)) == []


def test_a_plan_that_expects_little_yet_is_kept_to() -> None:
    plan = "plan: [{date: 2026-11-30, value: 53}]"
    assert told(objective(conversion(SLOW, more=plan)), "R211") == []


def test_bounds_are_settings() -> None:
    config = {"config.yaml": "rules: {thresholds: {R211: {confidence: 0.8, pace: 0.5}}}\n"}
    assert told(objective(conversion(SLOW)) | config, "R211") == []


def test_what_moves_by_steps_is_slow_only_when_it_is_off_track() -> None:
    steps = "- {id: a, title: A, milestones: [{title: M, due: 2026-11-%s}, {title: N}], checkins: [%s]}"
    said = "{date: 2026-11-13, confidence: 0.9}"
    assert told(objective(steps % ("12", said)), "R211") == []
    assert len(told(objective(steps % ("01", said)), "R211")) == 1


def test_goals_that_do_not_run_are_left_alone() -> None:
    for state in ("paused", "draft", "proposed", "closed"):
        assert told(objective(conversion(SLOW), f"status: {state}"), "R211") == []
