"""A difference as JSON, held against its schema."""

from __future__ import annotations

import json

from jsonschema import Draft202012Validator

from goalsite.exchange.difference_json import difference_json
from goalsite.exchange.difference_schema import schema, schema_text
from tests.analysis.states import differing
from tests.analysis.test_difference import FILES, builds, moved


def test_the_schema_is_a_schema_and_closed_over_its_parts() -> None:
    Draft202012Validator.check_schema(schema())
    assert json.loads(schema_text()) == schema()


def test_whatever_differs_fits_the_schema() -> None:
    checks = Draft202012Validator(schema())
    broken = {**FILES, "goals/win-trust.md": "---\ntitle: [\n---\n", "config.yaml": "pace: {at_risk: 0.8}\n"}
    elsewhere = moved("goals/platform/2026-Q4/builds.md", "goals/x.md", builds(("target: 5", "target: 6")))
    for before, after in ((FILES, broken), (broken, FILES), (FILES, elsewhere), (FILES, {}), ({}, FILES)):
        whole = differing(before, after)
        document = json.loads(
            difference_json(whole, (("main", "0" * 40), ("working tree", None)), "2026-11-16")
        )
        assert list(checks.iter_errors(document)) == []
        assert not document["is_empty"]


def test_numbers_are_not_rounded_and_one_goal_stands_on_a_line() -> None:
    whole = differing(FILES, builds(("target: 5", "target: 6")))
    text = difference_json(whole, (("a", None), ("b", None)), "2026-11-16")
    (goal,) = (one for one in json.loads(text)["goals"] if one["change"] == "changed")
    assert goal["edits"] == [{"part": ["key_result", "p50"], "field": "target", "before": 5.0, "after": 6.0}]
    assert {"key_result": "p50", "figure": "progress", "before": 0.5, "after": 0.5625} in goal["effects"]
    assert sum(line.startswith('{"kind"') for line in text.split("\n")) == len(json.loads(text)["goals"])
