"""What counts as a recovery."""

from __future__ import annotations

import pytest

from tests.lint.kpis.a_kpi import PATH, files
from tests.lint.told import told

RED = "targets: [{from: 2026-07-01, target: 8, red: 16}]\nseries: [[2026-W45, 17], [2026-W46, 21]]"
STATE = "the KPI is red since 2026-11-08, now 21 with a target of 8"
TOLD = [f"{PATH}:2:8: {STATE}, and no open objective improves it"]


def objective(front: str, cycle: str = "2026-Q4") -> dict[str, str]:
    """An objective with these lines."""
    return {f"goals/{cycle}/answers.md": f"---\ntitle: Whoever asks is helped\nowner: lin\n{front}\n---\n"}


def test_two_reds_in_a_row_are_told() -> None:
    assert told(files(RED), "K308") == TOLD


@pytest.mark.parametrize(
    "series",
    [
        "[[2026-W46, 21]]",
        "[[2026-W44, 17], [2026-W45, 9], [2026-W46, 21]]",
        "[[2026-W44, 17], [2026-W45, 18], [2026-W46, 9]]",
        "[[2026-W30, 17], [2026-W31, 18]]",
        "[]",
    ],
)
def test_one_red_or_an_old_one_is_not(series: str) -> None:
    shown = files(f"targets: [{{from: 2026-07-01, target: 8, red: 16}}]\nseries: {series}")
    assert told(shown, "K308") == []


@pytest.mark.parametrize(
    ("front", "cycle"),
    [
        ("improves: [answer-time]", "2026-Q4"),
        ("improves: [answer-time]\nstatus: draft", "2026-Q4"),
        ("improves: [answer-time]", "2027-Q1"),
    ],
)
def test_an_open_objective_that_improves_it_is_a_recovery(front: str, cycle: str) -> None:
    assert told(files(RED) | objective(front, cycle), "K308") == []


@pytest.mark.parametrize(
    ("front", "cycle"),
    [
        ("guards: [answer-time]", "2026-Q4"),
        ("improves: [answer-time]\nstatus: closed\noutcome: missed", "2026-Q4"),
        ("improves: [answer-time]", "2026-Q3"),
        ("key_results: [{id: a, metric: {kpi: answer-time, target: 8}}]", "2026-Q4"),
    ],
)
def test_one_that_guards_reads_or_is_over_is_none(front: str, cycle: str) -> None:
    assert told(files(RED) | objective(front, cycle), "K308") == TOLD


@pytest.mark.parametrize(
    ("bounds", "against"),
    [("max: 20", "at most 20"), ("min: 22", "at least 22"), ("min: 1, max: 2", "a range")],
)
def test_a_range_may_have_one_bound(bounds: str, against: str) -> None:
    series = "[[2026-W45, 21], [2026-W46, 21]]"
    front = f"direction: range\ntargets: [{{from: 2026-07-01, {bounds}}}]\nseries: {series}"
    assert [against in one for one in told(files(front, without="direction"), "K308")] == [True]
