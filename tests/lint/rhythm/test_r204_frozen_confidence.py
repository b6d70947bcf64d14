"""When a confidence has not moved for too long."""

from __future__ import annotations

from tests.lint.objectives import PATH, conversion, objective
from tests.lint.told import told

WEEKS = ("10-12", "10-19", "10-26", "11-02", "11-09")


def rows(*confidences: str, value: float = 55) -> list[str]:
    said = zip(WEEKS, confidences, strict=True)
    return [f"date: 2026-{day}, value: {value}, confidence: {confidence}" for day, confidence in said]


def test_five_the_same_are_frozen_whatever_the_value_does() -> None:
    (one,) = told(objective(conversion(*rows("0.6", "6/10", "0.6", "0.6", "0.6"))), "R204")
    assert one == (
        f'{PATH}:13:51: the confidence in "conversion" has been 0.6 in the last 5 check-ins, since 2026-10-12'
    )


def test_one_that_moved_within_the_last_five_is_enough() -> None:
    assert told(objective(conversion(*rows("0.6", "0.6", "0.65", "0.6", "0.6"))), "R204") == []
    assert told(objective(conversion(*rows("0.5", "0.6", "0.6", "0.6", "0.6"))), "R204") == []


def test_check_ins_without_confidence_say_nothing_either_way() -> None:
    mixed = [*rows("0.6", "0.6", "0.6", "0.6", "0.6"), "date: 2026-11-13, value: 56"]
    assert len(told(objective(conversion(*mixed)), "R204")) == 1


def test_how_many_is_a_setting() -> None:
    frozen = objective(conversion(*rows("0.5", "0.6", "0.6", "0.6", "0.6")))
    config = {"config.yaml": "rules: {thresholds: {R204: {check_ins: 4}}}\n"}
    assert len(told(frozen | config, "R204")) == 1


def test_what_is_reached_may_keep_its_confidence() -> None:
    assert told(objective(conversion(*rows("1", "1", "1", "1", "1", value=66))), "R204") == []


def test_five_days_are_no_freeze() -> None:
    daily = [f"date: 2026-11-{day}, confidence: 0.6" for day in ("09", "10", "11", "12", "13")]
    assert told(objective(conversion(*daily), "cadence: day"), "R204") == []


def test_goals_that_do_not_run_are_left_alone() -> None:
    frozen = conversion(*rows("0.6", "0.6", "0.6", "0.6", "0.6"))
    assert told(objective(frozen, "status: closed\noutcome: partly"), "R204") == []
    assert told(objective(frozen, "status: paused"), "R204") == []
