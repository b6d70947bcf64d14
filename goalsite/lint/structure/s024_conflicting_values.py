"""Two different values for one day, of which the last one counts.

## Why

Check-in logs of two branches are merged by keeping the lines of both. When both say how the same day stood and disagree,
the figure on the page is the one that came last, and that may be the wrong one.

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
      - {date: 2026-11-09, value: 58}
      - {date: 2026-11-09, value: 60}
---
```

```text
goals/2026-Q4/checkout.md:10:35: S024 conflicting-values: 2026-11-09 has the values 58 and 60; the last one counts
  10 |       - {date: 2026-11-09, value: 60}
     |                                   ^^
  hint: remove the wrong one
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: returning
    title: Who bought once comes back
    zones: {commit: some do, target: half of them do, stretch: nearly all do}
---
```

`goals/2026-Q4/checkout.checkins.csv`

```csv
date,kr,value
2026-11-09,returning,commit
2026-11-09,returning,target
```

```text
goals/2026-Q4/checkout.checkins.csv:3:22: S024 conflicting-values: 2026-11-09 has the values commit and target; the last one counts
  3 | 2026-11-09,returning,target
    |                      ^^^^^^
  hint: remove the wrong one
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
      - {date: 2026-11-02, value: 58}
      - {date: 2026-11-09, value: 60, confidence: 0.6}
      - {date: 2026-11-09, note: counted again after the outage}
---
```

## How to fix

Remove the row that is wrong. A second row for one day is no fault as such: it may add a note or a confidence, or say the
same value again.

## Source

The file format, section *Check-ins*.
"""
