"""Among the key results of an objective is one that moves early enough to act upon.

## Why

Revenue, churn and satisfaction say how it went. When they move, the work that moved them is weeks old. With such
figures alone every check-in repeats the last one, until it is too late to try something else.

## Wrong

`goals/2026-Q4/loyal.md`

```markdown
---
title: Customers stay because they want to
owner: ada
key_results:
  - id: stay
    title: Fewer leave us
    owner: lin
    metric: {kpi: churn, baseline: 8, target: 5}
  - id: earn
    title: Each of them is worth more
    owner: sam
    metric: {kpi: revenue, baseline: 40, target: 44}
---
```

`goals/kpis/churn.md`

```markdown
---
title: Customers who leave in a quarter
unit: "%"
direction: lower
tier: outcome
---
```

`goals/kpis/revenue.md`

```markdown
---
title: Revenue per customer
unit: EUR
tier: impact
---
```

```text
goals/2026-Q4/loyal.md:4:1: Q109 no-leading-indicator: all 2 key results read KPIs that lag, and none moves early enough to act upon
  4 | key_results:
    | ^^^^^^^^^^^
  hint: add a key result for what people do before that, or say leading: true in a KPI that moves first
```

## Right

`goals/2026-Q4/loyal.md`

```markdown
---
title: Customers stay because they want to
owner: ada
key_results:
  - id: stay
    title: Fewer leave us
    owner: lin
    metric: {kpi: churn, baseline: 8, target: 5}
  - id: weekly
    title: More use it every week
    owner: sam
    metric: {kpi: weekly-use, baseline: 40, target: 55}
---
```

`goals/kpis/churn.md`

```markdown
---
title: Customers who leave in a quarter
unit: "%"
direction: lower
tier: outcome
---
```

`goals/kpis/weekly-use.md`

```markdown
---
title: Customers who use it every week
unit: "%"
tier: outcome
leading: true
---
```

## How to fix

Add a key result for what people do before they stay or pay: what you would look at this week to know whether it
works. Where one of the KPIs does move first, say `leading: true` in it. The rule speaks only where it can know: every
key result reads a KPI, and each of these has the tier outcome or impact and is not leading.

## Source

Robert Kaplan and David Norton, *The Balanced Scorecard*: lagging measures need their drivers beside them. Andrew
Grove, *High Output Management*: leading indicators show what to do while there is time.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.near import NearObjective


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """An open objective whose key results, two or more, all read KPIs that lag."""
    goal = near.goal
    if not near.kpis or not near.is_open:
        return
    kpis = [near.kpis.get(result.id) for result, _ in near.results]
    lagging = [kpi for kpi in kpis if kpi and not kpi.leading and kpi.tier in ("outcome", "impact")]
    if len(kpis) > 1 and len(lagging) == len(kpis):
        message = f"all {len(kpis)} key results read KPIs that lag, and none moves early enough to act upon"
        hint = (
            "add a key result for what people do before that, or say leading: true in a KPI that moves first"
        )
        mark = near.written.key("key_results")
        yield finding(goal.path, mark, "Q109", message, hint, len("key_results"))
