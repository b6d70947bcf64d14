"""A key result that is carried over starts from where the last cycle left it.

## Why

With the old baseline what the last cycle achieved is counted a second time: the goal begins the cycle half done, and
its pace looks better than it is.

## Wrong

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us takes little thought
status: closed
outcome: partly
key_results:
  - id: minutes
    title: Time from basket to receipt
    metric: {unit: min, baseline: 14, target: 5}
    checkins:
      - {date: 2026-09-25, value: 9}
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
continues: [2026-Q3/checkout]
key_results:
  - id: minutes
    title: Time from basket to receipt
    metric: {unit: min, baseline: 14, target: 5}
---
```

```text
goals/2026-Q4/checkout.md:7:35: Q132 carried-over-unchanged: the baseline is still 14, and 2026-Q3/checkout left it at 9
  7 |     metric: {unit: min, baseline: 14, target: 5}
    |                                   ^^
  hint: write baseline: 9, or leave it out
```

## Right

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us takes little thought
status: closed
outcome: partly
key_results:
  - id: minutes
    title: Time from basket to receipt
    metric: {unit: min, baseline: 14, target: 5}
    checkins:
      - {date: 2026-09-25, value: 9}
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
continues: [2026-Q3/checkout]
key_results:
  - id: minutes
    title: Time from basket to receipt
    metric: {unit: min, baseline: 9, target: 5}
---
```

## How to fix

Set `baseline:` to the last value of the goal that is continued, or leave it out: then the first value counts. A count that
begins anew from 0 in each cycle is right as it is, and so is a value that fell back to where it was.

## Source

Christina Wodtke, *Radical Focus*: a goal is carried over after a look at where it stands, not by copying it.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.analysis.figures import KeyResultFigures
from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.quantities import same, spelt
from goalsite.lint.near import Continued, NearObjective
from goalsite.model.records import KeyResult, Metric
from goalsite.model.shapes import span


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """Key results of an open objective with the baseline of the one they continue, whose value moved on."""
    goal = near.goal
    if not near.continued or not near.is_open:
        return
    for result, figures in zip(goal.key_results, near.figures.key_results, strict=True):
        for before in near.continued:
            left = _value_left(result, figures, before)
            if left is None:
                continue
            baseline = spelt(figures.baseline or 0)
            message = f"the baseline is still {baseline}, and {before.ref.text} left it at {spelt(left)}"
            hint = f"write baseline: {spelt(left)}, or leave it out"
            mark = near.written.of(result, "metric", "baseline")
            yield finding(goal.path, mark, "Q132", message, hint, span(baseline))
            break


def _value_left(result: KeyResult, figures: KeyResultFigures, before: Continued) -> float | None:
    """The last value of the same key result of the goal before; None where the baseline may be right."""
    measure = result.measure
    if (
        not isinstance(measure, Metric)
        or measure.baseline is None
        or measure.over_window
        or not figures.counted
    ):
        return None
    for old, its in zip(before.goal.key_results, before.figures.key_results, strict=True):
        if not isinstance(old.measure, Metric) or not _is_same(result, figures, old, its):
            continue
        left, baseline = its.value, old.measure.baseline
        if baseline is None or not isinstance(left, float) or not same(baseline, measure.baseline):
            return None
        return None if same(left, baseline) or _began_anew(figures, baseline, left) else left
    return None


def _is_same(one: KeyResult, its: KeyResultFigures, other: KeyResult, others: KeyResultFigures) -> bool:
    if its.kpi or others.kpi:
        return its.kpi == others.kpi
    return (one.named and one.id == other.id) or one.title.casefold() == other.title.casefold()


def _began_anew(figures: KeyResultFigures, baseline: float, left: float) -> bool:
    """Whether the first value stands nearer to the baseline; without a value, whether it counts from 0."""
    first = next((value for _, value, _ in figures.values if isinstance(value, float)), None)
    return baseline == 0 if first is None else abs(first - baseline) <= abs(first - left)
