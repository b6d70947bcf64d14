"""A commitment that was missed says what that taught.

## Why

A committed objective is a promise that others counted on. When it ends below 1, the cause is worth more than the score:
the estimate, the dependency or the interruption that nobody writes down will be there next time, too. This is about
the plan and not about persons.

## Wrong

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us takes no thought
commitment: committed
status: closed
outcome: partly
score: 0.6
---
```

```text
goals/2026-Q3/checkout.md:6:8: Q120 miss-without-retrospective: the commitment ended at 0.6, below 1, and has no retrospective
  6 | score: 0.6
    |        ^^^
  hint: add retro: with root_cause, decision and learned
```

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us takes no thought
commitment: committed
status: closed
outcome: missed
---
```

```text
goals/2026-Q3/checkout.md:5:10: Q120 miss-without-retrospective: the commitment ended as missed, and has no retrospective
  5 | outcome: missed
    |          ^^^^^^
  hint: add retro: with root_cause, decision and learned
```

## Right

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us takes no thought
commitment: committed
status: closed
outcome: partly
score: 0.6
retro:
  root_cause: The bank's test system was free only from September on.
  decision: keep
  learned: Ask for access before the cycle begins.
---
```

## How to fix

Add `retro:` with `root_cause`, `decision` (keep, modify or abandon) and `learned`, or a section `## Retrospective` in the
text. Two honest lines are enough. An objective that was dropped or replaced was not missed, one that is called achieved
is taken at its word where nobody gave it a score, and an aspirational one is as intended well below 1.

## Source

Google's OKR playbook, printed in John Doerr, *Measure What Matters*: a committed objective is expected at 1.0, and less
asks for an explanation of what went wrong in planning or execution.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.quantities import at_least, spelt
from goalsite.lint.near import NearObjective
from goalsite.lint.retrospectives import has_retrospective
from goalsite.model.records import Objective
from goalsite.model.shapes import span


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """A closed committed objective that fell short, and nothing about why."""
    goal = near.goal
    if goal.state != "closed" or goal.commitment != "committed" or has_retrospective(goal):
        return
    ending = _ending(goal, near.figures.score)
    if ending:
        key = next(key for key in ("score", "outcome", "status") if key in goal.marks)
        message = f"the commitment ended {ending}, and has no retrospective"
        hint = "add retro: with root_cause, decision and learned"
        length = span(near.written.text(key))
        yield finding(goal.path, near.written.at(key), "Q120", message, hint, length)


def _ending(goal: Objective, score: float | None) -> str:
    """How a commitment fell short, in words; empty where it did not, or was given up."""
    if goal.outcome in ("dropped", "replaced"):
        return ""
    scored = goal.score is not None or any(result.score is not None for result in goal.key_results)
    if score is None or (goal.outcome == "achieved" and not scored):
        return f"as {goal.outcome}" if goal.outcome in ("partly", "missed") else ""
    return "" if at_least(score, 1.0) else f"at {spelt(round(score, 2))}, below 1"
