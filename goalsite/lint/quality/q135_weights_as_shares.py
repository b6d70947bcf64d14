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
result was dropped, the others need no change. The weights of milestones are held to the same. The threshold `tolerance` is how far the sum may be from 1.

## Source

Common practice of OKR tools such as Lark, in which the weights of an objective's key results are shares that make a whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.analysis.arithmetic import total
from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.core.quantities import spelt
from goalsite.lint.near import NearObjective
from goalsite.model.records import KeyResult, Milestones, Objective
from goalsite.model.shapes import span


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """An open objective whose key results, or one of them whose milestones, all have a weight below 1, which do
    not add up to 1."""
    goal = near.goal
    if not near.is_open:
        return
    for result, _ in near.results:
        if isinstance(result.measure, Milestones):
            yield from _of_milestones(goal, result, result.measure, near)
    every = goal.key_results
    if len(every) < 2 or any(_is_relative(result) for result in every):
        return
    left = [result for result in every if not (result.dropped or result.replaced_by)]
    whole = total(result.weight for result in left)
    tolerance = near.threshold("Q135", "tolerance")
    wholes = (whole, total(result.weight for result in every))
    if len(left) < 2 or not whole or any(abs(one - 1) <= tolerance + 1e-9 for one in wholes):
        return
    yield _told(goal.path, left[-1].marks["weight"], [result.weight for result in left])


def _of_milestones(
    goal: Objective, result: KeyResult, measure: Milestones, near: NearObjective
) -> Iterator[Diagnostic]:
    weights = [step.weight for step in measure.steps]
    if len(weights) < 2 or not total(weights) or max(weights) >= 1:
        return
    if abs(total(weights) - 1) > near.threshold("Q135", "tolerance") + 1e-9:
        mark = near.written.of(result, "milestones", len(weights) - 1, "weight")
        yield _told(goal.path, mark, weights)


def _told(path: str, last: Mark, weights: list[float]) -> Diagnostic:
    shares = " + ".join(spelt(weight) for weight in weights)
    message = f"the weights {shares} make {spelt(round(total(weights), 6))}, and shares make 1"
    hint = "mend the weight that is wrong, or write whole numbers"
    return finding(path, last, "Q135", message, hint, span(spelt(weights[-1])))


def _is_relative(result: KeyResult) -> bool:
    return "weight" not in result.marks or result.weight >= 1
