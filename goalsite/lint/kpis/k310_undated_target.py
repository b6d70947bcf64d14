"""A target says from when it holds, or for which period.

## Why

Without a date a new target takes the old one's place for the past as well: last year's values turn red or green
overnight, and nobody can see any more what was agreed then.

## Wrong

`goals/kpis/answer-time.md`

```markdown
---
title: Time until a question is answered
unit: h
direction: lower
targets:
  - {target: 8, red: 16}
---
```

```text
goals/kpis/answer-time.md:6:5: K310 undated-target: the target of 8 says neither from when it holds nor for which period
  6 |   - {target: 8, red: 16}
    |     ^
  hint: write from: with its first day, or period: such as 2026 for a total
```

`goals/kpis/load.md`

```markdown
---
title: Load of the machines
unit: "%"
direction: range
targets:
  - min: 40
    max: 60
---
```

```text
goals/kpis/load.md:6:5: K310 undated-target: the range does not say from when it holds
  6 |   - min: 40
    |     ^
  hint: write from: with its first day
```

## Right

`goals/kpis/answer-time.md`

```markdown
---
title: Time until a question is answered
unit: h
direction: lower
targets:
  - {from: 2026-10-01, target: 8, red: 16}
---
```

`goals/kpis/revenue.md`

```markdown
---
title: Revenue
unit: €
targets:
  - {period: 2026, target: 1200k}
---
```

## How to fix

Write `from:` with the day on which the target was agreed or from which it counts; the first day of the cycle is mostly
right. A total to reach by a day, such as the revenue of a year, takes `period:`.

## Source

George Doran, *There's a S.M.A.R.T. way to write management's goals and objectives*: a goal says when.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.near import NearKpi
from goalsite.lint.targets import written_targets
from goalsite.model.records import Kpi
from goalsite.model.shapes import shorten

_UNDATED = frozenset(("target", "red", "min", "max", "tolerance", "plan", "text"))
"""The keys of a target that are no date; another one may be a date misspelt, which was told."""


def check(kpi: Kpi, near: NearKpi) -> Iterator[Diagnostic]:
    """Every target without a date."""
    for entry in written_targets(near.written) if kpi.targets else ():
        if entry.said and _UNDATED.issuperset(entry.said):
            level = shorten(entry.text("target"), 20)
            if level:
                message = f"the target of {level} says neither from when it holds nor for which period"
                hint = "write from: with its first day, or period: such as 2026 for a total"
            else:
                message, hint = "the range does not say from when it holds", "write from: with its first day"
            yield finding(kpi.path, entry.mark, "K310", message, hint)
