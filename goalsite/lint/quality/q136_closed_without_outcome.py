"""A closed objective says how it ended.

## Why

"Closed" alone tells nobody whether the goal was reached, missed or given up, and those are three different
lessons. The outcome is also what those who depended on the goal need to know.

## Wrong

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
status: closed
---
```

```text
goals/2026-Q3/checkout.md:4:9: Q136 closed-without-outcome: the objective is closed, and no outcome says how it ended
  4 | status: closed
    |         ^^^^^^
  hint: add outcome: achieved, partly, missed, dropped or replaced
```

## Right

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
status: closed
outcome: partly
---
```

## How to fix

Add `outcome:` with one of `achieved`, `partly`, `missed`, `dropped`, `replaced`.

## Source

Christina Wodtke, *Radical Focus*: a cycle ends with grading and a conversation about it, or it taught nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.near import NearObjective


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """A closed objective without an outcome."""
    goal = near.goal
    if goal.state == "closed" and goal.outcome is None and "outcome" not in goal.marks:
        message = "the objective is closed, and no outcome says how it ended"
        hint = "add outcome: achieved, partly, missed, dropped or replaced"
        yield finding(goal.path, near.written.at("status"), "Q136", message, hint, len("closed"))
