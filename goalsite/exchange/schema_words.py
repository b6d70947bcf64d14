"""The words in which the schema of goals.json is written."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
FLAG: Schema = {"type": "boolean"}
DATE: Schema = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
LINE: Schema = {"type": "integer", "minimum": 1}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}


def said(schema: Schema, meaning: str) -> Schema:
    """`schema` with what it means."""
    return {**schema, "description": meaning}


def or_null(schema: Schema) -> Schema:
    """`schema`, or null."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    return {**schema, "type": [schema["type"], "null"]}


def one_of(*words: str) -> Schema:
    """One of a few words."""
    return {"enum": list(words)}


def listed(items: Schema) -> Schema:
    """A list of `items`."""
    return {"type": "array", "items": items}


def row(*items: Schema) -> Schema:
    """A list with one entry for each of `items`."""
    return {"type": "array", "prefixItems": list(items), "minItems": len(items), "maxItems": len(items)}


def share(meaning: str) -> Schema:
    """A share, 0 to 1, or null."""
    return said(or_null(SHARE), meaning)


def number(meaning: str) -> Schema:
    """A number or null."""
    return said(or_null(NUMBER), meaning)


def record(meaning: str, fields: dict[str, Schema], sometimes: tuple[str, ...] = ()) -> Schema:
    """An object with these fields; all but `sometimes` are always there, and others may be added."""
    required = [name for name in fields if name not in sometimes]
    return {"type": "object", "description": meaning, "required": required, "properties": fields}
