"""The schema of one key result, and of check-ins."""

from __future__ import annotations

from goalsite.schemas import forms
from goalsite.schemas.common import CADENCES
from goalsite.schemas.words import (
    Schema,
    amount,
    choice,
    confidence,
    day,
    done,
    given,
    handle,
    listed,
    number,
    one_of,
    record,
    ref,
    rhythm,
    score,
    some_of,
    text,
    whole,
    written,
)

_STATUSES = ("on_track", "at_risk", "off_track", "achieved")
MEASURES = ("metric", "maintain", "milestones", "binary", "zones")
"""The keys that say how a key result is measured, of which it has at most one."""


def check_in(meaning: str, *, valued: bool) -> Schema:
    """A check-in; `valued` of a key result, whose value it may say."""
    fields = {
        "date": day("Its day."),
        "value": amount("The value on that day, in the measure's unit.", 12.5, pattern=forms.VALUE),
        "confidence": confidence("How likely the target is reached, 0 to 1, or such as 7/10."),
        "status": choice("How people see it.", *_STATUSES),
        "note": text("What happened."),
        "blocked": text("What stands in the way."),
        "next": text("What comes next."),
        "by": handle("Who says so."),
    }
    return record(meaning, {key: field for key, field in fields.items() if valued or key != "value"}, "date")


def cadence() -> Schema:
    """The key `cadence`."""
    meaning = "How often it is checked in; else as the unit, else the configuration says."
    return rhythm(meaning, (*CADENCES, "xun", "end"), "d", "10d")


def plan(meaning: str) -> Schema:
    """The key `plan`: what is expected by when."""
    fields = {"date": day("By when."), "value": amount("What is expected then.", pattern=forms.VALUE)}
    return listed(record("One point of the plan.", fields, "date", "value"), meaning)


def _metric() -> Schema:
    levels = {
        "commit": amount("Worth .3."),
        "target": amount("Worth .7."),
        "stretch": amount("Worth 1."),
    }
    fields = {
        "unit": text("The unit of its numbers.", "%", "min", "CNY"),
        "baseline": amount("Where it starts; else its first value."),
        "target": amount("Where it is to be at the end."),
        "levels": record(
            "Three values in place of a target, all rising or all falling.",
            levels,
            "commit",
            "target",
            "stretch",
        ),
        "kpi": ref("The KPI its values are read from; then none are typed.", "availability"),
        "over": choice("Read the KPI's aggregate over the window so far, not its latest point.", "window"),
    }
    metric = record("From a number to a number, rising or falling.", fields)
    return {**metric, **some_of("target", "levels"), **one_of("target", "levels")}


def _maintain() -> Schema:
    fields = {
        "unit": text("The unit of its numbers.", "%", "min", "CNY"),
        "min": amount("The least it may be."),
        "max": amount("The most it may be."),
        "every": rhythm("How often it is judged; a week, if nothing is said.", CADENCES),
        "allowed_misses": whole("How many periods may miss."),
        "kpi": ref("The KPI its values are read from; then none are typed.", "availability"),
    }
    return {**record("Stays in a range, judged once a period.", fields), **some_of("min", "max")}


def _measures() -> dict[str, Schema]:
    step = {
        "title": text("What is done then."),
        "weight": number("Its weight in the mean; 1, if nothing is said."),
        "due": day("By when."),
        "done": done("The day it was done, or true where git knows the day."),
    }
    zone = {
        "commit": text("The state that is worth .3."),
        "target": text("The state that is worth .7."),
        "stretch": text("The state that is worth 1."),
    }
    binary = {"done": done("The day it was done, or true where git knows the day.")}
    milestones = listed(
        record("One step.", step, "title"), "Steps; counted is the weighted share that is done."
    )
    return {
        "metric": given(_metric()),
        "maintain": given(_maintain()),
        "milestones": {**given(milestones), "minItems": 1},
        "binary": record("Done or not.", binary),
        "zones": given(record("Three states in words.", zone, "commit", "target", "stretch")),
    }


def key_result() -> Schema:
    """One entry of an objective's key results."""
    wanted = "must be one segment of letters, digits, - _ ."
    fields = {
        "id": written(forms.SEGMENT, wanted, "Its id within the objective, by which it is referred to."),
        "title": text("What is to be different."),
        "description": text("More about it, in Markdown."),
        "owner": handle("Who answers for it."),
        "weight": number("Its weight in the objective; 1, if nothing is said. 0 shows and counts nothing."),
        **_measures(),
        "start": day("Its first day; else the objective's."),
        "due": day("Its last day; else the objective's."),
        "cadence": cadence(),
        "score": score("Its score at the end, 0 to 1; else computed."),
        "plan": plan("Expected values, where they do not lie on a straight line."),
        "status": choice("That it was given up.", "dropped"),
        "replaced_by": ref("The key result that took its place."),
        "on": day("When it was dropped or replaced."),
        "reason": text("Why it was dropped or replaced."),
        "checkins": listed(check_in("What was said on one day.", valued=True), "What was said, day by day."),
        "current": amount("Its value now; git knows since when.", 12.5, pattern=forms.VALUE),
        "confidence": confidence("Beside current: how likely the target is reached, 0 to 1."),
        "reported": choice("Beside current: how people see it.", *_STATUSES),
        "note": text("Beside current: what happened."),
        "checked": day("Beside current: when that was so; else the day of the commit."),
    }
    return {**record("A key result, with at most one measure.", fields), **one_of(*MEASURES)}
