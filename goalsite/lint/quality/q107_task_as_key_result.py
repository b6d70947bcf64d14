"""A key result tells what came of the work, not that the work is done.

## Why

A task is done or not done, and says nothing until it is. It can be done on time and change nothing; and while it is
the measure, nobody may find a better way.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: one-page
    title: Ship the checkout on one page
    owner: lin
    binary: {}
  - id: conversion
    title: More of those who start to pay do pay
    owner: lin
    metric: {unit: "%", baseline: 52, target: 65}
---
```

```text
goals/2026-Q4/checkout.md:6:12: Q107 task-as-key-result: the key result is a task: "Ship" is done or not done
  6 |     title: Ship the checkout on one page
    |            ^^^^
  hint: measure what it is to change, and list the work under initiatives:
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - {id: page, title: Build the new page, owner: lin}
  - {id: move, title: Migrate all shops, owner: lin}
  - {id: docs, title: Write the manual, owner: sam}
---
```

```text
goals/2026-Q4/checkout.md:5:23: Q107 task-as-key-result: 3 of 3 key results are tasks, this one first
  5 |   - {id: page, title: Build the new page, owner: lin}
    |                       ^^^^^
  hint: measure what it is to change, and list the work under initiatives:
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - {id: bank, title: The bank agrees to one page, owner: lin, binary: {}}
  - {id: law, title: Every country allows it, owner: sam, binary: {}}
---
```

```text
goals/2026-Q4/checkout.md:4:1: Q107 task-as-key-result: all 2 key results are done or not done, and none has a number
  4 | key_results:
    | ^^^^^^^^^^^
  hint: measure what it is to change, and list the work under initiatives:
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
initiatives:
  - {title: Ship the checkout on one page, owner: lin, due: 2026-11-20}
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    owner: lin
    metric: {unit: "%", baseline: 52, target: 65}
  - id: bank
    title: The bank accepts one page
    owner: sam
    binary: {}
---
```

## How to fix

Ask what you hope to see when the task is done, and measure that; the task becomes one of the `initiatives`. A state
of the world that is there or not (an approval, a certificate) may stay `binary`, as long as another key result has
a number. In a unit with `mode: kpi` OKRs are for projects, and their steps may be done or not done.

The verb is looked for where a title begins, and after its last colon; a title with several numbers says how much and
is left alone. What counts activity is told as Q108.

## Source

John Doerr, *Measure What Matters*: key results are measurable. Google's OKR playbook: key results describe outcomes,
and words such as *help* or *consult* describe activities.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.lint.key_results import MANY, Cause
from goalsite.lint.near import NearObjective
from goalsite.model.records import Binary, KeyResult, Objective

_HINT = "measure what it is to change, and list the work under initiatives:"


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """Every key result of an open objective that is a task; many at the first of them."""
    goal = near.goal
    if not near.is_open:
        return
    results = [result for result, _ in near.results]
    tasks = [(result, why) for result, why in near.causes if why and why[0] == "task"]
    if len(tasks) >= MANY:
        message = f"{len(tasks)} of {len(results)} key results are tasks, this one first"
        yield _finding(goal, *tasks[0], near, message)
    elif tasks:
        for result, why in tasks:
            word = result.title[why[1] : why[2]]
            yield _finding(goal, result, why, near, f'the key result is a task: "{word}" is done or not done')
    elif len(results) > 1 and near.unit.mode != "kpi" and _all_binary(results):
        message = f"all {len(results)} key results are done or not done, and none has a number"
        mark = near.written.key("key_results")
        yield finding(goal.path, mark, "Q107", message, _HINT, len("key_results"))


def _all_binary(results: list[KeyResult]) -> bool:
    return all(isinstance(result.measure, Binary) for result in results)


def _finding(goal: Objective, result: KeyResult, why: Cause, near: NearObjective, message: str) -> Diagnostic:
    _, begin, end = why
    place = near.written.title(result)
    return finding(goal.path, Mark(place.line, place.column + begin), "Q107", message, _HINT, end - begin)
