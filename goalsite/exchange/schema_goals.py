"""What goals.json says of goals, key results and KPIs."""

from __future__ import annotations

from goalsite.exchange.schema_words import (
    DATE,
    FLAG,
    LINE,
    NUMBER,
    SHARE,
    TEXT,
    Schema,
    listed,
    number,
    one_of,
    or_null,
    record,
    row,
    said,
    share,
)

_REPORTED = ("on_track", "at_risk", "off_track", "achieved")
_COMPARED = ("off_track", "stale", "at_risk", "no_data", "on_track", "achieved")

_SOURCE = record(
    "Where it is written.",
    {
        "path": said(TEXT, "The file, relative to the repository."),
        "line": said(LINE, "The line, counted from 1."),
    },
)


def _shared(kind: str, folder: str) -> dict[str, Schema]:
    """The fields that goals and KPIs share."""
    return {
        "id": said(TEXT, "Its id, one of all goals and KPIs."),
        "kind": said({"const": kind}, "What it is."),
        "title": said(TEXT, "What it says."),
        "url": said(TEXT, f"Its page, relative to the site's root, such as {folder}/faster-builds/."),
        "level": said(one_of("unit", "person"), "Whose it is; a personal one counts in no unit's figures."),
        "team": said(TEXT, "The id of its unit; empty for the root unit."),
        "owner": said(or_null(TEXT), "The handle of the one accountable person."),
        "tags": said(listed(TEXT), "Words by which it is found."),
        "source": _SOURCE,
    }


_ASK = record(
    "What the goal needs of a unit.",
    {
        "team": said(TEXT, "The id of the unit."),
        "ask": said(TEXT, "What is asked; may be empty."),
        "size": said(TEXT, "How much it is; may be empty."),
        "confirmed": said({"type": ["boolean", "null"]}, "The answer; null while there is none."),
    },
)

_LEVELS = record(
    "The values that are worth .3, .7 and 1.",
    {
        "commit": said(NUMBER, "Worth .3."),
        "target": said(NUMBER, "Worth .7."),
        "stretch": said(NUMBER, "Worth 1."),
    },
)

KEY_RESULT = record(
    "One key result of a goal.",
    {
        "id": said(TEXT, "Its id, one in its goal."),
        "title": said(TEXT, "What it says."),
        "type": said(
            one_of("metric", "maintain", "milestones", "binary", "zones", "manual"),
            "How it is measured; a metric may have levels, manual is judged by hand.",
        ),
        "kpi": said(or_null(TEXT), "The id of the KPI that it reads."),
        "owner": said(or_null(TEXT), "The handle of its owner, where it has one of its own."),
        "unit": said(or_null(TEXT), "The unit of its values."),
        "baseline": number("Where a metric begins, written or inferred from its first value."),
        "target": number("Where a metric is to go; of levels the target level."),
        "value": said(
            {"type": ["number", "string", "null"]},
            "The latest value; the zone's name for zones, null for milestones and binary.",
        ),
        "raw": number("Progress before it is cut to 0…1; null without a value."),
        "progress": said(SHARE, "Progress, 0 without a value."),
        "expected": said(SHARE, "What the plan expects on the judging day."),
        "pace": number("Progress ÷ what the plan expected on the day of the value; null where that is 0."),
        "days_behind": number("How many days progress lies behind the plan; negative: ahead."),
        "status": said(one_of(*_COMPARED, "planned", "dropped", "replaced"), "The status as it is figured."),
        "reported_status": said(or_null(one_of(*_REPORTED)), "The status that people reported last."),
        "confidence": share("The latest confidence that people gave."),
        "weight": said({"type": "number", "minimum": 0}, "Its weight in its goal's progress."),
        "held": share("maintain: periods met ÷ (met + missed)."),
        "score": share("Its score: a person's, else of a closed goal the suggested one."),
        "start": said(DATE, "The first day of its window."),
        "due": said(DATE, "The last day of its window."),
        "values": said(
            listed(row(DATE, {"type": ["number", "string"]}, or_null(SHARE))),
            "Its values as [date, value, confidence or null], by date; of a KPI those inside the window and "
            "the last before it.",
        ),
        "min": number("maintain: the lower bound."),
        "max": number("maintain: the upper bound."),
        "levels": _LEVELS,
    },
    sometimes=("min", "max", "levels"),
)

GOAL = record(
    "An objective with its key results.",
    {
        **_shared("objective", "goals"),
        "contributors": said(listed(TEXT), "The handles of others who work on it."),
        "commitment": said(one_of("committed", "aspirational"), "Whether it is expected at 1 or at .7."),
        "origin": said(or_null(one_of("top-down", "bottom-up", "negotiated")), "Who proposed it."),
        "cycle": said(TEXT, "The id of its cycle."),
        "start": said(DATE, "The first day of its window."),
        "due": said(DATE, "The last day of its window."),
        "state": said(one_of("draft", "proposed", "active", "paused", "closed"), "What the file says it is."),
        "closed": said(or_null(DATE), "The day it was closed."),
        "outcome": said(
            or_null(one_of("achieved", "partly", "missed", "dropped", "replaced")), "How a closed one ended."
        ),
        "status": said(one_of(*_COMPARED, "planned", "unscored"), "The status as it is figured."),
        "reported_status": said(or_null(one_of(*_REPORTED)), "The status that people reported last."),
        "progress": share("Weighted mean over counted key results; null where nothing weighs."),
        "progress_original": share("The same with dropped and replaced ones at their last progress."),
        "progress_with_contributions": share(
            "The same over key results and the goals that contribute to it."
        ),
        "expected": share("What the plan expects on the judging day."),
        "pace": number("Progress ÷ what was expected on the days of the values."),
        "days_behind": number("Weighted mean of its key results' days behind the plan; negative: ahead."),
        "confidence": share("Its own latest, else the weighted mean of its key results'."),
        "score": share("Its score: a person's, else of a closed goal the mean of its key results'."),
        "weight": said({"type": "number", "minimum": 0}, "Its weight in its unit's mean."),
        "exposed": said(FLAG, "Whether something it depends on lets it down."),
        "asks": said(listed(_ASK), "What it needs of units, by team and ask."),
        "key_results": said(listed({"$ref": "#/$defs/keyResult"}), "In the order of the file."),
    },
)

KPI = record(
    "A KPI.",
    {
        **_shared("kpi", "kpis"),
        "unit": said(or_null(TEXT), "The unit of its values."),
        "direction": said(one_of("higher", "lower", "range"), "Which values are good."),
        "frequency": said(
            or_null(TEXT),
            "How often it gets a point: day, week, month, quarter, year, irregular, or such as 10d.",
        ),
        "value": number("Its last point's value."),
        "date": said(or_null(DATE), "Its last point's day."),
        "target": number("The target in force on that day; null for a range."),
        "attainment": number("Value, or total so far, ÷ target (lower: the other way round)."),
        "health": said(
            one_of("green", "amber", "red", "no_data", "stale", "no_target"),
            "The colour of its last point, or why it has none.",
        ),
        "trend": said(or_null(one_of("up", "down", "flat")), "Where its last six points lead."),
        "change_previous": number("Change against the point before, as a share of its size."),
        "change_year": number("Change against a year earlier, as a share of its size."),
        "values": said(listed(row(DATE, NUMBER)), "Its points as [date, value], by date."),
        "min": number("range: the lower bound."),
        "max": number("range: the upper bound."),
    },
    sometimes=("min", "max"),
)
