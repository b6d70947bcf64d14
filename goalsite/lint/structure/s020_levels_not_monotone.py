"""Levels that do not rise or fall all the way.

## Why

Commit, target and stretch are steps of one stair. When a step leads back, one value would be worth two scores.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", levels: {commit: 65, target: 58, stretch: 72}}
---
```

```text
goals/2026-Q4/checkout.md:7:25: S020 levels-not-monotone: levels 65, 58, 72 must all rise or all fall
  7 |     metric: {unit: "%", levels: {commit: 65, target: 58, stretch: 72}}
    |                         ^^^^^^
  hint: put them in the order in which they are reached
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: wait
    title: Paying is done before one notices
    metric:
      unit: s
      baseline: 3
      levels: {commit: 4, target: 6, stretch: 2}
---
```

```text
goals/2026-Q4/checkout.md:10:7: S020 levels-not-monotone: baseline and levels 3, 4, 6, 2 must all rise or all fall
  10 |       levels: {commit: 4, target: 6, stretch: 2}
     |       ^^^^^^
  hint: put them in the order in which they are reached
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
    metric: {unit: "%", baseline: 52, levels: {commit: 58, target: 65, stretch: 72}}
  - id: wait
    title: Paying is done before one notices
    metric: {unit: s, baseline: 12, levels: {commit: 6, target: 4, stretch: 2}}
---
```

## How to fix

Put them in order, from where you start to what would be a surprise: baseline, commit, target, stretch. All rise, or all
fall.

## Source

The file format, section *Measures*.
"""
