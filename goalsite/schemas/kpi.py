"""The schema of a KPI's front matter."""

from __future__ import annotations

from goalsite.schemas import forms
from goalsite.schemas.common import CADENCES, front_matter, goal_id, team
from goalsite.schemas.key_result import plan
from goalsite.schemas.words import (
    Schema,
    amount,
    choice,
    day,
    flag,
    given,
    handle,
    listed,
    record,
    ref,
    rhythm,
    share,
    text,
)


def kpi() -> Schema:
    """The schema of a KPI."""
    fields = {
        "id": goal_id(),
        "team": team(),
        "definition": text("What is counted, and what is left out."),
        "unit": text("The unit of its numbers.", "%", "min", "CNY"),
        "direction": choice(
            "Which way is better, or that it is to stay in a range; higher, if nothing is said.",
            "higher",
            "lower",
            "range",
        ),
        "owner": handle("Who answers for it."),
        "frequency": rhythm(
            "How often a new value comes; irregular is never stale.",
            (*CADENCES, "irregular"),
            "dmy",
            "10d",
            "6m",
            "5y",
        ),
        "lag": rhythm("How late its numbers usually come.", CADENCES, "dmy", "10d", "6m"),
        "aggregate": choice(
            "How points make a period, or a total so far; last, if nothing is said.",
            "sum",
            "mean",
            "last",
            "min",
            "max",
        ),
        "targets": listed(_target(), "Its targets, dated, so that old periods keep their old ones."),
        **_place(),
        "formula": text("How it is computed from other KPIs, operators between spaces.", "orders / visits"),
        "dimensions": listed(text("A column."), "Columns of its CSV by which values are split."),
        "series": listed(_point(), "Its values, if they are not in the CSV beside it."),
        "source": text("Where the numbers come from, for people."),
    }
    return front_matter("kpi", "A KPI.", fields)


def _target() -> Schema:
    fields = {
        "from": day("From when on it is in force."),
        "period": text("The period whose total it is.", "2026", "2026-Q4"),
        "target": amount("The level or total to reach."),
        "red": amount("Beyond this it is red; between it and the target, amber."),
        "min": amount("Of a range: the least it may be."),
        "max": amount("Of a range: the most it may be."),
        "tolerance": amount("Of a range: how far beyond it is still amber."),
        "plan": plan("The total that is due by each day, where it does not grow evenly."),
        "text": text("The target in words."),
    }
    return record("A target: a level, a range, or a total for a period.", fields)


def _place() -> dict[str, Schema]:
    cascade = {
        "kpi": ref("The KPI of which this is a part."),
        "share": share("How large a part, such as 0.4 or 40%."),
    }
    return {
        "tier": choice("How near to the effect it measures.", "input", "output", "outcome", "impact"),
        "leading": flag("Whether it moves before the result does."),
        "perspective": choice("Whose view it is.", "financial", "customer", "process", "growth"),
        "north_star": flag("Whether it is the one figure that everybody watches."),
        "supports": listed(ref("The id of a goal or KPI."), "The strategy it serves."),
        "cascades_from": record("Its part of another KPI.", cascade, "kpi"),
        "rollup": choice(
            "How its parts make it up, where other KPIs cascade from it.",
            "sum",
            "mean",
            "weighted",
            "min",
            "max",
        ),
    }


def _point() -> Schema:
    date = {
        "description": "A day, or a period, which stands for its last day.",
        "type": ["string", "number"],
        "pattern": forms.POINT,
        "errorMessage": "must be a date such as 2026-10-05, or a period such as 2026-10",
    }
    return {
        "description": "The date, the value and, if wanted, a note.",
        "type": ["array", "null"],
        "items": [date, given(amount("The value.")), text("A note.")],
        "minItems": 2,
        "maxItems": 3,
        "errorMessage": "must be [date, value] or [date, value, note]",
    }
