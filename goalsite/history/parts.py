"""Parts of goals -> facts: key results with their milestones, targets of KPIs, initiatives."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from goalsite.core.names import fault_in_id, nfc
from goalsite.history.records import Fact, Part
from goalsite.model.amounts import Unit
from goalsite.model.formulas import Formula
from goalsite.model.measures import read_measure, read_value
from goalsite.model.records import (
    NO_MARK,
    Binary,
    Contribution,
    Dependency,
    Initiative,
    Maintain,
    Measure,
    Metric,
    Milestones,
    Zones,
)
from goalsite.model.shapes import Amount, Reading, Ref, Values, kind_of
from goalsite.source.nodes import Node, Scalar

Facts = dict[tuple[Part, str], Fact]
"""What each field of each part says; days are ISO text. The field `""` says that the part is there, and is
its title."""

_ASIDE = frozenset(
    (
        *("id", "weight", "checkins", "plan", "description", "cadence"),
        *("metric", "maintain", "milestones", "binary", "zones", "current"),
    )
)
"""Keys of a key result that are no facts, or are told otherwise."""

_LONGEST = 300  # characters of a text that no reader takes


Said = tuple[float | str | None, float | None, str | None, str, str | None]
"""What a key result said by `current` and what stands with it: value, confidence, status, note, the ISO day
on which it was checked. (A tuple as it is: of what is remembered there are hundreds of thousands.)"""

NOT_READ: Said = (None, None, None, "", None)
"""Of something that could not be read."""


class Result(NamedTuple):
    """A key result: its id (empty where it has none), its title, its facts by what within it, what it says by
    `current`, and the steps that are done since nobody says when."""

    name: str
    title: str
    facts: tuple[tuple[Part, str, Fact], ...]
    said: Said | None
    done: tuple[str, ...]


def read_result(values: Values, reading: Reading) -> Result:
    """The key result that `values` say."""
    name = nfc(values.get("id", ""))
    name = "" if "/" in name or fault_in_id(name) else name
    title = values.get("title", "")
    measure, unit = read_measure(values, reading, _nobody)
    current = values.get("current")
    value = None if current is None or getattr(measure, "kpi", None) else read_value(current, measure, unit)
    facts: list[tuple[Part, str, Fact]] = [((), "", title or name), ((), "weight", values.get("weight", 1.0))]
    for key, node in values.pairs:
        field = key.text
        if field in values.marks and field not in _ASIDE:
            said = values.get(field)
            facts.append(((), field, written(node) if said is None else plain(said)))
    facts += _measured(measure, values, value)
    done: tuple[str, ...] = ()
    if isinstance(measure, Milestones):
        done = tuple(step.title for step in measure.steps if step.done is True)
    elif isinstance(measure, Binary) and measure.done is True:
        done = ("",)
    return Result(name, title, tuple(facts), _said(measure, values, value), done)


def of_result(result: Result, name: str) -> Facts:
    """The facts of a key result that goes by `name`."""
    facts: Facts = {}
    for part, field, said in result.facts:
        kind = ("milestone", name, *part) if part else ("key_result", name)
        facts.setdefault((kind, field), said)
    return facts


def step_name(name: str, title: str) -> str:
    """By what the steps of a key result are known: its id, of one without an id its title."""
    return name or f" {title}"


def _nobody(ref: Ref) -> None:
    """The unit of another file's KPI, which is not asked."""


def _said(measure: Measure, values: Values, value: float | str | None) -> Said | None:
    if value is None:
        unreadable = "current" in values.marks and not getattr(measure, "kpi", None)
        return NOT_READ if unreadable else None
    checked: date | None = values.get("checked")
    said = values.get("confidence"), values.get("reported"), values.get("note", "")
    return (value, *said, checked.isoformat() if checked else None)


def _measured(measure: Measure, values: Values, value: float | str | None) -> list[tuple[Part, str, Fact]]:
    """What a key result is measured by, and where it stands."""
    facts: list[tuple[str, Fact]] = [("current", value)]
    match measure:
        case Metric():
            facts += [("unit", measure.unit), ("baseline", measure.baseline), ("target", measure.target)]
            if measure.levels:
                facts += [("commit", measure.levels.commit), ("stretch", measure.levels.stretch)]
            facts += [("kpi", measure.kpi.text if measure.kpi else None)]
            facts += [("over", "window" if measure.over_window else None)]
        case Maintain():
            facts += [("unit", measure.unit), ("min", measure.low), ("max", measure.high)]
            facts += [("every", measure.every), ("allowed_misses", float(measure.allowed_misses))]
            facts += [("kpi", measure.kpi.text if measure.kpi else None)]
        case Zones():
            facts += [("commit", measure.commit), ("target", measure.target), ("stretch", measure.stretch)]
        case Binary():
            facts += [("done", plain(measure.done))]
    said: Values = values.get("metric") or values.get("maintain") or Values(NO_MARK)
    known = dict(facts)
    known |= {
        field: amount.text
        for field, amount in (*said.items(), ("current", values.get("current")))
        if isinstance(amount, Amount) and known.get(field) is None
    }
    found = [((), field, value) for field, value in known.items() if value not in (None, "")]
    return found + (_steps(measure) if isinstance(measure, Milestones) else [])


def _steps(measure: Milestones) -> list[tuple[Part, str, Fact]]:
    found: list[tuple[Part, str, Fact]] = []
    for step in measure.steps:
        part = (step.title,)
        found += [(part, "", step.title), (part, "weight", step.weight)]
        found += [(part, "due", plain(step.due))] if step.due else []
        found += [(part, "done", plain(step.done))] if step.done else []
    return found


def target_facts(said: tuple[Values, ...], unit: Unit) -> Facts:
    """The facts of a KPI's targets, by the day or period from which each holds."""
    facts: Facts = {}
    for target in said:
        begin: date | None = target.get("from")
        name: str = target.get("period") or (begin.isoformat() if begin else "")
        part = ("target", name)
        facts.setdefault((part, ""), name)
        for field, value in target.items():
            if isinstance(value, Amount):
                number = unit.number(value, field)
                facts.setdefault((part, field), value.text if number is None else number)
            elif field == "text":
                facts.setdefault((part, field), value)
    return facts


def initiative_facts(said: tuple[Initiative, ...]) -> Facts:
    """The facts of the work undertaken for a goal."""
    facts: Facts = {}
    for work in said:
        part = ("initiative", work.title)
        its = {"": work.title, "owner": work.owner, "due": plain(work.due), "done": plain(work.done)}
        for field, value in its.items():
            if value:
                facts.setdefault((part, field), value)
    return facts


def written(node: Node) -> str:
    """What no reader takes, as it stands there."""
    return " ".join(node.text.split())[:_LONGEST] if isinstance(node, Scalar) else kind_of(node)


def plain(said: Any) -> Fact:
    """A value of the model's as a fact: lists in one order and each entry once, days as text, references as
    they are written."""
    found: Fact = said
    match said:
        case str() | bool():
            pass
        case int() | float():
            found = float(said)
        case date():
            found = said.isoformat()
        case Ref() | Formula() | Amount():
            found = " ".join(said.text.split())
        case Contribution():
            found = (said.to.text, said.weight)
        case Dependency():
            name = said.goal.text if said.goal else said.team.text if said.team else ""
            found = (name, said.confirmed, said.ask, said.size, said.note)
        case Values():
            found = tuple((key, plain(value)) for key, value in sorted(said.items()))
        case tuple():
            found = tuple(sorted({plain(one) for one in said}, key=repr))
    return found
