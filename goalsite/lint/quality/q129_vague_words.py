"""A key result says how much, not only that something gets better.

## Why

"Improve onboarding" is reached by any change at all, and missed by any that somebody expected to be larger. Without a
number everybody agrees at the start and nobody at the end.

## Wrong

`goals/2026-Q4/welcome.md`

```markdown
---
title: New customers feel at home
owner: ada
key_results:
  - id: onboarding
    title: Improve onboarding
    owner: lin
  - id: first
    title: First success within a quarter of an hour
    owner: lin
    metric: {unit: min, baseline: 40, target: 15}
---
```

```text
goals/2026-Q4/welcome.md:6:12: Q129 vague-words: "Improve" says that something changes, and no number says how much
  6 |     title: Improve onboarding
    |            ^^^^^^^
  hint: say from what to what: metric: {unit, baseline, target}
```

## Right

`goals/2026-Q4/welcome.md`

```markdown
---
title: New customers feel at home
owner: ada
key_results:
  - id: onboarding
    title: Improve onboarding
    owner: lin
    metric: {unit: "%", baseline: 45, target: 70}
---
```

## How to fix

Ask how you would notice, and write that down with its start and its target as `metric:`. What cannot be counted may
be judged by hand, when `description:` says with numbers what is worth 0 and what is worth 1.

Only key results without any number in measure, title and description are told, and once: a task is told as Q107, a
count of activity as Q108; what is told here is not told again as without measure (Q106).

## Source

John Doerr, *Measure What Matters*: key results are specific, time-bound and measurable.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.lint.near import NearObjective


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """Every key result of an open objective that promises a change and has no number."""
    goal = near.goal
    if not near.is_open:
        return
    for result, why in near.causes:
        if why is None or why[0] != "vague":
            continue
        _, begin, end = why
        place = near.written.title(result)
        message = f'"{result.title[begin:end]}" says that something changes, and no number says how much'
        hint = "say from what to what: metric: {unit, baseline, target}"
        mark = Mark(place.line, place.column + begin)
        yield finding(goal.path, mark, "Q129", message, hint, end - begin)
