"""A goal that comes late says when it began.

## Why

A goal is expected to advance with its window. One that was first seen weeks after the window began is behind from its first
day, or was written down once it was clear how it would end. With a `start:` it is judged by the time it has.

## Wrong

Committed on 2026-09-28:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
---
```

Committed on 2026-11-02:

`goals/2026-Q4/returns.md`

```markdown
---
title: Sending something back is as easy as buying it
cycle: 2026-Q4
---
```

```text
goals/2026-Q4/returns.md:3:1: Q130 late-goal: the goal was first seen on 2026-11-02, when 35% of its window was over
  3 | cycle: 2026-Q4
    | ^^^^^
  hint: write start: 2026-11-02, so that it is judged by the time it has
```

## Right

Committed on 2026-09-28:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
---
```

Committed on 2026-11-02:

`goals/2026-Q4/returns.md`

```markdown
---
title: Sending something back is as easy as buying it
cycle: 2026-Q4
start: 2026-11-02
---
```

## How to fix

Write `start:` with the day on which the goal began. Where it was agreed on in time and only written down late, say so with the
first day of the cycle.

A goal is late when more than a tenth of its window was over (the threshold `share`) as it came to the branch, or is today where
it is not committed yet. A cycle begins with its first goals: where they came late themselves, as with an import, as much
time again is left to the others. Nothing is told of a draft or a closed goal, nor of one that moved, was renamed or came back.

## Source

John Doerr, *Measure What Matters*: goals are set before the cycle begins, so that a plan can be held against what happens.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.analysis.goal_posts import settled
from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.near import NearObjective
from goalsite.lint.traced import share_of
from goalsite.model.shapes import span


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """An active or paused goal without a start that came after the time to agree on it."""
    goal, window, late = near.goal, near.figures.window, near.trail.late
    if late is None or goal.start or goal.state not in ("active", "paused") or late > window.end:
        return
    if late > settled(window, share_of(near.config, "Q130")):
        share = f"{window.elapsed(late):.0%}"
        message = f"the goal was first seen on {late}, when {share} of its window was over"
        hint = f"write start: {late}, so that it is judged by the time it has"
        place = near.written.key("cycle")
        yield finding(
            goal.path, place, "Q130", message, hint, span("cycle") if near.written.text("cycle") else 1
        )
