"""KPIs that nothing needs."""

from __future__ import annotations

import pytest

from tests.lint.kpis.a_kpi import PATH, TRUST, files, kpi
from tests.lint.told import told

TOLD = [f"{PATH}:2:8: the KPI supports no goal, and none supports, improves, guards or reads it"]
LONELY = files(without="supports")


def objective(front: str) -> dict[str, str]:
    """An objective with that line."""
    return {"goals/2026-Q4/answers.md": f"---\ntitle: Whoever asks is helped\nowner: lin\n{front}\n---\n"}


def test_a_kpi_that_nothing_needs_is_told() -> None:
    assert told(LONELY, "K303") == TOLD


@pytest.mark.parametrize(
    "front",
    [
        "improves: [answer-time]",
        "guards: [answer-time]",
        "supports: [answer-time]",
        "key_results: [{id: a, metric: {kpi: answer-time, target: 8}}]",
        "key_results: [{id: a, maintain: {kpi: answer-time, max: 8}}]",
    ],
)
def test_one_that_an_objective_names_has_its_use(front: str) -> None:
    assert told(LONELY | objective(front), "K303") == []


@pytest.mark.parametrize(
    "front",
    ["north_star: true", "supports: [trust]", "supports: ['https://example.org/aim']", "supports: [tru]"],
)
def test_one_that_says_its_use_has_one(front: str) -> None:
    """A reference that leads nowhere is told as that."""
    assert told(files(front, without="supports"), "K303") == []


def test_a_formula_and_a_part_give_a_use() -> None:
    reader = {"goals/kpis/half.md": kpi('formula: "answer-time / 2"\nsupports: [trust]')}
    assert told(LONELY | reader, "K303") == []
    part = {"goals/kpis/part.md": kpi("cascades_from: {kpi: answer-time}")}
    assert told(LONELY | part, "K303") == []


def test_being_mentioned_alone_is_no_use() -> None:
    mention = {"goals/2026/trust.md": TRUST + "See [[answer-time]].\n"}
    assert told(LONELY | mention, "K303") == TOLD


def test_where_there_are_no_objectives_there_is_nothing_to_serve() -> None:
    assert told({PATH: LONELY[PATH]}, "K303") == []


def test_a_persons_own_kpi_serves_that_person() -> None:
    mine = {"goals/people/lin/kpis/runs.md": kpi("unit: km\nfrequency: week")}
    assert told(files() | mine, "K303") == []
