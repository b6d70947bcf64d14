from __future__ import annotations

from datetime import date

import pytest

from goalsite.core.diagnostics import Mark
from goalsite.core.values import replace
from goalsite.model.records import Current, KeyResult, Metric
from tests.authored import read_objective, read_result


def results(lines: str) -> tuple[tuple[KeyResult, ...], list[str]]:
    """The key results of a list in YAML, and what is said of them; its first line is line 3 of the file."""
    one, said = read_objective("key_results:\n" + lines.strip("\n"))
    assert one is not None
    return one.key_results, said


def test_every_key_of_a_key_result_is_read() -> None:
    result, said = read_result(
        """
        title: Median time from push to green
        description: |
          Of all branches.
        owner: lin
        weight: 2
        metric: {unit: min, baseline: 14, target: 5}
        start: 2026-10-05
        due: 2026-12-20
        cadence: 10d
        score: .6
        plan: [{date: 2026-12-01, value: 6 min}, {date: 2026-11-01, value: 10}]
        status: dropped
        on: 2026-12-02
        reason: no longer needed
        """
    )
    assert said == []
    assert replace(result, marks={}) == KeyResult(
        id="kr",
        title="Median time from push to green",
        measure=Metric(unit="min", baseline=14, target=5),
        description="Of all branches.\n",
        owner="lin",
        weight=2,
        start=date(2026, 10, 5),
        due=date(2026, 12, 20),
        cadence="10d",
        score=0.6,
        plan=((date(2026, 11, 1), 10), (date(2026, 12, 1), 6)),
        dropped=True,
        on=date(2026, 12, 2),
        reason="no longer needed",
        mark=Mark(3, 5),
    )


def test_without_an_id_a_key_result_goes_by_its_position_with_a_warning() -> None:
    found, said = results("- title: A\n- {id: b}\n- {title: C, id: }")
    assert [(one.id, one.named, one.title) for one in found] == [
        ("1", False, "A"),
        ("b", True, "b"),
        ("3", False, "C"),
    ]
    assert said == [
        "3:3: S025 key result 1 has no id and goes by its position",
        "5:3: S025 key result 3 has no id and goes by its position",
    ]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("a/b", 'S010 id "a/b" holds /, must be one segment'),
        ("a b", 'S010 id "a b" holds a space'),
        ('""', 'S010 id "" is empty'),
        ("[a]", "S002 id is a list, must be text"),
    ],
)
def test_a_faulty_id_is_told_once(written: str, said: str) -> None:
    found, told = results(f"- {{id: {written}}}")
    assert len(told) == 1
    assert told[0].startswith(f"3:8: {said}")
    assert not found[0].named


def test_two_key_results_with_one_name_are_an_error() -> None:
    assert results("- {id: a}\n- {id: b}\n- {id: a}")[1] == [
        '5:8: S027 two key results are called "a", the first in line 3'
    ]


def test_a_key_result_with_current_needs_an_id() -> None:
    _, said = results("- {title: A, current: 0.5}")
    assert said == ["3:3: S006 a key result with current needs an id, by which git's history knows it"]


def test_current_says_the_present_state_with_its_day_and_confidence() -> None:
    result, said = read_result(
        """
        metric: {unit: "%", target: 100}
        current: 95%
        confidence: 7/10
        reported: at_risk
        note: two outages
        checked: 2026-10-09
        """
    )
    assert said == []
    assert result.current == Current(95, 0.7, "at_risk", "two outages", date(2026, 10, 9))


@pytest.mark.parametrize("key", ["confidence: .5", "reported: on_track", "note: x", "checked: 2026-10-09"])
def test_what_speaks_of_current_needs_it(key: str) -> None:
    name = key.partition(":")[0]
    assert read_result(key)[1] == [
        f'4:{len(name) + 7}: S006 "{name}" speaks of current, and the key result has none'
    ]


def test_current_beside_a_written_value_is_an_error() -> None:
    result, said = read_result("current: .5\ncheckins: [{date: 2026-10-09, value: .4}]")
    assert said == ["4:14: S018 current stands beside values of check-ins"]
    assert result.current is not None


def test_current_beside_a_kpi_is_an_error() -> None:
    result, said = read_result("metric: {kpi: availability, target: 100%}\ncurrent: 99%")
    assert said == ["5:14: S018 current stands beside kpi, which gives the values already"]
    assert result.current is None


def test_current_beside_check_ins_without_a_value_is_none() -> None:
    log = "date,kr,value,confidence,note\n2026-10-09,kr,,0.6,going well\n"
    result, said = read_result("current: .5", **{"goals/2026-Q4/a.checkins.csv": log})
    assert said == []
    assert [(one.value, one.confidence, one.note) for one in result.checkins] == [(None, 0.6, "going well")]


def test_current_beside_a_value_of_the_log_is_an_error() -> None:
    log = "date,kr,value\n2026-10-09,kr,.5\n"
    _, said = read_result("current: .5", **{"goals/2026-Q4/a.checkins.csv": log})
    assert said == ["4:14: S018 current stands beside values of check-ins"]


@pytest.mark.parametrize(
    "measure", ["metric: {kpi: availability, target: 100%}", "maintain: {kpi: availability, min: 99%}"]
)
def test_a_value_beside_a_kpi_is_an_error_and_its_confidence_is_not(measure: str) -> None:
    rows = "checkins: [{date: 2026-10-09, confidence: .5}, {date: 2026-10-16, value: 99%}]"
    assert read_result(f"{measure}\n{rows}")[1] == [
        "5:78: S018 a value is typed, and availability gives the values already"
    ]


@pytest.mark.parametrize(
    ("measure", "value", "read"),
    [
        ("metric: {unit: min, target: 5}", "12.5 min", 12.5),
        ("maintain: {unit: min, max: 5}", "4", 4),
        ("zones: {commit: a, target: b, stretch: c}", "target", "target"),
        ("binary: {}", None, None),
        ("title: by hand", "40%", 0.4),
    ],
)
def test_current_is_read_in_the_terms_of_the_measure(
    measure: str, value: str | None, read: float | str | None
) -> None:
    result, said = read_result(f"{measure}\n" + (f"current: {value}" if value else ""))
    assert said == []
    assert (result.current.value if result.current else None) == read


@pytest.mark.parametrize(
    ("measure", "value", "expected"),
    [
        ("zones: {commit: a, target: b, stretch: c}", "target", 0.7),
        ("title: by hand", "40%", 0.4),
        ("metric: {unit: k, target: 5}", "4k", 4),
    ],
)
def test_a_plan_expects_values_of_the_measure(measure: str, value: str, expected: float) -> None:
    result, said = read_result(f"{measure}\nplan: [{{date: 2026-11-01, value: {value}}}]")
    assert said == []
    assert result.plan == ((date(2026, 11, 1), expected),)


@pytest.mark.parametrize(
    ("measure", "why"),
    [
        ("milestones: [{title: a}]", "milestones have none"),
        ("binary: {}", "what is done or not has none"),
        ("maintain: {min: 1}", "maintain: expects its range all the time"),
    ],
)
def test_a_plan_needs_a_measure_with_values_to_expect(measure: str, why: str) -> None:
    _, said = read_result(f"{measure}\nplan: [{{date: 2026-11-01, value: 1}}]")
    assert said == [f"5:5: S029 a plan says which values to expect, and {why}"]


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ("[{value: 1}]", '5:12: S006 a point of the plan has no "date"'),
        (
            "[{date: 2026-11-31, value: 1}]",
            '5:19: S011 date is "2026-11-31", which the calendar does not have',
        ),
        (
            "[{date: 2026-11-01, value: high}]",
            '5:38: S015 value of the plan is "high", must be a number in min',
        ),
        ("{2026-11-01: 1}", "5:11: S002 plan is a mapping, must be a list"),
    ],
)
def test_a_plan_that_is_none_is_told_at_its_place(plan: str, said: str) -> None:
    assert read_result(f"metric: {{unit: min, target: 5}}\nplan: {plan}")[1] == [said]


def test_a_successor_starts_the_day_it_takes_over_unless_it_says_otherwise() -> None:
    found, said = results(
        """
- {id: a, replaced_by: b, on: 2026-11-01, reason: better}
- {id: b}
- {id: c, replaced_by: d, on: 2026-11-02}
- {id: d, start: 2026-11-09}
- {id: e, replaced_by: f}
- {id: f}
"""
    )
    assert said == []
    assert [one.start for one in found] == [None, date(2026, 11, 1), None, date(2026, 11, 9), None, None]
    assert found[0].replaced_by is not None
    assert (found[0].replaced_by.text, found[0].on, found[0].reason) == ("b", date(2026, 11, 1), "better")


def test_a_successor_that_ends_before_it_takes_over_is_an_error() -> None:
    _, said = results("- {id: a, replaced_by: b, on: 2026-11-01}\n- {id: b, due: 2026-10-15}")
    assert said == ["4:16: S012 due is 2026-10-15, before the window starts on 2026-11-01"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("- {id: ab, replaced_by: ba}", '3:25: S045 no key result is called "ba"'),
        ("- {id: a, replaced_by: a}", '3:24: S028 key result "a" is replaced by itself'),
        (
            "- {id: a, replaced_by: b}\n- {id: b, replaced_by: a}",
            "3:24: S007 the key results replace each other in a circle: a → b → a",
        ),
        (
            (
                "- {id: x, replaced_by: b}\n- {id: c, replaced_by: a}\n"
                "- {id: a, replaced_by: b}\n- {id: b, replaced_by: c}"
            ),
            "6:24: S007 the key results replace each other in a circle: b → c → a → b",
        ),
        ("- {id: a, status: closed}", '3:19: S008 status is "closed", must be dropped'),
        ("- {id: a, stauts: dropped}", '3:11: S001 a key result has no key "stauts"'),
    ],
)
def test_what_is_wrong_with_leaving_the_count_is_told(lines: str, said: str) -> None:
    assert results(lines)[1] == [said]


def test_a_key_result_that_is_no_mapping_is_told_with_an_example() -> None:
    assert results("- Ship it\n- {id: a}")[1] == ['3:3: S002 key_results is "Ship it", must be a mapping']
