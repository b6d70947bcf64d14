"""Targets stand in the order of their dates, each date once.

## Why

The list of targets is the history of what was wanted, read from top to bottom. One out of order is mostly a slip in the
year. Of two for one date only one counts, and a reader who sees the other is misled.

## Wrong

`goals/kpis/answer-time.md`

```markdown
---
title: Time until a question is answered
unit: h
direction: lower
targets:
  - {from: 2026-07-01, target: 12, red: 24}
  - {from: 2025-10-01, target: 8, red: 16}
---
```

```text
goals/kpis/answer-time.md:7:12: K302 targets-out-of-order: the target from 2025-10-01 stands below the one from 2026-07-01
  7 |   - {from: 2025-10-01, target: 8, red: 16}
    |            ^^^^^^^^^^
  hint: check the year, and put the targets in the order of their dates
```

`goals/kpis/answer-time.md`

```markdown
---
title: Time until a question is answered
unit: h
direction: lower
targets:
  - {from: 2026-07-01, target: 12, red: 24}
  - {from: 2026-07-01, target: 8, red: 16}
---
```

```text
goals/kpis/answer-time.md:7:12: K302 targets-out-of-order: two targets are from 2026-07-01, and only the last one counts
  7 |   - {from: 2026-07-01, target: 8, red: 16}
    |            ^^^^^^^^^^
  hint: take one of them away, or give it the day from which it holds
```

`goals/kpis/revenue.md`

```markdown
---
title: Revenue
unit: €
aggregate: sum
targets:
  - {period: 2027, target: 1500k}
  - {period: 2026, target: 1200k}
  - {period: 2026, target: 1300k}
---
```

```text
goals/kpis/revenue.md:7:14: K302 targets-out-of-order: the target for 2026 stands below the one for 2027
  7 |   - {period: 2026, target: 1200k}
    |              ^^^^
  hint: check the year, and put the targets in the order of their dates
goals/kpis/revenue.md:8:14: K302 targets-out-of-order: two targets are for 2026, and only the first one counts
  8 |   - {period: 2026, target: 1300k}
    |              ^^^^
  hint: take one of them away, or give it a period of its own
```

`goals/kpis/revenue.md`

```markdown
---
title: Revenue
unit: €
aggregate: sum
targets:
  - period: 2026
    target: 1200k
    plan: [{date: 2026-06-30, value: 700k}, {date: 2026-03-31, value: 200k}]
---
```

```text
goals/kpis/revenue.md:8:52: K302 targets-out-of-order: the plan goes back from 2026-06-30 to 2026-03-31
  8 |     plan: [{date: 2026-06-30, value: 700k}, {date: 2026-03-31, value: 200k}]
    |                                                    ^^^^^^^^^^
  hint: put the plan in the order of its dates
```

`goals/kpis/revenue.md`

```markdown
---
title: Revenue
unit: €
aggregate: sum
targets:
  - period: 2026
    target: 1200k
    plan: [{date: 2026-06-30, value: 500k}, {date: 2026-06-30, value: 700k}]
---
```

```text
goals/kpis/revenue.md:8:52: K302 targets-out-of-order: the plan has two values for 2026-06-30, and only the last one counts
  8 |     plan: [{date: 2026-06-30, value: 500k}, {date: 2026-06-30, value: 700k}]
    |                                                    ^^^^^^^^^^
  hint: take one of them away
```

## Right

`goals/kpis/answer-time.md`

```markdown
---
title: Time until a question is answered
unit: h
direction: lower
targets:
  - {from: 2025-10-01, target: 12, red: 24}
  - {from: 2026-07-01, target: 8, red: 16}
---
```

`goals/kpis/revenue.md`

```markdown
---
title: Revenue
unit: €
aggregate: sum
targets:
  - {period: 2026, target: 1200k, plan: [{date: 2026-06-30, value: 500k}, {date: 2026-09-30, value: 800k}]}
  - {period: 2026-Q4, target: 400k}
  - {period: 2027, target: 1500k}
---
```

## How to fix

Put the oldest target first and the newest last, and check the year of the one that stood out. Where two are for one
date, keep the one that was meant. Periods of different lengths, such as a year and its quarters, may stand side by
side. A red bound on the good side of its target is told by S021.

## Source

Robert Kaplan and David Norton, *The Balanced Scorecard*: a measure has a series of targets over time, each with its date.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from goalsite.core.days import read_day
from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.periods import Period
from goalsite.lint.near import NearKpi
from goalsite.lint.targets import WrittenTarget, written_targets
from goalsite.model.records import Kpi
from goalsite.model.shapes import shorten, span
from goalsite.source.nodes import Node, Scalar

_ORDER = "check the year, and put the targets in the order of their dates"


class _Dated(NamedTuple):
    """A target with what its order goes by; targets of another `row` are not compared with it."""

    row: int
    when: date | Period
    said: str
    node: Node


def check(kpi: Kpi, near: NearKpi) -> Iterator[Diagnostic]:
    """The first target that stands below a later one, each for a date that is taken, and the same of plans."""
    if not kpi.targets:
        return
    entries = written_targets(near.written)
    yield from _targets(kpi, entries)
    for entry in entries:
        yield from _plan(kpi, list(entry.plan))


def _targets(kpi: Kpi, entries: list[WrittenTarget]) -> Iterator[Diagnostic]:
    latest: dict[int, _Dated] = {}
    taken: set[date | Period] = set()
    in_order = True
    for one in _dated(kpi, entries):
        word = "for" if isinstance(one.when, Period) else "from"
        before = latest.setdefault(one.row, one)
        if one.when in taken:
            which = "first" if word == "for" else "last"
            message = f"two targets are {word} {one.said}, and only the {which} one counts"
            rest = "a period of its own" if word == "for" else "the day from which it holds"
            hint = f"take one of them away, or give it {rest}"
            yield finding(kpi.path, one.node.mark, "K302", message, hint, span(one.said))
        elif _start(one) < _start(before) and in_order:
            in_order = False
            message = f"the target {word} {one.said} stands below the one {word} {before.said}"
            yield finding(kpi.path, one.node.mark, "K302", message, _ORDER, span(one.said))
        taken.add(one.when)
        if _start(one) > _start(before):
            latest[one.row] = one


def _dated(kpi: Kpi, entries: list[WrittenTarget]) -> Iterator[_Dated]:
    """The targets with a readable date; levels are one row, periods of each length in months another."""
    periods = {target.period_name: target.period for target in kpi.targets if target.period}
    for entry in entries:
        start, period = entry.start, periods.get(entry.text("period"))
        if start and "period" not in entry.said:
            yield _Dated(-1, start, str(start), entry.said["from"])
        elif period:
            said = shorten(entry.text("period"))
            yield _Dated((period.days + 5) // 31, period, said, entry.said["period"])


def _start(one: _Dated) -> date:
    return one.when.start if isinstance(one.when, Period) else one.when


def _plan(kpi: Kpi, dates: list[Scalar]) -> Iterator[Diagnostic]:
    """The first date of a plan that is not after all before it."""
    latest: date | None = None
    taken: set[date] = set()
    for node in dates:
        day = read_day(node.text)
        if day is None:
            continue
        if day in taken:
            message = f"the plan has two values for {day}, and only the last one counts"
            yield finding(kpi.path, node.mark, "K302", message, "take one of them away", span(node.text))
            return
        if latest and day < latest:
            message = f"the plan goes back from {latest} to {day}"
            hint = "put the plan in the order of its dates"
            yield finding(kpi.path, node.mark, "K302", message, hint, span(node.text))
            return
        taken.add(day)
        latest = day
