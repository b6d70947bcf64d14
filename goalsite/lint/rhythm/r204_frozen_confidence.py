"""A confidence moves with what is learned.

## Why

Confidence is the one figure that looks ahead. When it says the same week after week, it is copied and not asked, and
the early warning it is there for does not come.

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
      - {date: 2026-10-12, value: 53, confidence: 0.6}
      - {date: 2026-10-19, value: 54, confidence: 0.6}
      - {date: 2026-10-26, value: 56, confidence: 0.6}
      - {date: 2026-11-02, value: 57, confidence: 0.6}
      - {date: 2026-11-09, value: 58, confidence: 0.6}
---
```

```text
goals/2026-Q4/checkout.md:13:51: R204 frozen-confidence: the confidence in "conversion" has been 0.6 in the last 5 check-ins, since 2026-10-12, while the value went from 53 to 58
  13 |       - {date: 2026-11-09, value: 58, confidence: 0.6}
     |                                                   ^^^
  hint: ask anew how likely it is, or leave the confidence out
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
checkins:
  - {date: 2026-10-12, confidence: 6/10}
  - {date: 2026-10-19, confidence: 6/10}
  - {date: 2026-10-26, confidence: 6/10}
  - {date: 2026-11-02, confidence: 6/10}
  - {date: 2026-11-09, confidence: 6/10}
---
```

```text
goals/2026-Q4/checkout.md:9:36: R204 frozen-confidence: the confidence in the objective has been 0.6 in the last 5 check-ins, since 2026-10-12
  9 |   - {date: 2026-11-09, confidence: 6/10}
    |                                    ^^^
  hint: ask anew how likely it is, or leave the confidence out
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
      - {date: 2026-10-12, value: 53, confidence: 0.6}
      - {date: 2026-10-19, value: 54, confidence: 0.6}
      - {date: 2026-10-26, value: 56, confidence: 0.6}
      - {date: 2026-11-02, value: 57, confidence: 0.6}
      - {date: 2026-11-09, value: 58, confidence: 0.65, note: the shorter form goes to everybody on Monday}
---
```

## How to fix

Ask anew: given what is left and how much time there is, how likely is the target? Write that figure, with a note on
what changed your mind. If nobody can say, leave the confidence out of the check-in. A key result that is reached may
keep its confidence.

## Source

Christina Wodtke, *Radical Focus*: the team votes on its confidence each week, and the change is what it talks about.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.quantities import same, spelt
from goalsite.lint.near import NearObjective
from goalsite.lint.reports import called, width
from goalsite.model.records import CheckIn, KeyResult

_DAYS = 14
"""A mood may last that long: with daily check-ins five in a row are one week."""


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """A goal, and key results that are not reached, whose last confidences are all the same."""
    enough = near.threshold("R204", "check_ins")
    for result, checkins in near.reports:
        run = _run(checkins) if len(checkins) >= enough else []
        if run and len(run) >= enough and (run[-1].date - run[0].date).days >= _DAYS:
            place = near.written.checkin(result, run[-1].date, "confidence")
            hint = "ask anew how likely it is, or leave the confidence out"
            length = width(place, spelt(run[-1].confidence or 0.0))
            yield finding(place.path, place.mark, "R204", _message(result, run), hint, length)


def _run(checkins: tuple[CheckIn, ...]) -> list[CheckIn]:
    """The last check-ins that give one and the same confidence, in order."""
    run: list[CheckIn] = []
    for one in reversed(checkins):
        if one.confidence is None:
            continue
        if run and run[0].confidence is not None and not same(one.confidence, run[0].confidence):
            break
        run.append(one)
    return run[::-1]


def _message(result: KeyResult | None, run: list[CheckIn]) -> str:
    said = f"the confidence in {called(result)} has been {spelt(run[0].confidence or 0.0)}"
    message = f"{said} in the last {len(run)} check-ins, since {run[0].date}"
    values = [one.value for one in run if isinstance(one.value, float)]
    if len(values) > 1 and not same(values[0], values[-1]):
        message += f", while the value went from {spelt(values[0])} to {spelt(values[-1])}"
    return message
