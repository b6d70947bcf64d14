"""A start or due day out of order, or outside its cycle.

## Why

A goal is held against the time it has. A window that ends before it begins has no time at all, and one that leaves the
cycle belongs to another plan than the goals beside it.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
due: 2027-01-31
---
```

```text
goals/2026-Q4/checkout.md:4:6: S012 bad-window: due is 2027-01-31, outside the cycle 2026-Q4 (2026-10-01 to 2026-12-31)
  4 | due: 2027-01-31
    |      ^^^^^^^^^^
  hint: keep it inside, or choose another cycle
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
start: 2026-12-01
due: 2026-11-15
---
```

```text
goals/2026-Q4/checkout.md:5:6: S012 bad-window: the window ends on 2026-11-15, before it starts on 2026-12-01
  5 | due: 2026-11-15
    |      ^^^^^^^^^^
  hint: swap the two days, or mend one
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
due: 2026-11-27
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    start: 2026-12-01
    metric: {unit: "%", baseline: 52, target: 65}
---
```

```text
goals/2026-Q4/checkout.md:8:12: S012 bad-window: start is 2026-12-01, after the window ends on 2026-11-27
  8 |     start: 2026-12-01
    |            ^^^^^^^^^^
  hint: move it, or the other end, which the goal or a replacement sets
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
start: 2026-11-02
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    due: 2026-10-23
    metric: {unit: "%", baseline: 52, target: 65}
---
```

```text
goals/2026-Q4/checkout.md:8:10: S012 bad-window: due is 2026-10-23, before the window starts on 2026-11-02
  8 |     due: 2026-10-23
    |          ^^^^^^^^^^
  hint: move it, or the other end, which the goal or a replacement sets
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    start: 2026-09-15
    metric: {unit: "%", baseline: 52, target: 65}
---
```

```text
goals/2026-Q4/checkout.md:7:12: S012 bad-window: start is 2026-09-15, outside the cycle 2026-Q4 (2026-10-01 to 2026-12-31)
  7 |     start: 2026-09-15
    |            ^^^^^^^^^^
  hint: keep it inside, or choose another cycle
```

A window with more periods than anybody judges:

`config.yaml`

```yaml
cycles:
  - {id: era, title: Our first years, start: 2015-01-01, end: 2026-12-31}
```

`goals/era/calm.md`

```markdown
---
title: The shop is simply there
owner: ada
key_results:
  - id: up
    title: The shop answers
    maintain: {unit: "%", min: 99.9, every: day}
---
```

```text
goals/era/calm.md:7:15: S012 bad-window: maintain is judged every day, 4383 times in its window, must be at most 4000 times
  7 |     maintain: {unit: "%", min: 99.9, every: day}
    |               ^
  hint: judge it by a longer period, or narrow the window with start and due
```

In the configuration:

`config.yaml`

```yaml
cycles:
  - {id: spring-sale, start: 2026-03-29, end: 2026-03-02}
```

```text
config.yaml:2:47: S012 bad-window: a cycle ends on 2026-03-02, before it starts on 2026-03-29
  2 |   - {id: spring-sale, start: 2026-03-29, end: 2026-03-02}
    |                                               ^^^^^^^^^^
  hint: swap the two days, or mend one
```

`config.yaml`

```yaml
holidays:
  - {start: 2026-12-24, end: 2026-01-01, title: Between the years}
```

```text
config.yaml:2:30: S012 bad-window: a holiday ends on 2026-01-01, before it starts on 2026-12-24
  2 |   - {start: 2026-12-24, end: 2026-01-01, title: Between the years}
    |                              ^^^^^^^^^^
  hint: swap the two days, or mend one
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
due: 2026-12-18
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    start: 2026-11-02
    due: 2026-12-11
    metric: {unit: "%", baseline: 52, target: 65}
---
```

## How to fix

Mend the day, or take it away: without `start` and `due` a goal has its whole cycle. What does not fit into the cycle goes
into the next one with `continues`, or into a longer cycle such as the year.

## Source

The file format, section *Cycles*.
"""
