"""A weight or share below zero.

## Why

A weight says how much something counts. Less than nothing would make a goal better by missing it.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    weight: -1
    metric: {unit: "%", baseline: 52, target: 65}
---
```

```text
goals/2026-Q4/checkout.md:7:13: S014 bad-weight: weight is -1, must be a number, 0 or more
  7 |     weight: -1
    |             ^^
```

`goals/kpis/revenue.md`

```markdown
---
title: Revenue
unit: €
rollup: sum
---
```

`goals/kpis/returns.md`

```markdown
---
title: Value of what is sent back
unit: €
cascades_from: {kpi: revenue, share: -40%}
---
```

```text
goals/kpis/returns.md:4:38: S014 bad-weight: share is -40%, must be a share of 0 or more, such as 0.4 or 40%
  4 | cascades_from: {kpi: revenue, share: -40%}
    |                                      ^^^^
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
    weight: 2
    metric: {unit: "%", baseline: 52, target: 65}
  - id: watch
    title: Fewer are asked for a password
    weight: 0
    metric: {unit: "%", baseline: 30, target: 10}
---
```

## How to fix

Write 0 for what is shown and judged and moves no number, and leave the key out where all count alike. To take something
off a total, make it a formula: `sales - returns`.

## Source

The file format, sections *Key result* and *What is required*.
"""
