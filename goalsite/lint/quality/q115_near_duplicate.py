"""What two goals say alike is one goal with two owners, or says how the two belong together.

## Why

Two teams that pursue the same thing without knowing of each other do the work twice, or leave it to each other. Where
it is meant to be shared, a link says so, and readers see one result and not two.

## Wrong

`goals/shop/team.md`

```markdown
---
title: Shop
---
```

`goals/shop/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: lin
---
```

`goals/web/team.md`

```markdown
---
title: Web
---
```

`goals/web/2026-Q4/buying.md`

```markdown
---
title: Buying from us takes no thought at all
owner: sam
---
```

```text
goals/web/2026-Q4/buying.md:2:8: Q115 near-duplicate: the title says nearly the same as "Buying from us takes no thought" (shop/2026-Q4/checkout)
  2 | title: Buying from us takes no thought at all
    |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: if they are one, add same_as: [shop/2026-Q4/checkout]; else say how they differ
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
key_results:
  - id: minutes
    title: Time from basket to receipt
    metric: {unit: min, baseline: 9, target: 3}
---
```

`goals/2026-Q4/returning.md`

```markdown
---
title: Customers come back by themselves
key_results:
  - id: quick
    title: The time from basket to receipt
    metric: {unit: min, baseline: 9, target: 3}
---
```

```text
goals/2026-Q4/returning.md:5:12: Q115 near-duplicate: the key result says the same, with the same numbers, as one of 2026-Q4/checkout
  5 |     title: The time from basket to receipt
    |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: keep it in one place, and link the other objective to it
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
key_results:
  - id: minutes
    title: Time from basket to receipt
    metric: {unit: min, baseline: 9, target: 3}
  - id: quick
    title: Time from basket to receipt
    metric: {unit: min, baseline: 9, target: 3}
---
```

```text
goals/2026-Q4/checkout.md:8:12: Q115 near-duplicate: the key result says the same, with the same numbers, as one above it
  8 |     title: Time from basket to receipt
    |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: keep it in one place, and link the other objective to it
```

## Right

`goals/shop/team.md`

```markdown
---
title: Shop
---
```

`goals/shop/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: lin
---
```

`goals/web/team.md`

```markdown
---
title: Web
---
```

`goals/web/2026-Q4/buying.md`

```markdown
---
title: Buying from us takes no thought
owner: sam
same_as: [shop/2026-Q4/checkout]
---
```

## How to fix

If both mean one result, write `same_as:` in one of them, or keep only one and name the others as `contributors`. If one is
a part of the other, write `contributes:` or `supports:`. If they differ, let the titles say in what. Key results are
looked at only where their numbers are the same, too. How alike titles must be is the threshold `similarity`.

## Source

John Doerr, *Measure What Matters*: goals that all can see show where teams do the same work twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.core.periods import Period
from goalsite.lint.likeness import words
from goalsite.lint.linked import Linked
from goalsite.lint.near import Site
from goalsite.lint.titles import Titles
from goalsite.model.records import KeyResult, Measure, Metric, Milestones, Objective, Zones
from goalsite.model.shapes import shorten, span

_Words = tuple[str, ...]


def check(site: Site) -> Iterator[Diagnostic]:
    """Open objectives, and key results with the same numbers, that say what an earlier one says."""
    linked = Linked.by(site.graph.edges)
    goals = sorted(
        (goal for goal in site.open_objectives if goal.person is None),
        key=lambda goal: (_window(goal, site).start, goal.id),
    )
    told = set()
    for goal, earlier in _alike(goals, site, linked):
        told.add((earlier.id, goal.id))
        message = f'the title says nearly the same as "{shorten(earlier.title)}" ({earlier.id})'
        hint = f"if they are one, add same_as: [{earlier.id}]; else say how they differ"
        mark = site.written(goal).title()
        yield finding(goal.path, mark, "Q115", message, hint, span(goal.title))
    for earlier, goal, result in _copies(goals, site, linked):
        if (earlier.id, goal.id) not in told:
            where = "one above it" if earlier is goal else f"one of {earlier.id}"
            message = f"the key result says the same, with the same numbers, as {where}"
            hint = "keep it in one place, and link the other objective to it"
            mark = result.marks.get("title", result.mark)
            yield finding(goal.path, mark, "Q115", message, hint, span(result.title))


def _alike(goals: Sequence[Objective], site: Site, linked: Linked) -> Iterator[tuple[Objective, Objective]]:
    """Each objective that says what earlier ones say and is linked to none of those, with the first."""
    least = site.threshold("Q115", "similarity")
    titles = {goal.id: words(goal.title) for goal in goals}
    said = Titles.of(titles.values())
    for goal in goals:
        title = titles[goal.id]
        others = [one for one in said.like(title, least) if _meet(_window(one, site), _window(goal, site))]
        if others and not any(linked.between(one.id, goal.id) for one in others):
            yield goal, others[0]
        said.add(goal, title)


def _copies(
    goals: Sequence[Objective], site: Site, linked: Linked
) -> Iterator[tuple[Objective, Objective, KeyResult]]:
    """Each key result that an earlier one says with the same numbers, after the objectives of both."""
    titled = [(words(result.title), goal, result) for goal in goals for result in goal.key_results]
    often = Counter([title for title, _, _ in titled])
    said: dict[tuple[_Words, Measure], Objective] = {}
    for title, goal, result in titled:
        if often[title] == 1:  # as that of nearly all, whose measures need not be looked at
            continue
        measure = result.measure
        if not _has_numbers(measure) or result.dropped or result.replaced_by:
            continue
        key = title, measure
        if key not in said:
            said[key] = goal
            continue
        earlier = said[key]
        known = earlier is not goal and linked.between(earlier.id, goal.id)
        if not known and _meet(_window(earlier, site), _window(goal, site)):
            yield earlier, goal, result


def _has_numbers(measure: Measure) -> bool:
    """Whether copies are known by a measure; Q116 looks at those of KPIs."""
    if isinstance(measure, Metric):
        return measure.kpi is None
    return isinstance(measure, (Milestones, Zones))


def _window(goal: Objective, site: Site) -> Period:
    return site.analysis.objectives[goal.id].window


def _meet(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end
