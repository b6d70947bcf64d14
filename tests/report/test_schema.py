"""The published schema of `goalsite check --format json`; test_formats.py holds documents against it."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from goalsite.core.diagnostics import Diagnostic
from goalsite.report.as_json import document
from goalsite.report.schema import schema, schema_text
from tests.report.told import findings

FOUND = json.loads(document(findings(Diagnostic("goals/a.md", 1, 1, "S001", "x")), statistics=True))


def test_it_is_a_schema_of_the_draft_it_names() -> None:
    Draft202012Validator.check_schema(schema())
    assert json.loads(schema_text()) == schema()
    assert schema()["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


def test_every_field_that_is_written_is_described() -> None:
    described = schema()["$defs"]
    assert set(FOUND) == set(schema()["properties"])
    assert set(FOUND["summary"]) == set(described["summary"]["properties"])
    assert set(FOUND["statistics"][0]) == set(described["statistic"]["properties"])
    assert set(FOUND["diagnostics"][0]) == set(described["diagnostic"]["properties"])


@pytest.mark.parametrize("change", [{"version": 2}, {"as_of": "today"}, {"diagnostics": [{"code": "S1"}]}])
def test_what_it_forbids_is_found(change: dict[str, object]) -> None:
    validator = Draft202012Validator(schema())
    assert validator.is_valid(FOUND)
    assert not validator.is_valid({**FOUND, **change})
