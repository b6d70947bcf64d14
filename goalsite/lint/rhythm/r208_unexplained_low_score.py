"""A low score comes with its root cause.

## Why

A low score is a result like any other, and the dearest one: it was paid for with a whole cycle. What it bought is the
reason, and the reason is gone by next quarter if nobody writes it down.

## Wrong

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
status: closed
outcome: missed
score: 0.2
---
```

```text
goals/2026-Q3/checkout.md:6:8: R208 unexplained-low-score: the score is 0.2, and no root cause says why
  6 | score: 0.2
    |        ^^^
  hint: add retro: with root_cause:, one sentence on why
```

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
status: closed
outcome: partly
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: 65}
    score: 0.1
  - id: steps
    title: Paying takes few steps
    metric: {unit: steps, baseline: 9, target: 4}
    score: 0.9
---
```

```text
goals/2026-Q3/checkout.md:10:12: R208 unexplained-low-score: the score of "conversion" is 0.1, and no root cause says why
  10 |     score: 0.1
     |            ^^^
  hint: add retro: with root_cause:, one sentence on why
```

## Right

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
status: closed
outcome: missed
score: 0.2
retro: {root_cause: we tested five small changes and never the order of the pages, decision: modify}
---
```

## How to fix

Add `retro:` with `root_cause:` to the front matter, or a section `## Retrospective` to the text: one sentence on why,
not on who. Goals that were dropped or replaced need none, and a missed commitment without any retrospective is told by
Q120.

## Source

Christina Wodtke, *Radical Focus*, and John Doerr, *Measure What Matters*: a cycle ends with a grade and with what was
learned from it.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.core.quantities import at_least, spelt
from goalsite.core.values import replace
from goalsite.lint.near import NearObjective
from goalsite.lint.reports import called
from goalsite.lint.retrospectives import has_retrospective
from goalsite.model.records import Objective

_GIVEN_UP = ("dropped", "replaced")
_HINT = "add retro: with root_cause:, one sentence on why"


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """A closed objective with a low score, else its key results that were given one, without a root cause."""
    goal = near.goal
    if goal.state != "closed" or goal.outcome in _GIVEN_UP or _is_explained(goal):
        return
    below = near.threshold("R208", "below")
    score = near.figures.score
    if score is not None and not at_least(score, below) and _is_scored(goal):
        key = next((key for key in ("score", "outcome") if near.written.text(key)), "status")
        message = f"the score is {spelt(round(score, 2))}, and no root cause says why"
        length = len(near.written.text(key))
        yield finding(goal.path, near.written.at(key), "R208", message, _HINT, length)
        return
    for result, _ in near.results:
        if result.score is not None and not at_least(result.score, below):
            message = f"the score of {called(result)} is {spelt(result.score)}, and no root cause says why"
            mark: Mark = near.written.of(result, "score")
            yield finding(goal.path, mark, "R208", message, _HINT, len(spelt(result.score)))


def _is_explained(goal: Objective) -> bool:
    """Whether something says why; or nothing at all of a commitment, which Q120 asks for."""
    if goal.commitment == "committed" and not has_retrospective(goal):
        return True
    section_alone = replace(goal, retro=None)
    return bool(goal.retro and goal.retro.root_cause) or has_retrospective(section_alone)


def _is_scored(goal: Objective) -> bool:
    """Whether the score says more than that nobody wrote values: an achieved goal may have none."""
    return (
        goal.outcome != "achieved"
        or goal.score is not None
        or any(result.score is not None for result in goal.key_results)
    )
