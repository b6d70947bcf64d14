"""A word that is none of the few its key takes.

## Why

Some keys take one of a few words, so that every team means the same by them and figures and filters can rest on it. A
word of one's own would be understood by its author only.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
status: actve
---
```

```text
goals/2026-Q4/checkout.md:4:9: S008 unknown-choice: status is "actve", must be draft, proposed, active, paused or closed
  4 | status: actve
    |         ^^^^^
  hint: did you mean "active"?
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
      - {date: 2026-11-09, value: 58, status: green}
---
```

```text
goals/2026-Q4/checkout.md:9:47: S008 unknown-choice: status is "green", must be on_track, at_risk, off_track or achieved
  9 |       - {date: 2026-11-09, value: 58, status: green}
    |                                               ^^^^^
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
    checkins:
      - {date: 2026-11-09, value: comit}
---
```

```text
goals/2026-Q4/checkout.md:9:35: S008 unknown-choice: value is "comit", must be fail, commit, target or stretch
  9 |       - {date: 2026-11-09, value: comit}
    |                                   ^^^^^
  hint: did you mean "commit"?
```

How often:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
cadence: weekly
---
```

```text
goals/2026-Q4/checkout.md:4:10: S008 unknown-choice: cadence is "weekly", must be day, week, xun, month, quarter, year, end or such as 10d
  4 | cadence: weekly
    |          ^^^^^^
  hint: did you mean "week"?
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: answers
    title: The shop answers at once meanwhile
    maintain: {unit: s, max: 1, every: 10d}
---
```

```text
goals/2026-Q4/checkout.md:7:40: S008 unknown-choice: every is "10d", must be day, week, month, quarter or year
  7 |     maintain: {unit: s, max: 1, every: 10d}
    |                                        ^^^
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
frequency: now and then
---
```

```text
goals/kpis/conversion.md:4:12: S008 unknown-choice: frequency is "now and then", must be day, week, month, quarter, year, irregular or such as 10d, 6m, 5y
  4 | frequency: now and then
    |            ^^^^^^^^^^^^
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
lag: three days
---
```

```text
goals/kpis/conversion.md:4:6: S008 unknown-choice: lag is "three days", must be a length such as 10d, 6m or week
  4 | lag: three days
    |      ^^^^^^^^^^
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
date,kr,value,status
2026-11-09,conversion,58,on track
```

```text
goals/2026-Q4/checkout.checkins.csv:2:26: S008 unknown-choice: status is "on track", must be on_track, at_risk, off_track or achieved
  2 | 2026-11-09,conversion,58,on track
    |                          ^^^^^^^^
  hint: did you mean "on_track"?
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
status: active
cadence: week
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: 65}
    checkins:
      - {date: 2026-11-09, value: 58, status: on_track}
---
```

## How to fix

Take one of the words that the message lists. What none of them says belongs into the text or a note.

## Source

The file format, sections *Objective*, *Check-ins* and *KPI*.
"""
