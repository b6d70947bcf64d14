"""Values that come from two places.

## Why

When a check-in says 58, `current` says 60 and a KPI says 61, nobody knows which of them holds, and one of them is not
kept up any more. Each series has one source.

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
    current: 60
    checkins:
      - {date: 2026-11-09, value: 58}
---
```

```text
goals/2026-Q4/checkout.md:8:14: S018 two-sources: current stands beside values of check-ins
  8 |     current: 60
    |              ^^
  hint: keep the check-ins, or current alone
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {kpi: conversion, baseline: 52, target: 65}
    current: 60
---
```

```text
goals/2026-Q4/checkout.md:8:14: S018 two-sources: current stands beside kpi, which gives the values already
  8 |     current: 60
    |              ^^
  hint: keep one of them
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {kpi: conversion, baseline: 52, target: 65}
    checkins:
      - {date: 2026-11-09, value: 58, confidence: 0.6}
---
```

```text
goals/2026-Q4/checkout.md:9:35: S018 two-sources: a value is typed, and conversion gives the values already
  9 |       - {date: 2026-11-09, value: 58, confidence: 0.6}
    |                                   ^^
  hint: remove the value; its confidence and note may stay
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
series:
  - [2026-10, 58]
---
```

`goals/kpis/conversion.csv`

```csv
date,value
2026-10,58
```

```text
goals/kpis/conversion.md:4:1: S018 two-sources: series stands beside the file conversion.csv
  4 | series:
    | ^^^^^^
  hint: keep one of them
```

A row of a check-in log:

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {kpi: conversion, baseline: 52, target: 65}
---
```

`goals/2026-Q4/checkout.checkins.csv`

```csv
date,kr,value,confidence
2026-11-02,conversion,,0.5
2026-11-09,conversion,58,0.6
```

```text
goals/2026-Q4/checkout.checkins.csv:3:23: S018 two-sources: a value is typed, and conversion gives the values already
  3 | 2026-11-09,conversion,58,0.6
    |                       ^^
  hint: remove the value; its confidence and note may stay
```

## Right

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
series:
  - [2026-10, 58]
---
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {kpi: conversion, baseline: 52, target: 65}
    checkins:
      - {date: 2026-11-09, confidence: 0.6}
---
```

## How to fix

Keep the place where somebody already keeps the figure up. Confidence and notes may stand beside a KPI, since only people
know them; the value may not.

## Source

The file format, sections *Check-ins* and *KPI*.
"""
