from __future__ import annotations

import json
import os
from typing import Any

from goalsite.core.diagnostics import Diagnostic
from goalsite.report.as_sarif import document
from tests.report.told import findings


def run_of(*found: Diagnostic, prefix: str = "") -> dict[str, Any]:
    """The run of a document."""
    (run,) = json.loads(document(findings(*found, prefix=prefix)))["runs"]
    assert isinstance(run, dict)
    return run


def test_a_result_has_its_rule_level_text_and_region_in_characters() -> None:
    message, hint = 'no goal is called "满意"', 'did you mean "y"?'
    found = Diagnostic("goals/a.md", 4, 12, "S003", message, hint, length=2, level="warning")
    run = run_of(found)
    (result,) = run["results"]
    assert (result["ruleId"], result["level"]) == ("S003", "warning")
    assert result["message"]["text"] == f"{message}\n{hint}"
    assert run["columnKind"] == "unicodeCodePoints"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 4, "startColumn": 12, "endColumn": 14}


def test_each_rule_stands_once_with_its_meaning_and_default_level() -> None:
    link = Diagnostic("goals/a.md", 1, 1, "S016", "x")
    driver = run_of(link, link, Diagnostic("goals/a.md", 1, 1, "S003", "x"))["tool"]["driver"]
    assert [(rule["id"], rule["defaultConfiguration"]["level"]) for rule in driver["rules"]] == [
        ("S003", "error"),
        ("S016", "warning"),
    ]
    assert driver["rules"][1]["shortDescription"]["text"] == "a [[goal]] in text that leads nowhere"


def test_files_are_named_from_the_repository_s_root_and_percent_encoded() -> None:
    path = os.fsdecode(b"goals/\xe4\xb9\x99 #1?\xff:x.md")
    (result,) = run_of(Diagnostic(path, 1, 1, "S003", "x"), prefix="sub/")["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "sub/goals/%E4%B9%99%20%231%3F%FF%3Ax.md",
        "uriBaseId": "SRCROOT",
    }


def test_what_readers_would_make_a_link_of_is_escaped() -> None:
    (result,) = run_of(Diagnostic("a.md", 1, 1, "S003", "[[x]] and [y](http://example.org/)"))["results"]
    assert result["message"]["text"] == "[[x]] and [y\\](http://example.org/)"
