"""An objective has two to five key results.

## Why

One key result is easily reached at the expense of everything it does not see; the second keeps the first honest.
With more than five nobody can say by heart what the goal is about, and the weekly check-in becomes a chore.

## Wrong

Too few:

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
---
```

```text
goals/2026-Q4/checkout.md:4:1: Q102 key-result-count: the objective has 1 key result, fewer than 2
  4 | key_results:
    | ^^^^^^^^^^^
  hint: add a key result: a number that would tell that the goal is reached
```

Too many:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - {id: a, title: More of those who start do pay, owner: lin, metric: {unit: "%", baseline: 52, target: 65}}
  - {id: b, title: Few give up at the address, owner: lin, metric: {unit: "%", baseline: 20, target: 8}}
  - {id: c, title: Paying is quick, owner: lin, metric: {unit: s, baseline: 95, target: 40}}
  - {id: d, title: Phones do as well as desks, owner: sam, metric: {unit: "%", baseline: 40, target: 60}}
  - {id: e, title: Few ask for help, owner: sam, metric: {unit: questions, baseline: 80, target: 20}}
  - {id: f, title: Buyers come back, owner: sam, metric: {unit: "%", baseline: 30, target: 40}}
---
```

```text
goals/2026-Q4/checkout.md:10:20: Q102 key-result-count: the objective has 6 key results, more than 5
  10 |   - {id: f, title: Buyers come back, owner: sam, metric: {unit: "%", baseline: 30, target: 40}}
     |                    ^^^^^^^^^^^^^^^^
  hint: keep those without which it is not reached; the others are work, or KPIs to guard
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
  - id: questions
    title: Few have to ask how to pay
    owner: sam
    metric: {unit: questions, baseline: 80, target: 20}
---
```

## How to fix

Ask what could go wrong while the one key result is reached, and measure that too. Where there are too many, keep
those without which the objective is not reached; the others are KPIs to guard, or work (`initiatives`). Dropped and
replaced key results do not count. A draft may still lack some, and an objective without key results that others
contribute to has its progress from them. The bounds are the thresholds `min` and `max`.

## Source

John Doerr, *Measure What Matters*: three to five key results for an objective. Christina Wodtke, *Radical
Focus*: three.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.lint.near import NearObjective
from goalsite.model.records import Objective


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """An open objective whose key results are too few or too many; the first one too many."""
    goal = near.goal
    if not near.is_open:
        return
    results = [result for result, _ in near.results]
    least, most = near.threshold("Q102", "min"), near.threshold("Q102", "max")
    if len(results) > most:
        message = f"the objective has {len(results)} key results, more than {most:g}"
        hint = "keep those without which it is not reached; the others are work, or KPIs to guard"
        first = results[int(most)]
        yield finding(goal.path, near.written.title(first), "Q102", message, hint, len(first.title))
    elif len(results) < least and goal.state != "draft" and (results or not _lives_on_others(near)):
        noun = "key result" if len(results) == 1 else "key results"
        message = f"the objective has {len(results)} {noun}, fewer than {least:g}"
        hint = "add a key result: a number that would tell that the goal is reached"
        mark = near.written.key("key_results")
        if not goal.key_results and _is_told(goal, near):
            return
        if "key_results" in goal.marks:
            yield finding(goal.path, mark, "Q102", message, hint, len("key_results"))
        else:
            yield finding(goal.path, near.written.title(), "Q102", message, hint, len(goal.title))


def _is_told(goal: Objective, near: NearObjective) -> bool:
    """Whether `key_results` is misspelt, or no list, so that nobody knows how many there are."""
    misspelt = "key_results" in goal.marks and near.written.key("key_results") == Mark()
    return misspelt or bool(near.written.text("key_results"))


def _lives_on_others(near: NearObjective) -> bool:
    """Whether other goals contribute to this one, so that it has progress without key results."""
    return near.figures.progress_with_contributions is not None
