from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.analysis.analyse import analyse
from goalsite.analysis.figures import ObjectiveFigures
from goalsite.analysis.original import Original, original
from goalsite.history.timeline import Timeline
from goalsite.model.records import Objective
from tests.authored import goal, read

FRONT = """
title: Trust
{head}
key_results:
  - id: p50
    title: Median time
    metric: {{unit: min, baseline: 14, target: {target}}}
    weight: 2
    checkins: [{{date: 2026-11-01, value: 9}}]
  - id: calm
    title: Calm weeks
    {other}
"""
HELD = "maintain: {max: 3, every: week}"


def known(
    target: float = 6, other: str = "manual: true", head: str = ""
) -> tuple[Objective, ObjectiveFigures]:
    site = read({"goals/2026-Q4/trust.md": goal(FRONT.format(target=target, other=other, head=head))})
    found = analyse(site.corpus, site.graph, Timeline(), site.config, date(2026, 11, 16))
    return site.objective("2026-Q4/trust"), found.objectives["2026-Q4/trust"]


def against(
    first: dict[tuple[str, str], float], other: str = "manual: true", head: str = ""
) -> Original | None:
    return original(*known(other=other, head=head), first)


def test_a_value_is_held_against_the_target_that_was_said_first() -> None:
    found = against({("p50", "target"): 5.0})
    assert found is not None
    assert found.progress == pytest.approx((2 * 5 / 9 + 0) / 3)
    assert dict(found.results)["p50"] == pytest.approx(5 / 9)


def test_weights_are_those_that_were_said_first() -> None:
    found = against({("p50", "weight"): 1.0})
    assert found is not None
    assert found.progress == pytest.approx((5 / 8 + 0) / 2)


def test_a_goal_that_runs_has_no_score() -> None:
    found = against({("p50", "target"): 5.0})
    assert found is not None
    assert found.score is None


def test_a_closed_goal_is_scored_anew_where_something_moved() -> None:
    found = against({("p50", "target"): 5.0}, head="status: closed\nclosed: 2026-11-10")
    assert found is not None
    assert found.score == pytest.approx((2 * 0.6 + 0) / 3)


def test_the_bounds_of_a_range_cannot_be_held_against_values_again() -> None:
    assert against({("calm", "max"): 2.0}, other=HELD) is None


def test_a_way_that_leads_nowhere_has_no_progress() -> None:
    assert against({("p50", "target"): 14.0}) is None


@given(st.floats(-1e6, 1e6).filter(lambda target: target != 14))
def test_the_target_that_stands_makes_the_progress_that_there_is(target: float) -> None:
    objective, figures = known(target)
    found = original(objective, figures, {("p50", "target"): target})
    assert found is not None
    assert found.progress == pytest.approx(figures.progress)
