"""Baselines that were copied from the cycle before."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_site import goal
from tests.lint.told import told


def carried(before: str, now: str, more: str = "") -> list[str]:
    """What is said of a key result carried over; both are what stands within `{…}`."""
    first = goal("2026-Q3/first", f"status: closed\nkey_results: [{{{before}}}]")
    return told(first | goal("2026-Q4/next", f"continues: [first]\n{more}\nkey_results: [{{{now}}}]"), "Q132")


NEW = "id: a, title: Minutes, metric: {unit: min, baseline: 14, target: 5}"
OLD = f"{NEW}, checkins: [{{date: 2026-09-20, value: 9}}]"
RATE = "id: a, title: Share, metric: {baseline: 0, target: 40}"


@pytest.mark.parametrize("name", ["id: a, title: Other words", "id: b, title: minutes"])
def test_the_same_id_or_the_same_title_is_the_same_key_result(name: str) -> None:
    found = carried(OLD, NEW.replace("id: a, title: Minutes", name))
    assert len(found) == 1
    assert found[0].endswith("the baseline is still 14, and first left it at 9")


def test_the_same_kpi_is_the_same_key_result() -> None:
    kpi = {
        "goals/kpis/minutes.md": "---\nseries: [[2026-07-05, 14], [2026-09-20, 9], [2026-10-05, 8.8]]\n---\n"
    }
    result = "key_results: [{id: %s, metric: {kpi: minutes, baseline: 14, target: 5}}]"
    files = goal("2026-Q3/first", f"status: closed\n{result % 'a'}")
    files |= goal("2026-Q4/next", f"continues: [first]\n{result % 'b'}")
    assert len(told(kpi | files, "Q132")) == 1


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (OLD, NEW.replace("14", "9")),
        (OLD, NEW.replace("baseline: 14, ", "")),
        (OLD, "id: b, title: Other, metric: {unit: min, baseline: 14, target: 5}"),
        (OLD.replace("value: 9", "value: 14"), NEW),  # it never moved
        (NEW, NEW),  # nobody measured it
        (OLD, NEW + ", checkins: [{date: 2026-10-05, value: 13.5}]"),  # it fell back
        (RATE + ", checkins: [{date: 2026-09-20, value: 22}]", RATE),  # may count anew
        (
            RATE + ", checkins: [{date: 2026-09-20, value: 22}]",
            RATE + ", checkins: [{date: 2026-10-05, value: 1}]",
        ),
    ],
)
def test_a_baseline_that_may_be_right_is_left_alone(before: str, now: str) -> None:
    assert carried(before, now) == []


def test_a_count_from_zero_that_goes_on_is_told() -> None:
    before = RATE + ", checkins: [{date: 2026-09-20, value: 22}]"
    assert len(carried(before, RATE + ", checkins: [{date: 2026-10-05, value: 23}]")) == 1


def test_what_is_closed_is_history() -> None:
    assert carried(OLD, NEW, "status: closed") == []
