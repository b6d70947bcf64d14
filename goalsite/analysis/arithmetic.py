"""Sums, means and quotients that stay finite, however large or small the numbers are that somebody writes."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import accumulate

from goalsite.core import quantities

_LARGEST = sys.float_info.max
_SMALLEST = sys.float_info.min  # that is as exact as the others


def bounded(value: float) -> float:
    """`value`, where it has outgrown what a number can be the largest one."""
    return value if -_LARGEST < value < _LARGEST else min(_LARGEST, max(-_LARGEST, value))


def total(values: Iterable[float]) -> float:
    """Σ values."""
    values = list(values)
    try:
        return math.fsum(values)
    except OverflowError:
        return bounded(sum(values))


def running_totals(values: Sequence[float]) -> list[float]:
    """Σ of the values up to each of them, every one as exact as `total`, in linear time."""
    return [_nearest(so_far) for so_far in accumulate(map(Fraction, values))]


def _nearest(exact: Fraction) -> float:
    try:
        return float(exact)
    except OverflowError:
        return _LARGEST if exact > 0 else -_LARGEST


def quotient(above: float, below: float) -> float | None:
    """`above` ÷ `below`; None where that divides by zero."""
    return bounded(above / below) if below else None


def distance(left: float, right: float, value: float) -> float | None:
    """How far `value` has come from `left` to `right`: 0 at the one, 1 at the other; None where they are one.

    Of halves, since the difference of two numbers may be too large to be one.
    """
    way = right / 2 - left / 2
    return bounded((value / 2 - left / 2) / way) if way else None


def shares(weights: Sequence[float]) -> list[float]:
    """Each weight's share of all; 0 for each where nothing weighs."""
    largest = max(weights, default=0.0)
    if largest <= 0:
        return [0.0 for _ in weights]
    scaled = [weight / largest for weight in weights]
    whole = math.fsum(scaled)
    return [weight / whole for weight in scaled]


def weighted_mean(pairs: list[tuple[float, float]]) -> float | None:
    """Σ weight·value ÷ Σ weight over (weight, value) pairs; None where nothing weighs."""
    if not pairs:
        return None
    try:
        mean = quantities.weighted_mean(pairs)
    except (OverflowError, ValueError):  # a sum, or ∞ − ∞
        mean = math.nan
    lost = pairs[0][0] < _SMALLEST and max(pairs)[0] < _SMALLEST  # products of weights that small
    if mean is None or (math.isfinite(mean) and not lost):
        return mean
    parts = shares([weight for weight, _ in pairs])
    return total(part * value for part, (_, value) in zip(parts, pairs, strict=True))
