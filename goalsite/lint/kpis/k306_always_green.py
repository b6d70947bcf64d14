"""A target that was never missed is raised, or known to be a floor.

## Why

A KPI that has been green for a year tells nobody anything: either the target was reached long ago and should be a higher
one, or the value is not measured in a way that could show trouble.

## Wrong

`goals/kpis/answer-time.md`

```markdown
---
title: Time until a question is answered
unit: h
direction: lower
frequency: quarter
targets:
  - {from: 2025-01-01, target: 24, red: 48}
---
```

`goals/kpis/answer-time.csv`

```csv
date,value
2025-Q1,14
2025-Q2,12
2025-Q3,13
2025-Q4,11
2026-Q1,10
2026-Q2,12
2026-Q3,9
```

```text
goals/kpis/answer-time.md:7:32: K306 always-green: each of 7 points since 2025-01-01 met the target of 24, which was never changed
  7 |   - {from: 2025-01-01, target: 24, red: 48}
    |                                ^^
  hint: add a lower target from today on, or set the rule aside if this is a limit to keep
```

## Right

`goals/kpis/answer-time.md`

```markdown
---
title: Time until a question is answered
unit: h
direction: lower
frequency: quarter
targets:
  - {from: 2025-01-01, target: 24, red: 48}
  - {from: 2026-10-01, target: 8, red: 16}
---
```

`goals/kpis/answer-time.csv`

```csv
date,value
2025-Q1,14
2025-Q2,12
2025-Q3,13
2025-Q4,11
2026-Q1,10
2026-Q2,12
2026-Q3,9
```

## How to fix

Add a line with a target that asks for something again; the old values keep the old one. If the KPI is a floor that has
only to be kept, set the rule aside with that reason: `lint: {K306: a floor, guarded and not to be raised}`. Ranges,
totals for a period, and targets that cannot be raised (100 %, or 0 where lower is better) are left alone. The
thresholds are how many `points` there must be, over how many `days`.

## Source

Edwin Locke and Gary Latham, *A Theory of Goal Setting and Task Performance*: specific goals that are hard to reach move
people, easy ones do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from goalsite.analysis.figures import KpiPoint
from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.periods import calendar_period
from goalsite.core.quantities import at_least, spelt
from goalsite.lint.near import NearKpi
from goalsite.lint.targets import place, written_targets
from goalsite.model.records import Kpi, Target


def check(kpi: Kpi, near: NearKpi) -> Iterator[Diagnostic]:
    """The only target of a KPI that all its points met, enough of them for long enough."""
    if near.figures.health != "green" or kpi.direction == "range" or len(kpi.targets) != 1:
        return
    target = kpi.targets[0]
    if target.period or _is_utmost(kpi, target.target) or len(written_targets(near.written)) != 1:
        return
    points = [point for point in near.figures.points if not target.start or point.date >= target.start]
    if len(points) < near.threshold("K306", "points") or any(point.color != "green" for point in points):
        return
    begin = _begin(points[0], kpi, target, near)
    if (points[-1].date - begin).days + 1 < near.threshold("K306", "days"):
        return
    met = f"each of {len(points)} points since {begin} met the target of {spelt(target.target or 0)}"
    better = "a lower" if kpi.direction == "lower" else "a higher"
    hint = f"add {better} target from today on, or set the rule aside if this is a limit to keep"
    mark, length = place(target, near.written)
    yield finding(kpi.path, mark, "K306", f"{met}, which was never changed", hint, length)


def _is_utmost(kpi: Kpi, target: float | None) -> bool:
    """Whether nothing better can be asked for."""
    if target is None:
        return True
    return at_least(0, target) if kpi.direction == "lower" else kpi.unit == "%" and at_least(target, 100)


def _begin(first: KpiPoint, kpi: Kpi, target: Target, near: NearKpi) -> date:
    """The first day that the points tell of: the first of the period that ends with the first point."""
    period = calendar_period(kpi.frequency or "", first.date, near.config.fiscal_year)
    return max(period.start if period else first.date, target.start or date.min)
