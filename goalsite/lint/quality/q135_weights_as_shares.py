"""Weights that are written as shares add up to 1.

## Why

Weights are relative, so nothing breaks. But whoever writes .5, .3 and .1 meant shares of a whole, and a tenth of it is
missing: a key result was forgotten, or one weight is not what its author thinks.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
key_results:
  - {id: minutes, weight: 0.5, metric: {unit: min, baseline: 9, target: 3}}
  - {id: paid, weight: 0.3, metric: {unit: "%", baseline: 52, target: 65}}
  - {id: calls, weight: 0.1, metric: {unit: calls, baseline: 40, target: 10}}
---
```

```text
goals/2026-Q4/checkout.md:6:25: Q135 weights-as-shares: the weights 0.5 + 0.3 + 0.1 make 0.9, and shares make 1
  6 |   - {id: calls, weight: 0.1, metric: {unit: calls, baseline: 40, target: 10}}
    |                         ^^^
  hint: mend the weight that is wrong, or write whole numbers
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
key_results:
  - {id: minutes, weight: 0.5, metric: {unit: min, baseline: 9, target: 3}}
  - {id: paid, weight: 0.3, metric: {unit: "%", baseline: 52, target: 65}}
  - {id: calls, weight: 0.2, metric: {unit: calls, baseline: 40, target: 10}}
---
```

## How to fix

Mend the weight that is wrong, or write whole numbers (5, 3, 1), which say plainly that they are relative. Where a key
result was dropped, the others need no change. The threshold `tolerance` is how far the sum may be from 1.

## Source

Common practice of OKR tools such as Lark, in which the weights of an objective's key results are shares that make a whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.quantities import spelt
from goalsite.lint.near import NearObjective
from goalsite.model.records import KeyResult, Objective
from goalsite.model.shapes import span


def check(goal: Objective, near: NearObjective) -> Iterator[Diagnostic]:
    """An open objective whose key results all have a weight below 1, which do not add up to 1."""
    every = goal.key_results
    if len(every) < 2 or any(_is_relative(result) for result in every) or not near.is_open(goal):
        return
    counted = [result for result in every if not (result.dropped or result.replaced_by)]
    total = sum(result.weight for result in counted)
    tolerance = near.threshold("Q135", "tolerance")
    wholes = (total, sum(result.weight for result in every))
    if len(counted) < 2 or not total or any(abs(whole - 1) <= tolerance + 1e-9 for whole in wholes):
        return
    last = counted[-1].marks["weight"]
    shares = " + ".join(spelt(result.weight) for result in counted)
    message = f"the weights {shares} make {spelt(round(total, 6))}, and shares make 1"
    hint = "mend the weight that is wrong, or write whole numbers"
    yield finding(goal.path, last, "Q135", message, hint, span(spelt(counted[-1].weight)))


def _is_relative(result: KeyResult) -> bool:
    return "weight" not in result.marks or result.weight >= 1
