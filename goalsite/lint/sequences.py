"""Numbers in a row: those that only a slipped digit explains."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

FACTORS = {10: "ten", 100: "a hundred", 1000: "a thousand"}

_ALIKE = 2.0  # how far apart two neighbours may be
_STEADY = 2.0  # how far apart the values before the last one may be
_SLACK = 1.2  # how far beyond its neighbours a value may lie once its point is moved back
_SMALL = 30  # whole numbers below it jump by themselves
_HISTORY = 3  # values that must stand before the last one


class Slip(NamedTuple):
    """A value about `factor` times (`larger`) its neighbours, or that part of them, and its position."""

    at: int
    factor: int
    larger: bool
    neighbours: tuple[float, ...]


def slips(values: Sequence[float], before: float | None = None, target: float | None = None) -> list[Slip]:
    """The values that stand about ten, a hundred or a thousand times above or below both neighbours.

    `before` stands ahead of the first value. The last value is held against those before it, and may come up
    to `target` at one go. Values of both signs, small whole numbers, heights that are reached twice and
    series that jump about are none of these.
    """
    found: list[Slip] = []
    ordered: list[float] = []
    prior = before
    for at, value in enumerate(values):
        last, prior = prior, value
        # So near the one before it that nothing slipped; what has no ratio counts as near.
        if last is None or value * last <= 0 or 0.25 < value / last < 4:
            continue
        neighbours = _neighbours(values, at, last, target)
        slip = _slip(at, value, neighbours) if neighbours else None
        if slip is None:
            continue
        ordered = ordered or sorted(abs(one) for one in values)
        if _is_alone(ordered, abs(value), slip.larger):
            found.append(slip)
    return found if found and not _jumps(values, len(found)) else []


def _jumps(values: Sequence[float], slipped: int) -> bool:
    """Whether a series at rest nowhere could make such values by itself: steps beyond those of what slipped
    often double or halve a value."""
    far = sum(
        not 0.5 <= after / before <= 2 if before * after > 0 else True for before, after in pairwise(values)
    )
    return far - 2 * slipped > (len(values) - 1) / 4


def _neighbours(values: Sequence[float], at: int, prior: float, target: float | None) -> tuple[float, ...]:
    """What a value is held against; empty where that says nothing."""
    if at + 1 < len(values):
        beside = (prior, values[at + 1])
        return beside if _spread(beside) <= _ALIKE else ()
    history = tuple(values[max(0, at - _HISTORY) : at])
    if len(history) < _HISTORY or _spread(history) > _STEADY:
        return ()
    if target is not None and min(prior, target) <= values[at] <= max(prior, target):
        return ()
    return history


def _spread(values: tuple[float, ...]) -> float:
    """The largest in units of the smallest; infinite where one is zero or their signs differ."""
    low, high = min(values), max(values)
    if low * high <= 0:
        return float("inf")
    return max(high / low, low / high)


def _slip(at: int, value: float, neighbours: tuple[float, ...]) -> Slip | None:
    sizes = [abs(one) for one in neighbours]
    low, high, size = min(sizes) / _SLACK, max(sizes) * _SLACK, abs(value)
    whole = all(one == int(one) for one in (value, *neighbours))
    if whole and max(size, *sizes) < _SMALL:
        return None
    for factor in FACTORS:
        if low <= size / factor <= high:
            return Slip(at, factor, True, neighbours)
        if low <= size * factor <= high:
            return Slip(at, factor, False, neighbours)
    return None


def _is_alone(ordered: list[float], size: float, larger: bool) -> bool:
    """Whether no other value comes anywhere near this one: what comes again is no slip."""
    if larger:
        return len(ordered) - bisect_right(ordered, size / 3) == 1
    return bisect_left(ordered, size * 3) == 1
