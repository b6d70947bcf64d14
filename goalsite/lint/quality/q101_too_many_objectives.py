"""A unit pursues few objectives at a time: five at the root, three in a unit below it.

## Why

Whoever has eight priorities has none. The limit is what makes a unit choose, and the choice is the most useful
conversation of the cycle. What is left out is not lost: it comes back in the next one.

## Wrong

`goals/shop/team.md`

```markdown
---
title: Shop
---
```

`goals/shop/2026-Q4/find.md`

```markdown
---
title: Whatever you look for you find
---
```

`goals/shop/2026-Q4/pay.md`

```markdown
---
title: Buying takes no thought
---
```

`goals/shop/2026-Q4/return.md`

```markdown
---
title: Sending back is as easy as buying
---
```

`goals/shop/2026-Q4/speak.md`

```markdown
---
title: Asking a person is never far
---
```

```text
goals/shop/2026-Q4/speak.md:2:8: Q101 too-many-objectives: unit "shop" has 4 objectives in 2026-Q4, more than 3
  2 | title: Asking a person is never far
    |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: keep the ones that matter most; the others can wait as status: proposed, or for the next cycle
```

## Right

`goals/shop/team.md`

```markdown
---
title: Shop
---
```

`goals/shop/2026-Q4/find.md`

```markdown
---
title: Whatever you look for you find
---
```

`goals/shop/2026-Q4/pay.md`

```markdown
---
title: Buying takes no thought
---
```

`goals/shop/2026-Q4/speak.md`

```markdown
---
title: Asking a person is never far
status: proposed
---
```

## How to fix

Choose. Close what nobody pursues with `outcome: dropped`, set the next best to `status: draft` or `proposed`, or
move it to the next cycle; what only has to stay good is a KPI. The finding stands at the first objective beyond
the limit, by `order` and then by id. Drafts, proposals, paused and personal goals and cycles that are over are not
counted. The limits are the thresholds `root` and `unit`.

## Source

John Doerr, *Measure What Matters*, and Google's re:Work: three to five objectives. Christina Wodtke, *Radical
Focus*: rather one.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.near import Site
from goalsite.model.records import Objective


def check(site: Site) -> Iterator[Diagnostic]:
    """The first objective too many of each unit in each cycle that is not over."""
    running = {cycle.id for cycle in site.corpus.cycles if cycle.period.end >= site.as_of}
    pursued: dict[tuple[str, str], list[Objective]] = {}
    for goal in site.corpus.objectives:
        if goal.cycle in running and _is_pursued(goal):
            pursued.setdefault((goal.team, goal.cycle), []).append(goal)
    for (unit, cycle), goals in pursued.items():
        limit = site.threshold("Q101", "unit" if unit else "root")
        if len(goals) <= limit:
            continue
        goals.sort(key=lambda goal: (goal.order is None, goal.order or 0, goal.id))
        first = goals[int(limit)]
        name = f'unit "{unit}"' if unit else "the root"
        message = f"{name} has {len(goals)} objectives in {cycle}, more than {limit:g}"
        hint = (
            "keep the ones that matter most; the others can wait as status: proposed, or for the next cycle"
        )
        mark = site.written(first).title()
        yield finding(first.path, mark, "Q101", message, hint, len(first.title))


def _is_pursued(goal: Objective) -> bool:
    is_given_up = goal.outcome in ("dropped", "replaced")
    return goal.person is None and goal.state in ("active", "closed") and not is_given_up
