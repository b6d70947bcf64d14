"""One KPI's movement is claimed by one key result, or the two say how they belong together.

## Why

If two objectives both count the same improvement of a KPI, the site shows two successes where there was one, and when
it does not move both wait for the other. Who moves it should be one, and the rest can say that they contribute.

## Wrong

`goals/kpis/conversion.md`

```markdown
---
title: Share of those who start to pay that do pay
unit: "%"
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
key_results:
  - id: conversion
    metric: {kpi: conversion, baseline: 52, target: 65}
---
```

`goals/2026-Q4/prices.md`

```markdown
---
title: Prices hold no surprise
key_results:
  - id: paid
    metric: {kpi: conversion, baseline: 52, target: 60}
---
```

```text
goals/2026-Q4/prices.md:5:19: Q116 movement-claimed-twice: the movement of "Share of those who start to pay that do…" is claimed by 2026-Q4/checkout#conversion already
  5 |     metric: {kpi: conversion, baseline: 52, target: 60}
    |                   ^^^^^^^^^^
  hint: measure this one by its own part, or link the objectives with contributes: or same_as:
```

`goals/kpis/conversion.md`

```markdown
---
title: Share of those who start to pay that do pay
unit: "%"
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
key_results:
  - id: conversion
    metric: {kpi: conversion, baseline: 52, target: 60}
  - id: more
    metric: {kpi: conversion, baseline: 52, target: 65}
---
```

```text
goals/2026-Q4/checkout.md:7:19: Q116 movement-claimed-twice: the movement of "Share of those who start to pay that do…" is claimed by conversion already
  7 |     metric: {kpi: conversion, baseline: 52, target: 65}
    |                   ^^^^^^^^^^
  hint: keep one of them, or let levels: say how far it may go
```

## Right

`goals/kpis/conversion.md`

```markdown
---
title: Share of those who start to pay that do pay
unit: "%"
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
key_results:
  - id: conversion
    metric: {kpi: conversion, baseline: 52, target: 65}
---
```

`goals/2026-Q4/prices.md`

```markdown
---
title: Prices hold no surprise
contributes: [checkout]
key_results:
  - id: surprised
    title: Customers who stop when they see the whole price
    metric: {unit: "%", baseline: 14, target: 5}
---
```

## How to fix

Leave the KPI to the key result of the one who answers for it, and measure the other objective by its own part. Where the
claim is shared on purpose, link the objectives with `same_as` or `contributes`; a goal that `supports` one of a longer
cycle, as a quarter's does a year's, may move the same KPI. `maintain:` and `guards:`
claim no movement, and neither does a key result of weight 0.

## Source

David Parmenter, *Key Performance Indicators*: a measure works where responsibility for it can be tied to one team.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.periods import Period
from goalsite.lint.linked import Linked
from goalsite.lint.near import Site
from goalsite.model.records import KeyResult, Metric, Objective
from goalsite.model.shapes import Ref, shorten, span


class _Claim(NamedTuple):
    """A key result that counts a KPI's movement, and where it names the KPI."""

    goal: Objective
    result: KeyResult
    window: Period
    ref: Ref


_MOST = 20  # of those who claim one KPI, the earliest are compared with
_SHARING = ("same_as", "contributes", "continues")


def check(site: Site) -> Iterator[Diagnostic]:
    """Each counted key result of an open objective that claims what earlier ones do, linked to none of them."""
    shared = Linked.by(edge for edge in site.graph.edges if edge.type in _SHARING)
    aligned = Linked.by(edge for edge in site.graph.edges if edge.type == "supports")
    claims: dict[str, list[_Claim]] = {}
    for kpi, claim in _claims(site):
        claims.setdefault(kpi, []).append(claim)
    for kpi, rivals in claims.items():
        rivals.sort(key=lambda claim: (claim.window.start, claim.goal.id))
        for position, claim in enumerate(rivals):
            others = [one for one in rivals[: min(position, _MOST)] if _meet(one.window, claim.window)]
            if not others or any(_is_shared(one.goal, claim.goal, shared, aligned) for one in others):
                continue
            first = others[0]
            name = first.result.id if first.goal is claim.goal else f"{first.goal.id}#{first.result.id}"
            title = shorten(site.kpis[kpi].title)
            message = f'the movement of "{title}" is claimed by {name} already'
            hint = "measure this one by its own part, or link the objectives with contributes: or same_as:"
            if first.goal is claim.goal:
                hint = "keep one of them, or let levels: say how far it may go"
            yield finding(claim.goal.path, claim.ref.mark, "Q116", message, hint, span(claim.ref.text))


def _claims(site: Site) -> Iterator[tuple[str, _Claim]]:
    """Every claim of an open objective, with the KPI it claims."""
    for goal in site.open_objectives:
        figures = site.analysis.objectives[goal.id].key_results
        for result, one in zip(goal.key_results, figures, strict=True):
            measure = result.measure
            if isinstance(measure, Metric) and measure.kpi and one.kpi and one.counted and result.weight:
                yield one.kpi, _Claim(goal, result, one.window, measure.kpi)


def _is_shared(one: Objective, other: Objective, shared: Linked, aligned: Linked) -> bool:
    """Whether two objectives say that they claim one thing, or one is a stage in the other's longer cycle."""
    if one is other:
        return False
    return shared.between(one.id, other.id) or (
        one.cycle != other.cycle and aligned.between(one.id, other.id)
    )


def _meet(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end
