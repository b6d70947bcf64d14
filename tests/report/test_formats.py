"""Laws of all formats: each says exactly what was found, as its grammar wants, and commands nothing else."""

from __future__ import annotations

import json
import os
import unicodedata
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from jsonschema import Draft202012Validator

from goalsite.core.diagnostics import Diagnostic
from goalsite.report.findings import Findings, level
from goalsite.report.formats import FORMATS, written
from goalsite.report.safe import safe
from goalsite.report.schema import schema
from goalsite.report.text import counted
from tests.report.published import GITLAB, JUNIT, SARIF
from tests.report.runner import commands
from tests.report.told import EVIL, findings, reports

OURS = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
WORST = findings(*(Diagnostic(text, 1, 1, "S003", text, text) for text in EVIL), source="\n".join(EVIL))


def whole(path: str) -> str:
    """A path as JSON may carry it: half characters spelt."""
    return "".join(safe(part) if "\ud800" <= part <= "\udfff" else part for part in path)


@given(reports)
def test_json_is_as_its_schema_says_and_holds_every_text_as_it_is(report: Findings) -> None:
    data = json.loads(written(report, "json"))
    assert list(OURS.iter_errors(data)) == []
    assert [
        (one["code"], one["severity"], one["path"], one["line"], one["column"], one["message"], one["hint"])
        for one in data["diagnostics"]
    ] == [
        (one.code, level(one), whole(one.path), one.line, one.column, whole(one.message), whole(one.hint))
        for one in report.diagnostics
    ]


@given(reports)
def test_the_runner_reads_from_github_s_format_just_the_findings(report: Findings) -> None:
    told = [
        (one.name, *(one.properties.get(key) for key in ("file", "line", "col", "title")), one.data)
        for one in commands(written(report, "github"))
    ]
    assert told == [
        (
            level(one),
            safe(one.path).lstrip("=") or None,  # the runner drops what separates a key from its value
            str(one.line),
            str(one.column),
            f"{one.code} {one.name}",
            "\n".join(safe(text) for text in (one.message, one.hint) if text),
        )
        for one in report.diagnostics
    ]


@given(reports)
def test_gitlab_s_report_has_the_documented_fields_and_an_own_fingerprint_for_each(report: Findings) -> None:
    data = json.loads(written(report, "gitlab"))
    assert list(GITLAB.iter_errors(data)) == []
    assert [
        (one["check_name"], one["location"]["path"], one["location"]["lines"]["begin"]) for one in data
    ] == [(one.code, whole(one.path), one.line) for one in report.diagnostics]
    assert len({one["fingerprint"] for one in data}) == len(data)


@given(reports)
def test_sarif_is_as_the_standard_says_and_names_each_file_by_its_bytes(report: Findings) -> None:
    data = json.loads(written(report, "sarif"))
    assert list(SARIF.iter_errors(data)) == []
    (run,) = data["runs"]
    told = []
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        path = os.fsdecode(unquote_to_bytes(place["artifactLocation"]["uri"]))
        told.append((result["ruleId"], path, region["startLine"], region["startColumn"]))
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert region["endColumn"] > region["startColumn"]
    assert told == [(one.code, one.path, one.line, one.column) for one in report.diagnostics]
    prints = [result["partialFingerprints"]["finding/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints)


@given(reports)
def test_junit_s_xml_is_valid_and_has_a_failure_for_each_file(report: Findings) -> None:
    text = written(report, "junit").encode()
    JUNIT.validate(text.decode())
    cases = ET.fromstring(text).findall("testsuite/testcase")
    by_file: dict[str, list[Diagnostic]] = {}
    for one in sorted(report.diagnostics, key=lambda one: one.path):
        by_file.setdefault(one.path, []).append(one)
    told = [(case.get("name"), (case.findtext("failure") or "").split("\n")) for case in cases]
    lines = [(safe(path), [line for one in found for line in _told(one)]) for path, found in by_file.items()]
    assert told == (lines or [("goals", [""])])


def _told(one: Diagnostic) -> list[str]:
    place = f"{safe(one.path)}:{one.line}:{one.column}: {one.code} {one.name}: {safe(one.message)}"
    return [place, f"  hint: {safe(one.hint)}"] if one.hint else [place]


@given(reports)
def test_text_has_a_line_with_place_and_code_for_each_finding(report: Findings) -> None:
    *lines, count = written(report, "text").split("\n")[:-1] or [""]
    rest = iter(lines)
    assert all(line in rest for one in report.diagnostics for line in _told(one))
    assert count == counted(report.diagnostics)


@pytest.mark.parametrize("form", FORMATS)
@given(report=reports)
@example(report=WORST)
def test_no_format_lets_an_author_command_a_terminal_or_a_build_service(form: str, report: Findings) -> None:
    text = written(report, form)
    assert all(unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in text.replace("\n", ""))
    assert len(commands(text)) == (len(report.diagnostics) if form == "github" else 0)


@pytest.mark.parametrize("form", FORMATS)
def test_findings_make_the_same_bytes_each_time(form: str) -> None:
    assert written(WORST, form) == written(WORST, form)


def test_the_runner_these_tests_ask_does_find_commands() -> None:
    log = "a\n \u3000::error file=x%2C,line=1::y%0A%250A\nb ###[Debug]c\n##vso[task.x]y\n:: error::\n::none::"
    assert [(one.name, one.properties, one.data) for one in commands(log)] == [
        ("error", {"file": "x,", "line": "1"}, "y\n%0A"),
        ("Debug", {}, "c"),
        ("##vso[task.x]", {}, ""),
    ]
