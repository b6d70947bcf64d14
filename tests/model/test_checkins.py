from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.model.records import CheckIn
from tests.authored import Site, goal, read

DAY = date(2026, 10, 9)
FRONT = """
key_results:
  - id: p50
    metric: {unit: min, baseline: 14, target: 5}
"""


def logged(log: str, checkins: str = "[]") -> Site:
    """A goal with one key result, check-ins in its file and a log beside it."""
    front = goal(f"{FRONT.strip()}\n    checkins: {checkins}")
    return read({"goals/2026-Q4/a.md": front, "goals/2026-Q4/a.checkins.csv": log})


def rows(site: Site) -> tuple[CheckIn, ...]:
    return site.objective("2026-Q4/a").key_results[0].checkins


def test_every_field_of_a_check_in_is_read_from_the_file_and_from_the_log_alike() -> None:
    whole = CheckIn(DAY, 12.5, 0.6, "on_track", "cache warm", "runners", "buy two", "lin")
    in_file = logged(
        "date,kr\n",
        "[{date: 2026-10-09, value: 12.5 min, confidence: 6/10, status: on_track, note: cache warm,"
        " blocked: runners, next: buy two, by: '@lin'}]",
    )
    in_log = logged(
        "date,kr,value,confidence,status,note,blocked,next,by\n"
        "2026-10-09,p50,12.5 min,6/10,on_track,cache warm,runners,buy two,@lin\n"
    )
    assert in_file.said() == in_log.said() == []
    assert rows(in_file) == rows(in_log) == (whole,)


def test_an_empty_kr_speaks_of_the_objective() -> None:
    site = logged("date,kr,confidence,status,note\n2026-10-09,,0.6,at_risk,slow\n")
    assert site.said() == []
    assert site.objective("2026-Q4/a").checkins == (CheckIn(DAY, None, 0.6, "at_risk", "slow"),)
    assert rows(site) == ()


def test_without_the_column_kr_a_log_speaks_of_the_objective() -> None:
    assert logged("date,note\n2026-10-09,slow\n").objective("2026-Q4/a").checkins == (
        CheckIn(DAY, note="slow"),
    )


def test_columns_stand_in_any_order() -> None:
    assert rows(logged("value,kr,date\n9,p50,2026-10-09\n")) == (CheckIn(DAY, 9),)


def test_rows_stand_in_any_order_and_come_out_by_date() -> None:
    site = logged("date,kr,value\n2026-10-16,p50,11\n2026-10-09,p50,12\n", "[{date: 2026-10-12, value: 13}]")
    assert [one.value for one in rows(site)] == [12, 13, 11]


def test_per_date_and_field_the_last_row_that_gives_it_wins_file_before_log() -> None:
    site = logged(
        "date,kr,value,confidence,note\n2026-10-09,p50,,0.4,\n2026-10-09,p50,,,from the log\n",
        "[{date: 2026-10-09, value: 12, confidence: .6, note: first}, {date: 2026-10-09, by: lin}]",
    )
    assert site.said() == []
    assert rows(site) == (CheckIn(DAY, 12, 0.4, note="from the log", by="lin"),)


def test_two_different_values_for_one_date_are_a_warning_at_the_later() -> None:
    site = logged("date,kr,value\n2026-10-09,p50,11\n", "[{date: 2026-10-09, value: 12}]")
    assert site.said() == [
        "goals/2026-Q4/a.checkins.csv:2:16: S024 2026-10-09 has the values 12 and 11; the last one counts"
    ]
    assert [one.value for one in rows(site)] == [11]


def test_values_that_differ_in_late_digits_are_told_with_all_of_them() -> None:
    site = logged("date,kr,value\n2026-10-09,p50,1200001\n", "[{date: 2026-10-09, value: 1.2M}]")
    assert "has the values 1200000 and 1200001" in site.said()[0]


def test_the_same_value_said_twice_is_fine() -> None:
    site = logged("date,kr,value\n2026-10-09,p50,12.50\n", "[{date: 2026-10-09, value: 12.5 min}]")
    assert site.said() == []


def test_a_row_without_a_value_hides_none() -> None:
    site = logged("date,kr,value,confidence\n2026-10-09,p50,,0.5\n", "[{date: 2026-10-09, value: 12}]")
    assert rows(site) == (CheckIn(DAY, 12, 0.5),)


@pytest.mark.parametrize(
    ("log", "said"),
    [
        ("date,kr,vlaue\n2026-10-09,p50,1\n", '1:9: S039 a check-in log has no column "vlaue"'),
        ("datum,kr,value\n2026-10-09,p50,1\n", '1:1: S039 a check-in log has no column "datum"'),
        ("kr,value\np50,1\n", '1:1: S039 a check-in log needs the column "date"'),
        ("date,kr,value\n2026-10-09,p51,1\n", '2:12: S045 no key result is called "p51"'),
        ("date,kr,value\n2026-10-09,1,1\n", '2:12: S045 no key result is called "1"'),
        ("date,kr,value\n2026-02-31,p50,1\n", '2:1: S011 date is "2026-02-31", which the calendar'),
        ("date,kr,value\n,p50,1\n", "2:1: S006 the row has no date"),
        ("date,kr,value\n2026-10-09,p50,fast\n", '2:16: S015 value is "fast", must be a number in min'),
        (
            "date,kr,confidence\n2026-10-09,p50,high\n",
            '2:16: S015 confidence is "high", must be a number from 0 to 1',
        ),
        (
            "date,kr,confidence\n2026-10-09,p50,11/10\n",
            "2:16: S015 confidence is 11/10, must be a number from 0 to 1",
        ),
        ("date,kr,status\n2026-10-09,p50,green\n", '2:16: S008 status is "green", must be on_track'),
        ("date,kr,by\n2026-10-09,p50,Ada L\n", '2:16: S002 by is "Ada L", must be the handle of one person'),
        (
            "date,kr,value\n2026-10-09,,0.4\n",
            "2:13: S029 the row has a value and names no key result, and an objective has no values",
        ),
        ("date,kr,value\n2026-10-09,p50\n", "2:1: S039"),
    ],
)
def test_what_is_wrong_with_a_log_is_told_at_its_row(log: str, said: str) -> None:
    found = logged(log).said("goals/2026-Q4/a.checkins.csv")
    assert len(found) == 1, found
    assert found[0].startswith(said)


def test_a_near_column_and_a_near_key_result_are_suggested() -> None:
    assert logged("date,kr,vlaue\n").hints() == ['did you mean "value"?']
    assert logged("date,kr,value\n2026-10-09,p51,1\n").hints() == ['did you mean "p50"?']


def test_a_key_result_without_an_id_that_a_log_uses_is_an_error() -> None:
    site = read(
        {
            "goals/2026-Q4/a.md": goal("key_results: [{title: A}]"),
            "goals/2026-Q4/a.checkins.csv": "date,kr,value\n2026-10-09,1,.5\n",
        }
    )
    assert site.codes == ["S045", "S025"]
    assert site.hints()[0] == "give the key result that id, or mend the row"


def test_an_unknown_key_result_is_told_once_for_all_its_rows() -> None:
    assert logged("date,kr,value\n" + "2026-10-09,p51,1\n" * 9).codes == ["S045"]


def test_the_log_of_a_broken_goal_is_no_finding_of_its_own() -> None:
    site = read(
        {
            "goals/2026/a.md": "---\nx: [\n---\n",
            "goals/2026/a.checkins.csv": "date,kr\n2026-10-09,p50\n",
            "goals/kpis/k.md": "---\nx: [\n---\n",
            "goals/kpis/k.csv": "date,value\n",
        }
    )
    assert [one.path for one in site.found] == ["goals/2026/a.md", "goals/kpis/k.md"]


def test_a_broken_log_is_told_once_and_leaves_the_goal_as_it_is() -> None:
    site = logged('date,kr\n2026-10-09,"p50\n', "[{date: 2026-10-09, value: 12}]")
    assert [(one.path, one.code) for one in site.found] == [("goals/2026-Q4/a.checkins.csv", "S039")]
    assert [one.value for one in rows(site)] == [12]


values = st.sampled_from(["", "1", "2"])
notes = st.sampled_from(["", "x", "y"])
days = st.sampled_from(["2026-10-09", "2026-10-10", "2026-10-11"])


@given(st.lists(st.tuples(days, values, notes), max_size=8))
def test_of_each_day_and_field_the_last_row_that_gives_it_counts(written: list[tuple[str, str, str]]) -> None:
    site = logged(
        "date,kr,value,note\n" + "".join(f"{day},p50,{value},{note}\n" for day, value, note in written)
    )
    expected: dict[str, CheckIn] = {}
    for day in sorted({day for day, _, _ in written}):
        numbers = [float(value) for on, value, _ in written if on == day and value]
        texts = [note for on, _, note in written if on == day and note]
        expected[day] = CheckIn(
            date.fromisoformat(day), numbers[-1] if numbers else None, note=texts[-1] if texts else ""
        )
    assert rows(site) == tuple(expected.values())
    assert set(site.codes) <= {"S024"}


def test_a_log_in_which_all_is_wrong_is_not_read_to_its_end() -> None:
    rows = "2026-10-1,k,1\n" * 12_000
    front = "key_results: [{id: k, title: a, metric: {baseline: 0, target: 9}}]"
    site = read({"goals/2026-Q4/a.md": goal(front), "goals/2026-Q4/a.checkins.csv": f"date,kr,value\n{rows}"})
    assert len(site.said("goals/2026-Q4/a.checkins.csv")) == 10_000
