"""The targets of the parts make the target of the whole.

## Why

If every part reaches its target and the whole does not, the rest was nobody's task from the first day. It is found
at the end of the year, when it is too late to share it out.

## Wrong

`goals/kpis/revenue.md`

```markdown
---
title: Revenue
unit: €
targets: [{from: 2026-01-01, target: 100k}]
rollup: sum
---
```

`goals/kpis/shop.md`

```markdown
---
title: Revenue of the shop
unit: €
targets: [{from: 2026-01-01, target: 60k}]
cascades_from: {kpi: revenue}
---
```

`goals/kpis/partners.md`

```markdown
---
title: Revenue by partners
unit: €
targets: [{from: 2026-01-01, target: 25k}]
cascades_from: {kpi: revenue}
---
```

```text
goals/kpis/revenue.md:4:38: K309 uncovered-target: the targets of the 2 parts make 85000, below this one of 100000
  4 | targets: [{from: 2026-01-01, target: 100k}]
    |                                      ^^^^
  hint: share out the rest, or lower this target
```

Where lower is better, the parts may not make more:

`goals/kpis/build.md`

```markdown
---
title: Time of a build
unit: s
direction: lower
targets: [{from: 2026-01-01, target: 60, red: 90}]
rollup: sum
---
```

`goals/kpis/reading.md`

```markdown
---
title: Time to read
unit: s
direction: lower
targets: [{from: 2026-01-01, target: 20}]
cascades_from: {kpi: build}
---
```

`goals/kpis/writing.md`

```markdown
---
title: Time to write
unit: s
direction: lower
targets: [{from: 2026-01-01, target: 50}]
cascades_from: {kpi: build}
---
```

```text
goals/kpis/build.md:5:38: K309 uncovered-target: the targets of the 2 parts make 70, above this one of 60
  5 | targets: [{from: 2026-01-01, target: 60, red: 90}]
    |                                      ^^
  hint: ask more of a part, or raise this target
```

Without `rollup:` the parts are held to the shares they name:

`goals/kpis/revenue.md`

```markdown
---
title: Revenue
unit: €
targets: [{from: 2026-01-01, target: 100k}]
---
```

`goals/kpis/shop.md`

```markdown
---
title: Revenue of the shop
unit: €
targets: [{from: 2026-01-01, target: 50k}]
cascades_from: {kpi: revenue, share: 60%}
---
```

```text
goals/kpis/revenue.md:4:38: K309 uncovered-target: the target of the part makes 50000, below its share of 60000 of this one
  4 | targets: [{from: 2026-01-01, target: 100k}]
    |                                      ^^^^
  hint: share out the rest, or lower this target
```

## Right

`goals/kpis/revenue.md`

```markdown
---
title: Revenue
unit: €
targets: [{from: 2026-01-01, target: 100k}]
rollup: sum
---
```

`goals/kpis/shop.md`

```markdown
---
title: Revenue of the shop
unit: €
targets: [{from: 2026-01-01, target: 65k}]
cascades_from: {kpi: revenue}
---
```

`goals/kpis/partners.md`

```markdown
---
title: Revenue by partners
unit: €
targets: [{from: 2026-01-01, target: 40k}]
cascades_from: {kpi: revenue}
---
```

## How to fix

Give the rest to a part, or set the whole's target to what the parts have promised. If a part is missing, write its KPI.
The rule compares only what can be compared: every part has a target, all are of one unit, and all are levels or totals
of the same period. Half a percent is taken for rounding; the thresholds' `min_share` is how much must be covered.

## Source

Paul Niven, *Balanced Scorecard Step-by-Step*, on cascading: the targets below must add up to those above.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from goalsite.analysis.kpi_points import rolled_up
from goalsite.analysis.targets import in_force
from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.quantities import same_unit, spelt
from goalsite.graph.edges import Edge
from goalsite.lint.near import Site
from goalsite.lint.targets import place
from goalsite.model.records import Kpi, Target

_ROUNDING = 0.005
_RATES = ("%", "％", "‰", "/", " per ", "每")


def check(site: Site) -> Iterator[Diagnostic]:
    """KPIs whose target is not covered by those of their parts."""
    parts: dict[str, list[Edge]] = {}
    for edge in site.graph.counted("cascades_from"):
        parts.setdefault(edge.target, []).append(edge)
    for whole_id, edges in sorted(parts.items()):
        whole = site.kpis[whole_id]
        target = in_force(whole, site.as_of)
        if target is None or not target.target or target.target < 0 or whole.direction == "range":
            continue
        wanted = target.target * _share(whole, edges, site)
        total = _total(whole, target, edges, site)
        if wanted and total is not None and not _is_covered(whole, total, wanted, site):
            yield _told(whole, target, (total, wanted), len(edges), site)


def _share(whole: Kpi, edges: Sequence[Edge], site: Site) -> float:
    """How much of the whole its parts are to make; 0 where that is not known.

    With a roll-up they are the whole. Else they are the shares they name; without any, several parts of
    something that can be added up and should rise are taken for all of it.
    """
    if whole.rollup:
        return 1.0
    cascades = [site.kpis[edge.source].cascades_from for edge in edges]
    shares = [one.share for one in cascades if one and one.share is not None]
    if any(sign in whole.unit for sign in _RATES):
        return 0.0
    if len(shares) == len(edges):
        return min(1.0, math.fsum(shares))
    return 1.0 if not shares and len(edges) > 1 and whole.direction == "higher" else 0.0


def _total(whole: Kpi, target: Target, edges: Sequence[Edge], site: Site) -> float | None:
    """What the targets of the parts make; None where one has none, or none that can be compared."""
    found = []
    for edge in edges:
        part = site.kpis[edge.source]
        its = in_force(part, site.as_of)
        comparable = part.direction == whole.direction and same_unit(part.unit, whole.unit)
        if its is None or its.target is None or its.period != target.period or not comparable:
            return None
        found.append((edge.weight, its.target))
    return rolled_up(whole.rollup or "sum", found)


def _is_covered(whole: Kpi, total: float, wanted: float, site: Site) -> bool:
    least = site.threshold("K309", "min_share") - _ROUNDING
    if whole.direction == "lower":
        return total <= 0 or wanted / total >= least
    return total / wanted >= least


def _told(whole: Kpi, target: Target, sums: tuple[float, float], count: int, site: Site) -> Diagnostic:
    total, wanted = sums
    lower = whole.direction == "lower"
    side = "above" if lower else "below"
    full = wanted == target.target
    limit = f"this one of {spelt(wanted)}" if full else f"its share of {spelt(round(wanted, 6))} of this one"
    parts = "the target of the part makes" if count == 1 else f"the targets of the {count} parts make"
    message = f"{parts} {spelt(round(total, 6))}, {side} {limit}"
    hint = "ask more of a part, or raise this target" if lower else "share out the rest, or lower this target"
    mark, length = place(target, site.written(whole))
    return finding(whole.path, mark, "K309", message, hint, length)
