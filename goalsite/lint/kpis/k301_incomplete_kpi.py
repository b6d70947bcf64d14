"""A KPI says what it counts, in which unit, which way is better, who answers for it, from where and how often.

## Why

A figure without a definition is counted differently by everybody, and one that nobody owns is discussed and not changed.
Who meets the KPI for the first time has no one to ask: what is missing here comes back as a question in every meeting.

## Wrong

`goals/kpis/answer-time.md`

```markdown
---
title: Time until a question is answered
unit: h
owner: lin
targets: [{from: 2026-10-01, target: 8, red: 16}]
series: [[2026-11-08, 9], [2026-11-15, 7.5]]
---
```

```text
goals/kpis/answer-time.md:2:8: K301 incomplete-kpi: the KPI has no definition, direction, source and frequency
  2 | title: Time until a question is answered
    |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: write definition: so that two people who read it count the same
```

What all KPIs of a site lack, of three or more, is told once:

`goals/kpis/answer-time.md`

```markdown
---
title: Time until a question is answered
definition: Median of the working hours from a question to our first answer that helps.
unit: h
direction: lower
frequency: week
source: The help desk's weekly report.
---
```

`goals/kpis/orders.md`

```markdown
---
title: Orders
definition: Orders that were paid, counted on the day they were placed.
unit: orders
frequency: week
source: The shop's database.
---
```

`goals/kpis/visits.md`

```markdown
---
title: Visits
definition: Visits of people, robots left out; one a day and browser.
unit: visits
frequency: week
source: The web server's log.
---
```

```text
goals/kpis/answer-time.md:2:8: K301 incomplete-kpi: none of the 3 KPIs has an owner, this one first
  2 | title: Time until a question is answered
    |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: write owner: with the one person who answers for it
```

## Right

`goals/kpis/answer-time.md`

```markdown
---
title: Time until a question is answered
definition: Median of the working hours from a question to our first answer that helps.
unit: h
direction: lower
owner: lin
frequency: week
targets: [{from: 2026-10-01, target: 8, red: 16}]
source: The help desk's weekly report.
series: [[2026-11-08, 9], [2026-11-15, 7.5]]
---
```

`goals/kpis/orders.md`

```markdown
---
title: Orders
definition: Orders that were paid, counted on the day they were placed.
unit: orders
owner: ada
frequency: week
source: The shop's database.
---
```

## How to fix

Write the line that the hint names, then the others. `direction` is `higher` where it is left out; it is named where
more is missing, or where other KPIs say even `direction: higher`, so that it is thought of. These are no gaps: source and
frequency of a KPI that is computed (`formula`, `rollup`); its definition too, where a formula says it, and its unit,
since a quotient may have none; the owner of a
person's own KPI.

## Source

Andy Neely and others, *Designing performance measures: a structured approach*: the record sheet of a measure, with formula,
frequency, source and who acts on it. David Parmenter, *Key Performance Indicators*: a KPI is tied to somebody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.near import Site
from goalsite.model.records import Kpi
from goalsite.model.shapes import span

_HINTS = {
    "definition": "write definition: so that two people who read it count the same",
    "unit": 'write unit: with what is counted, such as "%" or min',
    "direction": "write direction: higher, lower or range",
    "owner": "write owner: with the one person who answers for it",
    "source": "write source: with where the numbers come from",
    "frequency": "write frequency: day, week, month, quarter, year or irregular",
}
_MANY = 3  # from so many KPIs on, what none of them has is the site's habit


def check(site: Site) -> Iterator[Diagnostic]:
    """Every KPI that lacks something; what all of them lack, at the first."""
    lacking = [(kpi, _gaps(kpi)) for kpi in site.corpus.kpis]
    common = set(_HINTS).intersection(*(gaps for _, gaps in lacking)) if len(lacking) >= _MANY else set()
    # Where others write even the default, one that lacks it was forgotten.
    says_direction = any("direction" in kpi.marks and kpi.direction == "higher" for kpi in site.corpus.kpis)
    common.discard("direction")  # whose default was then meant
    for position, (kpi, gaps) in enumerate(lacking):
        shared = [gap for gap in gaps if gap in common]
        own = [gap for gap in gaps if gap not in common]
        if shared and position == 0:
            article = "an" if shared[0] == "owner" else "a"
            message = f"none of the {len(lacking)} KPIs has {article} {_listed(shared, 'or')}, this one first"
            yield _told(kpi, message, shared, site)
        if own and (own != ["direction"] or (says_direction and not _is_computed(kpi))):
            yield _told(kpi, f"the KPI has no {_listed(own, 'and')}", own, site)


def _gaps(kpi: Kpi) -> list[str]:
    needless = {"source", "frequency"} if _is_computed(kpi) else set()
    if "formula" in kpi.marks:
        needless |= {"definition", "unit"}
    if kpi.person:
        needless.add("owner")
    return [key for key in _HINTS if key not in kpi.marks and key not in needless]


def _is_computed(kpi: Kpi) -> bool:
    return not {"formula", "rollup"}.isdisjoint(kpi.marks)


def _listed(gaps: Sequence[str], last: str) -> str:
    return f"{', '.join(gaps[:-1])} {last} {gaps[-1]}" if len(gaps) > 1 else gaps[0]


def _told(kpi: Kpi, message: str, gaps: Sequence[str], site: Site) -> Diagnostic:
    return finding(kpi.path, site.written(kpi).title(), "K301", message, _HINTS[gaps[0]], span(kpi.title))
