"""What became of the progress of a key result by an edit, where that is certain."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from goalsite.analysis.figures import KeyResultFigures
from goalsite.analysis.scale import Scale, within
from goalsite.history.records import Commit, Fact
from goalsite.model.records import KeyResult, Metric
from goalsite.pages.stories import Moment

_SCALE = ("baseline", "target")
_OTHERWISE = ("commit", "stretch", "kpi", "over", "")
"""Fields that change how a number becomes progress; where one ever changed, nothing is said."""


def progress_around(
    result: KeyResult, figures: KeyResultFigures, moments: Iterable[Moment], commit: Commit
) -> tuple[float, float] | None:
    """The progress that the value of a commit's day made before and after it; None where that is not
    certain."""
    found = _scales(result, moments, commit.id)
    known = [(day, value) for day, value, _ in figures.values if day <= commit.day]
    day, value = known[-1] if known else (commit.day, None)
    if found is None or day == commit.day or not isinstance(value, float):  # of that day it may be either's
        return None
    before, after = found
    return within(before.raw(value)), within(after.raw(value))


def progress_of_values(
    result: KeyResult,
    figures: KeyResultFigures,
    moments: Iterable[Moment],
    values: tuple[float, float],
    on: date,
) -> tuple[float, float] | None:
    """The progress that the value before the day `on` made and that of the day; None where the scale changed
    meanwhile, or since, or may have."""
    measure = result.measure
    if not isinstance(measure, Metric) or not _is_plain(measure):
        return None
    since = max((day for day, _, _ in figures.values if day < on), default=date.min)
    changes = (edit for moment in moments if moment.commit.day >= since for edit in moment.edits)
    if any(
        edit.part == ("key_result", result.id) and edit.field in (*_SCALE, *_OTHERWISE) for edit in changes
    ):
        return None
    scale = Scale(measure.baseline, measure.target)
    before, after = values
    return within(scale.raw(before)), within(scale.raw(after))


def _is_plain(measure: Metric) -> bool:
    """Whether a metric goes straight from a baseline that is written to a target, by values of its own."""
    is_own = measure.kpi is None and not measure.over_window
    return is_own and measure.levels is None and None not in (measure.baseline, measure.target)


def _scales(result: KeyResult, moments: Iterable[Moment], name: str) -> tuple[Scale, Scale] | None:
    """The ways of a metric before and after a commit, from what it says now back to then."""
    measure = result.measure
    if not isinstance(measure, Metric) or not _is_plain(measure):
        return None
    now: dict[str, Fact] = {"baseline": measure.baseline, "target": measure.target}
    for moment in moments:
        own = [edit for edit in moment.edits if edit.part == ("key_result", result.id)]
        if any(edit.field in _OTHERWISE for edit in own):
            return None
        then = now | {edit.field: edit.before for edit in own if edit.field in _SCALE}
        if any(edit.field in _SCALE and edit.after != now[edit.field] for edit in own):
            return None
        if moment.commit.id == name:
            return _pair(then, now)
        now = then
    return None


def _pair(then: dict[str, Fact], now: dict[str, Fact]) -> tuple[Scale, Scale] | None:
    sides = []
    for side in (then, now):
        baseline, target = side["baseline"], side["target"]
        if not isinstance(baseline, float) or not isinstance(target, float) or baseline == target:
            return None
        sides.append(Scale(baseline, target))
    return sides[0], sides[1]
