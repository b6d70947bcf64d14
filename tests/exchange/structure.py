"""A small judge of JSON against the keywords that the schema of goals.json uses, stricter than the standard.

Of an object every field has to be described: the published schema lets fields be added, these tests do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}
KEYWORDS = {
    "$ref", "type", "enum", "const", "description", "required", "properties", "additionalProperties",
    "items", "prefixItems", "minItems", "maxItems", "minimum", "maximum", "pattern", "format", "$schema",
    "$defs", "title",
}  # fmt: skip


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "$") -> Iterator[str]:
    """What of `value` is not as `schema` says."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if "type" in schema and not _is_typed(value, schema["type"]):
        yield f"{at} is {value!r}, must be {schema['type']}"
        return
    if value not in schema.get("enum", [value]) or value != schema.get("const", value):
        yield f"{at} is {value!r}, must be {schema.get('enum', schema.get('const'))}"
    if isinstance(value, str):
        yield from _text(value, schema, at)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        if not schema.get("minimum", value) - 1e-9 <= value <= schema.get("maximum", value) + 1e-9:
            yield f"{at} is {value}, out of bounds"
    elif isinstance(value, list):
        yield from _list(value, schema, root, at)
    elif isinstance(value, dict):
        yield from _object(value, schema, root, at)


def _is_typed(value: Any, names: str | list[str]) -> bool:
    wanted = [names] if isinstance(names, str) else names
    if isinstance(value, bool):
        return "boolean" in wanted
    return any(isinstance(value, TYPES[name]) for name in wanted)


def _text(value: str, schema: dict[str, Any], at: str) -> Iterator[str]:
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at} is {value!r}, must match {schema['pattern']}"
    if schema.get("format") == "date":
        date.fromisoformat(value)


def _list(value: list[Any], schema: dict[str, Any], root: dict[str, Any], at: str) -> Iterator[str]:
    fixed = schema.get("prefixItems", [])
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield f"{at} has {len(value)} entries"
    for index, item in enumerate(value):
        inner = fixed[index] if index < len(fixed) else schema.get("items", {})
        yield from faults(item, inner, root, f"{at}[{index}]")


def _object(value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], at: str) -> Iterator[str]:
    known = schema.get("properties", {})
    yield from (f"{at} has no {name}" for name in schema.get("required", []) if name not in value)
    for name, item in value.items():
        inner = known.get(name, schema.get("additionalProperties"))
        if inner is None:
            yield f"{at}.{name} is not described"
        else:
            yield from faults(item, inner, root, f"{at}.{name}")


def parts(schema: Any, at: str = "$") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema inside a schema, with the way to it."""
    if isinstance(schema, dict):
        yield at, schema
        for key in ("properties", "$defs"):
            for name, inner in schema.get(key, {}).items():
                yield from parts(inner, f"{at}.{name}")
        for key in ("items", "additionalProperties"):
            yield from parts(schema.get(key), f"{at}.{key}")
        for index, inner in enumerate(schema.get("prefixItems", [])):
            yield from parts(inner, f"{at}[{index}]")
