"""A high confidence has a pace that could get there.

## Why

Confidence may run ahead of the numbers for good reasons: a launch next week, a slow start that was planned. Where
nobody wrote such a reason down, a high confidence on a slow pace is hope, and those who rely on the goal take it for
knowledge.

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
      - {date: 2026-11-09, value: 53, confidence: 0.9}
---
```

```text
goals/2026-Q4/checkout.md:9:51: R211 overconfident: the confidence in "conversion" is 0.9, and its pace 0.26 with 51% of the time gone
  9 |       - {date: 2026-11-09, value: 53, confidence: 0.9}
    |                                                   ^^^
  hint: write the curve you expect as plan:, or the confidence you would bet on
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
checkins:
  - {date: 2026-11-09, confidence: 0.8}
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: 65}
    checkins:
      - {date: 2026-11-09, value: 53}
---
```

```text
goals/2026-Q4/checkout.md:5:36: R211 overconfident: the confidence in the objective is 0.8, and its pace 0.26 with 51% of the time gone
  5 |   - {date: 2026-11-09, confidence: 0.8}
    |                                    ^^^
  hint: write the curve you expect as plan:, or the confidence you would bet on
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
    plan: [{date: 2026-11-30, value: 53}]
    checkins:
      - {date: 2026-11-09, value: 53, confidence: 0.7, note: the new page comes in December}
---
```

## How to fix

If you know why the value will come late, write the curve you expect as `plan:`; the pace is then held against it.
Else lower the confidence to what you would bet on. In the first quarter of the window the rule is silent.

## Source

John Doerr, *Measure What Matters*: check-ins are honest when the grade of progress and the expectation are looked at
together.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.periods import Period
from goalsite.core.quantities import at_least, spelt
from goalsite.lint.near import NearObjective
from goalsite.lint.reports import called, last_confident, width
from goalsite.model.records import Binary, CheckIn, KeyResult, Maintain, Milestones

_BY_STEPS = (Binary, Maintain, Milestones)
"""Measures that move by jumps: slow is only what is off track."""


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """Confident key results that are slow; where there is none, a confident objective that is."""
    found = False
    for result, figures in near.running:
        slow = ("off_track",) if isinstance(result.measure, _BY_STEPS) else ("off_track", "at_risk")
        if figures.status_if_fresh not in slow or figures.expected_then < near.config.pace.early:
            continue
        for told in _told(result, figures.checkins, figures.pace, figures.window, near):
            found = True
            yield told
    if not found and near.figures.status in ("off_track", "at_risk", "stale"):
        yield from _told(None, near.own_checkins, near.figures.pace, near.figures.window, near)


def _told(
    result: KeyResult | None,
    checkins: tuple[CheckIn, ...],
    pace: float | None,
    window: Period,
    near: NearObjective,
) -> Iterator[Diagnostic]:
    last = last_confident(checkins)
    gone = window.elapsed(near.as_of)
    if last is None or last.confidence is None or pace is None or gone < near.config.pace.grace:
        return
    if not at_least(last.confidence, near.threshold("R211", "confidence")):
        return
    if at_least(pace, near.threshold("R211", "pace")):
        return
    place = near.written.checkin(result, last.date, "confidence")
    confidence = f"the confidence in {called(result)} is {spelt(last.confidence)}"
    message = f"{confidence}, and its pace {pace:.2f} with {gone:.0%} of the time gone"
    hint = "write the curve you expect as plan:, or the confidence you would bet on"
    yield finding(place.path, place.mark, "R211", message, hint, width(place, spelt(last.confidence or 0.0)))
