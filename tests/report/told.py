"""Findings to tell, harmless ones and hostile ones."""

from __future__ import annotations

import os
from datetime import date

from hypothesis import strategies as st

from goalsite.core.diagnostics import Diagnostic
from goalsite.report.findings import Findings

DAY = date(2026, 11, 22)

EVIL = (
    "\n::error file=x::forged",
    "\r\n::stop-commands::x",
    "  ::add-mask::secret",
    "::warning::at the start",
    "##[add-mask]secret",
    "###[set-output name=a]b",
    "##vso[task.setvariable variable=a]b",
    "%0A::error::forged %25 %0D",
    "\x1b]8;;http://example.org/\x07click\x1b]8;;\x07",
    "\x1b[2J\x9b31m",
    "\u202eevil\u2066\u200b\u2028\u2029\ufeff",
    "]]> --> </failure> <!-- & \" ' ${x} {0}",
    "[click](https://example.org/) \\](",
    "\x00\x08\x0b\x7f\ufffe\uffff\ud800\U0001fffe",
    "a b,c:d;e#f?g%h=i&j",
    "满意度 café e\u0301 👍🏽",
)

texts = st.one_of(
    st.sampled_from(EVIL),
    st.text(st.characters(exclude_categories=()), max_size=30),
    st.lists(st.sampled_from((*EVIL, *"#[]:%\n \u3000\t,=x"))).map("".join),
)
paths = st.one_of(  # what a file may be called: any bytes but NUL, as Python reads them
    st.binary(min_size=1, max_size=20).filter(lambda name: 0 not in name).map(os.fsdecode),
    st.sampled_from(["::error::x", " ::error::x", "goals/a b,c:d#e?f%20.md", "目标/甲.md", "a/##[debug]x"]),
)
places = st.integers(min_value=1, max_value=10**6)
diagnostics = st.builds(
    Diagnostic,
    path=paths,
    line=places,
    column=places,
    code=st.sampled_from(["S001", "S003", "S016", "Q103"]),
    message=texts,
    hint=texts,
    length=st.integers(min_value=0, max_value=99),
    level=st.sampled_from(["", "error", "warning", "info"]),
)


def findings(*found: Diagnostic, source: str | None = None, prefix: str = "") -> Findings:
    """Findings in files of which every line is `source`."""
    return Findings(found, DAY, lambda *_: source, prefix)


reports = st.builds(
    lambda found, source: findings(*found, source=source), st.lists(diagnostics, max_size=5), texts
)
