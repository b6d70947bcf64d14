"""From values to raw and progress; serves falling metrics as rising ones."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from goalsite.analysis.arithmetic import distance
from goalsite.model.records import ZONES, Levels


def within(value: float) -> float:
    """`value` within 0…1."""
    return value if 0.0 < value < 1.0 else 1.0 if value >= 1.0 else 0.0


class Scale(NamedTuple):
    """A metric's way from `baseline` to `target`, or along `levels`; None for what is not known."""

    baseline: float | None
    target: float | None
    levels: Levels | None = None

    def raw(self, value: float) -> float:
        """(value − baseline) ÷ (target − baseline); without a way 1 where the target is met, else 0."""
        if self.baseline is None or self.target is None:
            return 0.0
        raw = distance(self.baseline, self.target, value)
        if raw is None:
            return 1.0 if value == self.target else 0.0
        return raw

    def progress(self, value: float) -> float:
        """Raw within 0…1; with levels linear from (baseline, 0) through what each level is worth."""
        if self.levels is None:
            return within(self.raw(value))
        sign = 1.0 if self.levels.stretch >= self.levels.commit else -1.0
        corners = self._corners(self.levels, sign)
        x = sign * value
        if x <= corners[0][0]:
            return corners[0][1] if x == corners[0][0] else 0.0
        for (left, low), (right, high) in pairwise(corners):
            if x <= right:
                return low + (high - low) * (distance(left, right, x) or 0.0)
        return corners[-1][1]

    def value_at(self, progress: float) -> float | None:
        """The value at which `progress` (0…1) is made; None without a way."""
        if self.baseline is None or self.target is None:
            return None
        if self.levels is None:
            return self.baseline * (1 - progress) + self.target * progress
        sign = 1.0 if self.levels.stretch >= self.levels.commit else -1.0
        corners = self._corners(self.levels, sign)
        for (left, low), (right, high) in pairwise(corners):
            if progress <= high:
                return sign * (left + (right - left) * (progress - low) / (high - low))
        return sign * corners[-1][0]

    def _corners(self, levels: Levels, sign: float) -> list[tuple[float, float]]:
        """The points of the curve, values times `sign` so that they rise."""
        named = (("commit", levels.commit), ("target", levels.target), ("stretch", levels.stretch))
        corners = [(sign * value, ZONES[name]) for name, value in named]
        if self.baseline is None:
            return corners
        start = sign * self.baseline  # an inferred one may lie beyond the first levels
        return [(start, 0.0), *(corner for corner in corners if corner[0] > start)]
