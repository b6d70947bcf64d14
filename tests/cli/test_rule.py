"""`goalsite rule` as it is typed."""

from __future__ import annotations

import json

import pytest

from goalsite.core.codes import CODES, Code
from goalsite.lint.manual_text import standing
from tests.commands import ROOT, Run, goalsite


def run(*arguments: str) -> Run:
    return goalsite(*arguments, cwd=ROOT)


def test_a_page_explains_a_code() -> None:
    answer = run("rule", "Q103")
    assert answer.code == 0
    lines = answer.out.split("\n")
    assert lines[:3] == ["# Q103 digits-in-title", "", "A warning."]
    headings = [line for line in lines if line.startswith("## ")]
    assert headings == ["## Why", "## Wrong", "## Right", "## How to fix", "## Source"]


def test_all_codes_are_listed_in_a_line_each() -> None:
    answer = run("rule", "--all")
    assert [line.split()[0] for line in answer.out.splitlines()] == list(CODES)


def test_json_holds_every_page_whole() -> None:
    pages = json.loads(run("rule", "--all", "--format", "json").out)
    assert [page["code"] for page in pages] == list(CODES)
    digits = next(page for page in pages if page["code"] == "Q103")
    assert (digits["name"], digits["severity"], digits["stage"]) == ("digits-in-title", "warning", "stable")
    assert set(digits["sections"]) == {"Why", "Wrong", "Right", "How to fix", "Source"}


@pytest.mark.parametrize("word", ["q103", "digits-in-title", "digits"])
def test_a_code_is_found_by_its_name_too(word: str) -> None:
    assert "Q103" in run("rule", word).out


def test_a_beginning_lists_its_codes() -> None:
    codes = [line.split()[0] for line in run("rule", "P").out.splitlines()]
    assert codes == [code for code in CODES if code.startswith("P")]


def test_a_reserved_and_a_removed_code_say_what_they_are() -> None:
    assert (
        standing(Code("Q199", "some-day", "warning", "…", stage="reserved")) == "Reserved: not checked yet."
    )
    assert "Removed; Q134 took its place." in run("rule", "S048").out


def test_what_is_no_rule_is_answered_with_the_nearest() -> None:
    answer = run("rule", "output-verbs")
    assert answer.code == 2
    assert 'did you mean "output-verb"?' in answer.err
    assert "--all" in run("rule").err
