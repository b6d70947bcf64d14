"""A goal says what it says, and holds no gap to be filled in later.

## Why

"TBD" was true when the goal was written. A month later nobody knows whether it was decided, and everybody reads the
rest with doubt.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: Conversion grows by X %
    owner: lin
    metric: {unit: "%", baseline: 52, target: 65}
---

TODO: say why this matters.
```

```text
goals/2026-Q4/checkout.md:6:32: Q128 placeholder: "X %" is still to be written
  6 |     title: Conversion grows by X %
    |                                ^^^
  hint: write what is known today, or take it out
goals/2026-Q4/checkout.md:11:1: Q128 placeholder: "TODO" is still to be written
  11 | TODO: say why this matters.
     | ^^^^
  hint: write what is known today, or take it out
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
status: draft
---

Whoever hesitates at the till does not come back. The page lists `TODO` comments of the old code, too.
```

## How to fix

Write what is known today, or take the line out and keep the goal `status: draft` until it is known. Code spans and
code blocks are left alone, and so are goals that are over.

## Source

John Doerr, *Measure What Matters*: key results are specific, which a placeholder is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from goalsite.core.diagnostics import Diagnostic
from goalsite.lint.published import Published


@cache
def _placeholder() -> re.Pattern[str]:
    """What is still to be written; made where a text may hold it."""
    return re.compile(
        r"(?<![A-Za-z\d_/.#=-])(?:(?i:TBD|TBA|TBC)|FIXME|XXX+)(?![A-Za-z\d_/-])"
        r"|(?<![A-Za-z\d_/.#=-])(?<!a )(?<!the )(?<!no )(?<!of )(?<!and )TODOs?(?![A-Za-z\d_/-])"
        r"(?! *\?| (?:lists?|items?|comments?|apps?|marks?|markers?|entr)\b)"
        r"|\b(?i:lorem ipsum)\b"
        r"|(?<![A-Za-z\d_.-])(?:(?:XX?|YY?|xx) ?[%％]|XX ?[万亿个人次元家天])|\bfrom X to Y\b"
        r"|<(?:\.{3}|…|(?i:your|insert|fill in|describe|placeholder|add) [^<>=/\n]{0,60})>"
        r"|^ *[?？]{2,} *$|^ *[xX]{3,} *$|^ *未定 *$"
        r"|^ *(?i:to be (?:defined|decided|determined|confirmed|announced|specified|written|added))\b"
        r"|(?<![期等])(?:待定(?![系价位性])|待补充|待补(?=[。，；、\s]|$)|待填写?)|此处填写|<(?:填写|请)[^<>=/\n]{0,60}>"
    )


_STEMS = (
    *("tb", "to be ", "todo", "fixme", "xx", "lorem ipsum", "from x to y"),
    *("待定", "待补", "待填", "未定", "此处填写"),
)
_STEMS_BY_SIGN = {
    "%％": ("x %", "x%", "x％", "x ％", "y %", "y%", "y％", "y ％"),
    "?？": ("??", "？？"),
    "<": ("<...", "<…", "<your", "<insert", "<fill in", "<describe", "<placeholder", "<add", "<填写", "<请"),
}
"""What every match holds one of, of those with a sign that few texts have by that sign."""


def check(published: Published) -> Iterator[Diagnostic]:
    """Every placeholder in the texts of an objective that is not over, or of a KPI; one for each line."""
    if not published.kind or published.is_over or not _may_hold_one(published):
        return
    for text in published.outside_code():
        if match := _placeholder().search(text.text):
            message = f'"{match[0].strip()}" is still to be written'
            hint = "write what is known today, or take it out"
            yield published.finding(text, match, "Q128", message, hint)


def _may_hold_one(published: Published) -> bool:
    by_sign = _STEMS_BY_SIGN.items()
    return published.says(_STEMS) or any(
        published.says(signs) and published.says(stems) for signs, stems in by_sign
    )
