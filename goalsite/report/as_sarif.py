"""Findings -> SARIF 2.1.0, which code scanning services and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from goalsite import __version__
from goalsite.core.codes import CODES
from goalsite.core.diagnostics import Diagnostic
from goalsite.report.findings import Findings, end_column, level
from goalsite.report.fingerprints import fingerprints
from goalsite.report.json_text import json_line, json_lines
from goalsite.report.safe import safe

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "SRCROOT"


def document(findings: Findings) -> str:
    """One run with a result for each finding and the rules that have any; a result and a rule a line."""
    codes = sorted({one.code for one in findings.diagnostics})
    index = {code: number for number, code in enumerate(codes)}
    known = zip(findings.diagnostics, fingerprints(findings), strict=True)
    results = [_result(one, index[one.code], mark, findings.prefix) for one, mark in known]
    base = {_ROOT: {"description": {"text": "The root of the repository."}}}
    return (
        f'{{"$schema": {json_line(_SCHEMA)},\n"version": "2.1.0",\n"runs": [{{'
        f'"tool": {{"driver": {{"name": "goalsite", "version": {json_line(__version__)}, '
        f'"rules": {json_lines([_rule(code) for code in codes])}}}}},\n'
        f'"columnKind": "unicodeCodePoints",\n"originalUriBaseIds": {json_line(base)},\n'
        f'"results": {json_lines(results)}}}]}}\n'
    )


def _rule(code: str) -> dict[str, Any]:
    meaning = CODES[code]
    summary = {"text": meaning.summary}
    return {
        "id": code,
        "name": meaning.name,
        "shortDescription": summary,
        "fullDescription": summary,
        "help": {"text": f"goalsite rule {code} explains this finding."},
        "defaultConfiguration": {"level": "error" if meaning.severity == "error" else "warning"},
    }


def _result(one: Diagnostic, index: int, fingerprint: str, prefix: str) -> dict[str, Any]:
    region = {"startLine": one.line, "startColumn": one.column, "endColumn": end_column(one)}
    artifact = {"uri": quote(_bytes(prefix + one.path)), "uriBaseId": _ROOT}
    return {
        "ruleId": one.code,
        "ruleIndex": index,
        "level": level(one),
        "message": {"text": _plain("\n".join(safe(part) for part in (one.message, one.hint) if part))},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "partialFingerprints": {"finding/v1": fingerprint},
    }


def _bytes(path: str) -> bytes:
    """A path's bytes on disk; for one that no disk has, the nearest to them."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogatepass")


def _plain(text: str) -> str:
    """`text` without `[text](address)`, from which readers of SARIF make links."""
    return text.replace("](", "\\](")
