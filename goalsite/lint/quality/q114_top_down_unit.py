"""At least half of a unit's objectives come from those who will pursue them.

## Why

Those who do the work see possibilities that nobody above can see, and care for a goal they proposed. A unit whose
objectives are mostly handed down has a work order with another name. What was negotiated came from both sides, and
counts as from below.

## Wrong

`goals/shop/team.md`

```markdown
---
title: Shop
---
```

`goals/shop/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
origin: top-down
---
```

`goals/shop/2026-Q4/returns.md`

```markdown
---
title: Sending things back is no trouble
origin: top-down
---
```

`goals/shop/2026-Q4/search.md`

```markdown
---
title: Whoever searches finds
origin: bottom-up
---
```

```text
goals/shop/2026-Q4/checkout.md:3:9: Q114 top-down-unit: 1 of 3 objectives of Shop in 2026-Q4 came from below, must be 50 % or more
  3 | origin: top-down
    |         ^^^^^^^^
  hint: ask the unit what it would pursue by itself
```

## Right

`goals/shop/team.md`

```markdown
---
title: Shop
---
```

`goals/shop/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
origin: top-down
---
```

`goals/shop/2026-Q4/returns.md`

```markdown
---
title: Sending things back is no trouble
origin: bottom-up
---
```

## How to fix

Ask the unit what it would pursue by itself before its cycle begins, and let it take the place of something handed down;
often it is the same aim in better words. `origin` should say how it was, so changing the word alone helps nobody.
Objectives without `origin` are not counted, nor is the root: above it nobody hands anything down. The thresholds are
`min_share` and `min_objectives`.

## Source

John Doerr, *Measure What Matters*, and Google's re:Work: about half of the objectives or more should come from the teams
themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.analysis.portfolio import counted_in_portfolio
from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.quantities import at_least
from goalsite.lint.near import Site
from goalsite.model.records import Objective
from goalsite.model.shapes import shorten


def check(site: Site) -> Iterator[Diagnostic]:
    """Units with too small a share of objectives from below in a cycle that still runs."""
    least, few = site.threshold("Q114", "min_share"), site.threshold("Q114", "min_objectives")
    for (unit, cycle), goals in _with_origin(site).items():
        handed_down = [goal for goal in goals if goal.origin == "top-down"]
        from_below = len(goals) - len(handed_down)
        if len(goals) < few or at_least(from_below / len(goals), least):
            continue
        name = shorten(site.teams[unit].title)
        message = (
            f"{from_below} of {len(goals)} objectives of {name} in {cycle} came from below, "
            f"must be {least * 100:g} % or more"
        )
        hint = "ask the unit what it would pursue by itself"
        first = handed_down[0]
        yield finding(first.path, first.marks["origin"], "Q114", message, hint, len("top-down"))


def _with_origin(site: Site) -> dict[tuple[str, str], list[Objective]]:
    """The objectives with an origin by unit below the root and cycle, where any of them is open."""
    groups: dict[tuple[str, str], list[Objective]] = {}
    for goal in site.corpus.objectives:
        if goal.origin and goal.team and counted_in_portfolio(goal):
            groups.setdefault((goal.team, goal.cycle), []).append(goal)
    return {key: goals for key, goals in groups.items() if any(site.is_open(goal) for goal in goals)}
