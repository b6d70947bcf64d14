"""One key result of an objective's front matter."""

from __future__ import annotations

from datetime import date

from goalsite.core.diagnostics import Mark
from goalsite.core.names import fault_in_id, nfc
from goalsite.core.values import replace
from goalsite.model import shapes
from goalsite.model.amounts import PLAN_POINT, Unit, plan
from goalsite.model.checkins import Written, pooled, status
from goalsite.model.flat_checkins import FlatCheckIns, checkin_rows
from goalsite.model.measures import READERS, UnitOf, read_measure, read_value, value_reader
from goalsite.model.records import (
    ZONES,
    Binary,
    CheckIn,
    Current,
    KeyResult,
    Maintain,
    Manual,
    Measure,
    Metric,
    Milestones,
    Zones,
)
from goalsite.model.rhythms import cadence
from goalsite.model.shapes import Amount, Reading, Shape, Values

SHAPE = Shape(
    "a key result",
    {
        "id": shapes.word,
        "title": shapes.line,
        "description": shapes.text,
        "owner": shapes.handle,
        "weight": shapes.weight,
        **READERS,
        "start": shapes.day,
        "due": shapes.day,
        "cadence": cadence,
        "score": shapes.score,
        "plan": shapes.many(PLAN_POINT.read),
        "status": shapes.choice("dropped"),
        "replaced_by": shapes.ref,
        "on": shapes.day,
        "reason": shapes.line,
        "checkins": checkin_rows,
        "current": shapes.amount,
        "confidence": shapes.confidence,
        "reported": status,
        "note": shapes.line,
        "checked": shapes.day,
    },
)

_WITHOUT_PLAN = {
    Milestones: ("milestones have none", "give each milestone a due:"),
    Binary: ("what is done or not has none", "give the key result a due:"),
    Maintain: ("maintain: expects its range all the time", "take the plan away"),
}
"""Why a measure takes no plan, and what to write instead."""


def read_key_results(
    said: tuple[Values, ...], reading: Reading, log: dict[str, list[Written]], unit_of: UnitOf
) -> tuple[KeyResult, ...]:
    """The key results in the order of the file, those that replace another starting when it ended."""
    results: list[KeyResult] = []
    for position, values in enumerate(said, 1):
        results.append(_key_result(values, position, reading, log, unit_of))
    _check_names(results, reading, log)
    return _succession(results, reading)


def _key_result(
    values: Values, position: int, reading: Reading, log: dict[str, list[Written]], unit_of: UnitOf
) -> KeyResult:
    name = _id(values, position, reading)
    measure, unit = read_measure(values, reading, unit_of)
    current = _current(values, measure, unit, reading)
    checkins = _checkins(values, measure, unit, reading, log.get(name or "\0", []))
    return KeyResult(
        id=name or str(position),
        named=bool(name),
        title=values.get("title") or name or f"{position}",
        measure=measure,
        description=values.get("description", ""),
        owner=values.get("owner"),
        weight=values.get("weight", 1.0),
        start=values.get("start"),
        due=values.get("due"),
        cadence=values.get("cadence"),
        score=values.get("score"),
        plan=_plan(values, measure, unit, reading),
        dropped=values.get("status") == "dropped",
        replaced_by=values.get("replaced_by"),
        on=values.get("on"),
        reason=values.get("reason", ""),
        checkins=checkins,
        current=current,
        mark=values.mark,
        marks=values.meant,
    )


def _checkins(
    values: Values, measure: Measure, unit: Unit, reading: Reading, log: list[Written]
) -> tuple[CheckIn, ...]:
    said = values.get("checkins", ())
    if isinstance(said, FlatCheckIns):
        typed = isinstance(measure, (Metric, Maintain)) and not measure.kpi and "current" not in values
        if typed and not log and (flat := said.valued(unit.numbers)) is not None:
            return flat
        said = said.rows(reading)
    rows = [Written(row, reading) for row in said] + log
    _one_source(values, measure, rows, reading)
    return pooled(rows, value_reader(measure, unit))


def _id(values: Values, position: int, reading: Reading) -> str:
    if "id" in values:
        name = nfc(values.get("id"))
        fault = fault_in_id(name) or ("holds /, must be one segment" if "/" in name else "")
        if fault:
            message = f'id "{shapes.shorten(name)}" {fault}'
            reading.report(values.at("id"), "S010", message, "choose another id", shapes.span(name))
        return "" if fault else name
    if values.unreadable("id") or values.misspells("id"):
        return ""
    if "current" in values:
        message = "a key result with current needs an id, by which git's history knows it"
        reading.report(values.mark, "S006", message, "add id: …")
    else:
        message = f"key result {position} has no id and goes by its position"
        reading.report(values.mark, "S025", message, "add a short id:, then moving it changes nothing")
    return ""


def _plan(values: Values, measure: Measure, unit: Unit, reading: Reading) -> tuple[tuple[date, float], ...]:
    if "plan" not in values:
        return ()
    if not isinstance(measure, (Metric, Manual, Zones)):
        what, hint = _WITHOUT_PLAN[type(measure)]
        message = f"a plan says which values to expect, and {what}"
        reading.report_at(values, "plan", "S029", message, hint)
        return ()

    def number(written: Amount | None, what: str) -> float | None:
        value = read_value(written, measure, unit, what) if written else None
        return ZONES[value] if isinstance(value, str) else value

    return plan(values.get("plan"), number)


def _current(values: Values, measure: Measure, unit: Unit, reading: Reading) -> Current | None:
    written = values.get("current")
    if written is None:
        extra = next((key for key in ("confidence", "reported", "note", "checked") if key in values), None)
        if extra:
            message = f'"{extra}" speaks of current, and the key result has none'
            reading.report_at(values, extra, "S006", message, "add current: …, or write it under checkins:")
        return None
    if getattr(measure, "kpi", None):
        message = "current stands beside kpi, which gives the values already"
        reading.report_at(values, "current", "S018", message, "keep one of them")
        return None
    value = read_value(written, measure, unit)
    if value is None:
        return None
    return Current(
        value, values.get("confidence"), values.get("reported"), values.get("note", ""), values.get("checked")
    )


def _one_source(values: Values, measure: Measure, rows: list[Written], reading: Reading) -> None:
    """Values come from check-ins, from `current` or from a KPI, never from two of them."""
    typed = next((row for row in rows if row.amount is not None), None)
    if typed is None:
        return
    if isinstance(measure, (Metric, Maintain)) and measure.kpi:
        message = f"a value is typed, and {measure.kpi.text} gives the values already"
        hint = "remove the value; its confidence and note may stay"
        typed.reading.report_at(typed.values, "value", "S018", message, hint)
    elif "current" in values:
        message = "current stands beside values of check-ins"
        reading.report_at(values, "current", "S018", message, "keep the check-ins, or current alone")


def _check_names(results: list[KeyResult], reading: Reading, log: dict[str, list[Written]]) -> None:
    first: dict[str, Mark] = {}
    for result in results:
        mark = result.marks.get("id", result.mark)
        if result.id in first:
            message = f'two key results are called "{result.id}", the first in line {first[result.id].line}'
            reading.report(mark, "S027", message, "give one of them another id", len(result.id))
        first.setdefault(result.id, mark)
    named = {result.id for result in results if result.named}
    for name, rows in log.items():
        if name and name not in named:
            hint = reading.suggestions.did_you_mean(name, named)
            hint = hint or "give the key result that id, or mend the row"
            message = f'no key result is called "{shapes.shorten(name)}"'
            rows[0].reading.report_at(rows[0].values, "kr", "S045", message, hint)


def _succession(results: list[KeyResult], reading: Reading) -> tuple[KeyResult, ...]:
    """A successor starts the day it takes over, unless it says otherwise."""
    named = {result.id: index for index, result in enumerate(results) if result.named}
    for result in list(results):
        heir = result.replaced_by
        if heir is None:
            continue
        index = named.get(nfc(heir.text))
        if index is None:
            message = f'no key result is called "{shapes.shorten(heir.text)}"'
            hint = reading.suggestions.did_you_mean(heir.text, named)
            hint = hint or "name one of this objective by its id"
            reading.report(heir.mark, "S045", message, hint, shapes.span(heir.text))
        elif heir.text == result.id:
            message = f'key result "{result.id}" is replaced by itself'
            hint = "name the one that takes its place, or write status: dropped"
            reading.report(heir.mark, "S028", message, hint, shapes.span(heir.text))
        elif results[index].start is None and result.on is not None:
            results[index] = replace(results[index], start=result.on)
    _circle_of_successors(results, reading)
    return tuple(results)


def _circle_of_successors(results: list[KeyResult], reading: Reading) -> None:
    heirs = {result.id: result.replaced_by for result in results if result.replaced_by}
    done: set[str] = set()
    for result in results:
        path: list[str] = []
        name: str | None = result.id
        while name is not None and name not in path and name not in done:
            path.append(name)
            name = nfc(heirs[name].text) if name in heirs else None
        if name in path and len(path) - path.index(name) > 1:
            circle = " → ".join([*path[path.index(name) :], name])
            message = f"the key results replace each other in a circle: {circle}"
            reading.report(heirs[name].mark, "S007", message, "take one of these away")
        done.update(path)
