"""An objective says in words where to go; the number belongs to a key result.

## Why

A number in the title makes the objective a key result with nothing above it: nobody learns what it is good for,
and when the number turns out wrong the whole goal has to be renamed. People remember a sentence, not a figure.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Checkout converts 25 % better
owner: ada
---
```

```text
goals/2026-Q4/checkout.md:2:26: Q103 digits-in-title: the title holds "25", which belongs in a key result
  2 | title: Checkout converts 25 % better
    |                          ^^
  hint: say in words what gets better, and measure it with a key result
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    owner: lin
    metric: {unit: "%", baseline: 52, target: 65}
---
```

## How to fix

Move the number into `metric:` of a key result, with its baseline. Digits that are part of a name (`HTTP/3`,
`B2B`, `S3`) and years are no numbers in this sense.

## Source

John Doerr, *Measure What Matters*: objectives are what, significant and in words; key results are how, with
numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.lint.near import NearObjective

# A number stands by itself, or with its currency or multiplier: digits inside a name are no number.
_NUMBER = re.compile(
    r"(?<![A-Za-z\d_/.-])[¥$€£]?\d[\d.,]*(?:[kKMx](?![A-Za-z])|[%％万亿千百倍])?(?![A-Za-z\d_/-])"
)
_YEAR = re.compile(r"(?:19|20)\d\d[.,]?")


def check(near: NearObjective) -> Iterator[Diagnostic]:
    """The first number of an open objective's title."""
    goal = near.goal
    if not near.is_open:
        return
    for match in _NUMBER.finditer(goal.title):
        if _YEAR.fullmatch(match[0]):
            continue
        place = near.written.title()
        number = match[0].rstrip(".,")
        message = f'the title holds "{number}", which belongs in a key result'
        hint = "say in words what gets better, and measure it with a key result"
        mark = Mark(place.line, place.column + match.start())
        yield finding(goal.path, mark, "Q103", message, hint, len(number))
        return
