"""The keys that every kind of file takes."""

from __future__ import annotations

from goalsite.core.codes import CODES
from goalsite.core.rules import is_law
from goalsite.schemas import forms
from goalsite.schemas.words import DRAFT, Schema, choice, given, listed, record, table, text, written

CADENCES = ("day", "week", "month", "quarter", "year")


def front_matter(kind: str, what: str, fields: dict[str, Schema]) -> Schema:
    """The schema of the front matter of one kind of file; `what` says which."""
    whole = given(record(what, {**_common(kind), **fields}))
    return {"$schema": DRAFT, "title": f"goalsite: {kind}", **whole}


def _common(kind: str) -> dict[str, Schema]:
    return {
        "kind": choice("What this file is; without it, its place says so.", kind),
        "title": text("What it is called; else the first heading, else the file's name."),
        "aliases": listed(
            written(forms.NAME, "must be an id", "An earlier id."),
            "Earlier ids, which old references and links still find.",
        ),
        "tags": listed(text("A word."), "Words by which it is found."),
        "links": table(
            "Links by their name, such as {design: https://…}.",
            text("An address: http, https, mailto or a relative path."),
        ),
        "lint": _lint(),
    }


def _lint() -> Schema:
    reasons = {
        code.code: {"description": f"{code.name}: {code.summary}. Say why that does not apply here."}
        for code in CODES.values()
        if code.stage != "removed" and not is_law(code)
    }
    found = record("Rules that do not apply to this file, each with the reason.", reasons)
    return {**found, "allOf": [{"additionalProperties": _reason()}]}


def _reason() -> Schema:
    return {**given(text("The reason.")), "minLength": 1}


def goal_id() -> Schema:
    """The key `id` of an objective or a KPI."""
    wanted = "must be letters, digits, - _ . and / between segments"
    return written(
        forms.NAME, wanted, "Its id, kept when the file moves; else its path below the goals folder."
    )


def team() -> Schema:
    """The key `team`."""
    meaning = "The unit it belongs to, by its path or last segment; else the nearest team.md above."
    return text(meaning, "platform")
