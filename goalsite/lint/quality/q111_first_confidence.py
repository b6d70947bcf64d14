"""At the start of a cycle nobody is sure: a target that everybody believes in asks for nothing, and one that nobody
believes in asks for too much.

## Why

The first confidence is the last cheap moment to move a target. At nine in ten the team has promised what it would
have done anyway; at one in five it has already given up, and only says so later.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    owner: lin
    metric: {unit: "%", baseline: 52, target: 54}
    checkins:
      - {date: 2026-10-05, value: 52, confidence: 0.95}
  - id: questions
    title: Few have to ask how to pay
    owner: sam
    metric: {unit: questions, baseline: 80, target: 0}
    checkins:
      - {date: 2026-10-05, value: 80, confidence: 0.1}
---
```

```text
goals/2026-Q4/checkout.md:10:51: Q111 first-confidence: the first confidence is 0.95, above 0.9: the target asks for little
  10 |       - {date: 2026-10-05, value: 52, confidence: 0.95}
     |                                                   ^^^^
  hint: raise the target until it is worth trying, or say in a note what makes you so sure
goals/2026-Q4/checkout.md:16:51: Q111 first-confidence: the first confidence is 0.1, below 0.25: hardly anybody believes in the target
  16 |       - {date: 2026-10-05, value: 80, confidence: 0.1}
     |                                                   ^^^
  hint: lower the target until somebody believes in it, or say what would have to happen
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
    owner: lin
    metric: {unit: "%", baseline: 52, target: 65}
    checkins:
      - {date: 2026-10-05, value: 52, confidence: 0.5}
---
```

## How to fix

Talk about the target while the cycle is young: raise it until it is worth trying, lower it until somebody believes in
it, or say what makes you so sure. Looked at is the first check-in with a confidence, in the first half of the window;
not one that has reached its target by then, nor one of a key result that is only to stay in a range. The bounds are
the thresholds `min` and `max`.

## Source

Christina Wodtke, *Radical Focus*: begin at a confidence of five in ten.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.analysis.figures import KeyResultFigures
from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.periods import Period
from goalsite.lint.near import NearObjective
from goalsite.model.records import Binary, CheckIn, KeyResult, Maintain


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """The first confidence of an open objective and of each of its key results, where it is extreme."""
    goal = near.goal
    if not near.is_open:
        return
    least, most = near.threshold("Q111", "min"), near.threshold("Q111", "max")
    own = _first(goal.checkins)
    if own and not least <= (own.confidence or 0.0) <= most and _is_early(own, near.figures.window, near):
        yield from _told(None, own, near)
    for result, figures in near.results:
        first = _first(result.checkins)
        if first is None or least <= (first.confidence or 0.0) <= most:
            continue
        if _is_early(first, figures.window, near) and not _is_reached(result, figures, first):
            yield from _told(result, first, near)


def _first(checkins: tuple[CheckIn, ...]) -> CheckIn | None:
    """The first check-in with a confidence."""
    for row in checkins:
        if row.confidence is not None:
            return row
    return None


def _is_early(first: CheckIn, window: Period, near: NearObjective) -> bool:
    """Whether a check-in lies in the first half of the window, and is known today."""
    return first.date <= near.as_of and first.date <= window.start + (window.end - window.start) / 2


def _told(result: KeyResult | None, first: CheckIn, near: NearObjective) -> Iterator[Diagnostic]:
    confidence = first.confidence or 0.0
    least, most = near.threshold("Q111", "min"), near.threshold("Q111", "max")
    if confidence > most and not (result and isinstance(result.measure, Maintain)):
        message = f"the first confidence is {confidence:g}, above {most:g}: the target asks for little"
        hint = "raise the target until it is worth trying, or say in a note what makes you so sure"
    elif confidence < least:
        message = (
            f"the first confidence is {confidence:g}, below {least:g}: hardly anybody believes in the target"
        )
        hint = "lower the target until somebody believes in it, or say what would have to happen"
    else:
        return
    place = near.written.checkin(result, first.date, "confidence")
    length = len(f"{confidence:g}") if place.path == near.goal.path else 1
    yield finding(place.path, place.mark, "Q111", message, hint, length)


def _is_reached(result: KeyResult, figures: KeyResultFigures, first: CheckIn) -> bool:
    """Whether the target was reached when that was said."""
    if isinstance(result.measure, Binary):
        return result.measure.done is True or (result.measure.done or first.date) < first.date
    low, high, value = figures.baseline, figures.target, first.value
    if low is None or high is None or low == high or not isinstance(value, float | int):
        return False
    return (value - low) / (high - low) >= 1
