"""The published schema describes every field of goals.json, and goals.json is as it says."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from goalsite.exchange.schema import schema, schema_text
from tests.analysis.test_laws import broken_sites
from tests.exchange.repositories import FULL, REPOSITORIES, data_of
from tests.exchange.structure import KEYWORDS, faults, parts


@pytest.mark.parametrize("name", REPOSITORIES)
@pytest.mark.parametrize("as_of", ["2026-09-01", "2026-11-16", "2027-02-01"])
def test_goals_json_is_as_its_schema_says(name: str, as_of: str) -> None:
    assert list(faults(data_of(REPOSITORIES[name], as_of), schema(), schema())) == []


@given(broken_sites())
@settings(max_examples=50)
def test_goals_json_of_broken_files_is_too(files: dict[str, str]) -> None:
    assert list(faults(data_of(files), schema(), schema())) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"version": 2}, "$.version is 2, must be 1"),
        ({"as_of": None}, "$.as_of is None, must be string"),
        ({"extra": 1}, "$.extra is not described"),
        ({"edges": [{"from": "a", "to": "b", "type": "likes"}]}, "$.edges[0].type is 'likes'"),
    ],
)
def test_what_the_schema_forbids_is_found(change: dict[str, object], fault: str) -> None:
    (found,) = faults({**data_of(FULL), **change}, schema(), schema())
    assert found.startswith(fault)


def test_every_field_says_what_it_means() -> None:
    silent = [
        at
        for at, part in parts(schema())
        if "description" not in part and "$ref" not in part and not at.endswith(("]", ".items"))
    ]
    lists = ["cycles", "teams", "goals", "kpis", "edges", "diagnostics"]  # each is said by its records
    assert silent == [f"$.{name}" for name in lists]


def test_every_reference_leads_somewhere_and_only_known_keywords_are_used() -> None:
    root = schema()
    for at, part in parts(root):
        assert set(part) <= KEYWORDS, at
        assert part.get("$ref", "#/$defs/goal").removeprefix("#/$defs/") in root["$defs"], at


def test_the_text_is_the_schema_and_names_its_draft() -> None:
    assert json.loads(schema_text()) == schema()
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
