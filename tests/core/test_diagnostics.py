from __future__ import annotations

from goalsite.core.diagnostics import Mark, finding, has_errors, in_order

ERROR = finding("goals/b.md", Mark(3, 9), "S003", 'no goal is called "x"', "write another", 1)
WARNING = finding("goals/a.md", Mark(7, 1), "S025", "key result 1 has no id and goes by its position")


def test_a_finding_takes_its_name_and_severity_from_its_code() -> None:
    assert (ERROR.name, ERROR.severity) == ("unknown-reference", "error")
    assert (WARNING.name, WARNING.severity) == ("unnamed-key-result", "warning")


def test_findings_stand_by_path_line_and_column_each_once() -> None:
    later = finding("goals/a.md", Mark(10, 1), "S003", "x")
    assert in_order([ERROR, later, WARNING, ERROR]) == (WARNING, later, ERROR)


def test_only_an_error_forbids_publishing() -> None:
    assert has_errors([WARNING, ERROR])
    assert not has_errors([WARNING])
