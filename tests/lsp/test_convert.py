from __future__ import annotations

from lsprotocol import types

from goalsite.core.diagnostics import Diagnostic
from goalsite.lsp.completion import Proposal, Proposals
from goalsite.lsp.convert import completion, diagnostic, text_range
from goalsite.lsp.positions import Span

LINE = "title: 😀客户 [a, b]"


def test_a_range_is_counted_as_the_editor_counts() -> None:
    assert text_range(Span(0, 7, 10), [LINE], "utf-16") == _range(7, 11)
    assert text_range(Span(0, 7, 10), [LINE], "utf-8") == _range(7, 17)
    assert text_range(Span(0, 7, 10), [LINE], "utf-32") == _range(7, 10)


def _range(start: int, end: int) -> types.Range:
    return types.Range(types.Position(0, start), types.Position(0, end))


def test_a_place_beyond_the_text_is_its_end() -> None:
    assert text_range(Span(9, 5, 7), ["ab"], "utf-16") == _range(2, 2)
    assert diagnostic(Diagnostic("a.md", 9, 9, "S001", "x"), [""], "utf-16").range == _range(0, 0)


def test_a_finding_has_its_code_severity_and_hint() -> None:
    found = diagnostic(Diagnostic("a.md", 1, 8, "S001", "it is so", "do this", 3), [LINE], "utf-16")
    assert found == types.Diagnostic(
        range=_range(7, 11),
        message="it is so\nhint: do this",
        severity=types.DiagnosticSeverity.Error,
        code="S001",
        source="goalsite",
    )


def test_a_finding_that_points_at_one_character_marks_the_word() -> None:
    assert diagnostic(Diagnostic("a.md", 1, 8, "S001", "x"), [LINE], "utf-32").range == _range(7, 10)


def test_a_finding_takes_the_severity_the_site_gives_it() -> None:
    found = diagnostic(Diagnostic("a.md", 1, 1, "S001", "x", level="warning"), [LINE], "utf-32")
    assert found.severity is types.DiagnosticSeverity.Warning


def test_a_proposal_that_only_its_title_fits_is_searched_by_that() -> None:
    proposals = Proposals((Proposal("a/win", "a/win", "objective", "客户信任", "a/win 客户信任"),), 0, 2)
    (item,) = completion(proposals, 0, ["信任"], "utf-16").items
    assert item.filter_text == "信任"
    (item,) = completion(proposals, 0, ["wi"], "utf-16").items
    assert item.filter_text == "a/win 客户信任"
