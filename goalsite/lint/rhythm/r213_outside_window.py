"""Check-ins lie in their goal's window, or near it.

## Why

A check-in a year off is a mistyped date; one of last quarter came along when the file was copied. Both count: as the
first value, as an inferred baseline, as proof that somebody looks.

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
      - {date: 2025-11-02, value: 55, confidence: 0.5}
      - {date: 2026-11-09, value: 58, confidence: 0.6}
---
```

```text
goals/2026-Q4/checkout.md:9:16: R213 outside-window: the check-in is dated 2025-11-02, 333 days before the window begins on 2026-10-01
  9 |       - {date: 2025-11-02, value: 55, confidence: 0.5}
    |                ^^^^^^^^^^
  hint: correct the date, or take the check-in away
```

`goals/2026-Q2/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
status: closed
outcome: partly
checkins:
  - {date: 2026-06-15, status: on_track}
  - {date: 2026-09-15, status: on_track}
---
```

```text
goals/2026-Q2/checkout.md:8:12: R213 outside-window: the check-in is dated 2026-09-15, 77 days after the window ended on 2026-06-30
  8 |   - {date: 2026-09-15, status: on_track}
    |            ^^^^^^^^^^
  hint: correct the date, or take the check-in away
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
      - {date: 2026-09-28, value: 52, confidence: 0.5, note: where we start from}
      - {date: 2026-11-09, value: 58, confidence: 0.6}
---
```

## How to fix

Correct the date, or take the row away; the value from which you start belongs into `baseline:`. A value shortly before
the start, or a correction shortly after the end, is fine.

## Source

Common practice of keeping records: an entry belongs to the period it speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.periods import Period
from goalsite.lint.near import NearObjective
from goalsite.model.records import CheckIn, KeyResult

_HINT = "correct the date, or take the check-in away"


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """The first check-in of a goal, and of each key result, that is far outside the goal's window."""
    goal = near.goal
    window, most = near.figures.window, near.threshold("R213", "days")
    reports: list[tuple[KeyResult | None, tuple[CheckIn, ...]]] = [(None, goal.checkins)]
    reports += [(result, result.checkins) for result in goal.key_results]
    for result, checkins in reports:  # which stand by date
        if not checkins or (window.start <= checkins[0].date and checkins[-1].date <= window.end):
            continue
        days = [one.date for one in checkins if one.date <= near.as_of]
        outside = [day for day in days if (window.start - day).days > most or (day - window.end).days > most]
        if outside:
            place = near.written.checkin(result, outside[0])
            message = _message(outside[0], len(outside) - 1, window)
            yield finding(place.path, place.mark, "R213", message, _HINT, len(outside[0].isoformat()))


def _message(day: date, more: int, window: Period) -> str:
    if day < window.start:
        where = f"{(window.start - day).days} days before the window begins on {window.start}"
    else:
        where = f"{(day - window.end).days} days after the window ended on {window.end}"
    also = f", and {more} more lie{'s' if more == 1 else ''} outside" if more else ""
    return f"the check-in is dated {day}, {where}{also}"
