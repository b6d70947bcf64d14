"""How many findings there are of each code."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from goalsite.report.findings import Findings, level


class Count(Struct, frozen=True):
    """How many findings of one code and severity there are, and whether goalsite can mend them."""

    code: str
    name: str
    severity: str
    count: int
    fixable: bool


def by_code(findings: Findings) -> tuple[Count, ...]:
    """The counts, the largest first."""
    counts = Counter((one.code, one.name, level(one)) for one in findings.diagnostics)
    rows = (Count(*kind, number, kind[0] in findings.fixable) for kind, number in counts.items())
    return tuple(sorted(rows, key=lambda row: (-row.count, row.code, row.severity)))


def table(counts: tuple[Count, ...]) -> str:
    """The counts as lines with a total; those that goalsite can mend have a star."""
    digits = len(str(sum(row.count for row in counts)))
    can_fix = any(row.fixable for row in counts)
    lines = []
    for row in counts:
        star = ("[*] " if row.fixable else "    ") if can_fix else ""
        lines.append(f"{row.count:{digits}}  {row.severity:7}  {star}{row.code} {row.name}\n")
    if can_fix:
        lines.append("[*] goalsite check --fix mends some of these\n")
    return "".join(lines)
