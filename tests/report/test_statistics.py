from __future__ import annotations

from goalsite.core.diagnostics import Diagnostic
from goalsite.core.values import replace
from goalsite.report.statistics import by_code, table
from tests.report.told import findings

KEY = Diagnostic("goals/a.md", 1, 1, "S001", "x")
LINK = Diagnostic("goals/a.md", 2, 1, "S016", "x")


def test_codes_are_counted_the_commonest_first() -> None:
    assert table(by_code(findings(LINK, *[KEY] * 10))) == (
        "10  error    S001 unknown-key\n 1  warning  S016 broken-link\n"
    )


def test_a_code_of_two_severities_is_counted_apart() -> None:
    counts = by_code(findings(LINK, replace(LINK, level="error")))
    assert [(row.code, row.severity, row.count) for row in counts] == [
        ("S016", "error", 1),
        ("S016", "warning", 1),
    ]


def test_those_that_can_be_mended_have_a_star() -> None:
    found = replace(findings(KEY, LINK), fixable=frozenset({"S001"}))
    assert table(by_code(found)) == (
        "1  error    [*] S001 unknown-key\n"
        "1  warning      S016 broken-link\n"
        "[*] goalsite check --fix mends some of these\n"
    )


def test_no_findings_make_no_lines() -> None:
    assert table(by_code(findings())) == ""
