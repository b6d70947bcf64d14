"""An objective below the root says which other goal it is for.

## Why

An objective that leads nowhere may be good work, but nobody can tell why it comes before other work, and nobody above
sees that it happens. The question "what is it for" is answered most easily while the goal is written.

## Wrong

`goals/2026/trust.md`

```markdown
---
title: Customers trust us with their money
owner: ada
---
```

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
owner: lin
---
```

```text
goals/shop/2026-Q4/checkout.md:2:8: Q113 orphan-objective: the objective says neither what it supports or contributes to, nor what it improves
  2 | title: Buying from us takes no thought
    |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: add supports: with the goal it is for, or improves: with the KPI it is to move
```

`goals/2026/trust.md`

```markdown
---
title: Customers trust us with their money
owner: ada
---
```

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
---
```

`goals/shop/2026-Q4/prices.md`

```markdown
---
title: Prices hold no surprise
---
```

`goals/shop/2026-Q4/returns.md`

```markdown
---
title: Sending things back is no trouble
---
```

`goals/shop/2026-Q4/search.md`

```markdown
---
title: Whoever searches finds
---
```

```text
goals/shop/2026-Q4/checkout.md:2:8: Q113 orphan-objective: this and 3 more objectives of Shop say neither what they support nor improve
  2 | title: Buying from us takes no thought
    |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: add supports: with the goal it is for, or improves: with the KPI it is to move
```

## Right

`goals/2026/trust.md`

```markdown
---
title: Customers trust us with their money
owner: ada
---
```

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
owner: lin
supports: [trust]
---
```

## How to fix

Add `supports:` with the goal it serves, `contributes:` where it shall count there, or `improves:` with the KPI it is to
move; a URL or a goal of another site will do. If nothing above fits, talk about it: either the goal can wait, or the
goals above miss something. Where a unit has more than three such objectives, they are told together. Drafts and objectives of
the root and of people need no edge, nor does a unit that has nothing above
it to serve.

## Source

Paul Niven and Ben Lamorte, *Objectives and Key Results*: alignment means that each unit can say how its objectives help
those above.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.near import Site
from goalsite.model.records import Objective
from goalsite.model.shapes import shorten, span

_EACH = 3  # of more in one unit the cause is one: it has not aligned them yet


def check(site: Site) -> Iterator[Diagnostic]:
    """Open objectives of units below the root without an edge to what they serve; many of a unit at once."""
    serveable = _serveable(site)
    units: dict[str, list[Objective]] = {}
    for goal in site.open_objectives:
        if is_orphan(goal) and serveable.intersection(_above(site, goal.team)):
            units.setdefault(goal.team, []).append(goal)
    for unit, goals in units.items():
        message = "the objective says neither what it supports or contributes to, nor what it improves"
        if len(goals) > _EACH:
            name = shorten(site.teams[unit].title)
            message = f"this and {len(goals) - 1} more objectives of {name} say neither what they support nor improve"
        for goal in goals if len(goals) <= _EACH else goals[:1]:
            hint = "add supports: with the goal it is for, or improves: with the KPI it is to move"
            mark = site.written(goal).title()
            yield finding(goal.path, mark, "Q113", message, hint, span(goal.title))


def is_orphan(goal: Objective) -> bool:
    """Whether an open objective of a unit below the root names no goal that it serves, known or not."""
    if not goal.team or goal.person is not None or goal.state == "draft":
        return False
    return not (goal.supports or goal.contributes or goal.improves or goal.same_as)


def _serveable(site: Site) -> frozenset[str]:
    """The units with an open objective or a KPI."""
    open_goals = (goal for goal in site.open_objectives if goal.person is None)
    return frozenset(record.team for record in (*open_goals, *site.corpus.kpis))


def _above(site: Site, unit: str) -> Iterator[str]:
    """The units above a unit, the nearest first."""
    above = site.teams[unit].parent
    while above is not None:
        yield above
        above = site.teams[above].parent
