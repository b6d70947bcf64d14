"""No value is ten or a hundred times its neighbours.

## Why

Numbers are typed late on a Friday. A missing point or a thousand too many turns a chart into one spike and a status
into nonsense, and often nobody notices until somebody asks in a meeting.

## Wrong

`goals/2026-Q4/builds.md`

```markdown
---
title: Every engineer trusts a green build
owner: ada
key_results:
  - id: p50
    title: Little time from push to green
    metric: {unit: min, baseline: 14, target: 5}
    checkins:
      - {date: 2026-10-26, value: 12.5, confidence: 0.5}
      - {date: 2026-11-02, value: 112, confidence: 0.6}
      - {date: 2026-11-09, value: 10.5, confidence: 0.65}
---
```

```text
goals/2026-Q4/builds.md:10:35: R210 slipped-digit: the value 112 is about ten times its neighbours 12.5 and 10.5
  10 |       - {date: 2026-11-02, value: 112, confidence: 0.6}
     |                                   ^^^
  hint: see whether a digit or the point slipped
```

`goals/kpis/availability.md`

```markdown
---
title: Availability
unit: "%"
---
```

`goals/kpis/availability.csv`

```csv
date,value
2026-10-12,99.91
2026-10-19,99.95
2026-10-26,99.93
2026-11-02,9.994
```

```text
goals/kpis/availability.csv:5:1: R210 slipped-digit: the value 9.994 is about 1/10 of the values before it, 99.91, 99.95 and 99.93
  5 | 2026-11-02,9.994
    | ^^^^^^^^^^^^^^^^
  hint: see whether a digit or the point slipped
```

## Right

`goals/kpis/readers.md`

```markdown
---
title: Readers
series: [[2026-07, 900], [2026-08, 1400], [2026-09, 4800], [2026-10, 9700]]
---
```

## How to fix

Correct the value. If it is right after all, set the rule aside in the goal's file with `lint: {R210: …}` and say what
happened: readers will ask the same question. Growth, series that cross zero, heights that come again and small whole
numbers are left alone; the last value is told only where those before it were steady.

## Source

Stephen Few, *Now You See It*: an outlier is first of all a question to whoever wrote it down.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.quantities import spelt
from goalsite.lint.near import NearKpi, NearObjective
from goalsite.lint.points import beginnings, rows, stretches, where
from goalsite.lint.reports import width
from goalsite.lint.sequences import FACTORS, Slip, slips
from goalsite.model.records import Kpi, Manual, Metric, Point

_HINT = "see whether a digit or the point slipped"


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """Slipped values among the check-ins of key results."""
    for result, figures in near.results:
        values = [one.value for one in figures.checkins if isinstance(one.value, float)]
        measure = result.measure
        before = measure.baseline if isinstance(measure, Metric) else None
        target = (
            measure.target if isinstance(measure, Metric) else 1.0 if isinstance(measure, Manual) else None
        )
        for slip in slips(values, before, target):
            day = [one.date for one in figures.checkins if isinstance(one.value, float)][slip.at]
            value = values[slip.at]
            place = near.written.checkin(result, day, "value")
            yield finding(
                place.path, place.mark, "R210", _message(value, slip), _HINT, width(place, spelt(value))
            )


def check_kpi(kpi: Kpi, near: NearKpi) -> Iterator[Diagnostic]:
    """Slipped values among the points of a KPI."""
    begins = beginnings(kpi, near)
    slipped: dict[Point, Slip] = {}
    for points in rows(kpi, near):
        for stretch in stretches(points, begins):
            slipped |= {stretch[slip.at]: slip for slip in slips([point.value for point in stretch])}
    for point, row in where(slipped, kpi, near):
        message = _message(point.value, slipped[point])
        yield finding(row.value.path, row.value.mark, "R210", message, _HINT, row.width)


def _message(value: float, slip: Slip) -> str:
    times = f"{FACTORS[slip.factor]} times" if slip.larger else f"1/{slip.factor} of"
    which = "neighbours" if len(slip.neighbours) == 2 else "values before it,"
    numbers = ", ".join(spelt(one) for one in slip.neighbours[:-1])
    beside = f"{numbers} and {spelt(slip.neighbours[-1])}"
    if len(slip.neighbours) == 2:
        return f"the value {spelt(value)} is about {times} its {which} {beside}"
    return f"the value {spelt(value)} is about {times} the {which} {beside}"
