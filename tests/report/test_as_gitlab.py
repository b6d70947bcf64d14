from __future__ import annotations

import json

from goalsite.core.diagnostics import Diagnostic
from goalsite.report.as_gitlab import document
from tests.report.told import findings


def test_an_issue_says_message_and_hint_and_where_in_the_repository() -> None:
    found = Diagnostic("goals/a.md", 4, 12, "S003", 'no goal is called "x"', 'did you mean "y"?')
    (issue,) = json.loads(document(findings(found, prefix="sub/")))
    assert issue["description"] == 'S003 unknown-reference: no goal is called "x"; did you mean "y"?'
    assert issue["check_name"] == "S003"
    assert issue["severity"] == "major"
    assert issue["location"] == {"path": "sub/goals/a.md", "lines": {"begin": 4}}


def test_a_warning_is_minor_and_so_is_what_is_less() -> None:
    found = Diagnostic("goals/a.md", 1, 1, "S016", "x")
    less = Diagnostic("goals/a.md", 1, 1, "S003", "x", level="info")
    assert [issue["severity"] for issue in json.loads(document(findings(found, less)))] == ["minor"] * 2


def test_without_findings_the_report_is_an_empty_list() -> None:
    assert json.loads(document(findings())) == []
