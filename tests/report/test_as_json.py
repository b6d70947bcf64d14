from __future__ import annotations

import json

from goalsite.core.diagnostics import Diagnostic
from goalsite.report.as_json import document
from tests.report.told import findings

KEY = Diagnostic("goals/a.md", 2, 1, "S001", 'no key "titel"', 'did you mean "title"?', 5)


def test_a_finding_has_all_that_text_says_and_where_it_ends() -> None:
    data = json.loads(document(findings(KEY, prefix="sub/")))
    assert data["summary"] == {"errors": 1, "warnings": 0}
    assert data["as_of"] == "2026-11-22"
    assert data["diagnostics"] == [
        {
            "code": "S001",
            "name": "unknown-key",
            "severity": "error",
            "path": "goals/a.md",
            "line": 2,
            "column": 1,
            "end_column": 6,
            "message": 'no key "titel"',
            "hint": 'did you mean "title"?',
        }
    ]


def test_statistics_are_added_on_request() -> None:
    assert "statistics" not in json.loads(document(findings(KEY)))
    (row,) = json.loads(document(findings(KEY), statistics=True))["statistics"]
    assert row == {
        "code": "S001",
        "name": "unknown-key",
        "severity": "error",
        "count": 1,
        "fixable": False,
    }


def test_readable_letters_stay_readable_and_what_is_alive_is_escaped() -> None:
    text = document(findings(Diagnostic("a.md", 1, 1, "S001", "满意 \u202e\x1b\U000e0041 ##[debug]x")))
    assert '"满意 \\u202e\\u001b\\udb40\\udc41 #\\u0023[debug]x"' in text
    assert json.loads(text)["diagnostics"][0]["message"] == "满意 \u202e\x1b\U000e0041 ##[debug]x"
