"""Goals that lean on each other run at the same time, at least for a while.

## Why

A goal cannot serve one that is over, and cannot wait for one that begins after its own end. Mostly the edge was
copied from the last cycle, and the goal it meant has a successor.

## Wrong

`goals/2025/trust.md`

```markdown
---
title: Customers trust us with their money
status: closed
outcome: partly
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
supports: [2025/trust]
---
```

```text
goals/2026-Q4/checkout.md:3:12: Q133 no-overlap: supports names "Customers trust us with their money", which ended on 2025-12-31, before 2026-10-01, when this begins
  3 | supports: [2025/trust]
    |            ^^^^^^^^^^
  hint: name a goal that runs at the same time, or take the edge away
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
depends_on:
  - {goal: runners, confirmed: true}
---
```

`goals/2027-Q1/runners.md`

```markdown
---
title: Nobody waits for a machine
---
```

```text
goals/2026-Q4/checkout.md:4:12: Q133 no-overlap: depends_on names "Nobody waits for a machine", which begins on 2027-01-01, after 2026-12-31, when this ends
  4 |   - {goal: runners, confirmed: true}
    |            ^^^^^^^
  hint: name a goal that runs at the same time, or take the edge away
```

## Right

`goals/2026/trust.md`

```markdown
---
title: Customers trust us with their money
---
```

`goals/2026-Q3/runners.md`

```markdown
---
title: Nobody waits for a machine
status: closed
outcome: achieved
score: 1.0
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
supports: [2026/trust]
depends_on:
  - {goal: runners, confirmed: true}
---
```

## How to fix

Name the goal that runs now: the successor of the one that is over, or a longer-running one above both. If work must
wait for something that comes later, it belongs into a later cycle itself. To say that a goal goes on from an older one,
write `continues:`. A dependency on something that ended and was achieved is fulfilled, and nothing is told.

## Source

Lark and other OKR tools allow alignment only between cycles that overlap; Paul Niven and Ben Lamorte, *Objectives and Key
Results*, on aligning what is pursued in one cycle.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.periods import Period
from goalsite.graph.edges import Edge
from goalsite.lint.near import Site
from goalsite.model.objectives import goal_refs
from goalsite.model.shapes import shorten, span

_HINT = "name a goal that runs at the same time, or take the edge away"
_LEANING = ("supports", "contributes", "depends_on")


def check(site: Site) -> Iterator[Diagnostic]:
    """Edges from open objectives to others that are over before them, or begin after them."""
    periods = {cycle.id: cycle.period for cycle in site.corpus.cycles}
    for edge in site.graph.edges:
        goal, target = site.objectives.get(edge.source), site.objectives.get(edge.target)
        if edge.type not in _LEANING or edge.outside or not goal or not target or not site.is_open(goal):
            continue
        apart = _apart(edge, periods[goal.cycle], periods[target.cycle], site)
        if apart:
            text = next((ref.text for _, ref in goal_refs(goal) if ref.mark == edge.mark), edge.to)
            message = f'{edge.type} names "{shorten(target.title)}", which {apart}'
            yield finding(goal.path, edge.mark, "Q133", message, _HINT, span(text))


def _apart(edge: Edge, own: Period, other: Period, site: Site) -> str:
    """How far apart the two ends of an edge are, in words; empty where they meet."""
    if other.end < own.start:
        fulfilled = edge.type == "depends_on" and site.is_reached(edge.target)
        return "" if fulfilled else f"ended on {other.end}, before {own.start}, when this begins"
    if edge.type == "depends_on":  # which may well end within one cycle before what waits for it begins
        own, other = (site.analysis.objectives[goal].window for goal in (edge.source, edge.target))
    return f"begins on {other.start}, after {own.end}, when this ends" if other.start > own.end else ""
