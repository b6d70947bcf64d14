"""A value of another type than its key takes.

## Why

A list where one word is meant, or a word where a date is meant, has no reading that everybody would agree on. Rather
than guess, goalsite says what it found and what the key takes.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: [Buying, from us, takes no thought]
owner: ada
---
```

```text
goals/2026-Q4/checkout.md:2:8: S002 wrong-type: title is a list, must be text
  2 | title: [Buying, from us, takes no thought]
    |        ^
  hint: put it in quotes if it is text
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: [ada, lin]
---
```

```text
goals/2026-Q4/checkout.md:3:8: S002 wrong-type: owner is a list, must be the handle of one person, such as ada
  3 | owner: [ada, lin]
    |        ^
  hint: name the one who answers for it, and the others under contributors:
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
contributors: lin
---
```

```text
goals/2026-Q4/checkout.md:4:15: S002 wrong-type: contributors is "lin", must be a list
  4 | contributors: lin
    |               ^^^
  hint: write [lin]
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  conversion:
    title: More of those who start to pay do pay
---
```

```text
goals/2026-Q4/checkout.md:5:3: S002 wrong-type: key_results is a mapping, must be a list
  5 |   conversion:
    |   ^
  hint: begin each entry with -
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: from 52 % to 65 %
---
```

```text
goals/2026-Q4/checkout.md:7:13: S002 wrong-type: metric is "from 52 % to 65 %", must be a mapping
  7 |     metric: from 52 % to 65 %
    |             ^^^^^^^^^^^^^^^^^
  hint: write keys such as unit, baseline, target
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: [60, 65]}
---
```

```text
goals/2026-Q4/checkout.md:7:47: S002 wrong-type: target is a list, must be a number
  7 |     metric: {unit: "%", baseline: 52, target: [60, 65]}
    |                                               ^
```

A wiki link is a list in a list to YAML:

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
supports: [[win-trust]]
---
```

```text
goals/2026-Q4/checkout.md:4:12: S002 wrong-type: supports is a list, must be the id of a goal
  4 | supports: [[win-trust]]
    |            ^
  hint: write win-trust
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
due: {month: 12, day: 18}
---
```

```text
goals/2026-Q4/checkout.md:4:6: S002 wrong-type: due is a mapping, must be a date
  4 | due: {month: 12, day: 18}
    |      ^
  hint: write it as 2026-10-05
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
status: [active, paused]
---
```

```text
goals/2026-Q4/checkout.md:4:9: S002 wrong-type: status is a list, must be draft, proposed, active, paused or closed
  4 | status: [active, paused]
    |         ^
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
cadence: {every: week}
---
```

```text
goals/2026-Q4/checkout.md:4:10: S002 wrong-type: cadence is a mapping, must be day, week, xun, month, quarter, year, end or such as 10d
  4 | cadence: {every: week}
    |          ^
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
links: https://example.org/wallets
---
```

```text
goals/2026-Q4/checkout.md:4:8: S002 wrong-type: links is "https://example.org/wallets", must be a mapping of names to values
  4 | links: https://example.org/wallets
    |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: write name: value, one on each line
```

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
links:
  board: [https://example.org/board]
---
```

```text
goals/2026-Q4/checkout.md:5:10: S002 wrong-type: links.board is a list, must be a link
  5 |   board: [https://example.org/board]
    |          ^
  hint: write one address for each name
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
leading: partly
---
```

```text
goals/kpis/conversion.md:4:10: S002 wrong-type: leading is "partly", must be true or false
  4 | leading: partly
    |          ^^^^^^
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
series:
  - 2026-10: 58
---
```

```text
goals/kpis/conversion.md:5:5: S002 wrong-type: a point of series is a mapping, must be [date, value]
  5 |   - 2026-10: 58
    |     ^
  hint: write [2026-10-05, 99.97]
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
formula: [orders, visits]
---
```

```text
goals/kpis/conversion.md:4:10: S002 wrong-type: formula is a list, must be text
  4 | formula: [orders, visits]
    |          ^
  hint: write ids and numbers on one line, such as orders / visits
```

Within `rules:` of the configuration:

`config.yaml`

```yaml
rules:
  select: [{Q104: true}]
```

```text
config.yaml:2:12: S002 wrong-type: select is a mapping, must be a code, such as Q104, or what codes begin with, such as Q or R2
  2 |   select: [{Q104: true}]
    |            ^
```

`config.yaml`

```yaml
rules:
  severity: error
```

```text
config.yaml:2:13: S002 wrong-type: severity is "error", must be a mapping of codes to error or warning
  2 |   severity: error
    |             ^^^^^
  hint: write it as {Q104: error}
```

`config.yaml`

```yaml
rules:
  per-path: [Q104]
```

```text
config.yaml:2:13: S002 wrong-type: per-path is a list, must be a mapping of globs of paths to codes
  2 |   per-path: [Q104]
    |             ^
  hint: write it as {"goals/old/**": [Q, R]}
```

`config.yaml`

```yaml
rules:
  thresholds: {Q102: 5}
```

```text
config.yaml:2:22: S002 wrong-type: Q102 is "5", must be a mapping of min or max to a number
  2 |   thresholds: {Q102: 5}
    |                      ^
  hint: write it as {min: 5}
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
contributors: [lin]
due: 2026-12-18
cadence: week
links:
  board: https://example.org/board
key_results:
  - id: conversion
    title: More of those who start to pay do pay
    metric: {unit: "%", baseline: 52, target: 65}
---
```

`goals/kpis/conversion.md`

```markdown
---
title: Conversion
unit: "%"
leading: true
series:
  - [2026-10, 58]
---
```

## How to fix

The message says what the key takes. A list is written `[one, other]` or with a `-` before each entry, a mapping
`{key: value}` or with a key on each line. Text that holds `: `, `#` or a comma within braces stands in quotes.

## Source

The file format, sections *Scalars, dates and numbers* and those of each kind of file. YAML 1.2: scalars, sequences and
mappings are what a document is made of.
"""
