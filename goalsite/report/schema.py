"""The JSON Schema of what `goalsite check --format json` prints: every field with its meaning."""

from __future__ import annotations

import json
from typing import Any

Schema = dict[str, Any]

VERSION = 1
"""The version of the format; a published field never changes its meaning within one."""


def _text(meaning: str) -> Schema:
    return {"type": "string", "description": meaning}


def _number(meaning: str, least: int = 1) -> Schema:
    return {"type": "integer", "minimum": least, "description": meaning}


def _record(meaning: str, fields: dict[str, Schema], sometimes: tuple[str, ...] = ()) -> Schema:
    """An object with these fields; all but `sometimes` are always there, and others may be added."""
    required = [name for name in fields if name not in sometimes]
    return {"type": "object", "description": meaning, "required": required, "properties": fields}


_RULE: dict[str, Schema] = {
    "code": {"type": "string", "pattern": "^[A-Z][0-9]{3}$", "description": "The rule, such as S003."},
    "name": _text("The rule's readable name, such as unknown-reference."),
    "severity": {"enum": ["error", "warning"], "description": "How bad it is."},
}

_DIAGNOSTIC = _record(
    "A finding.",
    {
        **_RULE,
        "path": _text("The file, relative to the project."),
        "line": _number("The line, counted from 1."),
        "column": _number("The column, counted from 1 in Unicode characters."),
        "end_column": _number("The column behind the last character of what is meant.", 2),
        "message": _text("What is wrong."),
        "hint": _text("What to do about it; may be empty."),
    },
)

_STATISTIC = _record(
    "How many findings of one rule and severity there are.",
    {
        **_RULE,
        "count": _number("How many."),
        "fixable": {"type": "boolean", "description": "Whether goalsite can mend them by itself."},
    },
)

_SUMMARY = _record(
    "How many findings there are.",
    {"errors": _number("How many errors.", 0), "warnings": _number("How many warnings.", 0)},
)


def schema() -> Schema:
    """The schema, draft 2020-12."""
    top = _record(
        "What is wrong with the goals of a project on one day. Fields may be added.",
        {
            "version": {"const": VERSION, "description": "The version of this format."},
            "generator": _text("The program that made it."),
            "as_of": {
                "type": "string",
                "format": "date",
                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                "description": "The day the goals were judged for.",
            },
            "summary": {"$ref": "#/$defs/summary"},
            "statistics": {
                "type": "array",
                "description": "With --statistics: how many of each rule, the largest number first.",
                "items": {"$ref": "#/$defs/statistic"},
            },
            "diagnostics": {
                "type": "array",
                "description": "The findings, by path, line, column and code.",
                "items": {"$ref": "#/$defs/diagnostic"},
            },
        },
        sometimes=("statistics",),
    )
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "goalsite check"}
    return {**head, **top, "$defs": {"summary": _SUMMARY, "statistic": _STATISTIC, "diagnostic": _DIAGNOSTIC}}


def schema_text() -> str:
    """The schema as the text of a file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
