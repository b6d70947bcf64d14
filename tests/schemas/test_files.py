"""The schemas are schemas, say what each key means, and take just the keys and words that goalsite takes."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft7Validator

from goalsite.model import files, settings
from goalsite.model.shapes import Reader, Shape
from goalsite.schemas.files import KINDS, schema_files, schema_of, schema_text

SHAPES = {"config": settings._CONFIG, **files.SHAPES}


def inner(reader: Reader) -> Shape | None:
    """The shape that a reader reads, itself or in the entries of a list; None where it reads no mapping."""
    reader = inspect.unwrap(reader)  # one that remembers what it read
    owner = getattr(reader, "__self__", None)
    if isinstance(owner, Shape):
        return owner
    used = inspect.getclosurevars(reader)
    if "reader" in used.nonlocals and callable(used.nonlocals["reader"]):
        return inner(used.nonlocals["reader"])
    return next((value for value in used.globals.values() if isinstance(value, Shape)), None)


def words(reader: Reader) -> tuple[str, ...]:
    """The words among which a reader chooses; none where it reads something else."""
    used = inspect.getclosurevars(inspect.unwrap(reader))
    if "words" in used.nonlocals:
        return tuple(used.nonlocals["words"])
    others = [value for name, value in used.globals.items() if name == "_OFFICE"]
    return words(others[0]) if others else ()


def differences(shape: Shape, schema: dict[str, Any], at: str) -> Iterator[str]:
    """Where a shape and a schema take different keys or words, or require different keys."""
    schema = schema.get("items", schema)
    known = schema["properties"]
    for key in {*shape.keys} ^ {*known}:
        yield f"{at}.{key} is known to {'the reader' if key in shape.keys else 'the schema'} alone"
    if {*shape.required} != {*schema.get("required", ())}:
        yield f"{at} requires {schema.get('required')}, the reader {shape.required}"
    for key in {*shape.keys} & {*known} - {"kind"}:
        reader, field = shape.keys[key], known[key]
        if nested := inner(reader):
            yield from differences(nested, field, f"{at}.{key}")
        chosen = {word for word in field.get("enum", field.get("examples", ())) if word is not None}
        if not {*words(reader)} <= chosen or (
            "enum" in field and words(reader) and {*words(reader)} != chosen
        ):
            yield f"{at}.{key} takes {chosen}, the reader {words(reader)}"


def fields(schema: Any, at: str = "$") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema of a key inside a schema, with the way to it."""
    if isinstance(schema, dict):
        for name, field in schema.get("properties", {}).items():
            yield f"{at}.{name}", field
            yield from fields(field, f"{at}.{name}")
        for key in ("items", "additionalProperties"):
            yield from fields(schema.get(key), at)


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_a_schema_of_draft_7(kind: str) -> None:
    schema = json.loads(schema_text(kind))
    Draft7Validator.check_schema(schema)
    assert schema == schema_of(kind)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("kind", KINDS)
def test_each_key_says_what_it_means(kind: str) -> None:
    assert [
        at for at, field in fields(schema_of(kind)) if not field.get("description", "").endswith(".")
    ] == []


@pytest.mark.parametrize("kind", KINDS)
def test_keys_and_words_are_those_of_the_reader(kind: str) -> None:
    assert list(differences(SHAPES[kind], schema_of(kind), kind)) == []


def test_there_is_one_for_the_configuration_and_each_kind_of_file() -> None:
    assert {*KINDS} == {*SHAPES}


def test_a_key_that_only_one_of_them_knows_is_found() -> None:
    shape = Shape("a page", {**files.SHAPES["page"].keys, "colour": files.SHAPES["page"].keys["title"]})
    assert list(differences(shape, schema_of("page"), "page")) == ["page.colour is known to the reader alone"]


def test_every_example_in_a_schema_is_right_by_it() -> None:
    for kind in KINDS:
        for at, field in fields(schema_of(kind)):
            for example in field.get("examples", ()):
                assert Draft7Validator(field).is_valid(example), f"{kind}: {at}"


def test_a_site_has_them_all() -> None:
    assert [path for path, _ in schema_files()] == [f"schema/{kind}.schema.json" for kind in KINDS]
