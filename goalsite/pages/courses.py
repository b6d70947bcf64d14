"""Figures -> the course of progress over time, to be drawn."""

from __future__ import annotations

from datetime import date
from itertools import accumulate

from goalsite.analysis.arithmetic import shares, total
from goalsite.analysis.figures import KeyResultFigures, ObjectiveFigures
from goalsite.analysis.scale import Scale, within
from goalsite.model.records import ZONES, KeyResult, Metric, Objective

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
    whole = total(weight for _, weight, _, _ in figures.steps)
    height, points = 0.0, [(figures.window.start, 0.0)]
    for day, weight in sorted((done, weight) for _, weight, _, done in figures.steps if done):
        height += weight / whole if whole else 0.0
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
