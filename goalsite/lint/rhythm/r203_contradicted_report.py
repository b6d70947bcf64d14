"""What is reported and what the numbers say are of one mind.

## Why

A green word beside a red number teaches everybody to trust neither. Those who depend on the goal plan by the word,
and learn the number when it is too late to help.

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
      - {date: 2026-11-09, value: 53, confidence: 0.5, status: on_track}
---
```

```text
goals/2026-Q4/checkout.md:9:64: R203 contradicted-report: "conversion" is reported on_track on 2026-11-09, and the numbers say off_track (pace 0.26)
  9 |       - {date: 2026-11-09, value: 53, confidence: 0.5, status: on_track}
    |                                                                ^^^^^^^^
  hint: report it as the numbers have it, or write the curve you expect as plan:
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
checkins:
  - {date: 2026-11-09, status: on_track, note: most of it goes well}
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: 65}
    checkins:
      - {date: 2026-11-09, value: 53, confidence: 0.5}
---
```

```text
goals/2026-Q4/checkout.md:5:32: R203 contradicted-report: the objective is reported on_track on 2026-11-09, and the numbers say off_track for "conversion"
  5 |   - {date: 2026-11-09, status: on_track, note: most of it goes well}
    |                                ^^^^^^^^
  hint: report it as the numbers have it, or write the curve you expect as plan:
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
guards: [returns]
checkins:
  - {date: 2026-11-09, status: on_track}
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: 65}
    checkins:
      - {date: 2026-11-09, value: 59, confidence: 0.6}
---
```

`goals/kpis/returns.md`

```markdown
---
title: Orders sent back
unit: "%"
direction: lower
targets: [{from: 2026-01-01, target: 6}]
series: [[2026-11-01, 8]]
---
```

```text
goals/2026-Q4/checkout.md:6:32: R203 contradicted-report: the objective is reported on_track on 2026-11-09, and its guard kpis/returns is red
  6 |   - {date: 2026-11-09, status: on_track}
    |                                ^^^^^^^^
  hint: report it as the numbers have it, or write the curve you expect as plan:
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
checkins:
  - {date: 2026-11-09, status: on_track}
---
```

`goals/2026-Q4/payment.md`

```markdown
---
title: Paying works everywhere
owner: lin
contributes: [checkout]
key_results:
  - id: countries
    title: People pay in the way of their country
    metric: {unit: countries, baseline: 3, target: 12}
    checkins:
      - {date: 2026-11-09, value: 4, confidence: 0.5}
---
```

```text
goals/2026-Q4/checkout.md:5:32: R203 contradicted-report: the objective is reported on_track on 2026-11-09, and a goal that contributes to it is off_track
  5 |   - {date: 2026-11-09, status: on_track}
    |                                ^^^^^^^^
  hint: report it as the numbers have it, or write the curve you expect as plan:
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {kpi: conversion, baseline: 52, target: 65}
    checkins:
      - {date: 2026-11-09, status: on_track}
---
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
frequency: week
series: [[2026-10-12, 54]]
---
```

```text
goals/2026-Q4/checkout.md:9:36: R203 contradicted-report: "conversion" is reported on_track on 2026-11-09, and its KPI kpis/conversion has had no point since 2026-10-12
  9 |       - {date: 2026-11-09, status: on_track}
    |                                    ^^^^^^^^
  hint: report it as the numbers have it, or write the curve you expect as plan:
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
      - {date: 2026-11-09, value: 53, confidence: 0.5, status: on_track, note: the new page comes in December}
---
```

## How to fix

Report it as the numbers have it. Where the numbers are late by design, write the curve you expect as `plan:`; where
they measure the wrong thing, change the measure. Reporting worse than the numbers is never told: the owner may know
more. A report that is merely old is told by R201.

## Source

Andrew S. Grove, *High Output Management*: indicators are paired so that one keeps the other honest.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.analysis.figures import KeyResultFigures
from goalsite.analysis.key_results import is_checked_in
from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.near import NearObjective
from goalsite.lint.reports import called, last_status, width
from goalsite.model.records import CheckIn, KeyResult

_GOOD = ("on_track", "achieved")
_WORSE = ("off_track", "at_risk")
_HINT = "report it as the numbers have it, or write the curve you expect as plan:"


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """Key results reported better than they are; where there is none, an objective that is."""
    found = False
    for result, figures in near.running:
        if figures.reported not in _GOOD or not (why := _why(result, figures)):
            continue
        if last := last_status(figures.checkins):
            found = True
            yield _told(result, last, why, near)
    if not found and near.figures.status in _WORSE:
        yield from _of_objective(near)


def _why(result: KeyResult, figures: KeyResultFigures) -> str:
    """What the numbers say that is worse; empty where they do not."""
    if figures.status == "stale" and not is_checked_in(result):
        return f"its KPI {figures.kpi} has had no point since {figures.value_date}"
    if figures.status not in _WORSE:
        return ""
    pace = "" if figures.pace is None else f" (pace {figures.pace:.2f})"
    return f"the numbers say {figures.status}{pace}"


def _of_objective(near: NearObjective) -> Iterator[Diagnostic]:
    last = last_status(near.own_checkins)
    if last is None or last.status not in _GOOD:
        return
    status = near.figures.status
    worst = [called(result) for result, one in near.running if one.status == status]
    if worst:
        why = f"the numbers say {status} for {', '.join(worst)}"
    elif near.figures.red_guards:
        why = f"its guard {near.figures.red_guards[0]} is red"
    else:
        why = f"a goal that contributes to it is {status}"
    yield _told(None, last, why, near)


def _told(result: KeyResult | None, last: CheckIn, why: str, near: NearObjective) -> Diagnostic:
    place = near.written.checkin(result, last.date, "status")
    said = last.status or ""
    message = f"{called(result)} is reported {said} on {last.date}, and {why}"
    return finding(place.path, place.mark, "R203", message, _HINT, width(place, said))
