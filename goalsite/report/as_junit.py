"""Findings -> JUnit's XML, which most build services show as test results.

https://github.com/windyroad/JUnit-Schema/blob/master/JUnit.xsd is the strictest of its descriptions.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from goalsite.core.diagnostics import Diagnostic
from goalsite.report.findings import Findings, level
from goalsite.report.safe import safe
from goalsite.report.text import counted


def document(findings: Findings) -> str:
    """One test case that fails for each file with findings; one that passes where there are none."""
    in_files = sorted(findings.diagnostics, key=lambda one: one.path)
    files = [(path, list(group)) for path, group in groupby(in_files, key=lambda one: one.path)]
    suite = {
        "name": "goalsite check",
        "package": "goalsite",
        "id": "0",
        "timestamp": f"{findings.as_of.isoformat()}T00:00:00",
        "hostname": "localhost",
        "tests": str(len(files) or 1),
        "failures": str(len(files)),
        "errors": "0",
        "time": "0",
    }
    cases = [_case(path, found) for path, found in files] or [f"<testcase {_attributes(_named('goals'))}/>"]
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f"<testsuites><testsuite {_attributes(suite)}>",
            "<properties/>",
            *cases,
            "<system-out/><system-err/>",
            "</testsuite></testsuites>\n",
        )
    )


def _case(path: str, found: Iterable[Diagnostic]) -> str:
    diagnostics = tuple(found)
    worst = min(level(one) for one in diagnostics)  # an error, if there is one
    failure = _attributes({"message": counted(diagnostics), "type": worst})
    lines = "\n".join(_escaped(_line(one)) for one in diagnostics)
    return f"<testcase {_attributes(_named(path))}><failure {failure}>{lines}</failure></testcase>"


def _named(name: str) -> dict[str, str]:
    return {"name": safe(name), "classname": "goalsite", "time": "0"}


def _line(one: Diagnostic) -> str:
    place = f"{safe(one.path)}:{one.line}:{one.column}:"
    hint = f"\n  hint: {safe(one.hint)}" if one.hint else ""
    return f"{place} {one.code} {one.name}: {safe(one.message)}{hint}"


def _attributes(values: dict[str, str]) -> str:
    return " ".join(f'{name}="{_escaped(value)}"' for name, value in values.items())


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
