"""A key result has a number to reach, the number it starts from, a unit, and somebody who answers for it.

## Why

Without the start nobody knows how far there is to go, and without the unit nobody knows what is counted. A key
result that nobody owns is checked in by nobody. Each gap is a small question now and a long argument at the end of
the cycle.

## Wrong

No start:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    owner: lin
    metric: {unit: "%", target: 65}
    checkins:
      - {date: 2026-10-12, value: 54, confidence: 0.6}
---
```

```text
goals/2026-Q4/checkout.md:6:12: Q106 incomplete-key-result: the key result has no baseline
  6 |     title: More of those who start to pay do pay
    |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: write baseline: with the last value before you began
```

No unit, and nobody who answers for it, while others of the same goal have somebody:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {baseline: 52, target: 65}
  - id: questions
    title: Few have to ask how to pay
    owner: sam
    metric: {unit: questions, baseline: 80, target: 20}
---
```

```text
goals/2026-Q4/checkout.md:6:12: Q106 incomplete-key-result: the key result has no unit and no owner
  6 |     title: More of those who start to pay do pay
    |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: write unit: with what is counted, such as "%" or min
```

Nothing to measure it by:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: calm
    title: Buyers feel safe all the way
    owner: lin
  - id: quick
    title: Paying takes 40 instead of 95 seconds
    owner: lin
---
```

```text
goals/2026-Q4/checkout.md:6:12: Q106 incomplete-key-result: the key result has no measure
  6 |     title: Buyers feel safe all the way
    |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: write metric: {unit, baseline, target}, or say in description: how it is judged
goals/2026-Q4/checkout.md:9:12: Q106 incomplete-key-result: the key result has no measure
  9 |     title: Paying takes 40 instead of 95 seconds
    |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: write the numbers of its title as metric: {unit, baseline, target}
```

The same gap in many key results of a goal is told once:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - {id: calm, title: Buyers feel safe all the way, owner: lin}
  - {id: trust, title: Buyers know what they will pay, owner: lin}
  - {id: phone, title: Phones are no worse than desks, owner: sam}
---
```

```text
goals/2026-Q4/checkout.md:5:23: Q106 incomplete-key-result: 3 of 3 key results have no measure, this one first
  5 |   - {id: calm, title: Buyers feel safe all the way, owner: lin}
    |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: write metric: {unit, baseline, target}, or say in description: how it is judged
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
  - id: calm
    title: Buyers feel safe all the way
    description: Judged by hand after ten conversations a month, from 0 for worried to 1 for did not think of it.
---
```

## How to fix

Write the last value before you began as `baseline:`, what is counted as `unit:`, and one person as `owner:`. What
cannot be counted may be judged by hand: say in `description:` how, or begin to judge it. These are no gaps: the unit
and the start of a KPI that is read, a start that was checked in on the first day, owners where none of the key
results has one (the objective's owner answers for all), and drafts.

A key result without a number that is a task, an activity or a vague wish is told as that (Q107, Q108, Q129), and an
objective without any owner as Q110.

## Source

John Doerr, *Measure What Matters*: a key result has a number, and somebody who is accountable for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.key_results import MANY, Cause
from goalsite.lint.near import NearObjective
from goalsite.lint.words import numbers
from goalsite.model.records import KeyResult, Maintain, Metric, Objective

_HINTS = {
    "measure": "write metric: {unit, baseline, target}, or say in description: how it is judged",
    "baseline": "write baseline: with the last value before you began",
    "unit": 'write unit: with what is counted, such as "%" or min',
    "owner": "write owner: with the one person who answers for it",
}


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """Every key result of an open objective that lacks something; what many lack, at the first of them."""
    goal = near.goal
    if not near.is_open or goal.state == "draft":
        return
    is_owned = any("owner" in result.marks for result, _ in near.results)
    lacking: dict[tuple[str, ...], list[KeyResult]] = {}
    for result, why in near.causes:
        if gaps := tuple(_gaps(result, why, is_owned, near)):
            lacking.setdefault(gaps, []).append(result)
    for gaps, alike in lacking.items():
        what = " and ".join(f"no {gap}" for gap in gaps)
        if len(alike) >= MANY:
            message = f"{len(alike)} of {len(near.results)} key results have {what}, this one first"
            yield _finding(goal, alike[0], near, message, _HINTS[gaps[0]])
            continue
        for result in alike:
            hint = _HINTS[gaps[0]]
            if gaps[0] == "measure" and numbers(result.title):
                hint = "write the numbers of its title as metric: {unit, baseline, target}"
            yield _finding(goal, result, near, f"the key result has {what}", hint)


def _gaps(result: KeyResult, why: Cause | None, is_owned: bool, near: NearObjective) -> Iterator[str]:
    measure = result.measure
    if why and why[0] == "unmeasured":
        yield "measure"
    is_read = isinstance(measure, Metric) and (measure.target is not None or measure.levels is not None)
    if isinstance(measure, Metric) and is_read and measure.kpi is None:
        if measure.baseline is None and not _has_start(result, near):
            yield "baseline"
        if not measure.unit:
            yield "unit"
    if isinstance(measure, Maintain) and measure.kpi is None and not measure.unit:
        yield "unit"
    if is_owned and "owner" not in result.marks:
        yield "owner"


def _has_start(result: KeyResult, near: NearObjective) -> bool:
    """Whether a value was written for the first day or one before it, or a baseline that cannot be read."""
    if near.written.says(result, "metric", "baseline"):
        return True
    start = result.start or near.figures.window.start
    return any(row.value is not None and row.date <= start for row in result.checkins)


def _finding(goal: Objective, result: KeyResult, near: NearObjective, message: str, hint: str) -> Diagnostic:
    return finding(goal.path, near.written.title(result), "Q106", message, hint, len(result.title))
