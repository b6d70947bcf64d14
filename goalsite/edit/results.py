"""Key results by the names people give them."""

from __future__ import annotations

from collections.abc import Iterable

from goalsite.core.names import nfc
from goalsite.core.quantities import spelt
from goalsite.core.text import did_you_mean
from goalsite.edit.patch import RefusedError
from goalsite.model.records import Binary, KeyResult, Milestones, Objective
from goalsite.model.shapes import shorten


def key_result_named(goal: Objective, name: str) -> KeyResult:
    """The key result of that id, or the one whose id begins so.

    Raises RefusedError where none is meant, or several may be.
    """
    sought = nfc(name.strip())
    exact = [one for one in goal.key_results if one.id == sought]
    begun = [one for one in goal.key_results if sought and one.id.startswith(sought)]
    found = exact[:1] or begun
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(one.id for one in found)
        raise RefusedError(f'"{shorten(name)}" may be {several}', "write more of it")
    ids = [one.id for one in goal.key_results]
    hint = did_you_mean(sought, ids) or (f"it has {', '.join(ids)}" if ids else "it has none")
    raise RefusedError(f'{goal.id} has no key result "{shorten(name)}"', hint)


def listed(results: Iterable[KeyResult]) -> list[str]:
    """The key results, each with its title and what was said of it last."""
    return [f"{one.id}  {shorten(one.title, 60)}, {last_said(one)}" for one in results]


def last_said(result: KeyResult) -> str:
    """What was said of a key result last."""
    measure = result.measure
    if isinstance(measure, Milestones):
        done = sum(1 for step in measure.steps if step.done)
        return f"{done} of {len(measure.steps)} milestones done"
    if isinstance(measure, Binary):
        return "done" if measure.done else "not done"
    if result.current:
        return f"now {_shown(result.current.value, measure)}"
    last = next((one for one in reversed(result.checkins) if one.value is not None), None)
    if last is None or last.value is None:
        kpi = getattr(measure, "kpi", None)
        return f"read from {kpi.text}" if kpi else "no value yet"
    return f"{_shown(last.value, measure)} on {last.date}"


def _shown(value: float | str, measure: object) -> str:
    if isinstance(value, str):
        return value
    unit = getattr(measure, "unit", "")
    return f"{spelt(value)} {unit}".rstrip()
