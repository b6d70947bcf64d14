from __future__ import annotations

from goalsite.core.diagnostics import Diagnostic
from goalsite.core.values import replace
from goalsite.report.findings import Findings
from goalsite.report.fingerprints import fingerprints
from tests.report.told import DAY

WEIGHT = Diagnostic("goals/a.md", 2, 9, "S014", "weight is -1, must be 0 or more")


def marks(text: str, *found: Diagnostic) -> list[str]:
    """The fingerprints of findings in a file with that text."""
    lines = text.split("\n")
    return fingerprints(Findings(found, DAY, lambda _, line: lines[line - 1]))


def test_a_fingerprint_stays_when_lines_are_added_above_and_the_indent_changes() -> None:
    before = marks("title: x\nweight: -1", WEIGHT)
    assert marks("title: x\nowner: ada\n  weight: -1", replace(WEIGHT, line=3, column=11)) == before


def test_a_fingerprint_stays_when_the_message_tells_another_number_of_days() -> None:
    late = Diagnostic("goals/a.md", 1, 1, "S014", "11 days late")
    assert marks("x", late) == marks("x", replace(late, message="12 days late"))


def test_equal_lines_of_a_file_have_different_fingerprints() -> None:
    twice = marks("weight: -1\nweight: -1", replace(WEIGHT, line=1), WEIGHT)
    assert len(set(twice)) == 2


def test_another_file_code_or_line_has_another_fingerprint() -> None:
    text = "weight: -1\nweight: -2"
    first = replace(WEIGHT, line=1)
    others = (first, replace(first, path="goals/b.md"), replace(first, code="S015"), WEIGHT)
    assert len(set(marks(text, *others))) == 4
