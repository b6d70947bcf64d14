"""A target that equals its baseline.

## Why

From 52 to 52 there is no way to go: the key result would be reached on the day it is written, and its progress is a
division by zero.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: answers
    title: The shop answers as fast as before
    metric: {unit: s, baseline: 1, target: 1}
---
```

```text
goals/2026-Q4/checkout.md:7:44: S019 no-distance: the target 1 equals the baseline, so there is no way to go
  7 |     metric: {unit: s, baseline: 1, target: 1}
    |                                            ^
  hint: use maintain: for a value that is to stay
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: answers
    title: The shop answers as fast as before
    maintain: {unit: s, max: 1, every: week}
---
```

## How to fix

What is to stay as it is takes `maintain` with `min` or `max`. Otherwise mend the baseline, or leave it out: then it is the
first value of the cycle.

## Source

The file format, section *Measures*.
"""
