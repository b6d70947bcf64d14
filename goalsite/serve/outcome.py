"""What a build hands to the server."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from goalsite.core.diagnostics import Diagnostic

_HINT = "please report it with what the terminal shows; the server goes on, edit and save to try again"


class Finding(Struct, frozen=True):
    """A diagnostic as an author reads it: `place` is `path:line:column`, `severity` error or warning."""

    place: str
    code: str
    message: str
    hint: str = ""
    severity: str = "error"


class Files(Protocol):
    """The files of a site by path, each made when it is asked for, by any thread."""

    def get(self, path: str, /) -> bytes | None:
        """The content of a file, None where the site has none; raises UnmadeError where it cannot be made."""
        ...


class UnmadeError(Exception):
    """A file of the site cannot be made, which its author can mend; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class BuildOutcome(Struct, frozen=True):
    """The site's files, or None where there is no site to show, and what was found on the way.

    A build has `failed` when it would not have been published. Its files are `alike` those of the build
    before where pages look at the same styles and pictures as they did.
    """

    files: Files | None
    findings: tuple[Finding, ...] = ()
    failed: bool = False
    alike: bool = False


def as_found(one: Diagnostic) -> Finding:
    """A diagnostic, to be shown."""
    place = f"{one.path}:{one.line}:{one.column}"
    return Finding(place, f"{one.code} {one.name}", one.message, one.hint, one.severity)


def bug(what: str, error: BaseException) -> Finding:
    """An exception that nobody counted on, which broke `what`."""
    return Finding("goalsite", "", f"a bug of ours broke {what}: {type(error).__name__}: {error}", _HINT)


def counted(findings: tuple[Finding, ...]) -> str:
    """Their number in words, such as `2 errors, 1 warning`, empty for none."""
    errors = sum(finding.severity == "error" for finding in findings)
    numbers = ((errors, "error"), (len(findings) - errors, "warning"))
    return ", ".join(f"{number} {word}{'s' * (number != 1)}" for number, word in numbers if number)
