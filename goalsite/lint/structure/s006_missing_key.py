"""A key without which the rest cannot be judged.

## Why

Nearly all of the format has a default. What has none is asked for: a check-in without a date could be of any day, a
metric without a target has no way to be reached, and a figure made from it would be an invention.

## Wrong

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
      - {value: 58, confidence: 0.6}
---
```

```text
goals/2026-Q4/checkout.md:9:9: S006 missing-key: a check-in has no "date"
  9 |       - {value: 58, confidence: 0.6}
    |         ^
  hint: add date: …
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52}
---
```

```text
goals/2026-Q4/checkout.md:7:13: S006 missing-key: the metric has no "target"
  7 |     metric: {unit: "%", baseline: 52}
    |             ^
  hint: add target: …, or levels of three values
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, levels: {commit: 58, target: 65}}
---
```

```text
goals/2026-Q4/checkout.md:7:47: S006 missing-key: levels has no "stretch"
  7 |     metric: {unit: "%", baseline: 52, levels: {commit: 58, target: 65}}
    |                                               ^
  hint: add stretch: …
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: 65, over: window}
---
```

```text
goals/2026-Q4/checkout.md:7:57: S006 missing-key: over: window reads a KPI, and the metric has none
  7 |     metric: {unit: "%", baseline: 52, target: 65, over: window}
    |                                                         ^^^^^^
  hint: add kpi: …
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric:
---
```

```text
goals/2026-Q4/checkout.md:7:5: S006 missing-key: metric is empty
  7 |     metric:
    |     ^^^^^^
  hint: say what it is measured by, or take the key away
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: moved
    title: Every customer has moved
    milestones: []
---
```

```text
goals/2026-Q4/checkout.md:7:5: S006 missing-key: milestones is empty
  7 |     milestones: []
    |     ^^^^^^^^^^
  hint: say what it is measured by, or take the key away
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: answers
    title: The shop answers at once meanwhile
    maintain: {unit: s, every: week}
---
```

```text
goals/2026-Q4/checkout.md:7:15: S006 missing-key: maintain has no bound
  7 |     maintain: {unit: s, every: week}
    |               ^
  hint: add min: or max:
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: 65}
    current: 58
---
```

```text
goals/2026-Q4/checkout.md:5:5: S006 missing-key: a key result with current needs an id, by which git's history knows it
  5 |   - title: More of those who start to pay do pay
    |     ^
  hint: add id: …
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
    confidence: 0.6
---
```

```text
goals/2026-Q4/checkout.md:8:17: S006 missing-key: "confidence" speaks of current, and the key result has none
  8 |     confidence: 0.6
    |                 ^^^
  hint: add current: …, or write it under checkins:
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
depends_on:
  - {ask: Wallets can be refunded, confirmed: false}
---
```

```text
goals/2026-Q4/checkout.md:5:5: S006 missing-key: the dependency names nobody
  5 |   - {ask: Wallets can be refunded, confirmed: false}
    |     ^
  hint: add goal: or team:
```

A KPI's targets:

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
targets:
  - {from: 2026-10-01, red: 50}
---
```

```text
goals/kpis/conversion.md:5:5: S006 missing-key: the target has no "target"
  5 |   - {from: 2026-10-01, red: 50}
    |     ^
  hint: add target: …
```

`goals/kpis/stock.md`

```markdown
---
title: Days in stock
unit: d
direction: range
targets:
  - {from: 2026-10-01, tolerance: 2}
---
```

```text
goals/kpis/stock.md:6:5: S006 missing-key: the target of a range has no bound
  6 |   - {from: 2026-10-01, tolerance: 2}
    |     ^
  hint: add min: and max:
```

A row of a check-in log:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: 65}
---
```

`goals/2026-Q4/checkout.checkins.csv`

```csv
date,kr,value,note
2026-11-02,conversion,56,
,conversion,58,wallets work
```

```text
goals/2026-Q4/checkout.checkins.csv:3:1: S006 missing-key: the row has no date
  3 | ,conversion,58,wallets work
    | ^
  hint: write the day it speaks of, as 2026-10-05
```

A declared cycle:

`config.yaml`

```yaml
cycles:
  - {id: spring-sale, start: 2026-03-02}
```

```text
config.yaml:2:5: S006 missing-key: a cycle has no "end"
  2 |   - {id: spring-sale, start: 2026-03-02}
    |     ^
  hint: add end: …
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
    metric: {unit: "%", baseline: 52, target: 65}
    checkins:
      - {date: 2026-11-09, value: 58, confidence: 0.6}
---
```

## How to fix

Write the key that the message names. If its value is not known yet, leave out the whole entry until it is: a key result
without a measure is judged by hand, and that is a warning at most.

## Source

The file format, section *What is required*.
"""
