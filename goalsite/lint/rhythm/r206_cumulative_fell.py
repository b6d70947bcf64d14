"""What only ever adds up does not fall.

## Why

Downloads so far, revenue since January, interviews held: such a figure cannot go down. Where it does, one of the two
values is wrong, or it counts something else than it says; and every pace and score built on it is wrong, too.

## Wrong

`goals/2026-Q4/listen.md`

```markdown
---
title: We know our customers by name
owner: ada
key_results:
  - id: talks
    title: Cumulative interviews with customers
    metric: {unit: interviews, baseline: 0, target: 40}
    checkins:
      - {date: 2026-10-26, value: 12, confidence: 0.5}
      - {date: 2026-11-02, value: 19, confidence: 0.6}
      - {date: 2026-11-09, value: 16, confidence: 0.6}
---
```

```text
goals/2026-Q4/listen.md:11:35: R206 cumulative-fell: "talks" only ever adds up, and fell from 19 on 2026-11-02 to 16
  11 |       - {date: 2026-11-09, value: 16, confidence: 0.6}
     |                                   ^^
  hint: correct the value that is wrong, or say in the title what may fall
```

`goals/kpis/revenue.md`

```markdown
---
title: Revenue this year
unit: €
frequency: quarter
targets: [{period: 2026, target: 1200k}]
series: [[2026-03, 240k], [2026-06, 520k], [2026-09, 480k]]
---
```

```text
goals/kpis/revenue.md:6:54: R206 cumulative-fell: the KPI only ever adds up, and fell from 520000 on 2026-06-30 to 480000
  6 | series: [[2026-03, 240k], [2026-06, 520k], [2026-09, 480k]]
    |                                                      ^^^^
  hint: correct the value that is wrong, or say in the title what may fall
```

`goals/kpis/downloads.md`

```markdown
---
title: Downloads to date
frequency: month
---
```

`goals/kpis/downloads.csv`

```csv
date,value
2026-07-31,1200
2026-08-31,1500
2026-09-30,1400
2026-10-31,1350
```

```text
goals/kpis/downloads.csv:4:1: R206 cumulative-fell: the KPI only ever adds up, and fell from 1500 on 2026-08-31 to 1400
  4 | 2026-09-30,1400
    | ^^^^^^^^^^^^^^^
  hint: correct the value that is wrong, or say in the title what may fall
```

## Right

`goals/2026-Q4/listen.md`

```markdown
---
title: We know our customers by name
owner: ada
key_results:
  - id: talks
    title: Cumulative interviews with customers
    metric: {unit: interviews, baseline: 0, target: 40}
    checkins:
      - {date: 2026-10-26, value: 12, confidence: 0.5}
      - {date: 2026-11-02, value: 16, confidence: 0.6}
      - {date: 2026-11-09, value: 16, confidence: 0.6, note: a week of holidays}
---
```

## How to fix

Find out which of the two values is right and correct the other one. If the figure may fall (active users, a rate),
say so in its title; if the points are each month's own, write `aggregate: sum`. The rule speaks where it can know: of
titles and units that say `cumulative`, `to date`, `so far` or `累计`; of year-to-date series under a target for a
period; and of things that happen once, such as interviews or downloads, that rose from 0 and fell a single time. What
looks like a slipped digit is told by R210.

## Source

Stephen Few, *Now You See It*: before a figure is read, see that it can be what it claims to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from goalsite.analysis.targets import in_force
from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.quantities import EPSILON, spelt
from goalsite.lint.near import NearKpi, NearObjective
from goalsite.lint.points import beginnings, rows, stretches, where
from goalsite.lint.reports import called, width
from goalsite.lint.sequences import slips
from goalsite.model.records import Kpi, Metric, Point

_ADDS_UP = re.compile(
    r"\bcumulative|\bcumulated\b|\baccumulated\b|\brunning total\b|\bso far\b|(?<!up[ -])\bto[- ]date\b|\bYTD\b|\bQTD\b"
    r"|\bsince (?:the )?(?:launch|start|beginning|january)\b|累计|累积|迄今|年初至今",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"\b(?:total|interview(?:s|ed)?|sign-?ups?|registrations?|downloads?|orders|releases|articles|workshops"
    r"|trainings|talks|deploys|deployments|commits|contributions|visits|published|shipped|held|completed)\b"
    r"|总数|访谈|注册|下载|订单",
    re.IGNORECASE,
)
# Levels and rates, which may fall whatever they are called besides.
_MAY_FALL = re.compile(
    r"%|％|/|\b(?:per|rate|ratio|share|average|mean|median|score|active|open|net|balance|weekly|monthly|daily"
    r"|remaining|backlog|a (?:day|week|month)|to (?:update|up))\b|率|比|均|每|净|余额|活跃|剩余",
    re.IGNORECASE,
)
_HINT = "correct the value that is wrong, or say in the title what may fall"
_RISES = 3  # how often something must have risen before its one fall tells


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """The first fall of each key result whose typed values only add up."""
    for result, figures in near.results:
        measure = result.measure
        if not isinstance(measure, Metric) or measure.kpi or measure.target is None:
            continue
        values = [one.value for one in figures.checkins if isinstance(one.value, float)]
        if not _rises(measure, values) or _first_fall(values) is None:
            continue
        kept = _without_slips(values, measure.baseline, measure.target)
        fall = _first_fall([values[at] for at in kept])
        if fall is None or not _only_adds_up(result.title, measure, [values[at] for at in kept]):
            continue
        said = [(one.date, one.value) for one in figures.checkins if isinstance(one.value, float)]
        before, after = said[kept[fall - 1]], said[kept[fall]]
        place = near.written.checkin(result, after[0], "value")
        message = f"{called(result)} {_fell(before[1], after[1], str(before[0]))}"
        yield finding(place.path, place.mark, "R206", message, _HINT, width(place, spelt(after[1])))


def check_kpi(kpi: Kpi, near: NearKpi) -> Iterator[Diagnostic]:
    """The first fall of each series of a KPI that only adds up."""
    name = f"{kpi.title} {kpi.unit}"
    if kpi.aggregate not in ("last", "max") or kpi.direction == "range" or _MAY_FALL.search(name):
        return
    begins = beginnings(kpi, near)
    for points in rows(kpi, near):
        before: tuple[Point, ...] = ()
        for stretch in stretches(points, begins):
            values = [point.value for point in stretch]
            kept = _without_slips(values)
            fall = _first_fall([values[at] for at in kept])
            if fall is not None:
                high, low = stretch[kept[fall - 1]], stretch[kept[fall]]
                if _ADDS_UP.search(name) or _is_year_to_date(kpi, stretch, high, before):
                    yield from _told(kpi, high, low, near)
                    break
            before = stretch


def _rises(measure: Metric, values: Sequence[float]) -> bool:
    """Whether the target lies above where the values begin."""
    begin = values[0] if measure.baseline is None and values else measure.baseline or 0
    return measure.target is not None and measure.target > begin


def _only_adds_up(title: str, measure: Metric, values: Sequence[float]) -> bool:
    name = f"{title} {measure.unit}"
    if _MAY_FALL.search(name):
        return False
    if _ADDS_UP.search(name):
        return True
    steps = [after - before for before, after in pairwise(values)]
    falls = sum(step < -EPSILON for step in steps)
    rises = sum(step > EPSILON for step in steps)
    whole = all(value == int(value) for value in values)
    return bool(_ONCE.search(name)) and measure.baseline == 0 and whole and falls == 1 and rises >= _RISES


def _is_year_to_date(kpi: Kpi, stretch: tuple[Point, ...], high: Point, before: tuple[Point, ...]) -> bool:
    """Whether the values count from the start of their target's period: they begin far below what they reach,
    or fell when the period began."""
    target = in_force(kpi, high.date)
    if not (target and target.period) or high.value <= 0:
        return False
    first = stretch[0].value
    began_anew = bool(before) and before[-1].value > 1.5 * first
    return first >= 0 and (began_anew or first <= high.value / 2)


def _without_slips(
    values: Sequence[float], before: float | None = None, target: float | None = None
) -> list[int]:
    """The positions of the values but for slipped digits."""
    slipped = {slip.at for slip in slips(values, before, target)}
    return [at for at in range(len(values)) if at not in slipped]


def _first_fall(values: Sequence[float]) -> int | None:
    for at, (before, after) in enumerate(pairwise(values), 1):
        if after < before - EPSILON:
            return at
    return None


def _fell(high: float, low: float, since: str) -> str:
    return f"only ever adds up, and fell from {spelt(high)} on {since} to {spelt(low)}"


def _told(kpi: Kpi, high: Point, low: Point, near: NearKpi) -> Iterator[Diagnostic]:
    for _, row in where((low,), kpi, near):
        message = f"the KPI {_fell(high.value, low.value, str(high.date))}"
        yield finding(row.value.path, row.value.mark, "R206", message, _HINT, row.width)
