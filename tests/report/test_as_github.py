from __future__ import annotations

from goalsite.core.diagnostics import Diagnostic
from goalsite.report.as_github import document
from tests.report.told import findings


def test_a_finding_is_a_command_with_its_place_and_the_hint_on_a_second_line() -> None:
    found = Diagnostic("goals/a.md", 4, 12, "S003", 'no goal is called "x"', 'did you mean "y"?', 3)
    assert document(findings(found)) == (
        "::error file=goals/a.md,line=4,col=12,endColumn=14,title=S003 unknown-reference::"
        'no goal is called "x"%0Adid you mean "y"?\n'
    )


def test_what_separates_the_parts_of_a_command_is_escaped_in_them() -> None:
    found = Diagnostic("a,b:c%.md", 1, 1, "S016", "50 %: a, b::c\nd")
    assert document(findings(found, prefix="sub/")) == (
        "::warning file=sub/a%2Cb%3Ac%25.md,line=1,col=1,endColumn=1,title=S016 broken-link::"
        "50 %25: a, b::c\\x0Ad\n"
    )


def test_without_findings_nothing_is_said() -> None:
    assert document(findings()) == ""
