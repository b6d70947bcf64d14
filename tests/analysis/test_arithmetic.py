"""Sums, means and quotients stay finite, whatever somebody writes."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.analysis.arithmetic import (
    bounded,
    distance,
    quotient,
    running_totals,
    shares,
    total,
    weighted_mean,
)
from tests.analysis.authored import near

any_number = st.floats(allow_nan=False, allow_infinity=False)
weights = st.floats(0, 1.7e308)
HUGE = 1.7e308


def test_a_mean_weighs_and_without_weight_there_is_none() -> None:
    assert weighted_mean([(2, 0.5), (1, 0.2)]) == near(0.4)
    assert weighted_mean([(0, 0.5)]) is None
    assert weighted_mean([]) is None


def test_a_mean_of_weights_too_large_to_add_up_is_still_the_mean() -> None:
    assert weighted_mean([(HUGE, 0.2), (HUGE, 0.4)]) == near(0.3)
    assert weighted_mean([(HUGE, 40.0), (HUGE, -40.0)]) == near(0)


def test_shares_add_up_to_one_and_of_nothing_are_nothing() -> None:
    assert shares([2, 1, 1]) == [0.5, 0.25, 0.25]
    assert shares([HUGE, HUGE]) == [0.5, 0.5]
    assert (shares([0, 0]), shares([])) == ([0, 0], [])


def test_a_quotient_by_zero_is_none() -> None:
    assert (quotient(1, 0), quotient(1, 4), quotient(1e300, 1e-300)) == (None, 0.25, bounded(math.inf))


@pytest.mark.parametrize(("value", "share"), [(-HUGE, 0), (0, 0.5), (HUGE, 1)])
def test_a_distance_may_be_larger_than_any_number(value: float, share: float) -> None:
    assert distance(-HUGE, HUGE, value) == near(share)


@given(st.lists(any_number, max_size=5))
def test_a_total_is_finite(values: list[float]) -> None:
    assert math.isfinite(total(values))


@given(any_number, any_number, any_number)
def test_quotients_and_distances_are_finite_or_none(one: float, other: float, value: float) -> None:
    for found in (quotient(one, other), distance(one, other, value)):
        assert found is None or math.isfinite(found)


@given(st.lists(st.tuples(weights, st.floats(0, 1)), max_size=5))
def test_a_mean_lies_among_its_values(pairs: list[tuple[float, float]]) -> None:
    mean = weighted_mean(pairs)
    if mean is not None:
        assert min(value for _, value in pairs) - 1e-9 <= mean <= max(value for _, value in pairs) + 1e-9


@given(st.lists(st.floats(-1e300, 1e300), max_size=20))
def test_running_totals_are_the_totals_of_each_beginning(values: list[float]) -> None:
    assert running_totals(values) == [total(values[: count + 1]) for count in range(len(values))]


def test_a_running_total_beyond_all_numbers_is_the_largest() -> None:
    assert running_totals([HUGE, HUGE, -HUGE]) == [HUGE, bounded(math.inf), HUGE]
    assert running_totals([-HUGE, -HUGE])[-1] == bounded(-math.inf)
