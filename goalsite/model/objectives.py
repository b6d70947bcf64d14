"""One objective's front matter."""

from __future__ import annotations

from typing import Any

from goalsite.core.diagnostics import Mark
from goalsite.core.periods import Period, days_of
from goalsite.core.values import replace
from goalsite.model import shapes
from goalsite.model.checkins import ABOUT_GOAL, Written, pooled
from goalsite.model.key_results import SHAPE as KEY_RESULT
from goalsite.model.key_results import read_key_results
from goalsite.model.measures import UnitOf
from goalsite.model.records import (
    Contribution,
    Dependency,
    Initiative,
    KeyResult,
    Maintain,
    Manual,
    Objective,
    Retro,
    Review,
)
from goalsite.model.rhythms import cadence
from goalsite.model.shapes import Reading, Ref, Shape, Values
from goalsite.model.urls import url
from goalsite.source.nodes import Node, Scalar

COMMON = {
    "kind": shapes.choice("objective", "kpi", "team", "person", "page"),
    "title": shapes.line,
    "aliases": shapes.many(shapes.line),
    "tags": shapes.many(shapes.line),
    "links": shapes.table(url),
    "lint": shapes.table(shapes.line),
}
"""The keys of every kind of file."""

_CONTRIBUTION = Shape("contributes", {"to": shapes.ref, "weight": shapes.weight}, required=("to",))
_DEPENDENCY = Shape(
    "depends_on",
    {
        "goal": shapes.ref,
        "team": shapes.ref,
        "confirmed": shapes.flag,
        "ask": shapes.line,
        "size": shapes.line,
        "note": shapes.line,
    },
)
_INITIATIVE = Shape(
    "an initiative",
    {
        "title": shapes.line,
        "owner": shapes.handle,
        "due": shapes.day,
        "done": shapes.day,
        "link": url,
    },
    required=("title",),
)
_REVIEW = Shape(
    "a review",
    {"date": shapes.day, "by": shapes.handle, "score": shapes.score, "text": shapes.text},
    required=("date",),
)
_RETRO = Shape(
    "retro",
    {
        "root_cause": shapes.line,
        "decision": shapes.choice("keep", "modify", "abandon"),
        "learned": shapes.text,
    },
)


def _contribution(node: Node, reading: Reading, name: str) -> Contribution | None:
    """`{to: goal, weight: 2}`, or the goal alone."""
    if isinstance(node, Scalar):
        goal = shapes.ref(node, reading, name)
        return Contribution(goal) if goal else None
    values = _CONTRIBUTION.read(node, reading, name)
    if values is None or "to" not in values:
        return None
    return Contribution(values.get("to"), values.get("weight", 1.0))


def _dependency(node: Node, reading: Reading, name: str) -> Dependency | None:
    """`{goal: …}` or `{team: …}` with what is asked, or a goal alone."""
    if isinstance(node, Scalar):
        goal = shapes.ref(node, reading, name)
        return Dependency(goal, mark=node.mark) if goal else None
    values = _DEPENDENCY.read(node, reading, name)
    if values is None:
        return None
    if "goal" in values.marks and "team" in values.marks:
        message = "the dependency names a goal and a team, must be one of them"
        hint = "keep goal:, which says whose it is, or team: if there is no goal yet"
        reading.report_at(values, "team", "S017", message, hint)
    elif not {"goal", "team"} & values.marks.keys() and not values.misspells("goal", "team"):
        reading.report(values.mark, "S006", "the dependency names nobody", "add goal: or team:")
    if "goal" not in values and "team" not in values:
        return None
    return Dependency(
        goal=values.get("goal"),
        team=None if "goal" in values else values.get("team"),
        confirmed=values.get("confirmed"),
        ask=values.get("ask", ""),
        size=values.get("size", ""),
        note=values.get("note", ""),
        mark=node.mark,
    )


def _initiative(node: Node, reading: Reading, name: str) -> Initiative | None:
    values = _INITIATIVE.read(node, reading, name)
    if values is None or "title" not in values:
        return None
    return Initiative(
        title=values.get("title"),
        owner=values.get("owner"),
        due=values.get("due"),
        done=values.get("done"),
        link=values.get("link", ""),
    )


def _review(node: Node, reading: Reading, name: str) -> Review | None:
    values = _REVIEW.read(node, reading, name)
    if values is None or "date" not in values:
        return None
    return Review(values.get("date"), values.get("by", ""), values.get("score"), values.get("text", ""))


def _retro(node: Node, reading: Reading, name: str) -> Retro | None:
    values = _RETRO.read(node, reading, name)
    if values is None:
        return None
    return Retro(values.get("root_cause", ""), values.get("decision", ""), values.get("learned", ""))


_MOST_PERIODS = 4000  # more than ten years of days: each is judged, kept and drawn

SHAPE = Shape(
    "an objective",
    {
        **COMMON,
        "id": shapes.line,
        "team": shapes.line,
        "cycle": shapes.word,
        "owner": shapes.handle,
        "contributors": shapes.many(shapes.handle),
        "commitment": shapes.choice("committed", "aspirational"),
        "origin": shapes.choice("top-down", "bottom-up", "negotiated"),
        "status": shapes.choice("draft", "proposed", "active", "paused", "closed"),
        "closed": shapes.day,
        "outcome": shapes.choice("achieved", "partly", "missed", "dropped", "replaced"),
        "replaced_by": shapes.ref,
        "order": shapes.number,
        "weight": shapes.weight,
        "cadence": cadence,
        "start": shapes.day,
        "due": shapes.day,
        "supports": shapes.many(shapes.ref),
        "contributes": shapes.many(_contribution),
        "improves": shapes.many(shapes.ref),
        "guards": shapes.many(shapes.ref),
        "depends_on": shapes.many(_dependency),
        "same_as": shapes.many(shapes.ref),
        "continues": shapes.many(shapes.ref),
        "initiatives": shapes.many(_initiative),
        "score": shapes.score,
        "retro": _retro,
        "reviews": shapes.many(_review),
        "checkins": shapes.many(ABOUT_GOAL.read),
        "key_results": shapes.many(KEY_RESULT.read),
    },
)


def read_objective(
    values: Values,
    common: dict[str, Any],
    cycle: tuple[str, Period],
    reading: Reading,
    log: dict[str, list[Written]],
    unit_of: UnitOf,
) -> Objective:
    """The objective that `values` say, with the fields of its place and the rows of its check-in log."""
    state = values.get("status", "active")
    _only_when_closed(values, state, reading)
    results = read_key_results(values.get("key_results", ()), reading, log, unit_of)
    _check_windows(values, results, cycle, reading)
    results = tuple(_with_few_periods(result, values, cycle[1], reading) for result in results)
    about_goal = [Written(row, reading) for row in values.get("checkins", ())] + log.get("", [])
    plain = ("contributors", "contributes", "improves", "guards", "depends_on", "same_as", "continues")
    return Objective(
        **common,
        **{key: values.get(key, ()) for key in (*plain, "initiatives", "reviews")},
        cycle=cycle[0],
        commitment=values.get("commitment", "aspirational"),
        origin=values.get("origin"),
        state=state,
        closed=values.get("closed") if state == "closed" else None,
        outcome=values.get("outcome") if state == "closed" else None,
        replaced_by=values.get("replaced_by"),
        order=values.get("order"),
        weight=values.get("weight", 1.0),
        cadence=values.get("cadence"),
        start=values.get("start"),
        due=values.get("due"),
        score=values.get("score") if state == "closed" else None,
        retro=values.get("retro"),
        checkins=pooled(about_goal, _no_value),
        key_results=results,
    )


def _no_value(row: Written) -> None:
    message = "the row has a value and names no key result, and an objective has no values"
    row.reading.report_at(row.values, "value", "S029", message, "name the key result in the column kr")


def _only_when_closed(values: Values, state: str, reading: Reading) -> None:
    if state == "closed" or values.unreadable("status") or values.misspells("status"):
        return
    for key in ("outcome", "closed", "score"):
        if key in values.marks:
            message = f'the goal has {_article(key)} and its status is "{state}"'
            reading.report_at(values, key, "S022", message, "write status: closed, or take it away")


def _article(key: str) -> str:
    return {"outcome": "an outcome", "closed": "a closing day", "score": "a score"}[key]


def _check_windows(
    values: Values, results: tuple[KeyResult, ...], cycle: tuple[str, Period], reading: Reading
) -> None:
    _, period = cycle
    goal = _window(values.get("start"), values.get("due"), period)
    _inside(values.marks, values.get("start"), values.get("due"), goal, cycle, reading)
    if goal.start > goal.end:
        return
    for result in results:
        window = _window(result.start, result.due, goal)
        _inside(
            result.marks,
            result.start if "start" in result.marks else None,
            result.due,
            window,
            cycle,
            reading,
        )


def _window(start: Any, due: Any, around: Period) -> Period:
    return Period(start or around.start, due or around.end)


def _inside(
    marks: Any, start: Any, due: Any, window: Period, cycle: tuple[str, Period], reading: Reading
) -> None:
    name, period = cycle
    fits = True
    for key, day in (("start", start), ("due", due)):
        if day is not None and day not in period:
            message = f"{key} is {day}, outside the cycle {name} ({period.start} to {period.end})"
            hint = "keep it inside, or choose another cycle"
            reading.report(marks.get(key, Mark()), "S012", message, hint, len(str(day)))
            fits = False
    if fits and window.start > window.end and (start or due):
        key, day = ("due", due) if due else ("start", start)
        message = f"the window ends on {window.end}, before it starts on {window.start}"
        hint = "swap the two days, or mend one"
        if not (start and due):
            message = f"due is {due}, before the window starts on {window.start}"
            if start:
                message = f"start is {start}, after the window ends on {window.end}"
            hint = "move it, or the other end, which the goal or a replacement sets"
        reading.report(marks.get(key, Mark()), "S012", message, hint, len(str(day)))


def _with_few_periods(result: KeyResult, values: Values, cycle: Period, reading: Reading) -> KeyResult:
    """The key result, judged by hand where its window has more periods to maintain than anybody judges."""
    measure = result.measure
    if not isinstance(measure, Maintain):
        return result
    window = _window(result.start, result.due, _window(values.get("start"), values.get("due"), cycle))
    periods = window.days // (days_of(measure.every) or 1)
    if periods <= _MOST_PERIODS:
        return result
    if cycle.covers(window):  # else that was told
        message = f"maintain is judged every {measure.every}, {periods} times in its window, must be at most"
        hint = "judge it by a longer period, or narrow the window with start and due"
        mark = result.marks.get("maintain", result.mark)
        reading.report(mark, "S012", f"{message} {_MOST_PERIODS} times", hint)
    return replace(result, measure=Manual())


def goal_refs(objective: Objective) -> list[tuple[str, Ref]]:
    """Every reference from an objective to a goal or KPI, with the type of its edge."""
    refs = [("supports", ref) for ref in objective.supports]
    refs += [("contributes", part.to) for part in objective.contributes]
    refs += [("improves", ref) for ref in objective.improves]
    refs += [("guards", ref) for ref in objective.guards]
    refs += [("depends_on", need.goal) for need in objective.depends_on if need.goal]
    refs += [("same_as", ref) for ref in objective.same_as]
    refs += [("continues", ref) for ref in objective.continues]
    refs += [("replaced_by", objective.replaced_by)] if objective.replaced_by else []
    return refs
