"""A site has one north star.

## Why

The north star decides when two good things get in each other's way. With two of them nothing is decided, and each unit
follows the one that suits it.

## Wrong

`goals/kpis/kept-goals.md`

```markdown
---
title: Customers who come back
unit: "%"
north_star: true
---
```

`goals/kpis/revenue.md`

```markdown
---
title: Revenue
unit: €
north_star: true
---
```

```text
goals/kpis/revenue.md:4:13: K305 several-north-stars: the KPI is a north star, and so is kpis/kept-goals, "Customers who come back"
  4 | north_star: true
    |             ^^^^
  hint: keep the one that says best what customers get from us
```

## Right

`goals/kpis/kept-goals.md`

```markdown
---
title: Customers who come back
unit: "%"
north_star: true
---
```

`goals/kpis/revenue.md`

```markdown
---
title: Revenue
unit: €
---
```

## How to fix

Keep the one that shows best that customers get what they come for and that every unit can help to move; take
`north_star:` away from the others. They can lead to it with `cascades_from:` or by a goal they support. If you really
have several businesses, each may have its own site, joined by `sites:`.

## Source

Sean Ellis and Morgan Brown, *Hacking Growth*: one north star metric that captures the value customers get.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.near import Site
from goalsite.model.shapes import shorten


def check(site: Site) -> Iterator[Diagnostic]:
    """Each north star after the first, by id."""
    stars = [kpi for kpi in site.corpus.kpis if kpi.north_star]
    for kpi in stars[1:]:
        message = f'the KPI is a north star, and so is {stars[0].id}, "{shorten(stars[0].title)}"'
        hint = "keep the one that says best what customers get from us"
        yield finding(kpi.path, kpi.marks["north_star"], "K305", message, hint, len("true"))
