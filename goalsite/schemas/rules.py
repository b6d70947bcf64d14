"""The schema of `rules:` in the configuration."""

from __future__ import annotations

from goalsite.core.codes import CODES
from goalsite.core.rules import SEVERITIES, is_law
from goalsite.schemas.words import Schema, given, listed, number, record

ALL = "ALL"
"""Stands for every code."""


def rules() -> Schema:
    """The key `rules`."""
    some = {"$ref": "#/definitions/ignorable"}
    severity = {"enum": list(SEVERITIES), "errorMessage": f"must be {' or '.join(SEVERITIES)}"}
    return record(
        "Which rules of the check are in force. A code is given whole or by its beginning: Q104, Q1, Q.",
        {
            "select": listed({"$ref": "#/definitions/rule"}, "The rules in force; ALL, if nothing is said."),
            "ignore": listed(some, "The rules that are not; the longer beginning decides."),
            "severity": _by_rule("How severe a rule is, by its code.", severity),
            "per-path": {
                "description": "Rules that do not apply to some files, by a glob from the repository's root.",
                "type": ["object", "null"],
                "additionalProperties": given(listed(some, "The rules that do not apply there.")),
            },
            "thresholds": _thresholds(),
        },
    )


def definitions() -> dict[str, Schema]:
    """What `rules()` refers to."""
    rule = _beginnings()
    laws = {code.code for code in CODES.values() if is_law(code)}
    mild = [word for word in rule["enum"] if word not in laws]
    wanted = {"enum": mild, "errorMessage": "must be a rule that can be put aside, and no error of structure"}
    return {"rule": rule, "ignorable": {"allOf": [{"$ref": "#/definitions/rule"}, wanted]}}


def _beginnings() -> Schema:
    """Every text that codes begin with, and what each means; an empty entry of a list is passed over."""
    meant = {ALL: "every rule"}
    for code in CODES.values():
        for length in range(1, len(code.code)):
            begin = code.code[:length]
            meant[begin] = f"every rule that begins with {begin}"
        meant[code.code] = f"{code.name}: {code.summary}"
    words = sorted(meant, key=lambda word: (word != ALL, word))
    return {
        "description": "A rule by its code, or several by what their codes begin with.",
        "enum": [*words, None],
        "enumDescriptions": [*(meant[word] for word in words), "none"],
        "errorMessage": "must be a code such as Q104, or what codes begin with, such as Q or R2",
    }


def _by_rule(meaning: str, values: Schema) -> Schema:
    return {
        "description": meaning,
        "type": ["object", "null"],
        "propertyNames": {"$ref": "#/definitions/ignorable"},
        "additionalProperties": values,
    }


def _thresholds() -> Schema:
    bounds = {
        code.code: given(
            record(
                f"{code.name}: {code.summary}.",
                {
                    name: given(number(f"{default:g}, if nothing is said.", None))
                    for name, default in code.thresholds
                },
            )
        )
        for code in CODES.values()
        if code.thresholds
    }
    return record("The bounds of a rule, by its code.", bounds)
