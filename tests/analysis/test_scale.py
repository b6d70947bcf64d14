"""Values become raw and progress: rising, falling and along levels."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from goalsite.analysis.scale import Scale, within
from goalsite.model.records import Levels
from tests.analysis.authored import near

numbers = st.floats(-1e6, 1e6)


@pytest.mark.parametrize(
    ("value", "raw", "progress"), [(14, 0, 0), (5, 1, 1), (9.5, 0.5, 0.5), (2, 4 / 3, 1), (16, -2 / 9, 0)]
)
def test_a_falling_metric_is_measured_like_a_rising_one(value: float, raw: float, progress: float) -> None:
    scale = Scale(14, 5)
    assert (scale.raw(value), scale.progress(value)) == (near(raw), near(progress))


@pytest.mark.parametrize(
    ("value", "progress"),
    [(0, 0), (-5, 0), (15, 0.15), (30, 0.3), (50, 0.5), (70, 0.7), (85, 0.85), (100, 1), (150, 1)],
)
@pytest.mark.parametrize("sign", [1, -1])
def test_levels_are_linear_between_their_corners(sign: int, value: float, progress: float) -> None:
    scale = Scale(0, sign * 70, Levels(sign * 30, sign * 70, sign * 100))
    assert scale.progress(sign * value) == near(progress)


def test_raw_of_levels_is_held_against_the_target_level() -> None:
    assert Scale(0, 70, Levels(30, 70, 100)).raw(100) == near(100 / 70)


@pytest.mark.parametrize(("value", "progress"), [(20, 0), (30, 0.3), (50, 0.5)])
def test_levels_without_a_baseline_begin_at_the_first_level(value: float, progress: float) -> None:
    assert Scale(None, 70, Levels(30, 70, 100)).progress(value) == near(progress)


def test_an_inferred_baseline_beyond_the_first_level_begins_there() -> None:
    scale = Scale(50, 70, Levels(30, 70, 100))
    assert [scale.progress(value) for value in (40, 50, 60, 70)] == [0, 0, near(0.35), near(0.7)]


def test_without_a_way_to_go_the_target_is_met_or_not() -> None:
    assert [Scale(5, 5).raw(value) for value in (5, 4, 6)] == [1, 0, 0]


@given(numbers, numbers, numbers)
def test_progress_stays_within_0_and_1_and_is_raw_within_it(
    baseline: float, target: float, value: float
) -> None:
    scale = Scale(baseline, target)
    assert 0 <= scale.progress(value) <= 1
    assert scale.progress(value) == within(scale.raw(value))


@given(numbers, numbers, numbers)
def test_mirrored_numbers_make_the_same_progress(baseline: float, target: float, value: float) -> None:
    assert Scale(-baseline, -target).raw(-value) == Scale(baseline, target).raw(value)


@given(st.lists(numbers, min_size=5, max_size=5))
def test_mirrored_levels_make_the_same_progress(given_numbers: list[float]) -> None:
    value, (baseline, commit, target, stretch) = given_numbers[0], sorted(given_numbers[1:])
    assume(baseline < commit < target < stretch)
    rising = Scale(baseline, target, Levels(commit, target, stretch))
    falling = Scale(-baseline, -target, Levels(-commit, -target, -stretch))
    assert 0 <= rising.progress(value) <= 1
    assert falling.progress(-value) == rising.progress(value)


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.floats(0, 1))
def test_the_value_at_a_progress_makes_that_progress(baseline: float, target: float, progress: float) -> None:
    assume(abs(target - baseline) > 1e-3)
    scale = Scale(baseline, target)
    value = scale.value_at(progress)
    assert value is not None
    assert scale.progress(value) == pytest.approx(progress, abs=1e-6)


@given(st.floats(0, 1), st.sampled_from([1.0, -1.0]))
def test_so_does_one_along_levels(progress: float, sign: float) -> None:
    scale = Scale(0.0, sign * 70, Levels(sign * 30, sign * 70, sign * 100))
    value = scale.value_at(progress)
    assert value is not None
    assert scale.progress(value) == pytest.approx(progress, abs=1e-6)
