"""A key result is checked in within its first cadence.

## Why

Without a first value nobody knows where the team stands, and the page can only say "no data". The first check-in is
the cheapest test of a key result: if it cannot be written, the measure does not exist yet.

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
      - {date: 2026-11-09, value: 58, confidence: 0.6}
  - id: steps
    title: Paying takes few steps
    metric: {unit: steps, baseline: 9, target: 4}
---
```

```text
goals/2026-Q4/checkout.md:10:9: R202 never-checked-in: nobody has checked in "steps" since 2026-10-01
  10 |   - id: steps
     |         ^^^^^
  hint: write a first check-in: where it stands today, and the confidence
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: 65}
  - id: steps
    title: Paying takes few steps
    metric: {unit: steps, baseline: 9, target: 4}
---
```

```text
goals/2026-Q4/checkout.md:4:1: R202 never-checked-in: nobody has checked in any of its 2 key results since 2026-10-01
  4 | key_results:
    | ^^^^^^^^^^^
  hint: write a first check-in: where it stands today, and the confidence
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
      - {date: 2026-11-09, value: 58, confidence: 0.6}
  - id: steps
    title: Paying takes few steps
    start: 2026-11-12
    metric: {unit: steps, baseline: 9, target: 4}
---
```

## How to fix

Write the first check-in with today's value. If the work begins later, say so with `start:`; if the value cannot be
had yet, say in a check-in without a value what is missing. Milestones, and key results read from a KPI, need none.

## Source

Christina Wodtke, *Radical Focus*: a goal that is not looked at from the first week on is forgotten by the third.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.analysis.key_results import is_checked_in
from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.near import NearObjective
from goalsite.lint.reports import called
from goalsite.model.records import Binary, KeyResult

_HINT = "write a first check-in: where it stands today, and the confidence"


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """The key results without any check-in after their first cadence; all of a goal in one finding."""
    goal = near.goal
    silent = [pair for pair in near.running if pair[1].status == "no_data" and not pair[1].checkins]
    if not silent:
        return
    asked, bare = ([pair for pair in some if _is_asked(pair[0])] for some in (near.running, silent))
    if len(bare) == len(asked) > 1:
        message = (
            f"nobody has checked in any of its {len(asked)} key results since {near.figures.window.start}"
        )
        mark = near.written.key("key_results")
        yield finding(goal.path, mark, "R202", message, _HINT, len("key_results"))
        return
    for result, figures in bare:
        message = f"nobody has checked in {called(result)} since {figures.window.start}"
        yield finding(goal.path, near.written.of(result, "id"), "R202", message, _HINT, len(result.id))


def _is_asked(result: KeyResult) -> bool:
    """Whether people write its values, or say that it is done."""
    return is_checked_in(result) or isinstance(result.measure, Binary)
