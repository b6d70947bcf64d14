"""By what a finding is known again in the next run."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b

from goalsite.report.findings import Findings


def fingerprints(findings: Findings) -> list[str]:
    """For each finding 32 hexadecimal digits that no other has.

    They are of its file, its code and the text of its line, so they stay when lines move and when a message
    tells another number of days; equal lines of a file are told apart by their order.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    prints = []
    for one in findings.diagnostics:
        line = (findings.line_of(one.path, one.line) or "").strip()
        key = (one.code, one.path, line)
        seen[key] += 1
        content = "\0".join((str(seen[key]), *key))  # the line comes last: it alone may hold a NUL
        prints.append(blake2b(content.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest())
    return prints
