"""Figures -> the course of progress over time, to be drawn."""

from __future__ import annotations

from datetime import date
from itertools import accumulate, pairwise

from goalsite.analysis.arithmetic import shares
from goalsite.analysis.figures import KeyResultFigures, ObjectiveFigures
from goalsite.analysis.scale import ZONES, Scale, within
from goalsite.model.records import KeyResult, Metric, Objective

Course = tuple[tuple[date, float], ...]
_MOST = 200
"""How many of the latest values a course is drawn from."""


def scale_of(measure: Metric, figures: KeyResultFigures) -> Scale:
    """The scale between a metric's values and its progress."""
    return Scale(figures.baseline, measure.target, measure.levels)


def result_course(result: KeyResult, figures: KeyResultFigures) -> Course:
    """A key result's progress on each day on which it has a value; empty where a total makes it."""
    measure = result.measure
    values = figures.values[-_MOST:]
    if isinstance(measure, Metric):
        if measure.over_window or figures.baseline is None:
            return ()
        scale = scale_of(measure, figures)
        return tuple((day, scale.progress(value)) for day, value, _ in values if isinstance(value, float))
    if figures.steps:
        return _steps(figures)
    if figures.periods:
        share = 1 / len(figures.periods)
        ends = [(period.end, met) for period, met in figures.periods if met is not None]
        kept = accumulate(met for _, met in ends)
        return tuple((day, share * so_far) for (day, _), so_far in zip(ends, kept, strict=True))
    return tuple((day, ZONES[v] if isinstance(v, str) else within(v)) for day, v, _ in values)


def _steps(figures: KeyResultFigures) -> Course:
    total = sum(weight for _, weight, _, _ in figures.steps)
    height, points = 0.0, [(figures.window.start, 0.0)]
    for day, weight in sorted((done, weight) for _, weight, _, done in figures.steps if done):
        height += weight / total if total else 0.0
        points.append((day, height))
    return tuple(points) if len(points) > 1 else ()


def goal_course(goal: Objective, figures: ObjectiveFigures) -> Course:
    """An objective's progress on each day on which one of its counted key results moved."""
    events = []
    weights = {}
    for at, (result, one) in enumerate(zip(goal.key_results, figures.key_results, strict=True)):
        if one.counted:
            weights[at] = result.weight
            events += [(day, at, progress) for day, progress in result_course(result, one)]
    if not any(weights.values()):
        return ()
    parts = dict(zip(weights, shares(list(weights.values())), strict=True))
    state = dict.fromkeys(weights, 0.0)
    points: dict[date, float] = {}
    mean = 0.0
    for day, at, progress in sorted(events):
        mean += parts[at] * (progress - state[at])
        state[at] = progress
        points[day] = within(mean)
    return tuple(sorted(points.items()))


def _corners(scale: Scale) -> list[tuple[float, float]]:
    """The points (progress, value) on the way from the baseline; an inferred one may lie beyond a level."""
    levels = scale.levels
    if levels is None or scale.baseline is None:
        return [] if scale.target is None else [(1.0, scale.target)]
    rising = levels.stretch >= levels.commit
    named = (("commit", levels.commit), ("target", levels.target), ("stretch", levels.stretch))
    return [(ZONES[name], value) for name, value in named if (value > scale.baseline) == rising]


def value_at(scale: Scale, progress: float) -> float | None:
    """The value at which a metric has made a progress of 0…1; None without a baseline or target."""
    if scale.baseline is None or scale.target is None:
        return None
    corners = [(0.0, scale.baseline), *_corners(scale)]
    for (low, left), (high, right) in pairwise(corners):
        if progress <= high:
            return left + (right - left) * (progress - low) / (high - low)
    return corners[-1][1]
