"""Findings are counted in words."""

from __future__ import annotations

import pytest

from goalsite.serve.outcome import Finding, counted


@pytest.mark.parametrize(
    ("errors", "warnings", "words"),
    [(0, 0, ""), (1, 0, "1 error"), (0, 2, "2 warnings"), (3, 1, "3 errors, 1 warning")],
)
def test_errors_and_warnings_are_counted_apart(errors: int, warnings: int, words: str) -> None:
    error = Finding("a.md:1:1", "S001", "x")
    warning = Finding("a.md:1:1", "S016", "x", severity="warning")
    assert counted((error,) * errors + (warning,) * warnings) == words
