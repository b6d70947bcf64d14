"""An objective whose time is over is scored and closed.

## Why

A goal that just stops being talked about teaches two things: that goals do not matter, and nothing else. Scoring takes
ten minutes and ends the cycle; only then is there room for the next one.

## Wrong

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
status: active
---
```

```text
goals/2026-Q3/checkout.md:4:9: R209 unscored: the window ended on 2026-09-30, 47 days ago, and the objective is neither scored nor closed
  4 | status: active
    |         ^^^^^^
  hint: write status: closed with its outcome, or due: if it is to go on within its cycle
```

## Right

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
status: closed
closed: 2026-10-02
outcome: partly
score: 0.6
---
```

## How to fix

Write `status: closed` with `outcome:` and `closed:`; without `score:` the key results give one. What goes on is a new
objective in the new cycle that `continues:` this one. If only the date was wrong, change `due:` or the cycle.

## Source

John Doerr, *Measure What Matters*, and Google's re:Work: at the end of a cycle every objective is graded, in the open.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.near import NearObjective


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """An active objective after the end of its window."""
    goal = near.goal
    end = near.figures.window.end
    days = (near.as_of - end).days
    if goal.state != "active" or days <= near.threshold("R209", "days"):
        return
    status = near.written.text("status")
    if "status" in goal.marks and status != goal.state:
        return  # what it is could not be read, which was told
    mark = near.written.at("status") if status else near.written.title()
    ago = "1 day" if days == 1 else f"{days} days"
    message = f"the window ended on {end}, {ago} ago, and the objective is neither scored nor closed"
    hint = "write status: closed with its outcome, or due: if it is to go on within its cycle"
    yield finding(goal.path, mark, "R209", message, hint, len(status or goal.title))
