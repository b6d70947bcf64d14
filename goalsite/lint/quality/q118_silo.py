"""A unit's objectives touch those of another unit somewhere.

## Why

Most of what matters to customers crosses units. A unit whose goals serve only each other either depends on nobody and
helps nobody, which is rare, or has not asked yet.

## Wrong

`goals/shop/team.md`

```markdown
---
title: Shop
---
```

`goals/shop/kpis/conversion.md`

```markdown
---
title: Share of those who start to pay that do pay
---
```

`goals/shop/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
improves: [conversion]
---
```

`goals/shop/2026-Q4/prices.md`

```markdown
---
title: Prices hold no surprise
supports: [checkout]
---
```

`goals/2026/trust.md`

```markdown
---
title: Customers trust us with their money
---
```

```text
goals/shop/team.md:2:8: Q118 silo: none of the unit's 2 open objectives has an edge to or from another unit
  2 | title: Shop
    |        ^^^^
  hint: ask whom it needs and whom it helps, and write that as depends_on: or supports:
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
supports: [trust]
---
```

`goals/shop/2026-Q4/prices.md`

```markdown
---
title: Prices hold no surprise
supports: [checkout]
---
```

`goals/2026/trust.md`

```markdown
---
title: Customers trust us with their money
---
```

## How to fix

Ask whom the unit needs and whom it helps. Then write `supports:` or `contributes:` to a goal of another unit or of the
root, `depends_on:` where it waits for somebody, `improves:` for another's KPI; one edge in either direction is enough.
The root is not looked at, nor a unit with a single open objective. Where none of its objectives says what it is for,
Q113 tells that instead.

## Source

John Doerr, *Measure What Matters*: goals link teams across the chart of the organisation, and silos are what open goals are
to end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.near import Site
from goalsite.lint.quality.q113_orphan_objective import is_orphan
from goalsite.model.records import Objective
from goalsite.model.shapes import span


def check(site: Site) -> Iterator[Diagnostic]:
    """Units below the root with several open objectives in a cycle and no tie to another unit that has any."""
    groups: dict[str, list[Objective]] = {}
    for goal in site.open_objectives:
        if goal.person is None and goal.state != "draft":
            groups.setdefault(goal.team, []).append(goal)
    kpis: dict[str, list[str]] = {}
    for kpi in site.corpus.kpis:
        kpis.setdefault(kpi.team, []).append(kpi.id)
    reaching = _reaching(site)
    for unit, goals in groups.items():
        several = max(Counter(goal.cycle for goal in goals).values()) > 1
        own = {*(goal.id for goal in goals), *kpis.get(unit, ())}
        if not unit or len(groups) < 2 or not several or not reaching.isdisjoint(own):
            continue
        if not all(is_orphan(goal) for goal in goals):
            team = site.teams[unit]
            message = f"none of the unit's {len(goals)} open objectives has an edge to or from another unit"
            hint = "ask whom it needs and whom it helps, and write that as depends_on: or supports:"
            yield finding(team.path, site.written(team).title(), "Q118", message, hint, span(team.title))


def _reaching(site: Site) -> frozenset[str]:
    """The goals with a tie to another unit, or to another site."""
    home = {record.id: record.team for record in (*site.corpus.objectives, *site.corpus.kpis)}
    reaching = set()
    for edge in site.graph.edges:
        if edge.outside:
            reaching.add(edge.source)
        elif home[edge.source] != home[edge.target]:
            reaching |= {edge.source, edge.target}
    reaching |= {ask.source for ask in site.graph.asks if ask.team != home[ask.source]}
    reaching |= {goal for (goal, _), kpi in site.graph.measures.items() if home[goal] != home[kpi]}
    return frozenset(reaching)
