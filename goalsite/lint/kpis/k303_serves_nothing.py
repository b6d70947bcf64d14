"""A KPI serves a goal, or another KPI that does.

## Why

Some figures are on the page because they are easy to count. They take attention from those that matter, and sooner or
later somebody improves them for their own sake.

## Wrong

`goals/2026/trust.md`

```markdown
---
title: Customers trust us with their money
owner: ada
---
```

`goals/kpis/page-views.md`

```markdown
---
title: Page views
unit: views
owner: lin
---
```

```text
goals/kpis/page-views.md:2:8: K303 serves-nothing: the KPI supports no goal, and none supports, improves, guards or reads it
  2 | title: Page views
    |        ^^^^^^^^^^
  hint: write supports: with the goal it serves, or stop counting it
```

## Right

`goals/2026/trust.md`

```markdown
---
title: Customers trust us with their money
owner: ada
---
```

`goals/kpis/disputes.md`

```markdown
---
title: Payments that customers dispute
unit: "%"
direction: lower
owner: lin
supports: [trust]
---
```

## How to fix

Say with `supports:` which goal the KPI serves, or name it under `improves:` or `guards:` of the objective that is to move
or to keep it. What a key result, a formula or a roll-up reads has its use, and so has a north star, a part of
another KPI, one that has parts, and a person's own. If no goal comes to mind, stop counting it: nobody will miss it.
Nothing is told on a site that has no objectives.

## Source

Robert Kaplan and David Norton, *The Balanced Scorecard*: each measure is a link in a chain of cause and effect that ends at
the strategy. David Parmenter, *Key Performance Indicators*, on measures that nobody would miss.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.near import Site
from goalsite.model.records import Kpi
from goalsite.model.shapes import span


def check(site: Site) -> Iterator[Diagnostic]:
    """KPIs that nothing leads to and that lead to nothing, where there are objectives that they could serve."""
    if not site.corpus.objectives:
        return
    read = {*site.graph.measures.values(), *site.graph.formulas.values()}
    for kpi in site.corpus.kpis:
        if not (_has_own_purpose(kpi) or kpi.id in read or site.edges_to.get(kpi.id)):
            message = "the KPI supports no goal, and none supports, improves, guards or reads it"
            hint = "write supports: with the goal it serves, or stop counting it"
            mark = site.written(kpi).title()
            yield finding(kpi.path, mark, "K303", message, hint, span(kpi.title))


def _has_own_purpose(kpi: Kpi) -> bool:
    """Whether its own file says what it is for; a reference that means nothing was told."""
    names_one = kpi.supports or kpi.cascades_from or "cascades_from" in kpi.marks
    return bool(names_one or kpi.north_star or kpi.person)
