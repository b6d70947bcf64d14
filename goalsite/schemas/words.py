"""The words in which the schemas are written: one for each kind of value that goalsite reads.

What a key takes may be left empty, so every schema allows null; `given` does not. A scalar counts as it is
written, so text may look like a number: a title may be 2026. `errorMessage` is no keyword of the standard:
editors that know it show it, others pass over it.
"""

from __future__ import annotations

from typing import Any

from goalsite.schemas import forms

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
_SCALAR = ("string", "number", "boolean")


def _one(types: tuple[str, ...], meaning: str, examples: tuple[Any, ...], **more: Any) -> Schema:
    found: Schema = {"description": meaning, "type": [*types, "null"], **more}
    return {**found, "examples": list(examples)} if examples else found


def text(meaning: str, *examples: str) -> Schema:
    """Any scalar, as it is written."""
    return _one(_SCALAR, meaning, examples)


def written(pattern: str, wanted: str, meaning: str, *examples: str) -> Schema:
    """A scalar whose text has a form; `wanted` is told of any other, after its name."""
    return _one(_SCALAR, meaning, examples, pattern=pattern, errorMessage=wanted)


def ref(meaning: str, *examples: str) -> Schema:
    """A reference to a goal, KPI or unit."""
    return written(r"\S", "must be the id of a goal", meaning, *examples)


def handle(meaning: str) -> Schema:
    """A person's handle."""
    return written(forms.HANDLE, "must be the handle of one person, such as ada", meaning, "ada")


def choice(meaning: str, *words: str) -> Schema:
    """One of a few words."""
    return {"description": meaning, "type": ["string", "null"], "enum": [*words, None]}


def rhythm(meaning: str, words: tuple[str, ...], letters: str = "", *examples: str) -> Schema:
    """How often, or how long."""
    expected = ", ".join((*words, *examples))
    pattern = forms.rhythm(words, letters)
    wanted = f"must be {' or such as '.join(expected.rsplit(', ', 1)) if examples else expected}"
    return _one(("string",), meaning, (*words, *examples), pattern=pattern, errorMessage=wanted)


def day(meaning: str) -> Schema:
    """A day."""
    wanted = "must be a date such as 2026-10-05"
    return _one(("string",), meaning, (), format="date", pattern=forms.DAY, errorMessage=wanted)


def done(meaning: str) -> Schema:
    """A day, or true where git knows it."""
    wanted = "must be a date such as 2026-10-05, or true"
    return _one(("string", "boolean"), meaning, (), pattern=forms.DAY, errorMessage=wanted)


def flag(meaning: str) -> Schema:
    """`true` or `false`."""
    return _one(("boolean",), meaning, ())


def number(meaning: str, least: float | None = 0, most: float | None = None) -> Schema:
    """A number without a unit, from `least` to `most`; of numbers in quotes only the form is judged."""
    return _number(forms.NUMBER, "a number", meaning, least, most)


def whole(meaning: str, least: int = 0, most: int | None = None) -> Schema:
    """A whole number from `least` to `most`."""
    found = _number(forms.NUMBER, "a whole number", meaning, least, most)
    return {**found, "type": ["integer", "string", "null"]}


def share(meaning: str) -> Schema:
    """A share, such as 0.4 or 40%."""
    return _number(forms.SHARE, "a share such as 0.4 or 40%", meaning, 0, None)


def score(meaning: str) -> Schema:
    """A number from 0 to 1."""
    return _number(forms.NUMBER, "a number", meaning, 0, 1)


def confidence(meaning: str) -> Schema:
    """A number from 0 to 1, or such as 7/10."""
    return _number(forms.CONFIDENCE, "a number, or such as 7/10,", meaning, 0, 1)


def _number(pattern: str, what: str, meaning: str, least: float | None, most: float | None) -> Schema:
    bounds = {"minimum": least, "maximum": most}
    wanted = f"must be {what}"
    if least is not None:
        wanted += f", {least} or more" if most is None else f" from {least} to {most}"
    more = {key: bound for key, bound in bounds.items() if bound is not None}
    return _one(("number", "string"), meaning, (), **more, pattern=pattern, errorMessage=wanted)


def amount(meaning: str, *examples: Any, pattern: str = forms.AMOUNT) -> Schema:
    """A number with or without its unit."""
    wanted = "must be a number, such as 12.5, 1.2亿 or 95%"
    return _one(("number", "string"), meaning, examples, pattern=pattern, errorMessage=wanted)


def listed(items: Schema, meaning: str) -> Schema:
    """A list; of its entries empty ones are passed over."""
    return {"description": meaning, "type": ["array", "null"], "items": items}


def record(meaning: str, fields: dict[str, Schema], *required: str) -> Schema:
    """A mapping that takes these keys alone, the `required` ones with a value."""
    properties = {name: given(field) if name in required else field for name, field in fields.items()}
    found: Schema = {"description": meaning, "type": ["object", "null"], "properties": properties}
    found |= {"required": list(required)} if required else {}
    return {**found, "additionalProperties": False}


def table(meaning: str, values: Schema) -> Schema:
    """A mapping whose keys the author chooses."""
    return {"description": meaning, "type": ["object", "null"], "additionalProperties": values}


def either(scalar: Schema, mapping: Schema) -> Schema:
    """A scalar, or a mapping that says more."""
    types = [name for name in scalar["type"] if name != "null"]
    return {**scalar, **mapping, "type": [*types, *mapping["type"]]}


def given(schema: Schema) -> Schema:
    """`schema` without null."""
    found = {**schema, "type": [name for name in schema["type"] if name != "null"]}
    if "enum" in found:
        found["enum"] = [word for word in found["enum"] if word is not None]
    return found


def some_of(*keys: str) -> Schema:
    """That one of the keys, at least, has a value."""
    return {"anyOf": [_valued(key) for key in keys]}


def one_of(*keys: str) -> Schema:
    """That one of the keys, at most, has a value."""
    rules = []
    for index, key in enumerate(keys[:-1], 1):
        nothing = {"type": "null", "errorMessage": f"stands beside {key}: keep one of them"}
        rules.append({"if": _valued(key), "then": {"properties": dict.fromkeys(keys[index:], nothing)}})
    return {"allOf": rules}


def _valued(key: str) -> Schema:
    return {"required": [key], "properties": {key: {"not": {"type": "null"}}}}
