from __future__ import annotations

from xml.etree import ElementTree as ET

from goalsite.core.diagnostics import Diagnostic
from goalsite.report.as_junit import document
from tests.report.told import findings

KEY = Diagnostic("goals/a.md", 2, 1, "S001", 'no key "titel"', 'did you mean "title"?')
LINK = Diagnostic("goals/a.md", 9, 1, "S016", "x")


def suite_of(*found: Diagnostic) -> ET.Element:
    """The one suite of a document."""
    (suite,) = ET.fromstring(document(findings(*found)).encode())
    return suite


def test_each_file_with_findings_is_a_case_that_failed_and_tells_them() -> None:
    suite = suite_of(KEY, LINK, Diagnostic("goals/b.md", 1, 1, "S016", "x"))
    assert (suite.get("tests"), suite.get("failures")) == ("2", "2")
    first, second = suite.findall("testcase/failure")
    assert (first.get("type"), first.get("message")) == ("error", "1 error, 1 warning")
    assert first.text == (
        'goals/a.md:2:1: S001 unknown-key: no key "titel"\n'
        '  hint: did you mean "title"?\n'
        "goals/a.md:9:1: S016 broken-link: x"
    )
    assert (second.get("type"), second.get("message")) == ("warning", "1 warning")


def test_without_findings_one_case_passes() -> None:
    suite = suite_of()
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")
    assert [(case.get("name"), len(case)) for case in suite.findall("testcase")] == [("goals", 0)]


def test_it_is_dated_by_the_day_of_the_figures() -> None:
    assert suite_of().get("timestamp") == "2026-11-22T00:00:00"
