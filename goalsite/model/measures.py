"""What a key result is measured by."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from goalsite.core.diagnostics import Mark
from goalsite.core.quantities import read_share, same, same_unit, spelt
from goalsite.core.text import any_of
from goalsite.model import shapes
from goalsite.model.amounts import Unit
from goalsite.model.checkins import Written
from goalsite.model.records import (
    ZONES,
    Binary,
    Levels,
    Maintain,
    Manual,
    Measure,
    Metric,
    Milestone,
    Milestones,
    Zones,
)
from goalsite.model.rhythms import every
from goalsite.model.shapes import Amount, Reading, Ref, Shape, Values, shorten, span

UnitOf = Callable[[Ref], str | None]
"""The unit of the KPI a reference means; None where it means none."""

_LEVELS = Shape(
    "levels",
    {"commit": shapes.amount, "target": shapes.amount, "stretch": shapes.amount},
    required=("commit", "target", "stretch"),
)
_METRIC = Shape(
    "a metric",
    {
        "unit": shapes.word,
        "baseline": shapes.amount,
        "target": shapes.amount,
        "levels": _LEVELS.read,
        "kpi": shapes.ref,
        "over": shapes.choice("window"),
    },
)
_MAINTAIN = Shape(
    "maintain",
    {
        "unit": shapes.word,
        "min": shapes.amount,
        "max": shapes.amount,
        "every": every,
        "allowed_misses": shapes.whole,
        "kpi": shapes.ref,
    },
)
_MILESTONE = Shape(
    "a milestone",
    {"title": shapes.line, "weight": shapes.weight, "due": shapes.day, "done": shapes.day_or_true},
    required=("title",),
)
_BINARY = Shape("binary", {"done": shapes.day_or_true})
_ZONES = Shape(
    "zones",
    {"commit": shapes.line, "target": shapes.line, "stretch": shapes.line},
    required=("commit", "target", "stretch"),
)

READERS = {
    "metric": _METRIC.read,
    "maintain": _MAINTAIN.read,
    "milestones": shapes.many(_MILESTONE.read),
    "binary": _BINARY.read,
    "zones": _ZONES.read,
}
"""The keys of a key result that say how it is measured, with the reader of each."""


def read_measure(values: Values, reading: Reading, unit_of: UnitOf) -> tuple[Measure, Unit]:
    """The one measure that a key result has, and the unit its values are written in."""
    marks, empty = values.marks, values.empty
    given = [key for key in READERS if key in marks or key in empty]
    if len(given) > 1:
        message = f"the key result is measured by {' and by '.join(given)}, must be one of them"
        hint = f"keep {given[0]}, or make two key results of it"
        reading.report_at(values, given[1], "S017", message, hint)
    key = given[0] if given else ""
    said = values.get(key)
    if said is None:
        misspelt = not key and values.misspells(*READERS)
        if not misspelt and (not key or key == "binary"):
            return (Binary() if key else Manual()), Unit("", reading)
        if key in values.empty:
            _empty(key, values, reading)
        return Manual(), Unit("", reading, known=False)
    if key == "metric":
        unit = _unit(said, reading, unit_of)
        return _metric(said, reading, unit), unit
    if key == "maintain":
        unit = _unit(said, reading, unit_of)
        return _maintain(said, unit), unit
    unit = Unit("", reading)
    if key == "milestones":
        if not said:
            _empty(key, values, reading)
        return _milestones(said, reading), unit
    if key == "zones":
        return Zones(*(said.get(zone, "") for zone in ZONES if zone != "fail")), unit
    return Binary(said.get("done")), unit


def _empty(key: str, values: Values, reading: Reading) -> None:
    hint = "say what it is measured by, or take the key away"
    reading.report_at(values, key, "S006", f"{key} is empty", hint)


def _unit(said: Values, reading: Reading, unit_of: UnitOf) -> Unit:
    """The unit of the numbers: the one said, which must be the KPI's where there is one, else the KPI's."""
    name = unit_of(said.get("kpi")) if "kpi" in said else None
    if "unit" in said:
        unit: str = said.get("unit")
        if name and not same_unit(unit, name):
            message = f'unit is "{shorten(unit)}", and {said.get("kpi").text} is in "{shorten(name)}"'
            reading.report_at(said, "unit", "S015", message, "take it away: the KPI's counts")
        return Unit(unit, reading)
    known = "kpi" not in said.marks and "unit" not in said.marks
    return Unit(name or "", reading, known=known or name is not None)


def _metric(said: Values, reading: Reading, unit: Unit) -> Metric:
    levels = _levels(said, unit)
    over_window = said.get("over") == "window"
    baseline = unit.number(said.get("baseline"), "baseline")
    target = unit.number(said.get("target"), "target")
    if over_window and "kpi" not in said:
        message = "over: window reads a KPI, and the metric has none"
        reading.report_at(said, "over", "S006", message, "add kpi: …")
    if over_window and baseline is None:
        baseline = 0.0
    if {"target", "levels"} <= said.marks.keys():
        message = "the metric has a target and levels, must have one of them"
        hint = "keep levels: alone, which have a target of their own, or target: alone"
        reading.report_at(said, "target", "S017", message, hint)
    elif not {"target", "levels"} & said.marks.keys() and not said.misspells("target", "levels"):
        reading.report(
            said.mark, "S006", 'the metric has no "target"', "add target: …, or levels of three values"
        )
    elif baseline is not None and target is not None and same(baseline, target):
        message = f"the target {spelt(target)} equals the baseline, so there is no way to go"
        reading.report_at(said, "target", "S019", message, "use maintain: for a value that is to stay")
    if levels and not _monotone(levels, baseline):
        numbers = [
            *([baseline] if baseline is not None else []),
            levels.commit,
            levels.target,
            levels.stretch,
        ]
        levels_shown = ", ".join(spelt(number) for number in numbers)
        what = "baseline and levels" if baseline is not None else "levels"
        message = f"{what} {levels_shown} must all rise or all fall"
        hint = "put them in the order in which they are reached"
        reading.report_at(said, "levels", "S020", message, hint)
    return Metric(
        unit=unit.name,
        baseline=baseline,
        target=levels.target if levels else target,
        levels=levels,
        kpi=said.get("kpi"),
        over_window=over_window,
    )


def _levels(said: Values, unit: Unit) -> Levels | None:
    written = said.get("levels")
    if written is None:
        return None
    numbers = [unit.number(written.get(level), level) for level in ("commit", "target", "stretch")]
    known = [number for number in numbers if number is not None]
    return Levels(*known) if len(known) == 3 else None


def _monotone(levels: Levels, baseline: float | None) -> bool:
    values = [levels.commit, levels.target, levels.stretch]
    if baseline is not None:
        values.insert(0, baseline)
    steps = [after - before for before, after in pairwise(values)]
    return all(step > 0 for step in steps) or all(step < 0 for step in steps)


def _maintain(said: Values, unit: Unit) -> Maintain:
    reading = unit.reading
    low, high = unit.number(said.get("min"), "min"), unit.number(said.get("max"), "max")
    if not {"min", "max"} & said.marks.keys() and not said.misspells("min", "max"):
        reading.report(said.mark, "S006", "maintain has no bound", "add min: or max:")
    elif low is not None and high is not None and low > high:
        message = f"min is {spelt(low)}, above max {spelt(high)}"
        reading.report_at(said, "min", "S021", message, "swap the two, or mend one")
    return Maintain(
        unit=unit.name,
        low=low,
        high=high,
        every=said.get("every", "week"),
        allowed_misses=said.get("allowed_misses", 0),
        kpi=said.get("kpi"),
    )


def _milestones(said: tuple[Values, ...], reading: Reading) -> Milestones:
    first: dict[str, Mark] = {}
    for step in said:
        title = step.get("title", "")
        if title and title in first:
            message = f'two milestones are called "{shorten(title)}", the first in line {first[title].line}'
            hint = "give one of them another title, by which a milestone is known"
            reading.report(step.at("title"), "S027", message, hint, span(title))
        first.setdefault(title, step.at("title"))
    return Milestones(
        tuple(Milestone(s.get("title", ""), s.get("weight", 1.0), s.get("due"), s.get("done")) for s in said)
    )


def value_reader(measure: Measure, unit: Unit) -> Callable[[Written], float | str | None]:
    """How a check-in's value of this measure is read."""

    def read(row: Written) -> float | str | None:
        here = unit if row.reading is unit.reading else Unit(unit.name, row.reading, unit.known)
        written = row.amount
        return read_value(written, measure, here) if written else None

    return read


def read_value(written: Amount, measure: Measure, unit: Unit, what: str = "value") -> float | str | None:
    """A value in the terms of `measure`: a number, a zone's name; None, having said so, where it is neither.

    `what` names it in a finding.
    """
    if isinstance(measure, (Metric, Maintain)):
        return unit.number(written, what)
    if isinstance(measure, Zones):
        if written.text in ZONES:
            return written.text
        message = f'{what} is "{shorten(written.text)}", must be {any_of(ZONES)}'
        hint = unit.reading.suggestions.did_you_mean(written.text, ZONES)
        unit.reading.report(written.mark, "S008", message, hint, span(written.text))
        return None
    if isinstance(measure, Manual):
        return _by_hand(written, unit, what)
    message = "the key result is done or not, and takes no value"
    if isinstance(measure, Milestones):
        message = "milestones are done or not, and take no value"
    unit.reading.report(written.mark, "S029", message, "write done: with its day", span(written.text))
    return None


def _by_hand(written: Amount, unit: Unit, what: str) -> float | None:
    value = read_share(written.text)
    if not unit.known:  # its measure could not be read, which was told
        return value
    if value is None:
        shown = shorten(written.text)
        message = f'{what} is "{shown}", must be a number from 0 to 1, or such as 40%'
        hint = "say how much of it is there, or add metric: with a target"
        unit.reading.report(written.mark, "S015", message, hint, span(written.text))
    elif not 0 <= value <= 1:
        message = f"{what} is {shorten(written.text)}, and a key result judged by hand goes from 0 to 1"
        hint = "write the share, such as 0.4 or 40%, or add metric: with a target"
        if 1 < value <= 100 and "%" not in written.text:
            hint = f"write {shorten(written.text)}% if that is the share, or add metric: with a target"
        unit.reading.report(written.mark, "S047", message, hint, span(written.text))
    return value
