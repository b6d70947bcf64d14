"""A key result that was checked in once goes on being checked in.

## Why

A figure that nobody renews looks like news and is none. The check-in is also where a team sees trouble while there
is still time; when it stops coming, the plan has usually stopped, too.

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
      - {date: 2026-10-12, value: 54, confidence: 0.6}
      - {date: 2026-10-19, value: 55, confidence: 0.6}
  - id: steps
    title: Paying takes few steps
    metric: {unit: steps, baseline: 9, target: 4}
    checkins:
      - {date: 2026-11-16, value: 6, confidence: 0.7}
---
```

```text
goals/2026-Q4/checkout.md:10:16: R201 overdue-check-in: the last check-in of "conversion" was on 2026-10-19, and one is due every week
  10 |       - {date: 2026-10-19, value: 55, confidence: 0.6}
     |                ^^^^^^^^^^
  hint: write how it stands today, even where nothing moved
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
    checkins:
      - {date: 2026-10-12, value: 54, confidence: 0.6}
  - id: steps
    title: Paying takes few steps
    metric: {unit: steps, baseline: 9, target: 4}
    checkins:
      - {date: 2026-10-19, value: 8, confidence: 0.7}
---
```

```text
goals/2026-Q4/checkout.md:14:16: R201 overdue-check-in: the last check-in of any of its 2 key results was on 2026-10-19, and one is due every week
  14 |       - {date: 2026-10-19, value: 8, confidence: 0.7}
     |                ^^^^^^^^^^
  hint: write how it stands today, even where nothing moved
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
      - {date: 2026-10-19, value: 55, confidence: 0.6}
      - {date: 2026-11-09, value: 55, confidence: 0.5, note: "nothing moved, the test runs until Friday"}
---
```

## How to fix

Write a check-in for today, also where nothing moved: that is news. If the rhythm does not suit the goal, say so with
`cadence:`; if nobody works on it any more, set `status: paused` or drop the key result with a reason. A check-in is
overdue where neither the running period of the cadence nor the one before it has any; `holidays` do not count.
Reached key results, and those read from a KPI, ask for none.

## Source

Christina Wodtke, *Radical Focus*: the weekly check-in is what keeps objectives alive. Andrew S. Grove, *High Output
Management*: an indicator is good for something when it is looked at regularly.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.analysis.figures import KeyResultFigures
from goalsite.analysis.key_results import is_checked_in
from goalsite.analysis.rhythm import is_silent
from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.near import NearObjective
from goalsite.lint.reports import called
from goalsite.model.records import KeyResult

_EVERY = {"day": "every day", "xun": "every ten days"}
_HINT = "write how it stands today, even where nothing moved"


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """The key results nobody looks at any more: each by itself, all of a goal in one finding."""
    asked = [pair for pair in near.running if _is_asked(*pair, near)]
    overdue = [pair for pair in asked if _is_overdue(pair[1], near)]
    if not overdue:
        return
    cadences = {figures.cadence for _, figures in overdue}
    if len(overdue) == len(asked) > 1 and len(cadences) == 1:
        result, figures = max(overdue, key=lambda pair: pair[1].checkins[-1].date)
        yield _told(result, figures, f"any of its {len(asked)} key results", near)
        return
    for result, figures in overdue:
        yield _told(result, figures, called(result), near)


def _is_asked(result: KeyResult, figures: KeyResultFigures, near: NearObjective) -> bool:
    """Whether people write its values, and there is still something to write."""
    return is_checked_in(result) and near.as_of in figures.window and figures.status_if_fresh != "achieved"


def _is_overdue(figures: KeyResultFigures, near: NearObjective) -> bool:
    last = figures.checkins[-1].date if figures.checkins else None
    return is_silent(last, figures.cadence, near.as_of, near.config.holidays)


def _told(result: KeyResult, figures: KeyResultFigures, what: str, near: NearObjective) -> Diagnostic:
    last = figures.checkins[-1].date
    place = near.written.checkin(result, last)
    message = f"the last check-in of {what} was on {last}, and one is due {_every(figures.cadence)}"
    return finding(place.path, place.mark, "R201", message, _HINT, len(last.isoformat()))


def _every(cadence: str) -> str:
    if cadence[0].isdigit():
        return f"every {cadence.removesuffix('d')} days"
    return _EVERY.get(cadence, f"every {cadence}")
