"""A key result that reads a KPI whose points add up says over which time they do.

## Why

Of a KPI with `aggregate: sum`, such as orders a week, the latest point alone is one week. A target for the quarter is then
held against a single week and looks hopeless until the last day.

## Wrong

`goals/kpis/orders.md`

```markdown
---
title: Orders
frequency: week
aggregate: sum
---
```

`goals/2026-Q4/shop.md`

```markdown
---
title: People find us and stay
key_results:
  - id: orders
    metric: {kpi: orders, baseline: 0, target: 12000}
---
```

```text
goals/2026-Q4/shop.md:5:19: Q131 sum-without-window: "Orders" adds up, and only its latest point is read
  5 |     metric: {kpi: orders, baseline: 0, target: 12000}
    |                   ^^^^^^
  hint: add over: window, so that it is added up since the start
```

## Right

`goals/kpis/orders.md`

```markdown
---
title: Orders
frequency: week
aggregate: sum
---
```

`goals/2026-Q4/shop.md`

```markdown
---
title: People find us and stay
key_results:
  - id: orders
    metric: {kpi: orders, target: 12000, over: window}
---
```

## How to fix

Add `over: window`: the points from the key result's first day on are added up, beginning at 0, so a `baseline` is seldom
needed. If the level of a single period is meant (1000 orders in the best week), say so in the title and set the rule
aside in that file with this reason: `lint: {Q131: the target is for one week}`.

## Source

David Parmenter, *Key Performance Indicators*: a measure is defined together with the period over which it is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.near import NearObjective
from goalsite.model.records import Metric
from goalsite.model.shapes import shorten, span


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """Key results of an open objective that read the latest point of a KPI which sums up."""
    goal = near.goal
    if not near.kpis or not near.is_open:
        return
    for result in goal.key_results:
        kpi, measure = near.kpis.get(result.id), result.measure
        if not isinstance(measure, Metric) or not measure.kpi or result.dropped or result.replaced_by:
            continue
        if kpi and kpi.aggregate == "sum" and not measure.over_window:
            ref = measure.kpi
            message = f'"{shorten(kpi.title)}" adds up, and only its latest point is read'
            hint = "add over: window, so that it is added up since the start"
            yield finding(goal.path, ref.mark, "Q131", message, hint, span(ref.text))
