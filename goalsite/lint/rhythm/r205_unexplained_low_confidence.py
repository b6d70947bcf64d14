"""A low confidence comes with what blocks it, what is next, or a note.

## Why

"Not likely" alone is a cry without an address. Whoever reads it wants to help and cannot; the one sentence that is
missing is the most useful of the whole check-in.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: 65}
    checkins:
      - {date: 2026-11-09, value: 55, confidence: 0.2}
---
```

```text
goals/2026-Q4/checkout.md:9:51: R205 unexplained-low-confidence: the confidence in "conversion" is 0.2, and nothing says what blocks it or what is next
  9 |       - {date: 2026-11-09, value: 55, confidence: 0.2}
    |                                                   ^^^
  hint: add blocked:, next: or note: to the check-in
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: 65}
    checkins:
      - {date: 2026-11-09, value: 55, confidence: 0.2, blocked: the bank's review takes until December}
---
```

## How to fix

Add `blocked:` (what stands in the way, and who could move it), `next:` (what you try now) or `note:` to the check-in.

## Source

Christina Wodtke, *Radical Focus*: confidence is voted on in order to talk about what stands in the way.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.quantities import at_least, spelt
from goalsite.lint.near import NearObjective
from goalsite.lint.reports import called, last_confident, width


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """The latest confidence of a goal or of its key results, where it is low and nothing says why."""
    below = near.threshold("R205", "below")
    for result, checkins in near.reports:
        last = last_confident(checkins)
        if last is None or last.confidence is None or at_least(last.confidence, below):
            continue
        if any(one.note or one.blocked or one.next for one in checkins if one.date >= last.date):
            continue
        place = near.written.checkin(result, last.date, "confidence")
        what = f"the confidence in {called(result)} is {spelt(last.confidence)}"
        message = f"{what}, and nothing says what blocks it or what is next"
        hint = "add blocked:, next: or note: to the check-in"
        yield finding(
            place.path, place.mark, "R205", message, hint, width(place, spelt(last.confidence or 0.0))
        )
