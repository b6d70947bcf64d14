"""A goal is carried over after a look at how it went.

## Why

What did not work out in one cycle rarely works out in the next by being copied. A carried-over goal whose first round
nobody talked about takes its causes along.

## Wrong

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us takes little thought
status: closed
outcome: missed
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
continues: [2026-Q3/checkout]
---
```

```text
goals/2026-Q4/checkout.md:3:13: Q125 carried-over-unreviewed: "Buying from us takes little thought" is carried over, and has no review or retrospective
  3 | continues: [2026-Q3/checkout]
    |             ^^^^^^^^^^^^^^^^
  hint: say in goals/2026-Q3/checkout.md what it taught: retro:, or a review
```

## Right

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us takes little thought
status: closed
outcome: missed
score: 0.3
retro: {root_cause: Three teams and no one to decide., decision: modify}
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
continues: [2026-Q3/checkout]
---
```

## How to fix

Open the goal that is continued and add a `retro:` or a section `## Retrospective`; a review by somebody else (`reviews:`)
counts, too. A score says how far it came, and not why. Then ask whether the goal should be kept as it is. Nothing is told while the
first round still runs, nor of a proposal that never did.

## Source

Christina Wodtke, *Radical Focus*: a cycle ends with grading and a talk about what to keep, before the next goals are set.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.analysis.goal_posts import DRAFTS
from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.near import NearObjective
from goalsite.lint.retrospectives import has_retrospective
from goalsite.model.records import Objective
from goalsite.model.shapes import shorten, span


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """Each goal that an open one continues, once it is over, without a review or retrospective."""
    goal = near.goal
    if not near.is_open:
        return
    for ref, before, figures in near.continued:
        ran = before.state not in DRAFTS
        is_over = before.state == "closed" or figures.window.end < near.as_of
        if ran and is_over and not _was_looked_at(before):
            message = f'"{shorten(before.title)}" is carried over, and has no review or retrospective'
            hint = f"say in {before.path} what it taught: retro:, or a review"
            yield finding(goal.path, ref.mark, "Q125", message, hint, span(ref.text))


def _was_looked_at(goal: Objective) -> bool:
    return bool(goal.reviews) or has_retrospective(goal)
