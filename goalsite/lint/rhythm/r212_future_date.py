"""What is dated after today has not happened yet.

## Why

A check-in with tomorrow's date is almost always a slip of year or month. It does not count until that day comes; then
it appears all at once, and in the meantime the goal looks forgotten.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
initiatives:
  - {title: One page instead of three, done: 2027-10-28}
reviews:
  - {date: 2026-12-02, by: sam, score: 0.4}
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: 65}
    checkins:
      - {date: 2026-11-09, value: 58, confidence: 0.6}
      - {date: 2027-11-16, value: 59, confidence: 0.6}
      - {date: 2027-11-23, value: 59, confidence: 0.6}
  - id: launch
    title: People pay in the way of their country
    milestones:
      - {title: Cards, done: 2026-10-20}
      - {title: Transfers, done: 2026-12-20}
  - id: consent
    title: The bank has agreed
    binary: {done: 2026-11-20}
---
```

```text
goals/2026-Q4/checkout.md:5:46: R212 future-date: the initiative is done on 2027-10-28, after 2026-11-16
  5 |   - {title: One page instead of three, done: 2027-10-28}
    |                                              ^^^^^^^^^^
  hint: correct the date; what is to come belongs under due: or plan:
goals/2026-Q4/checkout.md:7:12: R212 future-date: the review is dated 2026-12-02, after 2026-11-16
  7 |   - {date: 2026-12-02, by: sam, score: 0.4}
    |            ^^^^^^^^^^
  hint: correct the date; what is to come belongs under due: or plan:
goals/2026-Q4/checkout.md:14:16: R212 future-date: the check-in is dated 2027-11-16, after 2026-11-16, and so is 1 more
  14 |       - {date: 2027-11-16, value: 59, confidence: 0.6}
     |                ^^^^^^^^^^
  hint: correct the date; what is to come belongs under due: or plan:
goals/2026-Q4/checkout.md:20:34: R212 future-date: the milestone is done on 2026-12-20, after 2026-11-16
  20 |       - {title: Transfers, done: 2026-12-20}
     |                                  ^^^^^^^^^^
  hint: correct the date; what is to come belongs under due: or plan:
goals/2026-Q4/checkout.md:23:20: R212 future-date: the key result is done on 2026-11-20, after 2026-11-16
  23 |     binary: {done: 2026-11-20}
     |                    ^^^^^^^^^^
  hint: correct the date; what is to come belongs under due: or plan:
```

`goals/kpis/availability.md`

```markdown
---
title: Availability
unit: "%"
---
```

`goals/kpis/availability.csv`

```csv
date,value
2026-11-02,99.91
2027-11-09,99.95
```

```text
goals/kpis/availability.csv:3:1: R212 future-date: the point is dated 2027-11-09, after 2026-11-16
  3 | 2027-11-09,99.95
    | ^^^^^^^^^^
  hint: correct the date; what is to come belongs under due: or plan:
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: launch
    title: People pay in the way of their country
    milestones:
      - {title: Cards, done: 2026-10-20}
      - {title: Transfers, due: 2026-12-20}
---
```

## How to fix

Correct the date. What is still to come is a plan: `due:` for a milestone, `plan:` for a value. With `--as-of` of a past
day, everything after it is told here: that is what the day did not know.

## Source

Common practice of keeping records: an entry is dated by the day it became true.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.near import NearKpi, NearObjective
from goalsite.lint.points import where
from goalsite.lint.written import Place
from goalsite.model.records import Binary, CheckIn, KeyResult, Kpi, Milestones, Objective, Point

_HINT = "correct the date; what is to come belongs under due: or plan:"


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """What a goal says of days to come: the first of its check-ins, of each key result's, and each date of
    completion."""
    goal = near.goal
    if goal.closed and goal.closed > near.as_of:
        place = Place(goal.path, near.written.at("closed"))
        yield _told("the objective is closed on", goal.closed, place, near)
    yield from _checkins(None, goal.checkins, near)
    for number, review in enumerate(goal.reviews):
        if review.date > near.as_of:
            place = Place(goal.path, near.written.at("reviews", number, "date"))
            yield _told("the review is dated", review.date, place, near)
    for number, work in enumerate(goal.initiatives):
        if work.done and work.done > near.as_of:
            place = Place(goal.path, near.written.at("initiatives", number, "done"))
            yield _told("the initiative is done on", work.done, place, near)
    for result in goal.key_results:
        if result.checkins:
            yield from _checkins(result, result.checkins, near)
        checked = result.current.checked if result.current else None
        if checked and checked > near.as_of:
            place = Place(goal.path, near.written.of(result, "checked"))
            yield _told("the check-in is dated", checked, place, near)
        if isinstance(result.measure, (Binary, Milestones)):
            yield from _steps(goal, result, near)


def check_kpi(kpi: Kpi, near: NearKpi) -> Iterator[Diagnostic]:
    """The first point of a KPI that is of a day, or of a period, to come."""
    ahead = [point for point in chain(kpi.series, kpi.splits) if _is_ahead(point, near.as_of)]
    if not ahead:
        return
    point = min(ahead, key=lambda point: point.date)
    for _, row in where((point,), kpi, near):
        more = len(ahead) - 1
        yield _told("the point is dated", row.day, row.date, near, more)


def _is_ahead(point: Point, day: date) -> bool:
    """Whether a point does not exist yet; the period that runs stands for the day."""
    return (point.period.start if point.period else point.date) > day


def _checkins(
    result: KeyResult | None, checkins: tuple[CheckIn, ...], near: NearObjective
) -> Iterator[Diagnostic]:
    """The first of check-ins, which stand by date, that lies ahead."""
    if checkins and checkins[-1].date > near.as_of:
        ahead = [one.date for one in checkins if one.date > near.as_of]
        place = near.written.checkin(result, ahead[0])
        yield _told("the check-in is dated", ahead[0], place, near, len(ahead) - 1)


def _steps(goal: Objective, result: KeyResult, near: NearObjective) -> Iterator[Diagnostic]:
    measure = result.measure
    if isinstance(measure, Binary) and isinstance(measure.done, date) and measure.done > near.as_of:
        place = Place(goal.path, near.written.of(result, "binary", "done"))
        yield _told("the key result is done on", measure.done, place, near)
    for number, step in enumerate(measure.steps if isinstance(measure, Milestones) else ()):
        if isinstance(step.done, date) and step.done > near.as_of:
            place = Place(goal.path, near.written.of(result, "milestones", number, "done"))
            yield _told("the milestone is done on", step.done, place, near)


def _told(
    what: str, day: date | str, place: Place, near: NearObjective | NearKpi, more: int = 0
) -> Diagnostic:
    also = f", and so are {more} more" if more > 1 else ", and so is 1 more" if more else ""
    message = f"{what} {day}, after {near.as_of}{also}"
    return finding(place.path, place.mark, "R212", message, _HINT, len(str(day)))
