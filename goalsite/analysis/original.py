"""What a goal's progress and score would be against the targets, baselines and weights it had first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from goalsite.analysis.arithmetic import weighted_mean
from goalsite.analysis.figures import KeyResultFigures, ObjectiveFigures
from goalsite.analysis.scale import Scale, within
from goalsite.core.quantities import round_half_up
from goalsite.model.records import KeyResult, Levels, Metric, Objective

First = Mapping[tuple[str, str], float]
"""By key result and field what was said first, where something else is said now."""


class Original(NamedTuple):
    """Progress and score (of a closed goal) against what was said first, and each key result's progress."""

    progress: float | None
    score: float | None
    results: tuple[tuple[str, float], ...]


def original(goal: Objective, figures: ObjectiveFigures, first: First) -> Original | None:
    """The figures of a goal against what was said first; None where they cannot be figured: for ranges that
    are kept, and where a way leads nowhere."""
    counted, scores = list[tuple[float, float]](), list[tuple[float, float]]()
    results = []
    for result, one in zip(goal.key_results, figures.key_results, strict=True):
        own = {field: value for (name, field), value in first.items() if name == result.id}
        measured = own.keys() - {"weight"}
        progress = _progress(result, one, own) if measured else one.progress
        if progress is None:
            return None
        if not one.counted:
            continue
        weight = own.get("weight", result.weight)
        counted.append((weight, progress))
        results.append((result.id, progress))
        score = round_half_up(progress) if measured else one.score
        if score is not None:
            scores.append((weight, score))
    score = weighted_mean(scores) if goal.state == "closed" else None
    return Original(weighted_mean(counted), score, tuple(results))


def _progress(result: KeyResult, figures: KeyResultFigures, own: Mapping[str, float]) -> float | None:
    """The progress of a metric's value on the way that was said first."""
    measure = result.measure
    if not isinstance(measure, Metric):
        return None
    baseline = own.get("baseline", figures.baseline)
    target = own.get("target", figures.target)
    levels = _levels(measure, own)
    if baseline == target or (levels is None and not own.keys().isdisjoint(("commit", "stretch"))):
        return None
    if not isinstance(figures.value, float):
        return 0.0
    scale = Scale(baseline, target, levels)
    return within(scale.raw(figures.value)) if levels is None else scale.progress(figures.value)


def _levels(measure: Metric, own: Mapping[str, float]) -> Levels | None:
    levels = measure.levels
    if levels is None:
        return None
    return Levels(
        own.get("commit", levels.commit), own.get("target", levels.target), own.get("stretch", levels.stretch)
    )
