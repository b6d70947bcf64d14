"""A cycle holds promises and aspirations, and says which is which.

## Why

Where everything is promised, nobody tries what might not work; where everything is an aspiration, nobody can rely on
anything. Readers need to know which of the goals they can build upon.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
commitment: committed
---
```

`goals/2026-Q4/prices.md`

```markdown
---
title: Prices hold no surprise
commitment: committed
---
```

`goals/2026-Q4/returns.md`

```markdown
---
title: Sending things back is no trouble
commitment: committed
---
```

```text
goals/2026-Q4/checkout.md:3:13: Q121 commitment-mix: all 3 active objectives of 2026-Q4 are committed, and none is aspirational
  3 | commitment: committed
    |             ^^^^^^^^^
  hint: say which of them may fall short because it tries something: commitment: aspirational
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
commitment: aspirational
---
```

`goals/2026-Q4/prices.md`

```markdown
---
title: Prices hold no surprise
commitment: aspirational
---
```

`goals/2026-Q4/returns.md`

```markdown
---
title: Sending things back is no trouble
commitment: aspirational
---
```

```text
goals/2026-Q4/checkout.md:3:13: Q121 commitment-mix: all 3 active objectives of 2026-Q4 are aspirational, and none is committed
  3 | commitment: aspirational
    |             ^^^^^^^^^^^^
  hint: say which of them others may rely on: commitment: committed
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
commitment: committed
---
```

`goals/2026-Q4/prices.md`

```markdown
---
title: Prices hold no surprise
commitment: aspirational
---
```

`goals/2026-Q4/returns.md`

```markdown
---
title: Sending things back is no trouble
---
```

## How to fix

Go through the cycle once with two questions: what must others be able to rely on, and where do we want to find out how
far we get? An objective without `commitment:` is aspirational; a cycle in which fewer than `min_objectives` say
`aspirational` themselves has not asked the question yet, and is left alone.

## Source

John Doerr, *Measure What Matters*: committed and aspirational objectives are two kinds, each managed in its own way, and
an organisation needs both.
"""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, finding
from goalsite.lint.near import Site
from goalsite.model.records import Objective


def check(site: Site) -> Iterator[Diagnostic]:
    """Cycles whose active, open objectives are all of one commitment, and say so."""
    least = site.threshold("Q121", "min_objectives")
    cycles: dict[str, list[Objective]] = {}
    for goal in site.open_objectives:
        if goal.state == "active" and goal.person is None:
            cycles.setdefault(goal.cycle, []).append(goal)
    for cycle, goals in cycles.items():
        saying = [goal for goal in goals if "commitment" in goal.marks]
        kinds = {goal.commitment for goal in goals}
        if len(saying) < least or len(kinds) > 1:
            continue
        kind, other = ("committed", "aspirational") if "committed" in kinds else ("aspirational", "committed")
        message = f"all {len(goals)} active objectives of {cycle} are {kind}, and none is {other}"
        hint = {
            "committed": "say which of them may fall short because it tries something: commitment: aspirational",
            "aspirational": "say which of them others may rely on: commitment: committed",
        }[kind]
        first = saying[0]
        yield finding(first.path, first.marks["commitment"], "Q121", message, hint, len(kind))
