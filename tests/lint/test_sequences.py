"""Which numbers only a slipped digit explains."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.lint.sequences import Slip, slips


@pytest.mark.parametrize(
    ("values", "at"),
    [
        ([12.5, 110, 9.8], 1),
        ([99.9, 9.99, 99.8], 1),
        ([0.95, 95, 0.96], 1),
        ([8.0, 9.1, 1020, 11.5], 2),
        ([-30, -300, -32], 1),
        ([120, 118, 121, 1230], 3),
        ([120, 118, 121, 12.3], 3),
    ],
)
def test_a_value_that_fits_once_its_point_is_moved_has_slipped(values: list[float], at: int) -> None:
    assert [one.at for one in slips(values)] == [at]


@pytest.mark.parametrize(
    "values",
    [
        [1, 10, 1],
        [2, 20, 3],
        [0, 10, 0],
        [-5, 50, -6],
        [10, 100, 1000, 10000],
        [120, 118, 1200, 1230],
        [10, 100],
        [100, 1000, 105, 110, 990, 108],
        [3, 17, 33, 11, 4, 160, 28, 59, 602, 35, 18, 46],
        [50, 48, 40, 35, 30, 10],
        [12, 40, 12],
    ],
)
def test_growth_small_counts_and_what_comes_again_have_not(values: list[float]) -> None:
    assert slips(values) == []


def test_the_last_value_may_come_up_to_the_target_at_one_go() -> None:
    assert slips([900, 880, 870, 85], target=50) == []
    assert slips([900, 880, 870, 8.6], target=50) == [Slip(3, 100, False, (900, 880, 870))]


def test_a_baseline_stands_before_the_first_value() -> None:
    assert slips([125, 12], before=14) == [Slip(0, 10, True, (14, 12))]
    assert slips([125, 12]) == []


@given(st.lists(st.floats(80, 120), min_size=1, max_size=30))
def test_what_stays_in_its_range_never_slips(values: list[float]) -> None:
    assert slips(values) == []


@given(st.lists(st.floats(80, 120), min_size=3, max_size=30), st.data())
def test_a_slip_between_two_others_is_always_found(values: list[float], data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(values) - 2))
    factor = data.draw(st.sampled_from((10, 100, 1000)))
    values[at] = (values[at - 1] + values[at + 1]) / 2 * factor
    assert [(one.at, one.factor, one.larger) for one in slips(values)] == [(at, factor, True)]
