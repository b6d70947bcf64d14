"""The first confidence of a key result or objective."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_goal import PATH, files, with_result
from tests.lint.told import findings, told

QUICK = "  - id: quick\n    title: Paying is quick\n    metric: {unit: s, baseline: 95, target: 40}\n"


@pytest.mark.parametrize(
    ("checkins", "place"),
    [
        ("[{date: 2026-10-05, value: 90, confidence: 0.91}]", "13:58"),
        ("[{date: 2026-10-05, value: 90, confidence: 10/10}]", "13:58"),
        ("[{date: 2026-10-05, value: 90, confidence: 0.24}]", "13:58"),
        ("[{date: 2026-10-12, value: 80, confidence: 0.5}, {date: 2026-10-05, confidence: 0.1}]", "13:95"),
        ("[{date: 2026-10-01, value: 95}, {date: 2026-10-05, confidence: 0.1}]", "13:78"),
    ],
)
def test_an_extreme_first_confidence_is_told_where_it_stands(checkins: str, place: str) -> None:
    (one,) = told(with_result(f"{QUICK}    checkins: {checkins}"), "Q111")
    assert one.startswith(f"{PATH}:{place}: the first confidence is ")


@pytest.mark.parametrize(
    "checkins",
    [
        "[{date: 2026-10-05, confidence: 0.9}]",
        "[{date: 2026-10-05, confidence: 0.25}]",
        "[{date: 2026-10-05, confidence: 0.5}, {date: 2026-10-12, confidence: 0.95}]",
        "[{date: 2026-11-16, value: 45, confidence: 0.95}]",
        "[{date: 2026-10-09, value: 40, confidence: 1}]",
    ],
)
def test_later_ones_those_in_between_and_those_of_reached_targets_are_sound(checkins: str) -> None:
    assert told(with_result(f"{QUICK}    checkins: {checkins}"), "Q111") == []


def test_what_is_only_to_stay_may_be_sure() -> None:
    holes = (
        "  - id: a\n    maintain: {unit: holes, max: 0}\n    checkins: [{date: 2026-10-05, confidence: 1}]"
    )
    assert told(with_result(holes), "Q111") == []


def test_what_is_done_may_be_sure() -> None:
    done = "  - id: a\n    binary: {done: 2026-10-04}\n    checkins: [{date: 2026-10-05, confidence: 1}]"
    assert told(with_result(done), "Q111") == []


def test_the_log_and_the_objective_s_own_are_looked_at_too() -> None:
    log = {"goals/2026-Q4/checkout.checkins.csv": "date,kr,value,confidence\n2026-10-04,questions,80,0.1\n"}
    assert [one.path for one in findings(files() | log) if one.code == "Q111"] == [*log]
    own = "owner: ada\ncheckins: [{date: 2026-10-05, confidence: 0.95}]"
    assert told(files(front=own), "Q111") == [
        f"{PATH}:4:43: the first confidence is 0.95, above 0.9: the target asks for little"
    ]


def test_the_bounds_are_thresholds() -> None:
    config = {"config.yaml": "rules: {thresholds: {Q111: {max: 1}}}\n"}
    sure = f"{QUICK}    checkins: [{{date: 2026-10-05, value: 90, confidence: 0.95}}]"
    assert told(with_result(sure) | config, "Q111") == []
