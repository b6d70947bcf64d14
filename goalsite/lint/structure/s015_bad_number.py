"""A number that cannot be read, or not in this unit.

## Why

`1.200` is a thousand in one country and little more than one in another, and `12 s` is not 12 minutes. A number that
could be read in two ways is not read at all.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: half, target: 65}
---
```

```text
goals/2026-Q4/checkout.md:7:35: S015 bad-number: baseline is "half", must be a number in %
  7 |     metric: {unit: "%", baseline: half, target: 65}
    |                                   ^^^^
```

A comma for the fraction:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: wait
    title: Paying is done before one notices
    metric: {unit: s, baseline: "12,5", target: 4}
---
```

```text
goals/2026-Q4/checkout.md:7:33: S015 bad-number: baseline is "12,5", must be a number in s
  7 |     metric: {unit: s, baseline: "12,5", target: 4}
    |                                 ^^^^
  hint: write a fraction with a point: 12.5
```

A unit that the metric does not name:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: wait
    title: Paying is done before one notices
    metric: {baseline: 12 s, target: 4}
---
```

```text
goals/2026-Q4/checkout.md:7:24: S015 bad-number: baseline is "12 s", must be a number
  7 |     metric: {baseline: 12 s, target: 4}
    |                        ^^^^
  hint: if it has a unit, say so in unit:
```

Another unit than the metric's:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: wait
    title: Paying is done before one notices
    metric: {unit: s, baseline: 12, target: 4}
    checkins:
      - {date: 2026-11-09, value: 900 ms}
---
```

```text
goals/2026-Q4/checkout.md:9:35: S015 bad-number: value is "900 ms", must be a number in s
  9 |       - {date: 2026-11-09, value: 900 ms}
    |                                   ^^^^^^
```

Another unit than the KPI's:

`goals/kpis/answer-time.md`

```markdown
---
title: Time to answer
unit: ms
direction: lower
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: wait
    title: Paying is done before one notices
    metric: {kpi: answer-time, unit: s, baseline: 12, target: 4}
---
```

```text
goals/2026-Q4/checkout.md:7:38: S015 bad-number: unit is "s", and answer-time is in "ms"
  7 |     metric: {kpi: answer-time, unit: s, baseline: 12, target: 4}
    |                                      ^
  hint: take it away: the KPI's counts
```

Judged by hand:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: praise
    title: Customers tell others how easy it was
    checkins:
      - {date: 2026-11-09, value: good}
---
```

```text
goals/2026-Q4/checkout.md:8:35: S015 bad-number: value is "good", must be a number from 0 to 1, or such as 40%
  8 |       - {date: 2026-11-09, value: good}
    |                                   ^^^^
  hint: say how much of it is there, or add metric: with a target
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: 65}
    checkins:
      - {date: 2026-11-09, value: 58, confidence: 7}
---
```

```text
goals/2026-Q4/checkout.md:9:51: S015 bad-number: confidence is 7, must be a number from 0 to 1, or such as 7/10
  9 |       - {date: 2026-11-09, value: 58, confidence: 7}
    |                                                   ^
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: 65}
    checkins:
      - {date: 2026-11-09, value: 58, confidence: high}
---
```

```text
goals/2026-Q4/checkout.md:9:51: S015 bad-number: confidence is "high", must be a number from 0 to 1, or such as 7/10
  9 |       - {date: 2026-11-09, value: 58, confidence: high}
    |                                                   ^^^^
```

`goals/2026-Q3/checkout.md`

```markdown
---
title: Buying from us asks for no account
owner: ada
status: closed
outcome: partly
score: 7
---
```

```text
goals/2026-Q3/checkout.md:6:8: S015 bad-number: score is 7, must be a number from 0 to 1
  6 | score: 7
    |        ^
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
order: first
---
```

```text
goals/2026-Q4/checkout.md:4:8: S015 bad-number: order is "first", must be a number
  4 | order: first
    |        ^^^^^
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
weight: double
---
```

```text
goals/2026-Q4/checkout.md:4:9: S015 bad-number: weight is "double", must be a number, 0 or more
  4 | weight: double
    |         ^^^^^^
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: answers
    title: The shop answers at once meanwhile
    maintain: {unit: s, max: 1, every: week, allowed_misses: 1.5}
---
```

```text
goals/2026-Q4/checkout.md:7:62: S015 bad-number: allowed_misses is 1.5, must be a whole number
  7 |     maintain: {unit: s, max: 1, every: week, allowed_misses: 1.5}
    |                                                              ^^^
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: answers
    title: The shop answers at once meanwhile
    maintain: {unit: s, max: 1, every: week, allowed_misses: -1}
---
```

```text
goals/2026-Q4/checkout.md:7:62: S015 bad-number: allowed_misses is -1, must be a number, 0 or more
  7 |     maintain: {unit: s, max: 1, every: week, allowed_misses: -1}
    |                                                              ^^
```

`goals/kpis/revenue.md`

```markdown
---
title: Revenue
unit: €
rollup: sum
---
```

`goals/kpis/online.md`

```markdown
---
title: Revenue online
unit: €
cascades_from: {kpi: revenue, share: most}
---
```

```text
goals/kpis/online.md:4:38: S015 bad-number: share is "most", must be a share of 0 or more, such as 0.4 or 40%
  4 | cascades_from: {kpi: revenue, share: most}
    |                                      ^^^^
```

A row of a table:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: wait
    title: Paying is done before one notices
    metric: {unit: s, baseline: 12, target: 4}
---
```

`goals/2026-Q4/checkout.checkins.csv`

```csv
date,kr,value,confidence,note
2026-11-02,wait,11,0.6,
2026-11-09,wait,quick,0.6,wallets work
```

```text
goals/2026-Q4/checkout.checkins.csv:3:17: S015 bad-number: value is "quick", must be a number in s
  3 | 2026-11-09,wait,quick,0.6,wallets work
    |                 ^^^^^
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
---
```

`goals/kpis/conversion.csv`

```csv
date,value
2026-09,56
2026-10,n/a
```

```text
goals/kpis/conversion.csv:3:9: S015 bad-number: value is "n/a", must be a number in %
  3 | 2026-10,n/a
    |         ^^^
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: wait
    title: Paying is done before one notices
    metric: {unit: s, baseline: 12 s, target: 4 s}
    checkins:
      - {date: 2026-11-09, value: 9.5, confidence: 7/10}
  - id: income
    title: More is sold online
    metric: {unit: €, baseline: €1.2M, target: "1,500,000"}
---
```

## How to fix

Write the number with a point for its fraction and, if you like, commas between groups of three; then `k`, `M`, `万` and
so on, then the unit that `unit:` names. In a table leave the cell empty where there is no value.

## Source

The file format, section *Scalars, dates and numbers*.
"""
