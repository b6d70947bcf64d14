"""Somebody does something about a KPI that is red for the second time.

## Why

Once may be chance. A KPI that is red twice in a row does not mend itself, and the longer nobody says who takes it on,
the more it looks as if red were normal.

## Wrong

`goals/kpis/answer-time.md`

```markdown
---
title: Time until a question is answered
unit: h
direction: lower
frequency: week
targets: [{from: 2026-07-01, target: 8, red: 16}]
series: [[2026-W44, 9], [2026-W45, 17], [2026-W46, 21]]
---
```

`goals/kpis/load.md`

```markdown
---
title: Load of the machines
unit: "%"
direction: range
frequency: week
targets: [{from: 2026-07-01, min: 40, max: 60, tolerance: 5}]
series: [[2026-W45, 70], [2026-W46, 72]]
---
```

`goals/kpis/revenue.md`

```markdown
---
title: Revenue
unit: €
frequency: month
aggregate: sum
targets: [{period: 2026, target: 1200k}]
series: [[2026-09, 60k], [2026-10, 50k]]
---
```

```text
goals/kpis/answer-time.md:2:8: K308 no-recovery: the KPI is red since 2026-11-08, now 21 with a target of 8, and no open objective improves it
  2 | title: Time until a question is answered
    |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: write an objective with improves: for it, or say in an existing one that it does
goals/kpis/load.md:2:8: K308 no-recovery: the KPI is red since 2026-11-08, now 72 with a range of 40 to 60, and no open objective improves it
  2 | title: Load of the machines
    |        ^^^^^^^^^^^^^^^^^^^^
  hint: write an objective with improves: for it, or say in an existing one that it does
goals/kpis/revenue.md:2:8: K308 no-recovery: the KPI is red since 2026-09-30, behind its target of 1200000 for 2026, and no open objective improves it
  2 | title: Revenue
    |        ^^^^^^^
  hint: write an objective with improves: for it, or say in an existing one that it does
```

`goals/kpis/answer-time.md`

```markdown
---
title: Time until a question is answered
unit: h
direction: lower
frequency: week
targets: [{from: 2026-07-01, target: 8, red: 16}]
series: [[2026-W44, 9], [2026-W45, 17], [2026-W46, 21]]
---
```

`goals/2026-Q4/answers.md`

```markdown
---
title: Whoever asks is helped the same day
owner: lin
key_results:
  - id: time
    metric: {kpi: answer-time, baseline: 21, target: 8}
---
```

```text
goals/kpis/answer-time.md:2:8: K308 no-recovery: the KPI is red since 2026-11-08, now 21 with a target of 8, and no open objective improves it
  2 | title: Time until a question is answered
    |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: 2026-Q4/answers reads it; say improves: [answer-time] there
```

## Right

`goals/kpis/answer-time.md`

```markdown
---
title: Time until a question is answered
unit: h
direction: lower
frequency: week
targets: [{from: 2026-07-01, target: 8, red: 16}]
series: [[2026-W44, 9], [2026-W45, 17], [2026-W46, 21]]
---
```

`goals/2026-Q4/answers.md`

```markdown
---
title: Whoever asks is helped the same day
owner: lin
improves: [answer-time]
---
```

## How to fix

Write an objective that `improves` the KPI, in the running cycle or the next one; a draft will do for a start. If the
target is no longer wanted, add another one from today on. If you have decided to bear it for a while, say so:
`lint: {K308: we wait for the new machines in spring}`.

## Source

Christina Wodtke, *Radical Focus*: health metrics stand beside the OKRs, and one that turns red gets attention.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.analysis.figures import KpiFigures
from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.quantities import spelt
from goalsite.lint.near import Site
from goalsite.model.records import Metric, Target
from goalsite.model.shapes import span

_HINT = "write an objective with improves: for it, or say in an existing one that it does"


def check(site: Site) -> Iterator[Diagnostic]:
    """KPIs that are red twice in a row and that no open objective improves."""
    red = [alert for alert in site.analysis.alerts if alert.kind == "kpi_red_twice"]
    readers = _readers(site) if red else {}
    for alert in red:
        kpi = site.kpis[alert.subject]
        if _is_improved(kpi.id, site) or not _is_dated(site.analysis.kpis[kpi.id].in_force):
            continue
        against = _against(site.analysis.kpis[kpi.id])
        message = f"the KPI is red since {alert.since}, {against}, and no open objective improves it"
        hint = _HINT
        if kpi.id in readers:
            hint = f"{readers[kpi.id]} reads it; say improves: [{kpi.id.rpartition('/')[2]}] there"
        yield finding(kpi.path, site.written(kpi).title(), "K308", message, hint, span(kpi.title))


def _is_improved(kpi: str, site: Site) -> bool:
    return any(
        edge.type == "improves" and site.is_open(site.objectives[edge.source])
        for edge in site.edges_to.get(kpi, ())
    )


def _readers(site: Site) -> dict[str, str]:
    """By KPI the first open objective with a key result that is to move it."""
    found: dict[str, str] = {}
    for (goal_id, result), kpi in site.graph.measures.items():
        goal = site.objectives[goal_id]
        measures = (one.measure for one in goal.key_results if one.id == result)
        if kpi not in found and site.is_open(goal) and any(isinstance(one, Metric) for one in measures):
            found[kpi] = goal_id
    return found


def _is_dated(target: Target | None) -> bool:
    """Whether the target in force says for when it is one, which K310 asks for."""
    return target is not None and bool(target.start or target.period)


def _against(figures: KpiFigures) -> str:
    """Where the last value stands against its target."""
    target = figures.in_force or Target()
    now = f"now {spelt(float(f'{figures.value or 0:.6g}'))}"
    if target.period:
        return f"behind its target of {spelt(target.target or 0)} for {target.period_name}"
    if target.target is not None:
        return f"{now} with a target of {spelt(target.target)}"
    if target.low is not None and target.high is not None:
        return f"{now} with a range of {spelt(target.low)} to {spelt(target.high)}"
    bound = f"at most {spelt(target.high or 0)}" if target.low is None else f"at least {spelt(target.low)}"
    return f"{now} where it should be {bound}"
