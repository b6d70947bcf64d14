"""Our values as the protocol has them, their places in the encoding that was agreed on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lsprotocol import types

from goalsite.core.diagnostics import Diagnostic
from goalsite.lsp.completion import Proposal, Proposals
from goalsite.lsp.navigation import Symbol
from goalsite.lsp.positions import Encoding, Span, to_units
from goalsite.report.safe import safe

_WORD = re.compile(r"[^\s,\[\]{}:\"']+")
_SEVERITIES = {"error": types.DiagnosticSeverity.Error, "warning": types.DiagnosticSeverity.Warning}
_SYMBOLS = {
    "objective": types.SymbolKind.Class,
    "kpi": types.SymbolKind.Number,
    "team": types.SymbolKind.Namespace,
    "person": types.SymbolKind.Object,
    "page": types.SymbolKind.File,
    "result": types.SymbolKind.Field,
}
_COMPLETIONS = {
    "key": types.CompletionItemKind.Property,
    "word": types.CompletionItemKind.EnumMember,
    "objective": types.CompletionItemKind.Class,
    "kpi": types.CompletionItemKind.Value,
    "result": types.CompletionItemKind.Field,
    "person": types.CompletionItemKind.Constant,
    "unit": types.CompletionItemKind.Module,
    "cycle": types.CompletionItemKind.Event,
}


def text_range(span: Span, lines: list[str], encoding: Encoding) -> types.Range:
    """A part of a line; what lies beyond the text ends with it."""
    number = min(max(span.line, 0), len(lines) - 1)
    line = lines[number]
    start, end = (to_units(line, column, encoding) for column in (span.start, max(span.end, span.start)))
    return types.Range(types.Position(number, start), types.Position(number, end))


def diagnostic(found: Diagnostic, lines: list[str], encoding: Encoding) -> types.Diagnostic:
    """A finding, its hint below the message. One that points at a single character marks the word there."""
    line, start = found.line - 1, found.column - 1
    word = _WORD.match(lines[line], start) if found.length == 1 and 0 <= line < len(lines) else None
    end = word.end() if word else start + found.length
    return types.Diagnostic(
        range=text_range(Span(line, start, end), lines, encoding),
        message=safe(found.message) + (f"\nhint: {safe(found.hint)}" if found.hint else ""),
        severity=_SEVERITIES[found.severity],
        code=found.code,
        source="goalsite",
    )


def completion(found: Proposals, line: int, lines: list[str], encoding: Encoding) -> types.CompletionList:
    """Proposals, in their order; a reader finds each by its name or its title."""
    place = text_range(Span(line, found.start, found.end), lines, encoding)
    typed = lines[line][found.start : found.end]
    items = [_item(one, number, place, typed) for number, one in enumerate(found.items)]
    return types.CompletionList(is_incomplete=not found.complete, items=items)


def _item(one: Proposal, number: int, place: types.Range, typed: str) -> types.CompletionItem:
    # Most clients compare what is typed with the beginning: where only the title holds it, that comes first.
    in_title = typed and typed not in one.label and typed in one.search
    return types.CompletionItem(
        label=one.label,
        kind=_COMPLETIONS[one.kind],
        detail=safe(one.detail) or None,
        filter_text=one.search[one.search.index(typed) :] if in_title else one.search or one.label,
        sort_text=f"{number:05}",
        text_edit=types.TextEdit(place, one.insert),
    )


def symbols(found: Iterable[Symbol], lines: list[str], encoding: Encoding) -> list[types.DocumentSymbol]:
    """Symbols, each with the lines it takes."""
    made = []
    for one in found:
        name = text_range(one.span, lines, encoding)
        last = max(min(one.last_line, len(lines) - 1), one.span.line)
        whole = types.Range(
            types.Position(min(one.first_line, one.span.line), 0),
            types.Position(last, to_units(lines[last], len(lines[last]), encoding)),
        )
        children = symbols(one.children, lines, encoding)
        made.append(types.DocumentSymbol(safe(one.name), _SYMBOLS[one.kind], whole, name, children=children))
    return made
