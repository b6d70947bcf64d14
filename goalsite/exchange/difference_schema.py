"""The JSON Schema of what `goalsite diff --format json` prints: every field with its meaning."""

from __future__ import annotations

import json

from goalsite.analysis.effects import OF_GOAL, OF_KPI, OF_RESULT, OF_UNIT
from goalsite.exchange.schema_words import (
    DATE,
    FLAG,
    LINE,
    TEXT,
    Schema,
    listed,
    one_of,
    or_null,
    record,
    said,
)

VERSION = 1
"""The version of the format; a published field never changes its meaning within one."""

_FACT: Schema = {"type": ["string", "number", "boolean", "array", "null"]}
_VALUE: Schema = {"type": ["string", "number", "boolean", "null"]}
_FIGURES = tuple(dict.fromkeys((*OF_GOAL, *OF_RESULT, *OF_KPI, *OF_UNIT)))

_SIDE = record(
    "A side.",
    {
        "name": said(TEXT, "What it was called: a revision, or the working tree."),
        "commit": said(or_null(TEXT), "The id of its commit; null for the working tree."),
    },
)

_PLACE: Schema = {
    "type": ["object", "null"],
    "description": "Where it is on a side; null where it is not.",
    "required": ["id", "path"],
    "properties": {
        "id": said(TEXT, "Its id there."),
        "path": said(TEXT, "Its file there, relative to the project."),
    },
}

_EDIT = record(
    'That a field says something else. A part that came or went has the field "" and no other edit.',
    {
        "part": said(
            listed(TEXT),
            "What the field belongs to: [] the goal itself; key_result and its id; milestone, key result and "
            "title; target and its first day or period; initiative and title; checkin, key result (empty for "
            "the goal) and day; point and day; review, day and person.",
        ),
        "field": said(TEXT, "The key as authors write it; empty where the part came or went."),
        "before": said(_FACT, "What it said; null where it said nothing. References are ids."),
        "after": said(_FACT, "What it says; null where it says nothing. References are ids."),
    },
)

_EFFECT = record(
    "That a figure is another.",
    {
        "key_result": said(or_null(TEXT), "The id of the key result; null for the goal, KPI or unit itself."),
        "figure": said(
            one_of(*_FIGURES),
            "Its name, as in goals.json; coverage is what the parts of a KPI make of its target.",
        ),
        "before": said(_VALUE, "What it was, not rounded."),
        "after": said(_VALUE, "What it is, not rounded."),
    },
)


def _altered(meaning: str, *kinds: str) -> Schema:
    return record(
        meaning,
        {
            "kind": said(one_of(*kinds), "What it is."),
            "change": said(
                one_of("added", "removed", "moved", "changed", "affected"),
                "What became of it; moved may have edits as well, affected has effects alone.",
            ),
            "title": said(TEXT, "What it is called."),
            "before": {"$ref": "#/$defs/place"},
            "after": {"$ref": "#/$defs/place"},
            "edits": listed({"$ref": "#/$defs/edit"}),
            "text": said(
                listed(TEXT), "The lines of its text that went (-…) and came (+…), without blank ones."
            ),
            "effects": listed({"$ref": "#/$defs/effect"}),
        },
    )


_UNIT = record(
    "A unit whose figures in a cycle are others.",
    {
        "team": said(TEXT, "Its id; empty for the root unit."),
        "cycle": said(TEXT, "The id of the cycle."),
        "effects": listed({"$ref": "#/$defs/effect"}),
    },
)

_SETTING = record(
    "A setting of the configuration that says something else.",
    {
        "key": said(TEXT, "Its key, such as pace.at_risk."),
        "before": said(_FACT, "What it said."),
        "after": said(_FACT, "What it says."),
    },
)

_UNREADABLE = record(
    "A file of which one side alone can be read; it is in no other list.",
    {
        "path": said(TEXT, "The file."),
        "side": said(one_of("before", "after"), "The side that cannot be read."),
    },
)

_FINDING = record(
    "A finding of one side that the other has not.",
    {
        "code": said({"type": "string", "pattern": "^[A-Z][0-9]{3}$"}, "The rule."),
        "severity": said(one_of("error", "warning"), "How bad it is."),
        "path": said(TEXT, "The file on its side."),
        "line": said(LINE, "The line, counted from 1."),
        "column": said(LINE, "The column, counted from 1 in characters."),
        "message": said(TEXT, "What is wrong."),
    },
)


def schema() -> Schema:
    """The schema, draft 2020-12."""
    top = record(
        "What differs between two states of a project, both figured for one day. Fields may be added.",
        {
            "version": said({"const": VERSION}, "The version of this format."),
            "generator": said(TEXT, "The program that made it."),
            "as_of": said(DATE, "The day both sides are figured for."),
            "before": {"$ref": "#/$defs/side"},
            "after": {"$ref": "#/$defs/side"},
            "is_empty": said(FLAG, "Whether nothing differs."),
            "settings": listed({"$ref": "#/$defs/setting"}),
            "unreadable": listed({"$ref": "#/$defs/unreadable"}),
            "goals": listed(_altered("An objective or KPI.", "objective", "kpi")),
            "others": listed(_altered("A unit, person or page.", "team", "person", "page")),
            "units": listed({"$ref": "#/$defs/unit"}),
            "findings_new": listed({"$ref": "#/$defs/finding"}),
            "findings_gone": listed({"$ref": "#/$defs/finding"}),
        },
    )
    parts = {
        "side": _SIDE,
        "place": _PLACE,
        "edit": _EDIT,
        "effect": _EFFECT,
        "unit": _UNIT,
        "setting": _SETTING,
        "unreadable": _UNREADABLE,
        "finding": _FINDING,
    }
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "goalsite diff"}
    return {**head, **top, "$defs": parts}


def schema_text() -> str:
    """The schema as the text of a file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
