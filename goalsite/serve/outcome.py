"""What a build hands to the server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic as an author reads it: `place` is `path:line:column`, `severity` error or warning."""

    place: str
    code: str
    message: str
    hint: str = ""
    severity: str = "error"


@dataclass(frozen=True, slots=True)
class BuildOutcome:
    """The site's files by path, or None where there is no site to show, and what was found on the way.

    A build has `failed` when it would not have been published.
    """

    files: Mapping[str, bytes] | None
    findings: tuple[Finding, ...] = ()
    failed: bool = False


def counted(findings: tuple[Finding, ...]) -> str:
    """Their number in words, such as `2 errors, 1 warning`, empty for none."""
    errors = sum(finding.severity == "error" for finding in findings)
    numbers = ((errors, "error"), (len(findings) - errors, "warning"))
    return ", ".join(f"{number} {word}{'s' * (number != 1)}" for number, word in numbers if number)
