"""A key result counts what changed for others, not how often we did something.

## Why

Calls, meetings and posts are easy to count and easy to make more of. A team can hold all of them and help nobody;
the count is then green and the goal is not.

## Wrong

`goals/2026-Q4/understood.md`

```markdown
---
title: Customers feel understood by us
owner: ada
key_results:
  - id: visits
    title: Customer visits by the product team
    owner: lin
    metric: {unit: visits, baseline: 0, target: 30}
  - id: calls
    title: Hold 40 discovery calls
    owner: sam
---
```

```text
goals/2026-Q4/understood.md:6:12: Q108 activity-counted: the key result counts activity: "Customer visits"
  6 |     title: Customer visits by the product team
    |            ^^^^^^^^^^^^^^^
  hint: count what changes for others because of it, and list the activity under initiatives:
goals/2026-Q4/understood.md:10:17: Q108 activity-counted: the key result counts activity: "40 discovery calls"
  10 |     title: Hold 40 discovery calls
     |                 ^^^^^^^^^^^^^^^^^^
  hint: count what changes for others because of it, and list the activity under initiatives:
```

## Right

`goals/2026-Q4/understood.md`

```markdown
---
title: Customers feel understood by us
owner: ada
initiatives:
  - {title: Thirty visits to customers, owner: lin}
key_results:
  - id: recognised
    title: Customers who say that we know their problem
    owner: lin
    metric: {unit: "%", baseline: 35, target: 60}
  - id: changed
    title: Visits that changed what we build next
    owner: sam
    metric: {unit: visits, baseline: 2, target: 10}
---
```

## How to fix

Ask what will be different after the thirtieth visit, and count that: decisions changed, people who can do something
now, orders won. The activity itself belongs under `initiatives:`. A title with a word of effect or of the others who
act (`that`, `who`, `lead to`, `win`, `attendance`) is left alone, and so is a count that is to fall.

## Source

John Doerr, *Measure What Matters*, and Andrew Grove, *High Output Management*: activity is not output. Christina
Wodtke, *Radical Focus*: key results are results.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.lint.near import NearObjective


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """Every key result of an open objective that counts activity."""
    goal = near.goal
    if not near.is_open:
        return
    for result, why in near.causes:
        if why is None or why[0] != "activity":
            continue
        _, begin, end = why
        place = near.written.title(result)
        message = f'the key result counts activity: "{result.title[begin:end]}"'
        hint = "count what changes for others because of it, and list the activity under initiatives:"
        mark = Mark(place.line, place.column + begin)
        yield finding(goal.path, mark, "Q108", message, hint, end - begin)
